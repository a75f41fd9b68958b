// Sentences of others on the same task: a list beside each, from which the learner says what to do with it.

import { el } from "../dom.mjs";

const WAIT = "Write your own sentence first. Then those of others appear here: you say which could be printed.";
const ASK = "Others wrote these. Which could be printed, and what is wrong with each of the rest? This is what earns "
  + "the points.";

/** The sentences, hidden until the learner has written. */
export class Signing {
  /** @param {object} view @param {{uid: string, onChange: () => void}} how */
  constructor({ others = [], verdicts = [] }, { uid, onChange }) {
    this.rows = others.map(({ id, text }, i) => {
      const options = verdicts.map((one) => el("option", { value: one.id }, one.text));
      const changed = () => {
        this.print();
        onChange();
      };
      const how = { id: `${uid}-other-${i}`, class: "ss-select", onchange: changed };
      const list = el("select", how, el("option", { value: "" }, "Choose"), ...options);
      const quote = el("p", { class: "ss-other-text", id: `${uid}-other-text-${i}` }, `“${text}”`);
      const label = el("label", { for: list.id }, `What would you do with sentence ${i + 1}?`);
      list.setAttribute("aria-describedby", quote.id);
      const printed = el("p", { class: "ss-other-printed" }); // what was chosen, for paper
      return { id, list, printed, node: el("li", { class: "ss-other" }, quote, label, list, printed) };
    });
    const head = el("p", { class: "ss-small-head", id: `${uid}-others` }, "Sentences of others");
    this.wait = el("p", { class: "ss-rubric-why ss-others-wait" }, WAIT);
    this.open = el("div", { class: "ss-others-open" }, el("p", { class: "ss-rubric-why" }, ASK), el("ol", {}, ...this.rows.map((row) => row.node)));
    const group = { class: "ss-others", role: "group", "aria-labelledby": `${uid}-others`, hidden: !others.length };
    this.node = el("div", group, head, this.wait, this.open);
  }

  /** Shows the sentences once something was written, or said of one of them. @param {boolean} isWritten */
  show(isWritten) {
    const isOpen = isWritten || Object.keys(this.signed).length > 0;
    this.open.hidden = !isOpen;
    this.wait.hidden = isOpen;
  }

  /** @returns {Object<string, string>} */
  get signed() {
    return Object.fromEntries(this.rows.map(({ id, list }) => [id, list.value]).filter(([, value]) => value));
  }

  set signed(given) {
    for (const { id, list } of this.rows) list.value = given?.[id] ?? "";
    this.print();
  }

  print() {
    for (const { list, printed } of this.rows) {
      printed.textContent = list.value ? list.selectedOptions[0].textContent : "";
    }
  }
}
