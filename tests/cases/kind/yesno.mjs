// The kind "yesno": does the page bear a statement out?

import { addKind } from "../card/registry.mjs";
import { el } from "../dom.mjs";
import { graded, part } from "../grading/verdict.mjs";

function drawYesNo(view, answer, onChange, { uid }) {
  const choices = [["yes", true], ["no", false]].map(([text, value]) => {
    const input = el("input", { type: "radio", name: uid, onchange: onChange });
    input.checked = answer?.yes === value;
    return { input, value, label: el("label", { class: "ss-group" }, input, text) };
  });
  return {
    node: el("fieldset", {}, el("legend", {}, view.statement), ...choices.map((one) => one.label)),
    answer: () => ({ yes: choices.find((one) => one.input.checked)?.value ?? null }),
    set: (given) => choices.forEach((one) => {
      one.input.checked = given?.yes === one.value;
    }),
    reveal: () => new Map(),
    destroy: () => {},
  };
}

function gradeYesNo(view, key, answer) {
  const right = answer.yes === key.yes;
  const share = right ? 1 : 0;
  const parts = [part("statement", right ? "right" : "wrong", view.statement, key.said, share, 1)];
  return graded(share, view.points, right ? "Right." : "Not so.", [], parts);
}

addKind({
  name: "yesno",
  draw: drawYesNo,
  empty: (answer) => typeof answer?.yes !== "boolean",
  grade: gradeYesNo,
});
