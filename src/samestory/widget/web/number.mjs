// The kind "number": a value with its unit. What was read is printed back as it is typed.

import { el } from "./dom.mjs";
import { readNumber } from "./numeral.mjs";
import { graded, notAttempted, part } from "./verdict.mjs";

const VERDICTS = { right: "Right.", near: "Close.", wrong: "Not so." };

function textOf(answer) {
  return typeof answer?.text === "string" ? answer.text : "";
}

/** A number with its unit, where it has one. */
function withUnit(shown, units) {
  return units.length ? `${shown} ${units[0]}` : shown;
}

function drawNumber(view, answer, onChange, { uid, check }) {
  const id = `${uid}-number`;
  const echo = el("span", { class: "ss-number-echo", id: `${id}-echo` });
  const input = el("input", {
    id, type: "text", class: "ss-input ss-number-input", maxlength: view.max, placeholder: view.placeholder || null,
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": `${id}-unit ${id}-echo`,
    oninput: () => {
      print();
      onChange();
    },
    onkeydown: (event) => {
      if (event.key === "Enter" && !event.isComposing && !event.repeat) check();
    },
  });
  /** Says how the number is read, or what has to be asked. */
  function print() {
    const { shown, question } = readNumber(input.value, view.units);
    echo.textContent = shown === undefined ? question : `Read as ${withUnit(shown, view.units)}.`;
    echo.classList.toggle("is-question", Boolean(question));
  }
  const drawn = {
    node: el(
      "div", { class: "ss-number" },
      el("label", { for: id }, "Your answer"),
      el("span", { class: "ss-number-field" }, input, el("span", { id: `${id}-unit` }, view.units[0] ?? "")),
      echo,
    ),
    answer: () => ({ text: input.value }),
    set: (given) => {
      input.value = textOf(given);
      print();
    },
    /** An assigned answer is kept unread: what its teacher could not read is asked about now. */
    settle: async () => {
      const { question } = readNumber(input.value, view.units);
      if (view.mode === "assigned" && question) throw new Error(question);
    },
    reveal: () => new Map(),
    destroy: () => {},
  };
  drawn.set(answer);
  return drawn;
}

function gradeNumber(view, key, answer) {
  const { value, shown, question } = readNumber(textOf(answer), view.units);
  if (question === "") return notAttempted(view.points);
  if (question) {
    return { state: "unreadable", points: 0, of: view.points, headline: question, measures: [], parts: [] };
  }
  const found = key.ranges.find(({ low, high }) => low <= value && value <= high);
  const { credit, said } = found ?? { credit: 0, said: key.otherwise };
  const outcome = credit === 1 ? "right" : credit ? "near" : "wrong";
  const evidence = credit === 1 ? key.evidence : [];
  const only = part("number", outcome, withUnit(shown, view.units), said, credit, 1, { evidence });
  return graded(credit, view.points, VERDICTS[outcome], [], [only]);
}

/** @type {import("./kinds.mjs").Kind} */
export const number = {
  name: "number",
  draw: drawNumber,
  empty: (answer) => readNumber(textOf(answer), []).question === "",
  grade: gradeNumber,
};
