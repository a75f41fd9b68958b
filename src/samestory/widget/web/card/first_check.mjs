// Of an exercise that measures once, the first check with no item left empty counts; later ones are practice.

import { KINDS } from "./registry.mjs";

/** The ids of the items that an answer leaves empty, where the kind has items. @returns {string[]} */
export function gapsIn(view, answer) {
  return KINDS[view.kind]?.gaps?.(view, answer) ?? [];
}

/** Whether an answer has something, and nothing is left empty. */
export function isWhole(view, answer) {
  return Boolean(answer) && !KINDS[view.kind]?.empty(answer) && !gapsIn(view, answer).length;
}

/** Whether another answer than this one is the one that counts. @param {{answer: object}|null} first its record */
export function isPractice(first, answer) {
  return Boolean(first) && JSON.stringify(first.answer) !== JSON.stringify(answer);
}

/** Whether an exercise that is waited for is done: one with `items` only when none is left empty. */
export function isDoneWith({ kind, items, sure }, answer) {
  return !items || isWhole({ kind, items: items.map((id) => ({ id })), sure }, answer);
}
