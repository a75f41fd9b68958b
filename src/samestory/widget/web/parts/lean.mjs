// Which way the learner leaned, as a picture below what was right: towards doubting or towards trusting.

import { el } from "../dom.mjs";

const DRAWN_IN = "http://www.w3.org/2000/svg"; // the name of a language, not an address
const [LEAN_LEFT, LEAN_RIGHT, LEAN_WIDTH, LEAN_HEIGHT, LEAN_MIDDLE] = [24, 296, 320, 74, 40];

/**
 * How many faults were taken for sound, less how many sound ones were doubted; null where both scores are not there.
 * @param {import("../grading/verdict.mjs").Measure[]} measures @returns {{lean: number, most: number}|null}
 */
export function leanOf(measures) {
  const by = Object.fromEntries(measures.map((one) => [one.name, one]));
  if (!by.caught || !by.trusted) return null;
  const missed = by.caught.of - by.caught.count - (by.noticed?.count ?? 0);
  return { lean: missed - (by.trusted.of - by.trusted.count), most: Math.max(by.caught.of, by.trusted.of) };
}

/** @param {number} lean above 0 for trusting */
export function leanWords(lean) {
  const way = lean > 0 ? "towards trusting" : "towards doubting";
  const how = Math.abs(lean) === 1 ? "a little " : "";
  const found = lean ? `You leaned ${how}${way}` : "You leaned neither way";
  return `${found}, on six small items on one day. It is no trait of yours; both ways cost something, and the course `
    + "works on both.";
}

/**
 * @param {{lean?: boolean}} view @param {import("../grading/verdict.mjs").Verdict|null} verdict
 * @returns {HTMLElement[]}
 */
export function leanIn(view, verdict) {
  const found = view.lean && verdict?.state === "graded" ? leanOf(verdict.measures) : null;
  if (!found) return [];
  const words = leanWords(found.lean);
  return [el("figure", { class: "ss-lean" }, drawLean(found, words), el("figcaption", {}, words))];
}

function drawLean({ lean, most }, words) {
  const at = (value) => (LEAN_LEFT + LEAN_RIGHT) / 2 + (value / most) * ((LEAN_RIGHT - LEAN_LEFT) / 2);
  const ticks = Array.from({ length: 2 * most + 1 }, (_, i) => at(i - most));
  const marks = ticks.map((x) => leanShape("line", { x1: x, x2: x, y1: LEAN_MIDDLE - 5, y2: LEAN_MIDDLE + 5 }));
  const line = leanShape("line", { x1: LEAN_LEFT, x2: LEAN_RIGHT, y1: LEAN_MIDDLE, y2: LEAN_MIDDLE });
  const dot = leanShape("circle", { cx: at(lean), cy: LEAN_MIDDLE, r: 8 });
  const label = (text, x, anchor) => {
    const node = leanShape("text", { x, y: LEAN_MIDDLE + 28, "text-anchor": anchor });
    node.textContent = text;
    return node;
  };
  const you = leanShape("text", { x: at(lean), y: LEAN_MIDDLE - 18, "text-anchor": "middle" });
  you.textContent = "you";
  const root = leanShape("svg", { viewBox: `0 0 ${LEAN_WIDTH} ${LEAN_HEIGHT}`, role: "img", "aria-label": words });
  const ends = [label("doubting", LEAN_LEFT - 20, "start"), label("trusting", LEAN_RIGHT + 20, "end")];
  root.append(line, ...marks, dot, you, ...ends);
  return root;
}

function leanShape(tag, attributes) {
  const node = document.createElementNS(DRAWN_IN, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}
