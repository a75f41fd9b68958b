// Grades an answer by a scheme: slots, and replies to what stands in each. The steps of samestory.exercise.grading.

import { bothScores, inWords } from "./both_scores.mjs";
import { graded, part } from "./verdict.mjs";

/**
 * What these fields mean stands in Python; what says nothing is left out here.
 * @typedef {{first?: string, to?: string[], credit?: number, outcome?: string, head?: string, more?: string,
 *   solved?: string, score?: string, bare?: boolean}} Reply
 * @typedef {{id: string, about?: string, replies: Reply[], said?: string, measure?: string,
 *   aside?: number, evidence?: import("./verdict.mjs").Evidence[]}} Slot
 * @typedef {{slots: Slot[], headline: [string, string][], empty?: Reply, rule?: string, of?: number, wrongs?: number,
 *   varied?: boolean, scores?: boolean}} Scheme
 * @typedef {{value: string|null, about?: string, first?: string, why?: string}} Fill
 * @typedef {{slot: Slot, fill: Fill, reply: Reply|null, credit: number, found: string|null}} Given
 */

const FAULTY = ["caught", "noticed", "missed"];
const listed = (values, value) => values.includes(value);

/**
 * @param {number} points @param {Scheme} scheme @param {Fill[]} fills what stands in each slot, null for nothing
 * @param {(values: string[], value: string) => boolean} takes whether values of a reply take one that was given
 */
export function gradeByScheme(points, scheme, fills, takes = listed) {
  const given = scheme.slots.map((slot, at) => givenIn(slot, fills[at], scheme.empty ?? null, takes));
  const main = given.filter(({ slot }) => !slot.aside);
  const counts = countsOf(main);
  let share = shareOf(main, counts, scheme);
  for (const { slot: { aside = 0 }, credit } of given) {
    share = share * (1 - aside) + (share && credit === 1 ? aside : 0);
  }
  Object.assign(counts, { full: Number(share === 1), unsure: Number(counts.right > 0 && share !== 1) });
  const measures = measuresIn(main);
  for (const { name, count } of measures) counts[name] = count;
  const pieces = scheme.headline.filter(([, when]) => !when || counts[when]).map(([text]) => text);
  const rest = pieces.join("").replace(/\{(\w+)\}/g, (_, name) => counts[name] ?? 0);
  const parts = given.filter(({ reply }) => reply).map(partOf);
  if (!scheme.scores) return graded(share, points, rest, measures, parts);
  return graded(share, points, `${inWords(measures)} ${rest}`.trim(), measures, parts, { rest });
}

/** @returns {Given} */
function givenIn(slot, fill, empty, takes) {
  const isIt = ({ to }) => !to || takes(to, fill.value);
  const reply = (fill.value === null ? empty : slot.replies.find(isIt)) ?? null;
  const credit = reply?.credit ?? 0;
  const byCredit = credit === 1 ? "right" : credit ? "near" : "wrong";
  return { slot, fill, reply, credit, found: reply && (reply.outcome ?? byCredit) };
}

/** The outcomes, and how many slots earn something, are not right, are empty. @param {Given[]} main */
function countsOf(main) {
  const count = (fits) => main.filter(fits).length;
  const counts = { right: 0, wrong: 0 };
  for (const { found } of main) if (found) counts[found] = (counts[found] ?? 0) + 1;
  const amiss = main.length - counts.right;
  const all = Number(!amiss);
  return { ...counts, amiss, all, hit: count(({ credit }) => credit), left: count(({ fill }) => fill.value === null) };
}

/** @param {Given[]} main @param {Record<string, number>} counts @param {Scheme} scheme */
function shareOf(main, counts, { rule = "credits", of = 1, wrongs = 0, varied = false }) {
  const n = main.length;
  const { right } = counts;
  if (rule === "pairs") return (right + ((counts.trusted ?? 0) * right) / of) / n;
  if (rule === "beyond chance") {
    const used = (value) => main.filter(({ fill }) => fill.value === value).length;
    const accepted = main.flatMap(({ slot }) => slot.replies).filter(({ credit }) => credit === 1);
    const chance = accepted.flatMap(({ to }) => to).reduce((sum, value) => sum + used(value), 0);
    counts.chance = Math.floor((2 * chance + n) / (2 * n));
    return Math.max(0, (right * n - chance) / (n * n - chance));
  }
  const [{ fill: { value: first } }] = main;
  const isConstant = varied && first !== null && counts.amiss && main.every(({ fill }) => fill.value === first);
  counts.constant = Number(isConstant);
  const earned = main.reduce((sum, { credit }) => sum + credit, 0);
  return isConstant ? 0 : Math.max(0, earned / of - (wrongs ? counts.wrong / wrongs : 0));
}

/** Both scores over the slots with a value, then the measures that slots name. @param {Given[]} main */
function measuresIn(main) {
  const scored = main.flatMap(({ reply }) => reply?.score ?? []);
  const isFault = (one) => FAULTY.includes(one);
  const named = ["spoken", "silent"].map((name) => [name, main.filter(({ slot }) => slot.measure === name)]);
  const counted = named.map(([name, some]) => (
    { name, count: some.filter(({ credit }) => credit === 1).length, of: some.length }
  ));
  const scores = bothScores(scored.filter(isFault), scored.filter((one) => !isFault(one)));
  return counted.every(({ of }) => of) ? [...scores, ...counted] : scores;
}

/** @param {Given} given */
function partOf({ slot, fill, reply, credit, found }) {
  const first = fill.why && !reply.to ? fill.why : reply.first;
  const said = [fill.first, first, reply.bare ? "" : slot.said].filter(Boolean).join(" ");
  const about = `${slot.about ?? fill.about ?? ""}${reply.more ?? ""}`;
  const evidence = reply.bare ? [] : slot.evidence;
  const possible = Math.max(...slot.replies.map(({ credit: most = 0 }) => most));
  const one = part(slot.id, found, about, said, credit, possible, { evidence, solved: reply.solved });
  return reply.head ? { ...one, heading: `${reply.head}: ${about}` } : one;
}
