// A sheet to print: what was done, and what the sheet does not show. The name on it is kept nowhere.

import { el } from "../../widget/web/dom.mjs";
import { dateWords, press, several, table } from "./drawing.mjs";

const ALONE = "sb-sheet-alone"; // on the page while the sheet is printed without the rest

/** The field and the sheet; `draw` puts the newest results on the sheet. */
export function certificate() {
  const sheet = el("section", { class: "sb-sheet", "aria-label": "The sheet" });
  const field = { type: "text", id: "sb-your-name", maxlength: 80, autocomplete: "name", spellcheck: "false" };
  const input = el("input", field);
  const named = el("p", { class: "sb-sheet-name" });
  const name = () => {
    named.textContent = input.value.trim();
    named.classList.toggle("is-blank", !named.textContent);
  };
  input.addEventListener("input", name);
  const form = el(
    "div",
    { class: "sb-sheet-form" },
    el("p", {}, el("label", { for: "sb-your-name" }, "The name for the sheet"), input),
    el("p", { class: "sb-note" }, "The name is kept nowhere and sent nowhere. Leave it out to write it by hand."),
    el("p", {}, press("Print this sheet", printAlone)),
  );
  const empty = el("p", {}, "There is nothing to put on it yet. Check an answer in a lesson, and come back.");
  const draw = (tallies, tests) => {
    const isEmpty = !tallies.all.done;
    [form.hidden, sheet.hidden, empty.hidden] = [isEmpty, isEmpty, !isEmpty];
    sheet.replaceChildren(...sheetParts(named, tallies, tests));
    name();
  };
  return { nodes: [empty, form, sheet], draw };
}

function sheetParts(named, { rows, all }, tests) {
  const begun = rows.filter((row) => row.done);
  const list = begun.map((row) => [row.title, `${row.minutes} minutes`, `${row.done} of ${row.of}`]);
  const done = all.done === all.of ? "all" : `${all.done} of`;
  return [
    el("h3", {}, "A record of work"),
    el("p", { class: "sb-sheet-course" }, "Same Story: reading the news against itself"),
    named,
    el("p", {}, `On ${dateWords(new Date())} a browser held checked answers to ${done} ` +
      `${several(all.of, "exercise")} of the course, in ${several(begun.length, "lesson")}.`),
    table("What was done", ["Lesson", "Takes about", "Exercises done"], list),
    tests && el("p", {}, testWords(tests)),
    el("p", { class: "sb-sheet-limits" }, "What this sheet doesn’t show: nobody watched. It repeats what that " +
      "browser has kept, and whoever uses the browser can change it. It is no grade and no examination, and it " +
      "says nothing of how well the person named reads other news."),
  ].filter(Boolean);
}

function testWords({ first, second }) {
  const words = ({ caught, trusted }) => `caught ${caught.join(" of ")} faults and rightly trusted ` +
    `${trusted.join(" of ")} sound passages`;
  return `In the first test: ${words(first)}. In the second: ${words(second)}. A difference of one or two may ` +
    `well be chance.`;
}

function printAlone() {
  const page = document.documentElement;
  page.classList.add(ALONE);
  addEventListener("afterprint", () => page.classList.remove(ALONE), { once: true });
  print();
}
