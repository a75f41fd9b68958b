// A field for more than a line: it grows with what is typed, says when it is full, prints as plain text or as lines.

import { el } from "../dom.mjs";

const NEARLY = 0.9;

export class LongField {
  /**
   * @param {string} label
   * @param {{id: string, max: number, rows?: number, help?: string, onChange: () => void}} how
   */
  constructor(label, { id, max, rows = 2, help = "", onChange }) {
    this.max = max;
    this.area = el("textarea", {
      id, class: "ss-area", rows, maxlength: max, autocomplete: "off", spellcheck: "false",
      "aria-describedby": `${id}-help ${id}-full`, oninput: () => { this.refresh(); onChange(); },
    });
    this.copy = el("div", { class: "ss-area-copy", "aria-hidden": "true" });
    this.full = el("p", { class: "ss-area-full", id: `${id}-full`, hidden: true });
    this.label = el("label", { for: id }, label);
    this.help = el("p", { class: "ss-area-help", id: `${id}-help` }, help);
    const lines = Array.from({ length: rows }, () => el("i"));
    this.said = el("div", { class: "ss-said" });
    this.node = el(
      "div", { class: "ss-long" }, this.label, this.help,
      el("div", { class: "ss-area-box" }, this.area, this.copy),
      el("div", { class: "ss-area-lines", "aria-hidden": "true" }, ...lines), this.full, this.said,
    );
    this.refresh();
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = typeof text === "string" ? text : "";
    this.refresh();
  }

  refresh() {
    const { length } = this.area.value;
    this.copy.textContent = `${this.area.value}\n`;
    this.node.classList.toggle("is-blank", !this.area.value.trim());
    const left = this.max - length;
    this.full.hidden = length < this.max * NEARLY;
    this.full.textContent = left > 0
      ? `${left} more characters fit.`
      : `This field is full: it takes ${this.max} characters, and what came after them is left out.`;
  }
}
