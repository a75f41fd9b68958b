// Grades the kind "code": values that were returned, compared as data. Nothing is run here.

import { causeOf, sameValue, valueTokens } from "./returned_value.mjs";
import { graded, notAttempted, part } from "./verdict.mjs";

const SHOWN = 160;
const CONSTANT = "It returns the same for every input, and that earns nothing.";
const NOTHING = "No value came back that could be graded.";
const NOT_RUN = "This code was not run on every input yet: run it, then check.";

/** What each call gave, or an empty list if it can't be read. @returns {{value?: string, error?: string}[]} */
export function resultsOf(answer) {
  const given = Array.isArray(answer?.results) ? answer.results : [];
  const isRead = (one) => valueTokens(one?.value) !== null || (typeof one?.error === "string" && one.error.trim());
  return given.every(isRead) ? given : [];
}

export function gradeCode(view, key, answer) {
  const results = resultsOf(answer);
  if (!results.length && !codeOf(answer).trim()) return notAttempted(view.points);
  if (results.length !== view.calls.length) {
    return { state: "unreadable", points: 0, of: view.points, headline: NOT_RUN, measures: [], parts: [] };
  }
  const [first] = results;
  if (first.error !== undefined && results.every(({ error }) => error === first.error)) {
    return graded(0, view.points, NOTHING, [], [part("code", "wrong", "the code", first.error, 0, 1)]);
  }
  const parts = results.map((result, at) => callPart(view.calls[at], key.calls[at], result, key, at));
  const right = parts.filter(({ outcome }) => outcome === "right").length;
  let share = parts.reduce((sum, { earned }) => sum + earned, 0) / parts.length;
  let headline = right === parts.length ? "Right." : `${right} of ${parts.length} right.`;
  const isConstant = first.value !== undefined && results.every(({ value }) => value === first.value);
  if (right < parts.length && isConstant) {
    share = 0;
    headline += ` ${CONSTANT}`;
  }
  return graded(share, view.points, headline, [], parts);
}

/** The source text of an answer. @returns {string} */
export function codeOf(answer) {
  return typeof answer?.source === "string" ? answer.source : "";
}

function callPart({ short }, { expect, said, near }, { value, error }, { tolerance, otherwise }, at) {
  const id = `call-${at + 1}`;
  if (value === undefined) return part(id, "wrong", short, error, 0, 1);
  const given = valueTokens(value);
  const known = [{ value: expect, said, credit: 1 }, ...near];
  const found = known.find((one) => sameValue(given, valueTokens(one.value), tolerance));
  const credit = found?.credit ?? 0;
  const why = found ? found.said : causeOf(given, valueTokens(expect), tolerance) || otherwise;
  const outcome = credit === 1 ? "right" : credit ? "near" : "wrong";
  return part(id, outcome, short, `It returned ${cutValue(value)}. ${why}`.trimEnd(), credit, 1);
}

/** The text of a value as a sentence can hold it. */
function cutValue(value) {
  const all = [...value];
  return all.length <= SHOWN ? value : `${all.slice(0, SHOWN).join("")} …`;
}
