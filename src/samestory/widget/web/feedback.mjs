// Draws a verdict: words first, then a shape, then a colour; every part with its explanation and evidence.

import { clipping } from "./clipping.mjs";
import { el, goTo } from "./dom.mjs";

const SHAPES = {
  caught: "●", partly: "◐", missed: "○", trusted: "✓", doubted: "?", stray: "·",
  right: "●", near: "◐", wrong: "✕", unanswered: "○",
};
const MEASURES = { caught: "Caught", trusted: "Rightly trusted" };

/** @typedef {import("./verdict.mjs").Part} Part @typedef {import("./verdict.mjs").Verdict} Verdict */

function partId(uid, number) {
  return `${uid}-part-${number}`;
}

/** A link that goes to a node of this card without touching the address of the page. */
function jump(text, id, attributes, go) {
  const onclick = (event) => {
    event.preventDefault();
    event.stopPropagation();
    go();
  };
  return el("a", { href: `#${id}`, onclick, ...attributes }, text);
}

/** The note beside words in a passage that leads to part `number`. @param {Part} part */
export function noteOf(part, number, uid) {
  const id = partId(uid, number);
  const name = `Note ${number}. ${part.heading}`;
  const go = () => goTo(document.getElementById(id));
  const link = jump(`${number}${SHAPES[part.outcome]}`, id, { class: "ss-note-link", "aria-label": name, title: part.heading }, go);
  return el("span", { class: `ss-note ss-is-${part.outcome}` }, link);
}

/** What is said of a part, without its place in a list. @param {Part} part */
export function saidOf(part) {
  const shape = el("span", { class: "ss-shape", "aria-hidden": "true" }, SHAPES[part.outcome]);
  const sure = part.certainty ? el("span", { class: "ss-certainty" }, part.certainty) : null;
  return el(
    "div",
    { class: `ss-part ss-is-${part.outcome}` },
    el("p", { class: "ss-part-head" }, shape, " ", el("b", {}, part.heading), sure ? " " : null, sure),
    part.said ? el("p", {}, part.said) : null,
    ...part.evidence.map(clipping),
  );
}

/** @param {import("./verdict.mjs").Measure} measure */
function bar({ name, count, of }) {
  const fill = el("span", { class: "ss-bar-fill" });
  fill.style.width = `${of ? (100 * count) / of : 0}%`;
  const words = el("span", {}, `${MEASURES[name] ?? name} ${count} of ${of}`);
  return el("li", { class: `ss-measure ss-measure-${name}` }, words, el("span", { class: "ss-bar", "aria-hidden": "true" }, fill));
}

/** The two scores side by side. @param {Verdict} verdict */
export function measuresOf(verdict) {
  return verdict.measures.length ? el("ul", { class: "ss-measures" }, ...verdict.measures.map(bar)) : null;
}

/**
 * The parts as a numbered list; those that the kind has placed itself (`visits` holds null) are left out.
 * @param {Part[]} parts @param {Map<Part, (() => void)|null>} visits @param {string} uid
 */
export function partsOf(parts, visits, uid) {
  const items = parts.flatMap((part, i) => {
    const visit = visits.get(part);
    if (visit === null) return [];
    const said = saidOf(part);
    if (visit) said.append(jump("Show in the text", uid, { class: "ss-part-link" }, visit));
    return [el("li", { id: partId(uid, i + 1), value: i + 1, tabindex: -1 }, said)];
  });
  return items.length ? el("ol", { class: "ss-parts" }, ...items) : null;
}
