// The kind "classify": put each item into a group.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { el, goTo } from "../dom.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";

/** One item with its groups as radio buttons, so that nothing has to be dragged. */
function drawItem(item, groups, name, onChange) {
  const inputs = groups.map(({ id }) => el("input", { type: "radio", name, value: id, onchange: onChange }));
  const choices = groups.map(({ text }, i) => el("label", { class: "ss-group" }, inputs[i], el("span", {}, text)));
  const said = el("div", { class: "ss-said" });
  const source = item.source ? el("span", { class: "ss-source" }, item.source) : null;
  const text = el("span", { class: source ? "ss-evidence ss-item-text" : "ss-item-text" }, item.text);
  const legend = el("legend", { class: source ? "ss-clipping" : null }, source, text);
  const row = el("div", { class: "ss-groups" }, ...choices);
  const node = el("fieldset", { class: "ss-item" }, legend, row, said);
  return { node, said, inputs };
}

function drawClassify(view, answer, onChange, { uid }) {
  const draw = (item, i) => [item.id, drawItem(item, view.groups, `${uid}-${i}`, onChange)];
  const items = new Map(view.items.map(draw));
  const drawn = {
    node: el("div", { class: "ss-classify" }, ...[...items.values()].map((item) => item.node)),
    answer: () => {
      const chosen = [...items].map(([id, { inputs }]) => [id, inputs.find((input) => input.checked)?.value]);
      return { placed: Object.fromEntries(chosen.filter(([, group]) => group !== undefined)) };
    },
    set: (given) => {
      for (const [id, { inputs }] of items) {
        for (const input of inputs) input.checked = given?.placed?.[id] === input.value;
      }
    },
    reveal: (verdict) => {
      for (const { said } of items.values()) said.replaceChildren();
      return new Map((verdict?.parts ?? []).map((one) => [one, place(one)]));
    },
    visit: (id) => goTo(items.get(id).inputs[0]),
    destroy: () => {},
  };
  function place(one) {
    items.get(one.id)?.said.replaceChildren(saidOf(one, { brief: true }));
    return null;
  }
  drawn.set(answer);
  return drawn;
}

/** The ids of the items that have no group yet. */
function gapsOf(view, answer) {
  return view.items.map(({ id }) => id).filter((id) => typeof answer?.placed?.[id] !== "string");
}

function gradeClassify(view, key, answer) {
  return gradeByScheme(view.points, key, view.items.map(({ id, text }) => (
    { value: answer.placed[id] ?? null, about: text }
  )));
}

addKind({
  name: "classify",
  draw: drawClassify,
  empty: (answer) => !Object.keys(answer?.placed ?? {}).length,
  gaps: gapsOf,
  grade: gradeClassify,
});
