// The kind "number": a value with its unit. What was read is printed back as it is typed.

import { addKind } from "../card/registry.mjs";
import { el } from "../dom.mjs";
import { readNumber } from "../grading/numeral.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";
import { unreadable } from "../grading/verdict.mjs";
import { lineField, typedIn } from "../parts/line.mjs";

/** A number with its unit, where it has one. */
function withUnit(shown, units) {
  return units.length ? `${shown} ${units[0]}` : shown;
}

function drawNumber(view, answer, onChange, { uid, check }) {
  const id = `${uid}-number`;
  const echo = el("span", { class: "ss-number-echo", id: `${id}-echo` });
  const onInput = () => {
    print();
    onChange();
  };
  const more = { class: "ss-input ss-number-input", "aria-describedby": `${id}-unit ${id}-echo` };
  const input = lineField(id, view, { onInput, check }, more);
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
      input.value = typedIn(given);
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
  const { value, shown, question } = readNumber(typedIn(answer), view.units);
  if (question) return unreadable(view.points, question);
  const isBetween = ([low, high]) => Number(low) <= value && value <= Number(high);
  return gradeByScheme(view.points, key, [{ value, about: withUnit(shown, view.units) }], isBetween);
}

addKind({
  name: "number",
  draw: drawNumber,
  empty: (answer) => readNumber(typedIn(answer), []).question === "",
  grade: gradeNumber,
});
