// How sure the learner was, below what was right: a row for each step, and a sentence.

import { calibration, calibrationWords } from "../grading/calibration.mjs";
import { el } from "../dom.mjs";

const JUDGED = ["right", "wrong"];

/**
 * What to show of it; nothing where it was not asked for, or where nothing was judged, as in a solution.
 * @param {{sure?: {id: string, text: string}[]}} view @param {{sure?: Object<string, string>}} answer
 * @param {import("../grading/verdict.mjs").Part[]} parts @returns {HTMLElement[]}
 */
export function surenessIn(view, answer, parts) {
  const said = ({ id }) => (Object.hasOwn(answer.sure ?? {}, id) ? answer.sure[id] : null);
  const judged = parts.filter((part) => JUDGED.includes(part.outcome) && said(part) !== null);
  const found = view.sure ? calibration(judged.map((part) => [said(part), part.outcome === "right"])) : null;
  return found ? [drawSureness(view.sure, found)] : [];
}

/** @param {{id: string, text: string}[]} steps @param {import("../grading/calibration.mjs").Calibration} found */
export function drawSureness(steps, found) {
  const rows = steps.filter(({ id }) => found.bySteps.has(id)).map(({ id, text }) => {
    const [right, of] = found.bySteps.get(id);
    return el("tr", {}, el("th", { scope: "row" }, text), el("td", {}, `${right} of ${of} right`));
  });
  const caption = el("caption", {}, "How sure you were, and how often that was right");
  const table = el("table", { class: "ss-sureness" }, caption, el("tbody", {}, ...rows));
  return el("div", {}, table, el("p", {}, calibrationWords(found)));
}
