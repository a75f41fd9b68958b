// The texts that a page carries: each drawn when it is first asked for, with one passage marked at a time.

import { el } from "../../widget/web/dom.mjs";

/**
 * @typedef {{id: string, outlet: string, dated: string, words: number, fiction: boolean, lang?: string, dir?: string,
 *   paragraphs: [string, string][]}} CarriedText `paragraphs` are pairs of a kind and the words
 * @typedef {{at: number, from: number, to: number}} Part of the paragraph `at`, in the browser's own count of signs
 */

/** @returns {CarriedText[]} */
export function carriedTexts() {
  const data = document.querySelector(".sb-texts > script");
  return data ? JSON.parse(data.textContent) : [];
}

/** Every sign that is no space, with its paragraph and its place there: a quotation may break its lines elsewhere. */
function signsOf(paragraphs) {
  const signs = [];
  paragraphs.forEach(([, words], at) => {
    for (let i = 0; i < words.length; i += 1) if (/\S/.test(words[i])) signs.push({ at, i, sign: words[i] });
  });
  return signs;
}

/**
 * Where the words stand first, paragraph by paragraph; nothing where they don't.
 * @param {CarriedText} text @param {string} quote @returns {Part[]}
 */
export function partsOfQuote({ paragraphs }, quote) {
  const bare = quote.replace(/\s+/g, "");
  const signs = signsOf(paragraphs);
  const start = bare ? signs.map(({ sign }) => sign).join("").indexOf(bare) : -1;
  const parts = [];
  for (const { at, i } of start < 0 ? [] : signs.slice(start, start + bare.length)) {
    if (parts.at(-1)?.at === at) parts.at(-1).to = i + 1;
    else parts.push({ at, from: i, to: i + 1 });
  }
  return parts;
}

const PIECES = 2; // paragraphs that a quotation reaches over; a longer passage has a line beside it, no colour

/** One text on paper. */
export class CarriedPage {
  /** @param {CarriedText} text */
  constructor(text) {
    this.text = text;
    const { lang, dir, dated, words, fiction } = text;
    this.lines = text.paragraphs.map(([kind, line]) => el("p", { class: `sb-line-${kind}` }, line));
    this.node = el("div", { class: `sb-sheet-text${fiction ? " is-fiction" : ""}` },
      el("p", { class: "sb-sheet-about" }, `${dated} · ${words} words, as the page was copied`),
      el("div", { class: "sb-sheet-lines", lang, dir }, ...this.lines));
    /** @type {Part[]} */ this.marked = [];
  }

  /** Marks the words, instead of those before. @param {string} quote @returns {HTMLElement|null} where they begin */
  mark(quote) {
    for (const { at } of this.marked) {
      this.lines[at].textContent = this.text.paragraphs[at][1];
      this.lines[at].classList.remove("is-beside");
    }
    this.marked = partsOfQuote(this.text, quote);
    const nodes = this.marked.map((part) => (this.marked.length > PIECES ? this.beside(part) : this.coloured(part)));
    return nodes[0] ?? null;
  }

  /** @param {Part} part */
  coloured({ at, from, to }) {
    const words = this.text.paragraphs[at][1];
    const node = el("mark", { tabindex: -1 }, words.slice(from, to));
    this.lines[at].replaceChildren(words.slice(0, from), node, words.slice(to));
    return node;
  }

  /** @param {Part} part */
  beside({ at }) {
    const line = this.lines[at];
    line.classList.add("is-beside");
    line.tabIndex = -1;
    return line;
  }
}
