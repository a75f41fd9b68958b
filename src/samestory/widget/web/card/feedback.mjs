// Draws a verdict: words first, then a shape, then a colour; every part with its explanation and evidence.

import { clipping } from "../clipping.mjs";
import { button, el, goTo } from "../dom.mjs";
import { outcomeIn } from "../grading/verdict.mjs";

const SHAPES = {
  caught: "●", noticed: "◐", found: "●", partly: "◐", missed: "○", trusted: "✓", doubted: "?", stray: "·", shown: "●",
  right: "●", near: "◐", wrong: "✕", unanswered: "○",
};
const FEW = 6;
const complete = (part) => part.earned >= part.possible;
const is = (outcome) => (part) => part.outcome === outcome;

/** Groups of parts: name, what belongs, and whether it is open at first. */
const GROUPS = [
  ["Missed", is("missed"), true],
  ["Found in part", is("partly"), true],
  ["Noticed under another label", is("noticed"), true],
  ["Found, under another label", (part) => is("found")(part) && !complete(part), true],
  ["Doubted without cause", is("doubted"), true],
  ["To mend", is("wrong"), true],
  ["Close", is("near"), true],
  ["Not answered yet", is("unanswered"), true],
  ["Caught", is("caught"), false],
  ["Found", (part) => is("found")(part) && complete(part), false],
  ["Right", is("right"), false],
  ["Rightly trusted", is("trusted"), false],
  ["Neither fault nor control", is("stray"), false],
];
const MEASURES = {
  caught: "Caught", noticed: "Noticed under another label", trusted: "Rightly trusted",
  spoken: "Where it is said", silent: "Where it is silent",
};

/** @typedef {import("../grading/verdict.mjs").Part} Part @typedef {import("../grading/verdict.mjs").Verdict} Verdict */

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

/**
 * The note beside words in a passage that leads to part `number`. It is no tab stop of its own: the passage is one,
 * and has a key for it. @param {Part} part
 */
export function noteOf(part, number, uid) {
  const id = partId(uid, number);
  const name = `Note ${number}. ${part.heading}`;
  const go = () => {
    const item = document.getElementById(id);
    item.parentElement.dispatchEvent(new Event("ss-open"));
    goTo(item);
  };
  const text = `${number}${SHAPES[part.outcome]}`;
  const attributes = { class: "ss-note-link", tabindex: -1, "aria-label": name, title: part.heading };
  const link = jump(text, id, attributes, go);
  return el("span", { class: `ss-note ss-is-${part.outcome}` }, link);
}

/**
 * What is said of a part. `brief` leaves the heading's subject out, where it stands right above.
 * @param {Part} part @param {{brief?: boolean, link?: HTMLElement|null}} [how]
 */
export function saidOf(part, { brief = false, link = null } = {}) {
  const shape = el("span", { class: "ss-shape", "aria-hidden": "true" }, SHAPES[part.outcome]);
  const sure = part.certainty ? el("span", { class: "ss-certainty" }, part.certainty) : null;
  const heading = el("b", {}, brief ? outcomeIn(part) : part.heading);
  return el(
    "div",
    { class: `ss-part ss-is-${part.outcome}` },
    el("p", { class: "ss-part-head" }, shape, " ", heading, sure ? " " : null, sure),
    el("div", { class: "ss-part-said" }, part.said ? el("p", {}, part.said) : null, link),
    part.evidence.length ? el("div", { class: "ss-part-evidence" }, ...part.evidence.map(clipping)) : null,
  );
}

/** @param {import("../grading/verdict.mjs").Measure} measure */
function bar({ name, count, of }) {
  const fill = el("span", { class: "ss-bar-fill" });
  fill.style.width = `${of ? (100 * count) / of : 0}%`;
  const words = el("span", {}, `${MEASURES[name] ?? name} ${count} of ${of}`);
  const box = el("span", { class: "ss-bar", "aria-hidden": "true" }, fill);
  return el("li", { class: `ss-measure ss-measure-${name}` }, words, box);
}

/** The two scores side by side. @param {Verdict} verdict */
export function measuresOf(verdict) {
  return verdict.measures.length ? el("ul", { class: "ss-measures" }, ...verdict.measures.map(bar)) : null;
}

/**
 * The parts as numbered lists; those that the kind has placed itself (`visits` holds null) are left out. A long list
 * is cut into groups, and those where nothing is left to do are folded.
 * @param {Part[]} parts @param {Map<Part, (() => void)|null>} visits @param {string} uid
 */
export function partsOf(parts, visits, uid) {
  const numbered = parts.map((part, i) => ({ part, number: i + 1 }));
  const listed = numbered.filter(({ part }) => visits.get(part) !== null);
  const item = (one) => partItem(one, visits.get(one.part), uid);
  const draw = (some) => el("ol", { class: "ss-parts" }, ...some.map(item));
  if (!listed.length) return null;
  if (listed.length <= FEW || listed.every(({ part }) => part.outcome === "shown")) return draw(listed);
  const groups = GROUPS.map(([name, fits, open]) => [name, listed.filter(({ part }) => fits(part)), open]);
  const filled = groups.filter(([, some]) => some.length);
  const folds = filled.map(([name, some, open]) => fold(`${name} (${some.length})`, draw(some), open));
  return el("div", {}, ...folds);
}

/** Links to those of the exercises that stand on this page. @param {{id: string, title: string}[]} waits */
export function linksTo(waits) {
  const here = waits.filter(({ id }) => document.getElementById(id));
  if (!here.length) return null;
  return el("ul", {}, ...here.map(({ id, title }) => el("li", {}, el("a", { href: `#${id}` }, title))));
}

function partItem({ part, number }, visit, uid) {
  if (!visit) return el("li", {}, saidOf(part));
  const link = jump("Show in the text", uid, { class: "ss-part-link" }, visit);
  const attributes = { id: partId(uid, number), value: number, "data-number": number, tabindex: -1 };
  return el("li", attributes, saidOf(part, { link }));
}

/** A heading that opens and closes what it stands over. */
function fold(name, content, open) {
  const show = (shown) => {
    content.hidden = !shown;
    head.setAttribute("aria-expanded", String(shown));
  };
  const head = button(name, () => show(content.hidden), { class: "ss-fold" });
  content.addEventListener("ss-open", () => show(true));
  show(open);
  return el("div", { class: "ss-folded" }, head, content);
}
