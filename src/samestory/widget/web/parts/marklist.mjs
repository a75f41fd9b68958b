// The list of marks under a passage: the same answer as a list, with everything a mark can do.

import { button, el, spoken } from "../dom.mjs";
import { letterOf } from "./picker.mjs";

export class MarkList {
  /**
   * @param {import("./picker.mjs").Label[]} labels
   * @param {{visit: (mark: any) => void, relabel: (mark: any, label: string|null) => void,
   *          remove: (mark: any) => void, text: (mark: any) => string}} on
   */
  constructor(labels, on) {
    Object.assign(this, { labels, on });
    /** @type {Map<string, {item: HTMLElement, update: (mark: any) => void}>} */ this.rows = new Map();
    this.list = el("ol", { class: "ss-marks-list" });
    this.node = el("div", { class: "ss-marks" }, el("p", { class: "ss-small-head" }, "Your marks"), this.list);
  }

  /** Rows that stay keep their nodes, and with them the focus. @param {import("./marks.mjs").Mark[]} marks */
  show(marks) {
    this.node.hidden = marks.length === 0;
    const wanted = new Set(marks.map((mark) => `${mark.from}-${mark.to}`));
    for (const [key, row] of this.rows) {
      if (wanted.has(key)) continue;
      row.item.remove();
      this.rows.delete(key);
    }
    marks.forEach((mark, i) => {
      const key = `${mark.from}-${mark.to}`;
      if (!this.rows.has(key)) this.rows.set(key, this.row(mark));
      const row = this.rows.get(key);
      row.update(mark);
      if (this.list.children[i] !== row.item) this.list.insertBefore(row.item, this.list.children[i] ?? null);
    });
  }

  row(mark) {
    const text = this.on.text(mark);
    const letter = el("span", { class: "ss-marks-letter" });
    const show = button("", () => this.on.visit(mark), { class: "ss-link ss-evidence" });
    show.append(text, spoken(", show in the text"));
    const choice = this.labels.length ? this.select(mark, text) : null;
    const remove = button("Remove", () => this.remove(mark), { class: "ss-button ss-quiet" });
    remove.append(spoken(` “${text}”`));
    const item = el("li", {}, letter, show, el("span", { class: "ss-marks-tools" }, choice, remove));
    const update = ({ label }) => {
      const known = this.labels.find((one) => one.id === label);
      letter.replaceChildren(known ? letterOf(known) : "");
      if (choice) choice.value = label ?? "";
    };
    return { item, update };
  }

  select(mark, text) {
    const options = this.labels.map((label) => el("option", { value: label.id }, `${label.letter} ${label.name}`));
    const onchange = (event) => this.on.relabel(mark, event.target.value || null);
    const attributes = { class: "ss-select", "aria-label": `Label of “${text}”`, onchange };
    return el("select", attributes, el("option", { value: "" }, "no label yet"), ...options);
  }

  /** Removes a mark and leaves the focus on the next row's button. */
  remove(mark) {
    const items = [...this.list.children];
    const at = items.indexOf(this.rows.get(`${mark.from}-${mark.to}`).item);
    const next = items[at + 1] ?? items[at - 1];
    this.on.remove(mark);
    next?.querySelector(".ss-quiet")?.focus();
  }
}
