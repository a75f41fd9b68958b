// The host in a notebook: asks Python for verdicts through anywidget and restores what Python has kept.

import { mount } from "../card/card.mjs";
import { renderManners } from "../explorer/lab.mjs";
import { isWhole } from "../card/first_check.mjs";
import { keepKeys, watchLine } from "./lab.mjs";
import { renderReader } from "../reader/hosts.mjs";
import { Store } from "./store.mjs";

const PATIENCE = 4000;
const SILENT = "The notebook’s kernel did not answer. Choose Run, then Run All Cells, and check again; if that does not "
  + "help, reload the page and run all cells. Your answer stays.";

class NotebookHost {
  constructor(model) {
    this.model = model;
    this.view = model.get("view");
    this.number = model.get("number") || null;
    this.level = 3;
    this.assigned = this.view.mode === "assigned";
    /** A draft outlives the cell's next run, but not the browser's tab. */
    this.drafts = new Store(`samestory:1:draft:${this.view.id}`, "sessionStorage");
    /** @type {Map<number, (message: object) => void>} */ this.waiting = new Map();
    this.last = Date.now();
    this.changed = () => {};
    this.heard = (message) => this.hear(message);
    this.synced = () => this.changed();
    model.on("msg:custom", this.heard);
    model.on("change:verdict", this.synced);
  }

  load() {
    const record = this.model.get("record");
    const { answer: draft, hints } = this.draft();
    const answer = draft ?? record?.answer ?? null;
    const verdict = this.model.get("verdict") ?? null;
    const checked = verdict ? (record?.answer ?? null) : null;
    return { answer, checked, verdict, hints: hints ?? record?.hints ?? 0 };
  }

  /** What was begun and not checked; in a draft of another version, word numbers and ids may mean something else. */
  draft() {
    const kept = this.drafts.read();
    return kept.spec === this.view.spec ? kept : {};
  }

  regrade() {
    return null;
  }

  waits() {
    return this.model.get("waits") ?? [];
  }

  /** The record that counts, where the first complete check does; Python puts no later one in its place. */
  first() {
    const record = this.view.once ? this.model.get("record") : null;
    return isWhole(this.view, record?.answer) ? record : null;
  }

  firstWords() {
    return this.model.get("first") ?? "";
  }

  /** A reply that comes too late is shown all the same, from what Python keeps. */
  hear(message) {
    const answerTo = this.waiting.get(message?.n);
    this.waiting.delete(message?.n);
    if (answerTo) answerTo(message);
    else this.changed();
  }

  /** Sends a question; the reply has the same number. */
  ask(question, patience = PATIENCE) {
    this.last += 1;
    const n = this.last;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.waiting.delete(n);
        reject(new Error(SILENT));
      };
      const timer = patience < Infinity ? setTimeout(giveUp, patience) : 0;
      this.waiting.set(n, (message) => {
        clearTimeout(timer);
        resolve(message);
      });
      try {
        this.model.send({ ...question, n });
      } catch {
        clearTimeout(timer);
        giveUp();
      }
    });
  }

  async check(answer, hints) {
    const { verdict } = await this.ask({ type: "check", answer, hints });
    this.drafts.remove();
    dispatchEvent(new CustomEvent("samestory:checked", { detail: this.view.id }));
    return verdict;
  }

  async solution() {
    return this.ask({ type: "solution" });
  }

  keepDraft(answer, hints) {
    this.drafts.write({ answer, hints, spec: this.view.spec });
  }

  /** Python keeps the answer when it is checked. */
  keeps() {
    return true;
  }

  clear() {
    const before = this.drafts.read();
    this.drafts.remove();
    return () => this.drafts.write(before);
  }

  /** An answer to what is waited for may be checked in this notebook, or in another one of this JupyterLab. */
  subscribe(changed) {
    this.changed = changed;
    const look = ({ detail }) => {
      if (this.view.until?.includes(detail)) this.ask({ type: "look" }).then(() => changed(true), () => {});
    };
    addEventListener("samestory:checked", look);
    return () => {
      removeEventListener("samestory:checked", look);
      this.model.off("msg:custom", this.heard);
      this.model.off("change:verdict", this.synced);
    };
  }
}

/** What anywidget calls for each view of a model. */
export function render({ model, el: root }) {
  if (model.get("explorer")) return renderManners({ model, el: root });
  if (model.get("reader")) return renderReader({ model, el: root });
  const host = new NotebookHost(model);
  const unmount = mount(root, model.get("view"), host);
  const letKeysGo = keepKeys(root);
  watchLine(root, () => host.ask({ type: "drawn" }, Infinity)).catch(() => {});
  return () => {
    letKeysGo();
    unmount();
  };
}
