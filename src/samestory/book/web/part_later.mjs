// The checks after one and four weeks: when they are due, and how they went.

import { el } from "../../widget/web/dom.mjs";
import { countBar, dateWords, lessonAddress, link, nothing, table } from "./drawing.mjs";

const EARLY = "When you have done the second test, this place says on which days the checks are due.";
const NAMES = { 1: "After one week", 4: "After four weeks" };

/** @param {import("./later.mjs").Later[]} checks @param {string} page the name of their page */
export function drawLater(checks, page) {
  const isUncounted = ({ state, practised, fresh }) => state === "uncounted" && !practised.done && !fresh.done;
  if (checks.every(isUncounted)) return [el("p", {}, EARLY)];
  return checks.flatMap((check) => [
    el("h3", {}, NAMES[check.week] ?? `After ${check.week} weeks`),
    el("p", {}, ...stateWords(check, page)),
    check.practised.done || check.fresh.done ? halves(check) : null,
  ]).filter(Boolean);
}

function stateWords({ state, due, practised, fresh }, page) {
  const there = link("later checks", lessonAddress(page));
  const isBegun = practised.done || fresh.done;
  if (state === "done") return ["Done."];
  if (state === "uncounted") return ["The days are counted from the second test, and it is not done yet."];
  if (state === "waiting" && !isBegun) return [`Due on ${dateWords(due)}. Earlier, it would measure less: what ` +
    `counts is what stays.`];
  return [isBegun ? "One half is done. The other is on the page of " : `Due since ${dateWords(due)}, and worth ` +
    `doing later too. You find it on the page of `, there, "."];
}

function halves({ practised, fresh }) {
  const row = (name, { done, scored }) => {
    if (!done) return [name, "not done", nothing(), nothing()];
    if (!scored) return [name, "checked", nothing(), nothing()];
    const { points, of, caught, trusted } = scored;
    return [name, `${points} of ${of}`, countBar(caught, "caught"), countBar(trusted, "trusted")];
  };
  return table("Practised and fresh passages, apart", ["Passages", "Points", "Caught", "Rightly trusted"], [
    row("Practised: you met them in a lesson", practised),
    row("Fresh: new, unless you wrote the brief on Quernmouth", fresh),
  ], { wide: true });
}
