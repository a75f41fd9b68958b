// What the parts of the results are drawn with: numbers in words, tables that read on a phone, short bars.

import { el } from "../../widget/web/dom.mjs";

const LONG_DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

export function dateWords(date) {
  return LONG_DATE.format(date);
}

/** "1 exercise", "3 exercises". */
export function several(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A difference with its sign; the minus is as long as the plus. */
export function signed(number, digits = 0) {
  const size = Math.abs(number).toFixed(digits);
  if (Number(size) === 0) return (0).toFixed(digits);
  return number > 0 ? `+${size}` : `−${size}`;
}

/** A number that may be below 0, with a proper minus. */
export function decimal(number, digits = 1) {
  const size = Math.abs(number).toFixed(digits);
  return number < 0 && Number(size) !== 0 ? `−${size}` : size;
}

export function link(text, href) {
  return el("a", { href }, text);
}

/** The address of a lesson, from wherever this page stands. */
export function lessonAddress(slug) {
  return `${document.documentElement.dataset.content_root ?? ""}notebooks/${slug}.html`;
}

export function press(text, onclick, more = {}) {
  return el("button", { type: "button", class: "sb-press", onclick, ...more }, text);
}

/** What stands where there is no number: a dash to see, a word to hear. */
export function nothing() {
  const dash = el("span", { "aria-hidden": "true" }, "–");
  return el("span", { class: "sb-nothing" }, dash, el("span", { class: "sb-unseen" }, "none"));
}

/** "5 of 7" over a short bar. @param {[number, number]|null} count @param {"caught"|"noticed"|"trusted"} kind */
export function countBar(count, kind) {
  if (!count) return nothing();
  const [few, all] = count;
  const fill = el("span", { class: "sb-bar-fill" });
  fill.style.width = `${all ? (100 * few) / all : 0}%`;
  const bar = el("span", { class: `sb-bar is-${kind}`, "aria-hidden": "true" }, fill);
  return el("span", { class: "sb-count" }, `${few} of ${all}`, bar);
}

/**
 * A table. Where it is `wide`, its rows become blocks on a narrow screen; roles are said, since a changed display
 * would lose them.
 * @param {string} caption @param {string[]} heads @param {(Node|string)[][]} rows
 * @param {{foot?: (Node|string)[]|null, wide?: boolean}} [how]
 */
export function table(caption, heads, rows, { foot = null, wide = false } = {}) {
  const head = el("tr", { role: "row" }, ...heads.map((name) => (
    el("th", { role: "columnheader", scope: "col" }, name)
  )));
  const line = ([first, ...rest]) => el(
    "tr",
    { role: "row" },
    el("th", { role: "rowheader", scope: "row" }, first),
    ...rest.map((cell, at) => el("td", { role: "cell", "data-head": heads[at + 1] }, cell)),
  );
  return el(
    "table",
    { role: "table", class: wide ? "sb-table is-wide" : "sb-table" },
    el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, head),
    el("tbody", { role: "rowgroup" }, ...rows.map(line)),
    foot && el("tfoot", { role: "rowgroup" }, line(foot)),
  );
}
