// Both tests side by side, shown when both are done; and what the numbers mean and do not mean.

import { el } from "../../widget/web/dom.mjs";
import { calibrationWords } from "../../widget/web/grading/calibration.mjs";
import { chanceRange, gainIn } from "../../widget/web/grading/chance.mjs";
import { discernment } from "../../widget/web/grading/discernment.mjs";
import { drawChance } from "./chance_line.mjs";
import { leaning } from "./compared.mjs";
import { countBar, decimal, lessonAddress, link, signed, table } from "./drawing.mjs";

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
  const { first, second } = both;
  const range = chanceRange(first.caught[1], first.trusted[1]);
  return [
    scores(first, second),
    drawChance([["first test", first.dPrime], ["second test", second.dPrime]], range, chanceWords(first, range)),
    el("p", {}, gainWords(first, second)),
    ...sureness(both),
    meanings(both),
    limits(first),
  ];
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
  const row = (name, kind) => [name, countBar(first[kind], kind), countBar(second[kind], kind)];
  const right = ({ caught, trusted }) => [caught[0] + trusted[0], caught[1] + trusted[1]];
  const total = (one) => right(one).join(" of ");
  return table("Both tests", ["Score", "First test", "Second test"], [
    row("Faults caught", "caught"),
    (first.noticed[0] || second.noticed[0]) && row("Noticed under another label", "noticed"),
    row("Sound, rightly trusted", "trusted"),
    ["Right in all", total(first), total(second)],
    ["Telling them apart, d′", decimal(first.dPrime), decimal(second.dPrime)],
    ["Leaning, c", decimal(first.bias), decimal(second.bias)],
  ].filter(Boolean));
}

/** What guessing gives in tests of this size. */
function chanceWords({ caught, trusted }, range) {
  return `With ${caught[1] + trusted[1]} items, guessing gives nine people in ten a d′ between ${decimal(-range)} ` +
    `and ${decimal(range)} (shaded).`;
}

/** A gain is said with its interval or not at all: of so few items a plain difference says more than it knows. */
function gainWords(first, second) {
  const hits = ({ caught, noticed, trusted }) => ({ caught: [caught[0] + noticed[0], caught[1]], trusted });
  const { value, low, high } = gainIn(hits(first), hits(second));
  const isSure = low > 0 || high < 0;
  const so = isSure ? "Chance alone hardly does that." : "So these two tests can’t tell whether anything has changed.";
  return `From the first test to the second your d′ changed by ${signed(value, 1)}. With so few items, every change ` +
    `between ${signed(low, 1)} and ${signed(high, 1)} fits what you answered (95 in 100). ${so}`;
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

function meanings(both) {
  const { second } = both;
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

function limits({ caught, trusted }) {
  return el(
    "div",
    {},
    el("h3", {}, "What they don’t mean"),
    el("p", {}, `Each test has only ${caught[1]} faults and ${trusted[1]} sound passages. That is enough for a ` +
      `class, and little for one person: so no gain is shown here without the range that would fit your answers as ` +
      `well, and ` +
      `none group by group.`),
    el("p", {}, "The tests measure what they ask: days, names, quotations, sources, what has to be looked " +
      "up, and leaving alone what only looks wrong. They say little of how you read other news, and nothing of " +
      "what you think of it."),
    el("p", {}, "What counts is your first complete check of each test. What you check after that is practice, and " +
      "changes nothing here."),
  );
}
