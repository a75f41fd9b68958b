// Verdicts as plain values, equal to those of samestory.exercise.verdict.

import { RULE } from "./both_scores.mjs";

/**
 * @typedef {{quote: string, source: string, article: string|null, ours: boolean,
 *   lang?: string}} Evidence
 * @typedef {{id: string, outcome: string, heading: string, said: string, words: [number, number]|null,
 *   earned: number, possible: number, certainty: string|null, evidence: Evidence[], about: string,
 *   solved: string}} Part
 * @typedef {{name: "caught"|"noticed"|"trusted"|"spoken"|"silent", count: number, of: number}} Measure
 * @typedef {{state: "graded"|"not attempted"|"unreadable"|"recorded", points: number, of: number,
 *   headline: string, measures: Measure[], parts: Part[], rest?: string}} Verdict
 */

const OUTCOME_WORDS = {
  caught: "Caught",
  noticed: "Noticed under another label",
  found: "Found",
  partly: "Found in part",
  missed: "Missed",
  trusted: "Rightly trusted",
  doubted: "Doubted without cause",
  stray: "Neither fault nor control",
  right: "Right",
  near: "Close",
  wrong: "Not so",
  unanswered: "Not answered yet",
};

/** Two decimals, halves up, exactly as Python does it. */
export function rounded(points) {
  return Math.floor(points * 100 + 0.5) / 100;
}

/** A key leaves out what its evidence has nothing to say of. @returns {Part} */
export function part(id, outcome, text, said, earned, possible, more = {}) {
  const heading = text ? `${OUTCOME_WORDS[outcome]}: ${text}` : OUTCOME_WORDS[outcome];
  const { words = null, certainty = null, solved = "" } = more;
  const evidence = (more.evidence ?? []).map((one) => ({ article: null, ours: false, lang: "", ...one }));
  return { id, outcome, heading, said, earned, possible, words, certainty, evidence, about: text, solved };
}

/** What a heading says of the outcome, without what the part is about; of a solution, all. @param {Part} part */
export function outcomeIn({ outcome, heading, about }) {
  const isWhole = outcome === "shown" || !about;
  return isWhole ? heading : heading.slice(0, heading.length - about.length - ": ".length);
}

/** @returns {Verdict} */
export function graded(share, points, headline, measures, parts, more = {}) {
  return { state: "graded", points: rounded(share * points), of: points, headline, measures, parts, ...more };
}

/** @returns {Verdict} */
export function notAttempted(points) {
  return { state: "not attempted", points: 0, of: points, headline: "Not answered yet.", measures: [], parts: [] };
}

/** @param {number} points @param {string} question what to write instead @returns {Verdict} */
export function unreadable(points, question) {
  return { state: "unreadable", points: 0, of: points, headline: question, measures: [], parts: [] };
}

/** @returns {Verdict} */
export function recorded(points, headline) {
  return { state: "recorded", points: 0, of: points, headline, measures: [], parts: [] };
}

/** The verdict of a key that is not open yet: of nothing that could be shown. @returns {Verdict & {closed: true}} */
export function unopened(points) {
  return { ...recorded(points, "Your answer is kept. Its result is being opened."), state: "graded", closed: true };
}

/** What a host keeps for sums and results. @param {Verdict} verdict */
export function scoreOf({ state, points, of, measures }) {
  if (state !== "graded") return null;
  const counted = (name) => measures.filter((one) => one.name === name).map(({ count, of: all }) => [count, all])[0] ?? null;
  return { points, of, caught: counted("caught"), trusted: counted("trusted"), rule: RULE };
}

/**
 * The verdict, or that the answer is kept until other exercises are done, and until no item is `left` empty. That it
 * is kept is not said of practice, nor where nothing can be kept.
 * @param {Verdict|null} verdict @param {{title: string}[]} waits @param {number} left @param {boolean} isKept
 */
export function withheld(verdict, waits, left = 0, isKept = true) {
  if ((!waits.length && !left) || verdict?.state !== "graded") return verdict;
  const titles = waits.map(({ title }) => `“${title}”`);
  const all = titles.length < 2 ? titles.join() : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
  const shows = [left ? "no item is left empty" : "", all ? `you have done ${all} too` : ""].filter(Boolean);
  const kept = isKept ? "Your answer is kept. " : "";
  return recorded(verdict.of, `${kept}What was right shows when ${shows.join(" and ")}.`);
}

/** What the card says of itself in a word or two. @param {Verdict|null} verdict */
export function stateOf(verdict, { stale, empty, sealed, counts = true, practice = false, kept = true }) {
  if (!["graded", "recorded"].includes(verdict?.state) || stale) return empty ? "not answered" : "draft";
  if (verdict.state === "recorded" && practice) return "practice";
  if (verdict.state === "recorded") return !kept ? "not kept" : sealed ? "kept" : "recorded";
  const name = practice ? "practice" : "checked";
  return counts ? `${name}: ${verdict.points} of ${verdict.of}` : name;
}

/** The points in words, where there are any that count. @param {Verdict} verdict */
export function pointsOf({ state, points, of }, counts = true) {
  return state === "graded" && counts ? `${points} of ${of} ${of === 1 ? "point" : "points"}.` : "";
}

/** The headline, without the sentence that the two bars already say, and the points. */
export function headingOf(verdict, counts = true) {
  return `${verdict.rest ?? verdict.headline} ${pointsOf(verdict, counts)}`.trim();
}

/** The verdict on the key as an explanation: nobody caught or missed anything. */
export function asSolution(verdict) {
  const plain = (part) => ({ ...part, outcome: "shown", heading: part.solved || part.about || part.heading });
  return { ...verdict, measures: [], parts: verdict.parts.map(plain) };
}
