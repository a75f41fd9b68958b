// Both tests side by side, shown when both are done; and what the numbers mean and do not mean.

import { el } from "../../widget/web/dom.mjs";
import { calibrationWords } from "../../widget/web/grading/calibration.mjs";
import { discernment } from "../../widget/web/grading/discernment.mjs";
import { gainsAndLosses, leaning, shareGained } from "./compared.mjs";
import { countBar, decimal, lessonAddress, link, several, signed, table } from "./drawing.mjs";

const BOTH = 2;
const OPENING = "Both tests are done. Their results are being opened.";

/**
 * @param {ReturnType<import("./compared.mjs").compared>} both @param {number} done how many of the two are done
 * @param {{first: string, second: string}} pages the names of their pages
 * @param {string} trouble why their results could not be opened
 */
export function drawTests(both, done, pages, trouble = "") {
  if (!both && done === BOTH) return [el("p", {}, trouble || OPENING)];
  if (!both) return [emptyTests(done, pages)];
  const { first, second, groups } = both;
  return [
    scores(first, second),
    el("p", {}, gainWords(first, second)),
    ...sureness(both),
    groups.length > 1 && byGroup(groups),
    groups.length > 1 && el("p", {}, groupWords(groups)),
    meanings(both),
    limits(first),
  ].filter(Boolean);
}

function emptyTests(done, { first, second }) {
  const links = [link("first test", lessonAddress(first)), link("second test", lessonAddress(second))];
  const state = done
    ? ["You have done one of the two tests. The ", links[1], " comes after lesson 10."]
    : ["You have done neither test yet. The ", links[0], " comes before lesson 1, the ", links[1], " after lesson 10."];
  return el("p", {}, ...state, " A test is done when it is checked with no item left empty. Both results appear " +
    "here, side by side, when both are done. Until then no score is shown, so that what you learn from one test " +
    "can’t help you with the other.");
}

function scores(first, second) {
  const row = (name, kind) => [
    name, countBar(first[kind], kind), countBar(second[kind], kind), signed(second[kind][0] - first[kind][0]),
  ];
  const right = ({ caught, trusted }) => [caught[0] + trusted[0], caught[1] + trusted[1]];
  const total = (one) => right(one).join(" of ");
  const number = (name, of) => {
    const [before, after] = [first, second].map((one) => Number(of(one).toFixed(2))); // so that the change fits them
    return [name, decimal(before), decimal(after), signed(after - before, 2)];
  };
  return table("Both tests", ["Score", "First test", "Second test", "Change"], [
    row("Faults caught", "caught"),
    (first.noticed[0] || second.noticed[0]) && row("Noticed under another label", "noticed"),
    row("Sound, rightly trusted", "trusted"),
    ["Right in all", total(first), total(second), signed(right(second)[0] - right(first)[0])],
    number("Telling them apart, d′", (one) => one.dPrime),
    number("Leaning, c", (one) => one.bias),
  ].filter(Boolean));
}

function gainWords(first, second) {
  const change = (kind) => second[kind][0] - first[kind][0];
  const say = (number, what) => (
    number === 0 ? `as many ${what}s` : `${several(Math.abs(number), what)} ${number > 0 ? "more" : "fewer"}`
  );
  return `Compared with the first test, you caught ${say(change("caught"), "fault")} in the second, and rightly ` +
    `trusted ${say(change("trusted"), "sound passage")}.`;
}

/** How sure, in each of the tests that ask for it. */
function sureness({ first, second }) {
  const found = [["first", first], ["second", second]].filter(([, { sure }]) => sure);
  if (!found.length) return [];
  const rows = found.flatMap(([which, { sure }]) => [...sure.bySteps].sort(([one], [other]) => one - other)
    .map(([step, [right, of]]) => [`${step} in 100 sure, ${which} test`, `${right} of ${of}`]));
  const words = found.map(([which, { sure }]) => el("p", {}, `In the ${which} test: ${calibrationWords(sure)}`));
  return [table("How sure you were, and how often that was right", ["How sure", "Right"], rows), ...words];
}

