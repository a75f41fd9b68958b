// The kind "choose": one option or several, and, where asked, how sure anyone can be.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { el } from "../dom.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";

/** A fieldset of radio buttons or checkboxes, with room under each for what is said about it. */
class Options {
  constructor(legend, options, { many, name, onChange }) {
    this.rows = new Map();
    this.node = el("fieldset", { class: "ss-options" }, el("legend", {}, legend));
    for (const { id, text } of options) {
      const input = el("input", { type: many ? "checkbox" : "radio", name, value: id, onchange: onChange });
      const said = el("div", { class: "ss-said" });
      this.rows.set(id, { input, said });
      this.node.append(el("div", { class: "ss-option" }, el("label", {}, input, el("span", {}, text)), said));
    }
  }

  get chosen() {
    return [...this.rows].filter(([, { input }]) => input.checked).map(([id]) => id);
  }

  set chosen(ids) {
    for (const [id, { input }] of this.rows) input.checked = ids.includes(id);
  }

  /** Says something under an option. */
  say(id, node) {
    this.rows.get(id)?.said.replaceChildren(node);
  }

  quiet() {
    for (const { said } of this.rows.values()) said.replaceChildren();
  }
}

function drawChoose(view, answer, onChange, { uid }) {
  const legend = view.many ? "Choose every one that fits." : "Choose one.";
  const options = new Options(legend, view.options, { many: view.many, name: `${uid}-option`, onChange });
  const sure = view.confidence.length
    ? new Options("How sure can one be?", view.confidence, { many: false, name: `${uid}-sure`, onChange })
    : null;
  const unsure = el("div", { class: "ss-said" });
  const node = el("div", { class: "ss-choose" }, options.node, sure?.node, unsure);
  const drawn = {
    node,
    answer: () => ({ chosen: options.chosen, confidence: sure?.chosen[0] ?? null }),
    set: (given) => {
      options.chosen = Array.isArray(given?.chosen) ? given.chosen : [];
      if (sure) sure.chosen = [given?.confidence];
    },
    reveal: (verdict) => {
      [options, sure].forEach((group) => group?.quiet());
      unsure.replaceChildren();
      return new Map((verdict?.parts ?? []).map((one) => [one, place(one)]));
    },
    destroy: () => {},
  };
  function place(one) {
    const said = saidOf(one, { brief: true });
    const level = one.about;
    if (one.id !== "confidence") options.say(one.id, said);
    else if (sure?.rows.has(level)) sure.say(level, said);
    else unsure.replaceChildren(said);
    return null;
  }
  drawn.set(answer);
  return drawn;
}

function gradeChoose(view, key, answer) {
  const isChosen = (id) => answer.chosen.includes(id);
  const options = view.options.map(({ id, text }) => ({ value: isChosen(id) ? "chosen" : "left", about: text }));
  const sure = view.confidence.length ? [{ value: answer.confidence ?? null }] : [];
  return gradeByScheme(view.points, key, [...options, ...sure]);
}

addKind({
  name: "choose",
  draw: drawChoose,
  empty: (answer) => !answer?.chosen?.length,
  grade: gradeChoose,
});
