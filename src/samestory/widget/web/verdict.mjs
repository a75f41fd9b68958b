// Verdicts as plain values, equal to those of samestory.exercise.verdict.

/**
 * @typedef {{quote: string, source: string, article: string|null, ours: boolean}} Evidence
 * @typedef {{id: string, outcome: string, heading: string, said: string, words: [number, number]|null,
 *   earned: number, possible: number, certainty: string|null, evidence: Evidence[]}} Part
 * @typedef {{name: "caught"|"trusted", count: number, of: number}} Measure
 * @typedef {{state: "graded"|"not attempted"|"unreadable"|"recorded", points: number, of: number,
 *   headline: string, measures: Measure[], parts: Part[]}} Verdict
 */

const OUTCOME_WORDS = {
  caught: "Caught",
  partly: "Partly caught",
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

/** @returns {Part} */
export function part(id, outcome, text, said, earned, possible, more = {}) {
  const heading = text ? `${OUTCOME_WORDS[outcome]}: ${text}` : OUTCOME_WORDS[outcome];
  const { words = null, certainty = null, evidence = [] } = more;
  return { id, outcome, heading, said, earned, possible, words, certainty, evidence };
}

/** @returns {Verdict} */
export function graded(share, points, headline, measures, parts) {
  return { state: "graded", points: rounded(share * points), of: points, headline, measures, parts };
}

/** @returns {Verdict} */
export function notAttempted(points) {
  return { state: "not attempted", points: 0, of: points, headline: "Not answered yet.", measures: [], parts: [] };
}

/** @returns {Verdict} */
export function recorded(points, headline) {
  return { state: "recorded", points: 0, of: points, headline, measures: [], parts: [] };
}

/** The points in words, where there are any. @param {Verdict} verdict */
export function pointsOf({ state, points, of }) {
  return state === "graded" ? `${points} of ${of} ${of === 1 ? "point" : "points"}.` : "";
}

/** The headline, without the sentence that the two bars already say, and the points. */
export function headingOf(verdict) {
  const [caught, trusted] = verdict.measures;
  const said = caught && trusted
    ? `Caught ${caught.count} of ${caught.of}; rightly trusted ${trusted.count} of ${trusted.of}.`
    : "";
  return `${verdict.headline.replace(said, "").trim()} ${pointsOf(verdict)}`.trim();
}

/** The verdict on the key as an explanation: nobody caught or missed anything. */
export function asSolution(verdict) {
  const plain = (part) => ({ ...part, outcome: "shown", heading: part.heading.replace(/^[^:]*: /, "") });
  return { ...verdict, measures: [], parts: verdict.parts.map(plain) };
}
