// Grades marks in a passage as samestory.exercise.kinds.highlight does, number for number.

import { bothScores, inWords } from "./both_scores.mjs";
import { meets } from "../parts/marks.mjs";
import { graded, part, rounded } from "./verdict.mjs";

const CORE_NEEDED = 0.5;
const LABEL_SHARE = 0.25;
const CONTROL_COST = 0.5;
const STRAY_COST = 0.25;
const SPARE_MARKS = 3;
const PARTLY = 0.25;
const FREE_SHARE = 0.25;
const FEW_WORDS = 12;
const MARKED_WHOLE = ["caught", "noticed", "found"]; // outcomes of what was marked as a whole
const STRAY = "The key neither doubts these words nor vouches for them; a few such marks cost nothing.";

/** @param {object} view @param {object} key @param {{marks: import("../parts/marks.mjs").Mark[]}} answer */
export function gradeHighlight(view, key, answer) {
  const { marks } = answer;
  const { faults, controls } = key;
  const marked = numbersIn(marks.map((mark) => [mark.from, mark.to]));
  const known = [...faults, ...controls, ...key.neutral];
  const strays = marks.filter((mark) => !known.some(({ words }) => meets(mark, asSpan(words))));
  const unscored = key.neutral.filter(({ words }) => marks.some((mark) => meets(mark, asSpan(words))));
  const excess = Math.max(0, Math.min(marks.length - faults.length - SPARE_MARKS, strays.length));
  const found = faults.map((fault) => faultPart(fault, marks, view, key));
  const left = controls.map((control) => controlPart(control, marked));
  const parts = [
    ...found,
    ...left,
    ...strays.map(({ from, to }) => part(`stray-${from}`, "stray", "", STRAY, 0, 0, { words: [from, to] })),
    ...unscored.map(unscoredPart),
  ].sort((a, b) => a.words[0] - b.words[0] || a.words[1] - b.words[1]);
  const earned = parts.reduce((sum, one) => sum + one.earned, 0) - excess * STRAY_COST;
  const { measures, said } = scoresOf(found.map((one) => one.outcome), left.map((one) => one.outcome), faults);
  let rest = said;
  const restraint = restraintOf(view, key, marked);
  if (excess) rest += ` ${excess} ${excess === 1 ? "mark" : "marks"} too many on other words cost points.`;
  if (restraint < 1) rest += " So many other words are marked that the points shrink.";
  rest = rest.trim();
  const headline = `${inWords(measures)} ${rest}`.trim();
  return graded(Math.max(0, earned / faults.length) * restraint, view.points, headline, measures, parts, { rest });
}

/** Both scores, and a sentence on what was found beside them, which may be empty. */
function scoresOf(found, left, faults) {
  const counted = found.filter((_, at) => faults[at].counts);
  const measures = counted.length && left.length ? bothScores(counted, left) : [];
  const others = measures.length ? found.filter((_, at) => !faults[at].counts) : found;
  const whole = `${others.filter((one) => MARKED_WHOLE.includes(one)).length} of ${others.length}`;
  if (measures.length) return { measures, said: others.length ? `Found ${whole} others.` : "" };
  const trusted = left.filter((one) => one === "trusted").length;
  const alone = left.length ? `; ${trusted} of ${left.length} rightly left alone` : "";
  return { measures, said: `Found ${whole}${alone}.` };
}

/** 1 where most words that nobody speaks of are left alone, down to 0 where none is. */
function restraintOf(view, { faults, controls, neutral }, marked) {
  const last = view.passage.paragraphs.at(-1);
  const size = last.first + Math.floor(last.texts.length / 2);
  const spokenOf = numbersIn([...faults.map((one) => one.reach), ...[...controls, ...neutral].map((one) => one.words)]);
  const rest = [...Array(size).keys()].filter((n) => !spokenOf.has(n));
  if (rest.length < FEW_WORDS) return 1;
  return Math.min(1, rest.filter((n) => !marked.has(n)).length / rest.length / (1 - FREE_SHARE));
}

