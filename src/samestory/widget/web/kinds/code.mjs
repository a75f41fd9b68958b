// The kind "code": a function or an expression. The page's own Python runs it; in a notebook the learner's kernel does.

import { addKind } from "../card/registry.mjs";
import { button, el } from "../dom.mjs";
import { codeOf, emptyCode, gradeCode, resultsOf } from "../grading/code_grade.mjs";
import { CallList } from "../parts/code_calls.mjs";
import { CodeField } from "../parts/code_field.mjs";
import { runCode, whyNoPython } from "../parts/code_python.mjs";
import { PAGE_SCRIPT } from "../surroundings.mjs";

const STARTING = "Python is starting. The first time it is loaded: some 14 MB, or half of that where the site packs "
  + "its files.";
const IN_KERNEL = "It runs in your own kernel on the inputs below; what it returns is your answer.";

/** In a notebook the code stands in a cell of the learner's own; here is what is kept of it. */
function drawInNotebook(view, answer) {
  const { id, starter, takes, function: name } = view;
  const calls = new CallList(view);
  const how = `Write your ${name ? "function" : "expression"} in a cell below, and check it there:`;
  const check = `check("${id}", ${name ?? `lambda ${takes.join(", ")}: …`})`;
  const kept = el("pre", { class: "ss-code-kept", hidden: true });
  const drawn = {
    node: el(
      "div", { class: "ss-code is-in-notebook" },
      el("p", {}, how), el("pre", { class: "ss-code-cell" }, name ? `${starter.trimEnd()}\n\n${check}` : check),
      el("p", { class: "ss-area-help" }, IN_KERNEL), kept, calls.node,
    ),
    answer: () => ({ source: kept.textContent, results: calls.results }),
    set: (given) => {
      kept.textContent = codeOf(given);
      kept.hidden = !kept.textContent;
      calls.show(resultsFor(view, given));
    },
    reveal: (verdict) => calls.reveal(verdict),
    destroy: () => {},
  };
  drawn.set(answer);
  return drawn;
}

function resultsFor(view, answer) {
  const results = resultsOf(answer);
  return results.length === view.calls.length ? results : [];
}

class CodeRunner {
  constructor(view, onChange, { uid, say }) {
    Object.assign(this, { view, onChange, say, ranText: null, running: null });
    this.calls = new CallList(view);
    const rows = view.function ? 5 : 2;
    this.field = new CodeField(view.function ? "Your code" : "Your expression", {
      id: `${uid}-code`, max: view.max, rows, onRun: () => this.tryRun(), onChange: () => this.changed(),
    });
    this.button = button("Run", () => this.tryRun(), { class: "ss-button ss-run" });
    this.status = el("p", { class: "ss-code-status" });
    this.printed = el("pre", { class: "ss-printed" });
    this.out = el("div", { hidden: true }, el("p", { class: "ss-small-head" }, "Printed"), this.printed);
    const tools = el("div", { class: "ss-row ss-code-tools" }, this.button, ...this.field.buttons);
    this.node = el("div", { class: "ss-code" }, this.field.node, tools, this.status, this.calls.node, this.out);
  }

  /** Whether there is anything to run. */
  get begun() {
    return this.field.value.trim() !== "" && this.field.value !== this.view.starter;
  }

  answer() {
    const { results } = this.calls;
    return { source: results.length || this.begun ? this.field.value : "", results };
  }

  set(given) {
    this.field.value = codeOf(given) || this.view.starter;
    this.ranText = this.field.value;
    this.show(resultsFor(this.view, given));
    this.status.textContent = whyNoPython();
  }

  show(results) {
    this.calls.show(results);
    if (!results.length) this.out.hidden = true;
  }

  changed() {
    if (this.field.value !== this.ranText) this.show([]);
    this.onChange();
  }

  /** Runs the code as it stands; what goes wrong is said beside it. */
  tryRun() {
    this.run().catch(() => {});
  }

  /** Runs the code as it stands; who asks a second time meanwhile waits for the same run. */
  run() {
    this.running ??= this.work().finally(() => {
      this.running = null;
      this.button.setAttribute("aria-disabled", "false");
    });
    return this.running;
  }

  async work() {
    const source = this.field.value;
    this.button.setAttribute("aria-disabled", "true");
    try {
      if (whyNoPython()) throw new Error(whyNoPython());
      const { results, printed } = await runCode(this.view, source, () => this.tell(STARTING));
      this.status.textContent = "";
      if (this.field.value !== source) return;
      this.ranText = source;
      this.show(results);
      this.printed.textContent = printed;
      this.out.hidden = !printed;
      this.onChange();
      this.say(`${this.calls.spoken}${printed ? ". Something was printed as well." : ""}`);
    } catch (error) {
      this.tell(error.message);
      throw error;
    }
  }

  tell(text) {
    this.status.textContent = text;
    this.say(text);
  }

  /** Before a check, what was not run is run. */
  async settle() {
    if (!this.calls.results.length && this.begun) await this.run();
  }

  reveal(verdict) {
    return this.calls.reveal(verdict);
  }

  destroy() {}
}

function drawCode(view, answer, onChange, tools) {
  if (PAGE_SCRIPT === null) return drawInNotebook(view, answer);
  const drawn = new CodeRunner(view, onChange, tools);
  drawn.set(answer);
  return drawn;
}

addKind({
  name: "code",
  lines: 6,
  draw: drawCode,
  empty: emptyCode,
  grade: gradeCode,
});
