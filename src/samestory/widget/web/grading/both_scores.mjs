// The two scores of an answer, equal to samestory.exercise.parts.both_scores.

/** @typedef {import("./verdict.mjs").Measure} Measure */

/** What is kept with a score: by which rule both were counted. Before 2, furniture, pairs and any label counted too. */
export const RULE = 2;

/**
 * The measures of the faults and of the sound passages that were looked at, each by its outcome.
 * @param {string[]} faults @param {string[]} sound @returns {Measure[]}
 */
export function bothScores(faults, sound) {
  const count = (name, some, outcome = name) => (
    { name, count: some.filter((one) => one === outcome).length, of: some.length }
  );
  const counts = [count("caught", faults), count("noticed", faults), count("trusted", sound)];
  return counts.filter(({ name, count: found, of }) => of && (found || name !== "noticed"));
}

/** Both scores as a sentence, empty where there is none. @param {Measure[]} measures */
export function inWords(measures) {
  const [caught, noticed, trusted] = ["caught", "noticed", "trusted"].map((name) => (
    measures.find((one) => one.name === name)
  ));
  const more = noticed ? `, ${noticed.count} more noticed under another label` : "";
  const said = [
    caught && `caught ${caught.count} of ${caught.of}${more}`,
    trusted && `rightly trusted ${trusted.count} of ${trusted.of}`,
  ].filter(Boolean).join("; ");
  return said ? `${said[0].toUpperCase()}${said.slice(1)}.` : "";
}
