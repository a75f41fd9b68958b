// The calls of an exercise on code: how each reads, what it gave, and what is said of that.

import { el } from "../dom.mjs";
import { saidOf } from "../card/feedback.mjs";

const LONG_CALL = 200;

/** The error that all results have in common, or an empty text. */
function commonError([first, ...rest]) {
  return first?.error !== undefined && rest.every(({ error }) => error === first.error) ? first.error : "";
}

/** A place for what was given back, and for what is said of it. */
function drawCallRow() {
  return { gave: el("span", { class: "ss-gave" }), said: el("div", { class: "ss-said" }) };
}

/** Fills a place with a value or an error. What was said of an earlier one goes. */
function fillCallRow({ gave, said }, value = "", error = "") {
  said.replaceChildren();
  gave.textContent = value || error;
  gave.className = `ss-gave ${error ? "is-error" : "is-value"}`;
}

export class CallList {
  /** @param {{calls: {call: string, short: string}[], function: string|null}} view */
  constructor(view) {
    this.calls = view.calls;
    this.results = [];
    this.rows = view.calls.map(drawCallRow);
    this.whole = drawCallRow();
    const items = view.calls.map(({ call, short }, at) => {
      const text = el("code", { class: "ss-call" }, call.length > LONG_CALL ? short : call);
      const { gave, said } = this.rows[at];
      return el("li", {}, el("div", { class: "ss-call-line" }, text, " ", gave), said);
    });
    this.node = el(
      "div", {},
      el("div", { class: "ss-whole" }, this.whole.gave, this.whole.said),
      el("p", { class: "ss-small-head" }, view.function ? "The calls" : "The inputs"),
      el("ol", { class: "ss-calls" }, ...items),
    );
  }

  /** Shows what each call gave; an error that all have in common stands once, above them. */
  show(results) {
    if (JSON.stringify(results) === JSON.stringify(this.results)) return;
    this.results = results;
    const common = commonError(results);
    fillCallRow(this.whole, "", common);
    this.rows.forEach((row, at) => fillCallRow(row, results[at]?.value, common ? "" : results[at]?.error));
  }

  /** Explains a verdict in place. @param {import("../grading/verdict.mjs").Verdict|null} verdict */
  reveal(verdict) {
    const places = new Map([["code", this.whole], ...this.rows.map((row, at) => [`call-${at + 1}`, row])]);
    for (const { said } of places.values()) said.replaceChildren();
    const placed = (verdict?.parts ?? []).filter(({ id }) => places.has(id));
    for (const one of placed) places.get(one.id).said.replaceChildren(saidOf(one, { brief: true }));
    return new Map(placed.map((one) => [one, null]));
  }

  /** The results for those who do not see them. */
  get spoken() {
    const lines = this.results.map(({ value, error }, at) => `${this.calls[at].short}: ${value ?? error}`);
    return commonError(this.results) || lines.join(". ");
  }
}
