// The kind "classify": put each item into a group.

import { bothScores, inWords } from "./both_scores.mjs";
import { el, goTo } from "./dom.mjs";
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
  const placed = answer?.placed ?? {};
  const left = gapsOf(view, answer).length;
  if (left === view.items.length) return notAttempted(view.points);
  const parts = view.items.map(({ id }) => itemPart(id, key.items[id], placed[id] ?? null));
  const right = parts.filter((one) => one.outcome === "right").length;
  const measures = bothOf(view, key, placed);
  const gaps = left ? `, ${left} left empty` : "";
  const rest = `${right} of ${parts.length} in the right group${gaps}.`;
  const headline = `${inWords(measures)} ${rest}`.trim();
  return graded(right / parts.length, view.points, headline, measures, parts, { rest });
}

function itemPart(id, item, group) {
  if (group === null) return part(id, "unanswered", item.heading, GAP, 0, 1);
  const right = group === item.group || item.also.includes(group);
  const foreseen = !right && Object.hasOwn(item.wrong, group);
  const said = foreseen ? `${item.wrong[group]} ${item.said}` : item.said;
  return part(id, right ? "right" : "wrong", item.heading, said, right ? 1 : 0, 1, { evidence: item.evidence });
}

/** Both scores over the items that were placed, where there are faults and sound items. */
function bothOf(view, key, placed) {
  const acceptedBy = ({ id }) => [key.items[id].group, ...key.items[id].also];
  const within = (groups) => view.items.filter((item) => acceptedBy(item).every((group) => groups.includes(group)));
  const [faults, sound] = [within(key.fault), within(key.sound)];
  if (!faults.length || !sound.length) return [];
  const isPlaced = ({ id }) => typeof placed[id] === "string";
  const caught = (item) => {
    if (acceptedBy(item).includes(placed[item.id])) return "caught";
    return key.fault.includes(placed[item.id]) ? "noticed" : "missed";
  };
  const trusted = ({ id }) => (key.sound.includes(placed[id]) ? "trusted" : "doubted");
  return bothScores(faults.filter(isPlaced).map(caught), sound.filter(isPlaced).map(trusted));
}

/** @type {import("./kinds.mjs").Kind} */
export const classify = {
  name: "classify",
  draw: drawClassify,
  empty: (answer) => !Object.keys(answer?.placed ?? {}).length,
  gaps: gapsOf,
  grade: gradeClassify,
};
