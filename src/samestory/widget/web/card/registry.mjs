// The kinds of exercise that the front end can draw and grade: every module in `kinds/` adds its own.

import { notAttempted } from "../grading/verdict.mjs";

/**
 * `draw` shows the task and keeps the answer; `reveal` shows a verdict (null: takes it away again) and returns how to
 * visit each part's place, or null for parts that it explains in place. `settle` is waited for before an answer is
 * checked. `lines` are printed to write an answer on; where `counts` is false, the points enter no sum (a kind
 * may say so of a view). `gaps` are the
 * ids of the items that an answer leaves empty, and `visit` goes to one of them, where a kind has items.
 * @typedef {{uid: string, say: (text: string) => void, check: () => void}} Tools
 * @typedef {{node: HTMLElement, answer: () => object, set: (answer: object|null) => void, destroy: () => void,
 *   settle?: () => Promise<void>, visit?: (id: string) => void,
 *   reveal: (verdict: import("../grading/verdict.mjs").Verdict|null) => Map<object, (() => void)|null>}} Drawn
 * @typedef {{name: string, lines?: number, counts?: boolean|((view: object) => boolean), gaps?: (view: object, answer: object|null) => string[],
 *   empty: (answer: object|null) => boolean,
 *   draw: (view: object, answer: object|null, onChange: () => void, tools: Tools) => Drawn,
 *   grade: (view: object, key: object, answer: object|null) => import("../grading/verdict.mjs").Verdict}} Kind
 */

/** @type {Record<string, Kind>} */
export const KINDS = {};

/** Whether the points of an exercise enter sums. @param {object} view */
export function countsIn(view) {
  const { counts = true } = KINDS[view.kind];
  return typeof counts === "function" ? counts(view) : counts;
}

/** Adds a kind; its `grade` is asked about answers that are not empty. @param {Kind} kind */
export function addKind(kind) {
  const grade = (view, key, answer) => (
    kind.empty(answer) ? notAttempted(view.points) : kind.grade(view, key, answer)
  );
  KINDS[kind.name] = { ...kind, grade };
}
