// The kind "order": put items in sequence, by buttons, by keys or by dragging.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { button, el } from "../dom.mjs";
import { graded, part } from "../grading/verdict.mjs";
import { Sequence } from "../parts/sequence.mjs";

const ORDER_HOW = "Move an item with its arrows, or drag it by its number. On an arrow, the keys ↑ ↓ Home End move it too.";

/** One item: its place, which is what one drags it by; its words; its two arrows. */
function drawRow({ text, source }, step) {
  const place = el("span", { class: "ss-order-place" });
  const grip = el("span", { class: "ss-grip" }, place);
  const up = button("↑", () => step(-1), { class: "ss-button ss-step", "aria-label": `Move up: ${text}` });
  const down = button("↓", () => step(1), { class: "ss-button ss-step", "aria-label": `Move down: ${text}` });
  const words = el("span", { class: source ? "ss-evidence ss-item-text" : "ss-item-text" }, text);
  const from = source ? el("span", { class: "ss-source" }, source) : null;
  const said = el("div", { class: "ss-said" });
  const steps = el("span", { class: "ss-steps" }, up, down);
  const about = el("div", { class: "ss-order-words" }, from, words);
  return { node: el("li", { class: "ss-order-row" }, grip, about, steps, said), place, grip, up, down, said };
}

function drawOrder(view, answer, onChange, { say }) {
  const start = view.items.map(({ id }) => id);
  const texts = new Map(view.items.map(({ id, text }) => [id, text]));
  const list = el("ol", { class: "ss-order-list", "aria-label": `From ${view.ends[0]} to ${view.ends[1]}` });
  const rows = new Map(view.items.map((item) => [item.id, drawRow(item, (by) => step(item.id, by))]));
  const sequence = new Sequence(list, new Map([...rows].map(([id, { node, grip }]) => [id, { node, grip }])), {
    shifted: number,
    dropped: (id) => moved(id),
  });
  let isMoved = false;

  function number() {
    const order = sequence.ids;
    order.forEach((id, at) => {
      const { place, up, down } = rows.get(id);
      place.textContent = String(at + 1);
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === order.length - 1));
    });
  }

  function moved(id) {
    isMoved = true;
    number();
    onChange();
    say(`Now in place ${sequence.ids.indexOf(id) + 1} of ${start.length}: ${texts.get(id)}`);
  }

  function step(id, by) {
    if (sequence.shift(id, by)) moved(id);
    else say(`Already ${view.ends[by < 0 ? 0 : 1]}: ${texts.get(id)}`);
  }

  list.addEventListener("keydown", (event) => {
    const [id] = [...rows].find(([, { up, down }]) => [up, down].includes(event.target)) ?? [];
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -start.length, End: start.length }[event.key];
    if (!id || !by) return;
    event.preventDefault();
    step(id, by);
  });

  const drawn = {
    node: el(
      "div", { class: "ss-order" },
      el("p", { class: "ss-order-how" }, ORDER_HOW),
      el("p", { class: "ss-order-end", "aria-hidden": "true" }, view.ends[0]),
      list,
      el("p", { class: "ss-order-end", "aria-hidden": "true" }, view.ends[1]),
    ),
    answer: () => ({ order: isMoved ? sequence.ids : [] }),
    set: (given) => {
      const order = given?.order;
      isMoved = isOrderOf(start, order);
      sequence.arrange(isMoved ? order : start);
      number();
    },
    /** On the learner's own items it is said where they stand; a bare solution is listed in its order. */
    reveal: (verdict) => {
      for (const { said } of rows.values()) said.replaceChildren();
      const placed = (verdict?.parts ?? []).filter((one) => one.outcome !== "shown");
      for (const one of placed) rows.get(one.id)?.said.replaceChildren(saidOf(one, { brief: true }));
      return new Map(placed.map((one) => [one, null]));
    },
    destroy: () => sequence.destroy(),
  };
  drawn.set(answer);
  return drawn;
}

/** Whether a value is a list of all ids, each once. */
function isOrderOf(ids, order) {
  return Array.isArray(order) && order.length === ids.length && ids.every((id) => order.includes(id));
}

function gradeOrder(view, key, answer) {
  const { order } = answer;
  const ranks = new Map(key.items.map(({ id, rank }) => [id, rank]));
  const [right, of] = pairsOf(ranks, order);
  const share = Math.max(0, (2 * right - of) / of);
  const kept = longestOf(ranks, order);
  const parts = key.items.map((item) => rowPart(item, key, order, kept, ranks));
  const moves = order.length - kept.length;
  let headline = `${right} of ${of} pairs stand the right way round.`;
  if (moves) headline += ` Moving ${moves} ${moves === 1 ? "item" : "items"} would set the rest right.`;
  if (moves && !share) headline += " Chance alone gets half of the pairs, so this earns nothing.";
  return graded(share, view.points, headline, [], parts);
}

/** How many pairs stand the right way round, and of how many; tied items make no pair. */
function pairsOf(ranks, order) {
  const untied = order.flatMap((one, at) => order.slice(at + 1).map((other) => [ranks.get(one), ranks.get(other)]))
    .filter(([one, other]) => one !== other);
  return [untied.filter(([one, other]) => one < other).length, untied.length];
}

/** The most items that stand in the right order among themselves; of several sets, the one that ends first. */
function longestOf(ranks, order) {
  const longer = (one, other) => (other.length > one.length ? other : one);
  const best = [];
  for (const id of order) {
    const before = best.filter((kept) => ranks.get(kept.at(-1)) <= ranks.get(id));
    best.push([...before.reduce(longer, []), id]);
  }
  return best.reduce(longer, []);
}

function rowPart({ id, heading, rank, said, evidence }, key, order, kept, ranks) {
  if (kept.includes(id)) return part(id, "right", heading, said, 1, 1, { evidence });
  const at = order.indexOf(id) + 1;
  const first = key.items.filter((other) => other.rank < rank).length + 1;
  const last = key.items.filter((other) => other.rank <= rank).length;
  const near = first <= at && at <= last;
  const range = first + 1 === last ? `in place ${first} or ${last}` : `in a place from ${first} to ${last}`;
  const belongs = first === last ? `in place ${first}` : range;
  const place = near
    ? `Place ${at} is right, but not beside what you put before or after it.`
    : `You put it in place ${at}; it belongs ${belongs}.`;
  const isMade = (swap) => order.indexOf(swap.first) < order.indexOf(swap.then);
  const misplaced = (swap) => (kept.includes(swap.first) ? swap.then : swap.first);
  const foreseen = key.swaps.filter((swap) => isMade(swap) && misplaced(swap) === id).map((swap) => swap.said);
  const words = [place, ...foreseen, said].join(" ");
  return part(id, near ? "near" : "wrong", heading, words, near ? 0.5 : 0, 1, { evidence });
}

addKind({
  name: "order",
  draw: drawOrder,
  empty: (answer) => !answer?.order?.length,
  grade: gradeOrder,
});
