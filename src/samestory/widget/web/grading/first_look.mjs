// What a learner reads of the first look beside a verdict; equal to samestory.exercise.parts.first_look.

import { inWords } from "./both_scores.mjs";

/**
 * The first look of a record: the check before any feedback. `sure` is false where an earlier edition kept the last
 * check alone; `isThis` is true where the record's own answer is the first look.
 * @param {object} record @returns {{answer: object, when: string, hints: number, sure: boolean, isThis: boolean}}
 */
export function firstLookOf({ answer, when, hints = 0, first = null }) {
  if (first?.answer === undefined) return { answer, when, hints, sure: first === true, isThis: true };
  return { hints: 0, ...first, sure: first.sure !== false, isThis: false };
}

/** A first look as a record that came after it keeps it. */
export function keptLook({ answer, when, hints, sure }) {
  return { answer, when, hints, ...(sure ? {} : { sure }) };
}

/**
 * What there is to say of a first look; nothing where it has neither score.
 * @param {import("./verdict.mjs").Measure[]} first its measures
 * @param {{hints?: number, sure?: boolean, isThis?: boolean}} [look] as in `firstLookOf`
 */
export function firstLookWords(first, { hints = 0, sure = true, isThis = false } = {}) {
  const scores = inWords(first);
  if (!scores) return "";
  const opened = hints ? `, with ${hints} ${hints === 1 ? "hint" : "hints"} open` : "";
  const unsure = sure ? "" : " An earlier edition kept the last check alone, so that one counts as your first look.";
  if (isThis) return `Your first look${opened}: both scores count it.${unsure}`;
  const found = `${scores[0].toLowerCase()}${scores.slice(1)}`;
  return `Your first look${opened}: ${found} It counts; this check is after feedback.${unsure}`;
}
