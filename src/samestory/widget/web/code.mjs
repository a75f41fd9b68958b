// The kind "code": a function or an expression. The page's own Python runs it; in a notebook, the learner's kernel does.

import { codeOf, gradeCode, resultsOf } from "./code_grade.mjs";
import { CodeField } from "./code_field.mjs";
import { hasPython, runCode } from "./code_python.mjs";
import { button, el } from "./dom.mjs";
import { saidOf } from "./feedback.mjs";

const WITHOUT = "Python runs in the notebook; this page was built without it. What you write here is kept, "
  + "but cannot be run or checked.";
const STARTING = "Python is starting. The first time it is loaded: some 14 MB, about half of it where the site packs files.";
const LONG_CALL = 200;

/** Fills what is shown of a run: a value or an error. What was said of an earlier one goes. */
function fill({ gave, said }, value = "", error = "") {
  said.replaceChildren();
  gave.textContent = value || error;
  gave.className = `ss-gave ${error ? "is-error" : "is-value"}`;
}

function commonError(results) {
  const [first] = results;
  return first?.error !== undefined && results.every(({ error }) => error === first.error) ? first.error : "";
}

/** One call: how it reads, what it gave, and what is said of that. */
function drawCall({ call, short }) {
  const gave = el("span", { class: "ss-gave" });
  const said = el("div", { class: "ss-said" });
  const text = el("code", { class: "ss-call" }, call.length > LONG_CALL ? short : call);
  return { node: el("li", {}, el("div", { class: "ss-call-line" }, text, " ", gave), said), gave, said };
}

function drawCode(view, answer, onChange, { uid, say }) {
  const inNotebook = !import.meta.url.startsWith("http");
  const state = { results: [], ranText: null, run: null };
  const calls = view.calls.map(drawCall);
  const trouble = { gave: el("span", { class: "ss-gave" }), said: el("div", { class: "ss-said" }) };
  const field = new CodeField(view.function ? "Your code" : "Your expression", {
    id: `${uid}-code`, max: view.max, rows: view.function ? 5 : 2, onRun: () => run().catch(() => {}), onChange: () => {
      if (field.value !== state.ranText) show([]);
      onChange();
    },
  });
  const status = el("p", { class: "ss-code-status" });
  const printed = el("pre", { class: "ss-printed" });
  const out = el("div", { hidden: true }, el("p", { class: "ss-small-head" }, "Printed"), printed);
  const runButton = button("Run", () => run().catch(() => {}), { class: "ss-button ss-run" });
  const tools = el("div", { class: "ss-row ss-code-tools" }, runButton, ...field.buttons);

  /** Shows what each call gave; an error that all have in common stands once, above them. */
  function show(results) {
    if (JSON.stringify(results) === JSON.stringify(state.results)) return;
    state.results = results;
    const common = commonError(results);
    fill(trouble, "", common);
    calls.forEach((row, at) => fill(row, results[at]?.value, common ? "" : results[at]?.error));
    if (!results.length) out.hidden = true;
  }

  /** Runs the code as it stands; a second call meanwhile waits for the same run. */
  function run() {
    state.run ??= work().finally(() => {
      state.run = null;
      runButton.setAttribute("aria-disabled", "false");
    });
    return state.run;
  }

  async function work() {
    const source = field.value;
    runButton.setAttribute("aria-disabled", "true");
    try {
      if (!hasPython()) throw new Error(WITHOUT);
      const ran = await runCode(view, source, () => {
        status.textContent = STARTING;
        say(STARTING);
      });
      status.textContent = "";
      if (field.value !== source) return;
      state.ranText = source;
      show(ran.results);
      printed.textContent = ran.printed;
      out.hidden = !ran.printed;
      onChange();
      say(heard(view, ran));
    } catch (error) {
      status.textContent = error.message;
      say(error.message);
      throw error;
    }
  }

  const isBegun = () => field.value.trim() && field.value !== view.starter;
  const kept = el("pre", { class: "ss-code-kept", hidden: true });
  const drawn = {
    node: el(
      "div", { class: `ss-code ${inNotebook ? "is-in-notebook" : ""}` },
      ...(inNotebook ? [notebookHow(view), kept] : [field.node, tools, status]),
      el("p", { class: "ss-small-head" }, view.function ? "The calls" : "The inputs"),
      el("div", {}, trouble.gave, trouble.said),
      el("ol", { class: "ss-calls" }, ...calls.map(({ node }) => node)), out,
    ),
    settle: async () => {
      if (!inNotebook && !state.results.length && isBegun()) await run();
    },
    answer: () => ({ source: state.results.length || isBegun() ? field.value : "", results: state.results }),
    set: (given) => {
      const results = resultsOf(given);
      field.value = codeOf(given) || view.starter;
      kept.textContent = codeOf(given);
      kept.hidden = !kept.textContent;
      state.ranText = field.value;
      show(results.length === view.calls.length ? results : []);
      status.textContent = inNotebook || hasPython() ? "" : WITHOUT;
    },
    reveal: (verdict) => {
      for (const { said } of [trouble, ...calls]) said.replaceChildren();
      const rows = new Map([["code", trouble], ...calls.map((row, at) => [`call-${at + 1}`, row])]);
      const placed = (verdict?.parts ?? []).filter(({ id }) => rows.has(id));
      for (const one of placed) rows.get(one.id).said.replaceChildren(saidOf(one, { brief: true }));
      return new Map(placed.map((one) => [one, null]));
    },
    destroy: () => {},
  };
  drawn.set(answer);
  return drawn;
}

/** What those hear who do not see the list. */
function heard(view, { results, printed }) {
  const common = commonError(results);
  if (common) return common;
  const lines = results.map(({ value, error }, at) => `${view.calls[at].short}: ${value ?? error}`);
  return `${lines.join(". ")}${printed ? ". Something was printed as well." : ""}`;
}

/** In a notebook the code stands in a cell of the learner's own. */
function notebookHow({ id, starter, takes, function: name }) {
  const answer = name ?? `lambda ${takes.join(", ")}: …`;
  const how = name ? "Write the function in a cell below, and check it there:" : "Check your expression in a cell below:";
  const lines = name ? [starter.trimEnd(), "", `check("${id}", ${answer})`] : [`check("${id}", ${answer})`];
  return el(
    "div", {}, el("p", {}, how), el("pre", { class: "ss-code-cell" }, lines.join("\n")),
    el("p", { class: "ss-area-help" }, "It runs in your own kernel on the inputs below; what it returns is your answer."),
  );
}

/** @type {import("./kinds.mjs").Kind} */
export const code = {
  name: "code",
  lines: 6,
  draw: drawCode,
  empty: (answer) => !resultsOf(answer).length && !codeOf(answer).trim(),
  grade: gradeCode,
};
