// The bar under a passage: the phrase that is selected, and what can be done with it.

import { button, el } from "../dom.mjs";

/** @typedef {{id: string, letter: string, name: string, line: string, means: string}} Label */

/** The letter of a label in its colour. @param {Label} label */
export function letterOf(label) {
  return el("b", { class: `ss-letter ss-l-${label.id}`, "aria-hidden": "true" }, label.letter);
}

export class Picker {
  /**
   * @param {Label[]} labels
   * @param {{choose: (label: string|null) => void, remove: () => void, cancel: () => void}} on
   */
  constructor(labels, on) {
    this.phrase = el("q", { class: "ss-evidence" });
    this.verb = el("span", {});
    this.idle = el("p", { class: "ss-picker-idle" });
    this.choices = labels.map((label) => {
      const choice = button("", () => on.choose(label.id), { class: "ss-button ss-label", title: label.means });
      choice.append(letterOf(label), ` ${label.name}`);
      choice.dataset.label = label.id;
      return choice;
    });
    const unlabelled = labels.length ? "No label yet" : "Mark";
    this.plain = button(unlabelled, () => on.choose(null), { class: "ss-button ss-label" });
    this.choices.push(this.plain);
    this.remove = button("Remove the mark", on.remove, { class: "ss-button ss-quiet" });
    this.cancel = button("Cancel", on.cancel, { class: "ss-button ss-quiet" });
    const does = el("p", { class: "ss-picker-phrase" }, this.verb, " ", this.phrase);
    const row = el("div", { class: "ss-row" }, ...this.choices, this.remove, this.cancel);
    this.active = el("div", { class: "ss-picker-active", hidden: true }, does, row);
    this.node = el("div", { class: "ss-picker", role: "group", "aria-label": "The phrase you selected" });
    this.node.append(this.idle, this.active);
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") on.cancel();
    });
  }

  /** Nothing is selected: says how things stand. @param {string} text */
  rest(text) {
    this.idle.textContent = text;
    this.idle.hidden = false;
    this.active.hidden = true;
    this.node.classList.remove("is-active");
  }

  /** A phrase is selected. @param {string} text @param {import("./marks.mjs").Mark|null} mark the mark it already is */
  offer(text, mark) {
    this.verb.textContent = mark ? "Marked" : "Mark";
    this.phrase.textContent = text;
    for (const choice of this.choices) {
      if (mark) choice.setAttribute("aria-pressed", String((choice.dataset.label ?? null) === mark.label));
      else choice.removeAttribute("aria-pressed");
    }
    this.plain.hidden = Boolean(mark) && this.choices.length === 1;
    this.remove.hidden = !mark;
    this.cancel.textContent = mark ? "Keep it" : "Cancel";
    this.idle.hidden = true;
    this.active.hidden = false;
    this.node.classList.add("is-active");
  }

  /** Moves the focus to the choices: the label it has, or the first. */
  focus() {
    const pressed = this.choices.find((choice) => choice.getAttribute("aria-pressed") === "true");
    const open = [...this.choices, this.remove].find((choice) => !choice.hidden);
    (pressed && !pressed.hidden ? pressed : open).focus({ preventScroll: true });
  }

  has(node) {
    return this.node.contains(node);
  }
}
