// The kind "classify": put each item into a group.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { el, goTo } from "../dom.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";
import { leanIn } from "../parts/lean.mjs";
import { stepsThrough } from "../parts/steps.mjs";
import { surenessIn } from "../parts/sureness.mjs";

/** Radio buttons with their words. */
function drawChoices(options, name, onChange) {
  const inputs = options.map(({ id }) => el("input", { type: "radio", name, value: id, onchange: onChange }));
  const labels = options.map(({ text }, i) => el("label", { class: "ss-group" }, inputs[i], el("span", {}, text)));
  return { inputs, labels };
}

/** How sure, where it is asked for. */
function drawSure(steps, name, onChange) {
  const { inputs, labels } = drawChoices(steps, `${name}-sure`, onChange);
  const legend = el("legend", {}, "How sure are you?");
  return { inputs, node: steps.length ? el("fieldset", { class: "ss-sure" }, legend, ...labels) : null };
}

/** One item with its groups as radio buttons, so that nothing has to be dragged. */
function drawItem(item, { groups, sure = [] }, name, onChange) {
  const { inputs, labels } = drawChoices(groups, name, onChange);
  const steps = drawSure(sure, name, onChange);
  const said = el("div", { class: "ss-said" });
  const source = item.source ? el("span", { class: "ss-source" }, item.source) : null;
  const text = el("span", { class: source ? "ss-evidence ss-item-text" : "ss-item-text" }, item.text);
  const legend = el("legend", { class: source ? "ss-clipping" : null }, source, text);
  const row = el("div", { class: "ss-groups" }, ...labels);
  const node = el("fieldset", { class: "ss-item" }, legend, row, steps.node, said);
  return { node, said, inputs, sure: steps.inputs };
}

/** What is chosen of each item that has something chosen. */
function chosenIn(items, which) {
  const chosen = [...items].map(([id, item]) => [id, item[which].find((input) => input.checked)?.value]);
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined));
}

function drawClassify(view, answer, onChange, { uid }) {
  const changed = () => {
    steps.paint();
    onChange();
  };
  const draw = (item, i) => [item.id, drawItem(item, view, `${uid}-${i}`, changed)];
  const items = new Map(view.items.map(draw));
  // Of items that a narrow card hides, the style would count none.
  [...items.values()].forEach(({ node }, i) => { node.style.counterSet = `item ${i + 1}`; });
  const inOrder = [...items].map(([id, { node }]) => ({ ids: [id], nodes: [node] }));
  const isAnswered = (at) => !gapsOf(view, drawn.answer()).includes(view.items[at].id);
  const summary = el("div", {});
  const drawn = {
    node: el("div", { class: "ss-classify" }, ...[...items.values()].map((item) => item.node)),
    answer: () => {
      const sure = chosenIn(items, "sure");
      return { placed: chosenIn(items, "inputs"), ...(Object.keys(sure).length ? { sure } : {}) };
    },
    set: (given) => {
      for (const [id, { inputs, sure }] of items) {
        for (const input of inputs) input.checked = given?.placed?.[id] === input.value;
        for (const input of sure) input.checked = given?.sure?.[id] === input.value;
      }
      steps.paint();
    },
    reveal: (verdict) => {
      for (const { said } of items.values()) said.replaceChildren();
      steps.tell(verdict?.parts ?? []);
      summary.replaceChildren(...leanIn(view, verdict), ...surenessIn(view, drawn.answer(), verdict?.parts ?? []));
      return new Map((verdict?.parts ?? []).map((one) => [one, place(one)]));
    },
    visit: (id) => {
      const { inputs, sure } = items.get(id);
      steps.go([...items.keys()].indexOf(id));
      goTo(inputs.some(({ checked }) => checked) ? sure[0] ?? inputs[0] : inputs[0]);
    },
    destroy: () => {},
  };
  function place(one) {
    items.get(one.id)?.said.replaceChildren(saidOf(one, { brief: true }));
    return null;
  }
  const steps = stepsThrough(inOrder, isAnswered);
  drawn.node.append(...[steps.node, summary].filter(Boolean));
  drawn.set(answer);
  return drawn;
}

/** The ids of the items that have no group yet, or of which it is not said how sure that is. */
function gapsOf(view, answer) {
  const lacks = (given, id) => typeof given?.[id] !== "string";
  const isOpen = (id) => lacks(answer?.placed, id) || (view.sure && lacks(answer?.sure, id));
  return view.items.map(({ id }) => id).filter(isOpen);
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
