// The form in which a proposal is changed: its label, its words by the first and the last, what it should be, why.

import { button, el } from "../dom.mjs";

const SURENESS = [["proved", "Proved"], ["likely", "Likely"], ["open", "Open: readers may differ"]];

export class ChangeForm {
  /** @param {string} uid @param {{save: (ruling: object) => void, cancel: () => void}} on */
  constructor(uid, on) {
    Object.assign(this, { uid, on });
    this.label = el("select", { id: `${uid}-label`, class: "ss-select ss-d-field" });
    this.words = el("q", { class: "ss-evidence", dir: "auto", "aria-live": "polite" });
    this.better = el("input", { type: "text", id: `${uid}-better`, class: "ss-d-field", maxlength: 600 });
    this.why = el("textarea", { id: `${uid}-why`, rows: 3, class: "ss-d-field", maxlength: 1500 });
    this.sure = SURENESS.map(([value, name]) => [value, name, el("input", {
      type: "radio", name: `${uid}-how-sure`, value,
    })]);
    const step = (name, edge, by) => button(name, () => this.move(edge, by), { class: "ss-button ss-quiet" });
    const field = (text, node) => el("label", { class: "ss-d-label", for: node.id }, text, node);
    this.node = el("div", { class: "ss-d-change", role: "group", "aria-label": "Change the proposal" },
      field("What it is", this.label),
      el("div", { class: "ss-d-span", role: "group", "aria-label": "Which words" },
        el("p", { class: "ss-d-label" }, "Which words: "), el("p", {}, this.words),
        el("div", { class: "ss-row" }, step("First word earlier", "from", -1), step("First word later", "from", 1),
          step("Last word earlier", "to", -1), step("Last word later", "to", 1))),
      field("What it should be (leave empty if nothing is surely right)", this.better),
      field("Why: what a learner reads afterwards", this.why),
      el("fieldset", { class: "ss-options" }, el("legend", {}, "How sure can one be?"),
        ...this.sure.map(([, name, input]) => el("div", { class: "ss-option" }, el("label", {}, input, el("span", {}, name))))),
      el("div", { class: "ss-row" }, button("Keep it so", () => this.save(), { class: "ss-button ss-primary" }),
        button("Back", on.cancel, { class: "ss-button ss-quiet" })));
  }

  /** @param {object} card @param {object} text @param {object[]} labels @returns {HTMLElement} */
  show(card, text, labels) {
    const last = card.rulings?.at(-1);
    Object.assign(this, { card, text, span: { from: card.from, to: card.to } });
    this.label.replaceChildren(...labels.map(({ id, letter, name }) => el("option", { value: id }, `${letter} ${name}`)));
    this.label.value = last?.label ?? card.label;
    this.better.value = last?.should_be ?? card.suggests ?? "";
    this.why.value = last?.why ?? card.why ?? "";
    for (const [value, , input] of this.sure) input.checked = value === (last?.certainty ?? "likely");
    this.move("from", 0);
    return this.node;
  }

  focus() {
    this.label.focus();
  }

  move(edge, by) {
    const { span, text } = this;
    const next = { ...span, [edge]: span[edge] + by };
    if (next.from < 0 || next.to >= text.words || next.from > next.to) return;
    this.span = next;
    this.words.textContent = wordsOf(text.passage, next.from, next.to);
  }

  save() {
    this.on.save({
      label: this.label.value, ...this.span, should_be: this.better.value.trim(), why: this.why.value.trim(),
      certainty: this.sure.find(([, , input]) => input.checked)[0],
    });
  }
}

/** Words of a passage as they are printed, without drawing them. */
export function wordsOf(passage, from, to) {
  const parts = [];
  for (const { first, texts } of passage.paragraphs) {
    const last = first + (texts.length - 1) / 2 - 1;
    if (last < from || first > to) continue;
    const low = Math.max(from, first) - first;
    const high = Math.min(to, last) - first;
    parts.push(texts.slice(2 * low + 1, 2 * high + 2).join(""));
  }
  return parts.join(" ");
}
