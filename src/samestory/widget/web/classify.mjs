// The kind "classify": put each item into a group.

import { el } from "./dom.mjs";
import { saidOf } from "./feedback.mjs";
import { graded, notAttempted, part } from "./verdict.mjs";

const GAP = "Put it into a group; a reasoned guess teaches more than a gap.";

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
    destroy: () => {},
  };
  function place(one) {
    items.get(one.id)?.said.replaceChildren(saidOf(one, { brief: true }));
    return null;
  }
  drawn.set(answer);
  return drawn;
}

function gradeClassify(view, key, answer) {
  const placed = answer?.placed ?? {};
  const isPlaced = ({ id }) => typeof placed[id] === "string";
  if (!view.items.some(isPlaced)) return notAttempted(view.points);
  const parts = view.items.map(({ id }) => itemPart(id, key.items[id], placed[id] ?? null));
  const right = parts.filter((one) => one.outcome === "right").length;
  const measures = bothMeasures(view, key, placed);
  let headline = `${right} of ${parts.length} in the right group.`;
  if (measures.length) {
    const [caught, trusted] = measures;
    const both = `Caught ${caught.count} of ${caught.of}; rightly trusted ${trusted.count} of ${trusted.of}.`;
    headline = `${both} ${headline}`;
  }
  return graded(right / parts.length, view.points, headline, measures, parts);
}

function itemPart(id, item, group) {
  if (group === null) return part(id, "unanswered", item.heading, GAP, 0, 1);
  const right = group === item.group || item.also.includes(group);
  const foreseen = !right && Object.hasOwn(item.wrong, group);
  const said = foreseen ? `${item.wrong[group]} ${item.said}` : item.said;
  return part(id, right ? "right" : "wrong", item.heading, said, right ? 1 : 0, 1, { evidence: item.evidence });
}

/** Caught and trusted, where some group is for what is right as it stands. */
function bothMeasures(view, key, placed) {
  if (!key.sound.length) return [];
  const trusts = ({ id }) => key.sound.includes(placed[id]);
  // what may be called sound or faulty is neither a fault to catch nor a passage to trust
  const sides = ({ group, also }) => new Set([group, ...also].map((name) => key.sound.includes(name))).size;
  const settled = view.items.filter(({ id }) => sides(key.items[id]) === 1);
  const controls = settled.filter(({ id }) => key.items[id].sound);
  const faults = settled.filter(({ id }) => !key.items[id].sound);
  const caught = faults.filter((item) => typeof placed[item.id] === "string" && !trusts(item)).length;
  return [
    { name: "caught", count: caught, of: faults.length },
    { name: "trusted", count: controls.filter(trusts).length, of: controls.length },
  ];
}

/** @type {import("./kinds.mjs").Kind} */
export const classify = {
  name: "classify",
  draw: drawClassify,
  empty: (answer) => !Object.keys(answer?.placed ?? {}).length,
  grade: gradeClassify,
};
