// The kinds of exercise that the front end can draw and grade.

import { choose } from "./choose.mjs";
import { classify } from "./classify.mjs";
import { highlight } from "./highlight.mjs";
import { short } from "./short.mjs";

/**
 * `draw` shows the task and keeps the answer; `reveal` shows a verdict (null: takes it away again) and returns how to
 * visit each part's place, or null for parts that it explains in place. `lines` are printed to write an answer on.
 * @typedef {{uid: string, say: (text: string) => void, check: () => void}} Tools
 * @typedef {{node: HTMLElement, answer: () => object, set: (answer: object|null) => void, destroy: () => void,
 *   reveal: (verdict: import("./verdict.mjs").Verdict|null) => Map<object, (() => void)|null>}} Drawn
 * @typedef {{name: string, lines?: number, empty: (answer: object|null) => boolean,
 *   draw: (view: object, answer: object|null, onChange: () => void, tools: Tools) => Drawn,
 *   grade: (view: object, key: object, answer: object|null) => import("./verdict.mjs").Verdict}} Kind
 */

/** @type {Record<string, Kind>} */
export const KINDS = { choose, classify, highlight, short };