function faultPart(fault, marks, view, key) {
  const touching = marks.filter((mark) => meets(mark, asSpan(fault.words)));
  const place = placeOf(fault, touching, key.faults);
  const whole = fault.counts ? "caught" : "found";
  let outcome = place === 1 ? whole : place >= PARTLY ? "partly" : "missed";
  let { said } = fault;
  let earned = place >= PARTLY ? place : 0;
  if (key.labelled && earned) {
    const { label } = touching.reduce((best, mark) => (
      sharedWords(mark, fault.core) > sharedWords(best, fault.core) ? mark : best
    ));
    if (label !== fault.label && !fault.also.includes(label)) {
      earned *= 1 - LABEL_SHARE;
      if (outcome === "caught") outcome = "noticed";
      const given = label ? `You called it ${labelName(view, label)}` : "You chose no label";
      said = `${given}; here it is ${labelName(view, fault.label)}. ${said}`;
    }
  }
  const { words, certainty, evidence } = fault;
  const extent = place ? extentOf(fault, touching, key.faults) : "";
  const all = `${extent} ${said}`.trim();
  return part(fault.id, outcome, fault.heading, all, rounded(earned), 1, { words, certainty, evidence });
}

/** How a mark that does not fit lies: beside some of the words that matter, or far beyond them. */
function extentOf(fault, touching, faults) {
  const words = numbersIn(touching.map((mark) => [mark.from, mark.to]));
  const core = numbersIn([fault.core]);
  const has = countIn(core, words);
  if (has < core.size) {
    return core.size > 1 ? `Your mark has ${has} of the ${core.size} words that matter here.`
      : "Your mark has not the word that matters here.";
  }
  const beyond = words.size - countIn(words, numbersIn(faults.map((one) => one.reach)));
  const size = numbersIn([fault.words]).size;
  return beyond > Math.max(2, Math.floor(size / 2)) ? `Your mark goes ${beyond} words beyond it.` : "";
}

/** How well the marks that touch a fault fit it, from 0 to 1. */
function placeOf(fault, touching, faults) {
  const words = numbersIn(touching.map((mark) => [mark.from, mark.to]));
  const core = numbersIn([fault.core]);
  const phrase = numbersIn([fault.words]);
  const reach = numbersIn(faults.map((one) => one.reach));
  const covered = countIn(core, words) / core.size;
  const beyond = words.size - countIn(words, reach);
  if (covered >= CORE_NEEDED && beyond <= Math.max(2, Math.floor(phrase.size / 2))) return 1;
  const hit = countIn(phrase, words);
  return hit ? (2 * hit) / (hit + beyond + phrase.size) : 0;
}

function unscoredPart({ id, heading, said, words, certainty, evidence }) {
  const why = certainty === "open" ? "Readers may differ here, so it is not scored." : "Not asked for here.";
  return part(id, "stray", heading, `${why} ${said}`, 0, 0, { words, certainty, evidence });
}

function controlPart(control, marked) {
  const words = numbersIn([control.words]);
  const doubted = 2 * countIn(words, marked) >= words.size;
  const more = { words: control.words, evidence: control.evidence };
  const earned = doubted ? -CONTROL_COST : 0;
  return part(control.id, doubted ? "doubted" : "trusted", control.heading, control.said, earned, 0, more);
}

function labelName(view, id) {
  return view.labels.find((label) => label.id === id)?.name ?? id;
}

function asSpan([from, to]) {
  return { from, to };
}

function sharedWords(mark, [from, to]) {
  return Math.min(mark.to, to) - Math.max(mark.from, from) + 1;
}

/** Every word number in the spans, both ends included. @param {[number, number][]} spans @returns {Set<number>} */
function numbersIn(spans) {
  const numbers = new Set();
  for (const [from, to] of spans) {
    for (let n = from; n <= to; n += 1) numbers.add(n);
  }
  return numbers;
}

function countIn(numbers, others) {
  let count = 0;
  for (const n of numbers) count += others.has(n) ? 1 : 0;
  return count;
}
