// Grades the kind "code": values that were returned, compared as data. Nothing is run here.

import { gradeByScheme } from "./scheme.mjs";
import { causeOf, sameValue, valueTokens } from "./value.mjs";
import { graded, part, unreadable } from "./verdict.mjs";

const SHOWN = 160;
const NOTHING = "No value came back that could be graded.";
const UNREADABLE_VALUES = "The values that this code returned can't be read: run it again, then check.";
const NOT_RUN = "This code was not run on every input yet: run it, then check.";

function givenBy(answer) {
  return Array.isArray(answer?.results) ? answer.results : [];
}

/** What each call gave, or an empty list if it can't be read. @returns {{value?: string, error?: string}[]} */
export function resultsOf(answer) {
  const given = givenBy(answer);
  const isRead = (one) => valueTokens(one?.value) !== null || (typeof one?.error === "string" && one.error.trim());
  return given.every(isRead) ? given : [];
}

export function emptyCode(answer) {
  return !givenBy(answer).length && !codeOf(answer).trim();
}

/** The source text of an answer. @returns {string} */
export function codeOf(answer) {
  return typeof answer?.source === "string" ? answer.source : "";
}

export function gradeCode(view, key, answer) {
  const results = resultsOf(answer);
  if (givenBy(answer).length !== view.calls.length) return unreadable(view.points, NOT_RUN);
  if (!results.length) return unreadable(view.points, UNREADABLE_VALUES);
  const [{ error }] = results;
  if (error !== undefined && results.every((one) => one.error === error)) {
    return graded(0, view.points, NOTHING, [], [part("code", "wrong", "the code", error, 0, 1)]);
  }
  const isSame = ([known], given) => sameValue(valueTokens(known), valueTokens(given), key.tolerance);
  const fills = results.map((result, at) => fillOf(result, view.calls[at].short, key.slots[at].replies[0].to[0], key.tolerance));
  return gradeByScheme(view.points, key, fills, isSame);
}

/** @returns {import("./scheme.mjs").Fill} */
function fillOf({ value, error }, about, expected, tolerance) {
  if (value === undefined) return { value: null, about, first: error };
  const why = causeOf(valueTokens(value), valueTokens(expected), tolerance);
  return { value, about, first: `It returned ${cutValue(value)}.`, why };
}

/** The text of a value as a sentence can hold it. */
function cutValue(value) {
  const all = [...value];
  return all.length <= SHOWN ? value : `${all.slice(0, SHOWN).join("")} …`;
}
