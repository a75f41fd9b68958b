// One text of the reader: its paragraphs in segments, and a small button at the start of whatever can be chosen.

import { el } from "../dom.mjs";

/** A character without width that keeps what stands on both sides of it on one line. */
const JOINER = "\u2060";

/**
 * @typedef {[number, string, number[]?]} Segment where it starts in the article, its words, the marks it belongs to
 * @typedef {[string, number, number, number, number]} Mark layer; from and to as parts of the text; start and end
 * @typedef {{id: string, outlet: string, short: string, dated: string, excerpt: boolean, words: number, size: number,
 *   lang?: string, dir?: string, marks: Mark[], paragraphs: {kind: "title"|"heading"|"text", segments: Segment[]}[]}} ReaderText
 * @typedef {{key: string, start: number, letter: string, layer: string, label: string, name: string,
 *   marks: number[]}} Place something in this text that can be chosen: an end of a band, or a note
 */

export class DrawnText {
  /**
   * @param {ReaderText} text @param {Place[]} places
   * @param {{uid: string, level: number, choose: (key: string) => void}} tools
   */
  constructor(text, places, { uid, level, choose }) {
    Object.assign(this, { text, places });
    /** The nodes under each mark. @type {HTMLElement[][]} */ this.nodes = text.marks.map(() => []);
    /** @type {Map<string, HTMLButtonElement>} */ this.buttons = new Map();
    /** @type {[number, HTMLElement][]} */ this.starts = [];
    this.choose = choose;
    this.waiting = [...places].sort((a, b) => a.start - b.start);
    const id = `${uid}-${text.id}`;
    this.scroller = el("div", {
      class: "ss-r-scroll", tabindex: 0, role: "group", "aria-labelledby": id, lang: text.lang, dir: text.dir,
    }, ...text.paragraphs.map((one) => this.paragraph(one)));
    const about = `${text.dated} · ${text.excerpt ? "an excerpt of " : ""}${text.words} words`;
    this.node = el("article", { class: "ss-r-pane", "aria-labelledby": id },
      el("header", { class: "ss-r-source" },
        el(`h${level}`, { class: "ss-r-outlet", id }, text.outlet),
        el("p", { class: "ss-source" }, about)),
      this.scroller);
  }

  paragraph({ kind, segments }) {
    const nodes = segments.flatMap((one) => this.segment(one));
    return el("p", { class: `ss-r-p-${kind}` }, ...nodes);
  }

  segment([at, words, marks = []]) {
    const layers = [...new Set(marks.map((mark) => this.text.marks[mark][0]))];
    const node = el("span", { class: layers.map((layer) => `ss-r-s ss-r-${layer}`).join(" ") }, words);
    this.starts.push([at, node]);
    for (const mark of marks) this.nodes[mark].push(node);
    const chips = [];
    while (this.waiting.length && this.waiting[0].start <= at) chips.push(this.chip(this.waiting.shift()));
    const [notes, bands] = [chips.filter((one) => one.dataset.note), chips.filter((one) => !one.dataset.note)];
    if (notes.length) node.prepend(el("span", { class: "ss-r-above" }, ...notes));
    return [...bands.map((one) => this.joint(one)), node];
  }

  /** The button that chooses a place. Those of notes lie above the line, so that revealing them moves no word. */
  chip({ key, letter, layer, label, name }) {
    const isNote = Boolean(label);
    const node = el("button", {
      type: "button", class: `ss-r-chip ss-r-of-${layer} ${isNote ? `ss-l-${label}` : `ss-r-l-${layer}`}`,
      tabindex: -1, "data-key": key, "data-note": isNote ? "1" : null, "aria-label": name,
      onfocus: () => this.choose(key), onclick: () => this.choose(key),
    }, letter);
    this.buttons.set(key, node);
    return node;
  }

  /**
   * A place in the line for a button. The button itself would let the line break between an opening quotation mark
   * and the words, so it lies over a space that this makes.
   */
  joint(button) {
    const { layer } = this.places.find(({ key }) => key === button.dataset.key);
    const node = el("span", { class: `ss-r-joint ss-r-of-${layer}` }, JOINER, button);
    node.style.setProperty("--ss-r-signs", button.textContent.length);
    return node;
  }

  /** The nodes of some marks, in the order of the text. @param {number[]} marks */
  of(marks) {
    return marks.flatMap((mark) => this.nodes[mark]);
  }

  /** What can be chosen under a node: of the layers that are on, the shortest. @param {Set<string>} on */
  keyUnder(node, on) {
    const segment = node.closest(".ss-r-s");
    const fits = this.places.filter(({ layer, marks }) => (
      on.has(layer) && marks.some((mark) => this.nodes[mark].includes(segment))));
    return fits.sort((a, b) => this.of(a.marks).length - this.of(b.marks).length)[0]?.key ?? null;
  }

  /** The segment that holds a place of the article, given as Python counts it. @param {number} offset */
  at(offset) {
    return this.starts.findLast(([start]) => start <= offset)?.[1] ?? null;
  }

  /** How far marks reach in the scrolled text, in pixels from its top. @param {number[]} marks @param {number} top */
  reach(marks, top) {
    const nodes = this.of(marks);
    const first = nodes[0]?.getClientRects();
    const last = nodes.at(-1)?.getClientRects();
    if (!first?.length || !last?.length) return null;
    return { top: first[0].top - top, bottom: last[last.length - 1].bottom - top };
  }
}