function byGroup(groups) {
  const rows = groups.map(({ text, sound, first, second }) => [
    text,
    countBar(first, sound ? "trusted" : "caught"),
    countBar(second, sound ? "trusted" : "caught"),
    signed(second[0] - first[0]),
  ]);
  return table("Gains and losses by group", ["Group", "First test", "Second test", "Change"], rows);
}

function groupWords(groups) {
  const { gained, lost } = gainsAndLosses(groups);
  const [gain, loss] = [gained, lost].map((number) => (number ? several(number, "item") : "none"));
  const change = gained || lost ? `you gained ${gain} and lost ${loss}` : "nothing was gained or lost";
  return `Group by group ${change}. The two tests have different sentences built on one plan, so single sentences ` +
    `can’t be compared; groups can. For a fault, its group tells what was wrong; it counts as caught if you called ` +
    `it by its kind.`;
}

function meanings(both) {
  const { second } = both;
  const share = shareGained(both);
  const { dPrime: highest } = discernment({ caught: all(second.caught), trusted: all(second.trusted) });
  return el(
    "div",
    {},
    el("h3", {}, "What the numbers mean"),
    el(
      "dl",
      {},
      el("dt", {}, "Caught and rightly trusted"),
      el("dd", {}, "Two scores that belong together. Who doubts everything misses no fault and trusts nothing; " +
        "who doubts nothing does the reverse. Reading well shows in both. A fault is caught if you also told its " +
        "kind; one that you took for a fault of another kind is noticed, and counted apart."),
      el("dt", {}, "d′, say “d prime”"),
      el("dd", {}, `How well you tell faults from what is sound, both scores in one number. Here a fault that you ` +
        `noticed counts as found, whatever you called it. At 0 a coin would do as well; below 0 the coin would have ` +
        `done better. Everything right gives ${decimal(highest)} in these tests.`),
      el("dt", {}, "c, the leaning"),
      el("dd", {}, `Which way you decide when in doubt. Above 0 you lean towards trusting, below 0 towards ` +
        `doubting. ${leaningWords(both)} Neither is a fault of yours: which mistake is worse depends on what is at ` +
        `stake.`),
      el("dt", {}, "The share gained"),
      el("dd", {}, shareWords(share)),
    ),
  );
}

function leaningWords({ first, second }) {
  const [before, after] = [leaning(first.bias), leaning(second.bias)];
  if (before === after) return `In both tests you leaned ${before}.`;
  return `In the first test you leaned ${before}, in the second ${after}.`;
}

function all([, of]) {
  return [of, of];
}

function shareWords(share) {
  const what = "Of the items that were left to gain after the first test, the share that you gained.";
  if (share === null) return `${what} You had everything right in the first test, so nothing was left and there is ` +
    `no such share.`;
  if (share < 0) return `${what} You had fewer right in the second test, so there is none; the table shows where.`;
  return `${what} For you it is ${Math.round(100 * share)} in 100. It hides losses behind gains, so look at the ` +
    `groups too.`;
}

function limits({ caught, trusted }) {
  return el(
    "div",
    {},
    el("h3", {}, "What they don’t mean"),
    el("p", {}, `Each test has only ${caught[1]} faults and ${trusted[1]} sound passages. A change of one or two ` +
      `in either score is what chance alone often brings, and so is a change of about 1 in d′. Three items or more ` +
      `are harder to put down to chance.`),
    el("p", {}, "The tests measure what they ask: days, names, quotations, sources, what has to be looked " +
      "up, and leaving alone what only looks wrong. They say little of how you read other news, and nothing of " +
      "what you think of it."),
    el("p", {}, "What counts is your first complete check of each test. What you check after that is practice, and " +
      "changes nothing here."),
  );
}
