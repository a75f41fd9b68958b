// Draws a passage word by word and paints spans of words; words keep the numbers that Python gave them.

import { el } from "../dom.mjs";

/**
 * @typedef {{kind: "p"|"h", first: number, texts: string[]}} Paragraph
 * @typedef {{outlet: string, date: string, paragraphs: Paragraph[], sentences: number[],
 *   lang?: string, dir?: string}} Passage
 * @typedef {{from: number, to: number, classes: string[], letter?: string}} Painted
 */

export class DrawnWords {
  /** @param {Passage} passage */
  constructor(passage) {
    /** @type {HTMLElement[]} */ this.words = [];
    /** What stands before word n in its paragraph. @type {(HTMLElement|undefined)[]} */ this.gaps = [];
    /** What stands between word n, the first of its paragraph, and the word before. */
    this.breaks = new Map();
    this.layers = new Map();
    const { lang, dir } = passage;
    this.node = el("div", { class: "ss-words", lang, dir }, ...passage.paragraphs.map((...one) => this.paragraph(...one)));
    this.first = passage.paragraphs[0]?.first ?? 0;
    this.last = this.words.length - 1;
  }

  /** @param {Paragraph} paragraph @param {number} at @param {Paragraph[]} all */
  paragraph(paragraph, at, all) {
    const end = all[at - 1]?.texts.at(-1) ?? "";
    this.breaks.set(paragraph.first, `${end} ${paragraph.texts[0]}`);
    const nodes = paragraph.texts.map((text, i) => {
      const number = paragraph.first + (i - (i % 2)) / 2;
      if (i % 2) {
        this.words[number] = el("span", { class: "ss-w", "data-w": number }, text);
        return this.words[number];
      }
      if (i === 0 || i === paragraph.texts.length - 1) return text;
      this.gaps[number] = el("span", { class: "ss-g" }, text);
      return this.gaps[number];
    });
    return el("p", { class: paragraph.kind === "h" ? "ss-words-head" : "ss-words-text" }, ...nodes);
  }

  /** The words from one number to another, as they are printed. */
  text(from, to) {
    let text = "";
    for (let n = from; n <= to; n += 1) {
      const between = this.gaps[n]?.textContent ?? this.breaks.get(n);
      text += (n > from ? between : "") + this.words[n].textContent;
    }
    return text.replace(/\s+/g, " ");
  }

  /** Paints one layer anew. @param {string} layer @param {Painted[]} spans */
  paint(layer, spans) {
    for (const [node, classes] of this.layers.get(layer) ?? []) {
      node.classList.remove(...classes);
      if (layer === "marks") delete node.dataset.letter;
    }
    const painted = [];
    const put = (node, classes) => {
      node.classList.add(...classes);
      painted.push([node, classes]);
    };
    for (const { from, to, classes, letter } of spans) {
      for (let n = from; n <= to; n += 1) {
        const ends = [...(n === from ? ["is-first"] : []), ...(n === to ? ["is-last"] : [])];
        put(this.words[n], [...classes, ...ends.map((end) => `${end}-${layer}`)]);
        if (n > from && this.gaps[n]) put(this.gaps[n], classes);
      }
      if (letter) this.words[from].dataset.letter = letter;
    }
    this.layers.set(layer, painted);
  }

  /** The number of the word that an event fell on, or null. @param {Event} event */
  numberAt(event) {
    const word = event.target instanceof Element ? event.target.closest(".ss-w") : null;
    return word && this.node.contains(word) ? Number(word.dataset.w) : null;
  }
}
