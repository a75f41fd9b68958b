// Lays the two tests side by side: both scores of each, d′ and c, and how sure one was.

import { calibration } from "../../widget/web/grading/calibration.mjs";
import { discernment } from "../../widget/web/grading/discernment.mjs";
import { isDone } from "./kept.mjs";
import { addCounts } from "./tally.mjs";

/**
 * @typedef {[number, number]} Count
 * @typedef {{id: string, text: string, sound: boolean}} Group
 * @typedef {{id: string, title: string, spec: string, ids: string[], groups: Group[], closed?: object,
 *   sure?: {id: string, text: string}[], items?: Object<string, string>, also?: Object<string, string[]>}} Form `items`
 *   with the group of each, and the other groups that are right for some, once it is opened; `sure` are the steps of
 *   how sure one is, where it is asked for
 * @typedef {{form: string, when: string, caught: Count, noticed: Count, trusted: Count, dPrime: number, bias: number,
 *   byGroup: Object<string, Count>, sure: import("../../widget/web/grading/calibration.mjs").Calibration|null}} Taken
 *   `noticed` faults were called by another name, beside those caught
 */

/** The ids of the forms, in the plan's order. @param {Object<string, Form>|null} forms */
export function namesOf(forms) {
  return Object.keys(forms ?? {});
}

/** How many of the two tests are done, with no item left empty. @param {Object<string, Form>|null} forms */
export function testsDone(forms, entries) {
  return namesOf(forms).filter((name) => isComplete(forms[name], entries.get(name))).length;
}

/**
 * Whether a test is checked with no item left empty.
 * @param {Form} form @param {import("./kept.mjs").Entry|undefined} entry
 */
export function isComplete({ spec, ids, items, groups, sure }, entry) {
  const isOne = (some, value) => some.some(({ id }) => id === value);
  const isPlaced = (item) => isOne(groups, entry.record.answer?.placed?.[item]);
  const isSaid = (item) => !sure || isOne(sure, entry.record.answer?.sure?.[item]);
  return isDone(entry, spec) && (ids ?? Object.keys(items)).every((item) => isPlaced(item) && isSaid(item));
}

/**
 * The two tests in the order in which they were drawn, or null unless both are done.
 * @param {Object<string, Form>|null} forms @param {Map<string, import("./kept.mjs").Entry>} entries
 * @param {string|null} draw "ab" or "ba"; without one, the earlier answer came first
 * @returns {null|{first: Taken, second: Taken}}
 */
export function compared(forms, entries, draw) {
  const names = namesOf(forms);
  if (!names.length || testsDone(forms, entries) < names.length) return null;
  if (names.some((name) => !forms[name].items)) return null; // not opened yet
  const taken = names.map((name) => readTest(name, forms[name], entries.get(name)));
  const isTurned = draw ? draw === "ba" : taken[0].when > taken[1].when;
  const [first, second] = isTurned ? taken.reverse() : taken;
  return { first, second };
}

/** @param {Form} form @returns {Taken} */
export function readTest(name, form, entry) {
  const { placed, sure: said = {} } = entry.record.answer;
  const sound = new Set(form.groups.filter((group) => group.sound).map((group) => group.id));
  const byGroup = {};
  const judged = [];
  let noticed = 0;
  for (const [item, group] of Object.entries(form.items)) {
    const isNamed = placed[item] === group || (form.also?.[item] ?? []).includes(placed[item]);
    const isRight = isNamed || (sound.has(group) && sound.has(placed[item]));
    byGroup[group] = addCounts(byGroup[group] ?? null, [isRight ? 1 : 0, 1]);
    if (!isRight && !sound.has(group) && !sound.has(placed[item])) noticed += 1;
    if (form.sure) judged.push([said[item], isRight]);
  }
  const sum = (isSound) => Object.entries(byGroup)
    .filter(([group]) => sound.has(group) === isSound)
    .reduce((added, [, count]) => addCounts(added, count), [0, 0]);
  const [caught, trusted] = [sum(false), sum(true)];
  const hits = [caught[0] + noticed, caught[1]];
  const { dPrime, bias } = discernment({ caught: hits, trusted });
  const when = String(entry.record.when ?? "");
  const sure = calibration(judged);
  return { form: name, when, caught, noticed: [noticed, caught[1]], trusted, dPrime, bias, byGroup, sure };
}

/** What a bias leans to. One item moves it by 0.18 or more, so what is nearer to 0 leans neither way. */
export function leaning(bias) {
  if (Math.abs(bias) < 0.15) return "neither way";
  return bias > 0 ? "towards trusting" : "towards doubting";
}
