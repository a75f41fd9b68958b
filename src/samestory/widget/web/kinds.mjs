// The kinds of exercise that the front end can draw and grade.

import { brief } from "./brief.mjs";
import { choose } from "./choose.mjs";
import { classify } from "./classify.mjs";
import { code } from "./code.mjs";
import { highlight } from "./highlight.mjs";
import { match } from "./match.mjs";
import { matrix } from "./matrix.mjs";
import { number } from "./number.mjs";
import { order } from "./order.mjs";
import { rewrite } from "./rewrite.mjs";
import { short } from "./short.mjs";

/**
 * `draw` shows the task and keeps the answer; `reveal` shows a verdict (null: takes it away again) and returns how to
 * visit each part's place, or null for parts that it explains in place. `settle` is waited for before an answer is
 * checked. `lines` are printed to write an answer on; where `counts` is false, the points enter no sum. `gaps` are the
 * ids of the items that an answer leaves empty, and `visit` goes to one of them, where a kind has items.
 * @typedef {{uid: string, say: (text: string) => void, check: () => void}} Tools
 * @typedef {{node: HTMLElement, answer: () => object, set: (answer: object|null) => void, destroy: () => void,
 *   settle?: () => Promise<void>, visit?: (id: string) => void,
 *   reveal: (verdict: import("./verdict.mjs").Verdict|null) => Map<object, (() => void)|null>}} Drawn
 * @typedef {{name: string, lines?: number, counts?: boolean, gaps?: (view: object, answer: object|null) => string[],
 *   empty: (answer: object|null) => boolean,
 *   draw: (view: object, answer: object|null, onChange: () => void, tools: Tools) => Drawn,
 *   grade: (view: object, key: object, answer: object|null) => import("./verdict.mjs").Verdict}} Kind
 */

/** @type {Record<string, Kind>} */
export const KINDS = { brief, choose, classify, code, highlight, match, matrix, number, order, rewrite, short };
