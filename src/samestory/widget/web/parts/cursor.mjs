// Moves over the words of a passage and selects them, by key, mouse and touch.
//
// The one tab stop is a slider whose value is a word: screen readers hand it the arrow keys and read each new value
// out, on touch screens too, while the text itself stays plain text that can be read on its own.

import { el } from "../dom.mjs";

/**
 * @typedef {{
 *   selected: (span: {from: number, to: number}|null) => void,
 *   marked: () => void, removed: () => void, letter: (letter: string) => boolean,
 *   markAt: (word: number) => {from: number, to: number}|null, describe: (word: number) => string,
 * }} CursorEvents
 */

export class WordCursor {
  /** @param {import("./words.mjs").DrawnWords} drawn @param {number[]} sentences @param {CursorEvents} events */
  constructor(drawn, sentences, events, describedBy) {
    Object.assign(this, { drawn, sentences, events });
    this.at = drawn.first;
    /** @type {number|null} */ this.anchor = null;
    this.settled = true;
    this.dragFrom = null;
    this.dragged = false;
    this.node = el("span", {
      class: "ss-cursor", role: "slider", tabindex: 0, "aria-roledescription": "word cursor",
      "aria-label": "Text to mark", "aria-describedby": describedBy, "aria-valuemin": drawn.first + 1,
      "aria-valuemax": drawn.last + 1,
      onkeydown: (event) => this.key(event),
      onclick: () => this.events.marked(),
      onfocus: () => this.show(true), onblur: () => this.show(false),
    });
    drawn.node.addEventListener("pointerdown", (event) => this.press(event));
    drawn.node.addEventListener("pointermove", (event) => this.drag(event));
    drawn.node.addEventListener("click", (event) => this.tap(event));
    this.show(false);
  }

  /** The selected words, or null. */
  get span() {
    if (this.anchor === null) return null;
    return { from: Math.min(this.anchor, this.at), to: Math.max(this.anchor, this.at) };
  }

  /** Takes the focus without a jump of the page. */
  focus() {
    this.node.focus({ preventScroll: true });
  }

  clear() {
    this.anchor = null;
    this.settled = true;
    this.show(false);
    this.events.selected(null);
  }

  /** Selects words from `from` to `to`, ready to be marked. */
  select(from, to) {
    this.anchor = from;
    this.at = to;
    this.settled = true;
    this.show(false);
    this.events.selected(this.span);
  }

  /** Stands on a word with nothing selected, and takes the reader there. */
  visit(word) {
    this.at = word;
    this.clear();
    this.focus();
    this.drawn.words[word].scrollIntoView({ block: "center", inline: "nearest" });
  }

  /** Redraws the cursor; `scroll` keeps it in view. */
  show(scroll) {
    const word = this.drawn.words[this.at];
    const focused = document.activeElement === this.node;
    this.drawn.paint("cursor", focused ? [{ from: this.at, to: this.at, classes: ["is-cursor"] }] : []);
    const span = this.span;
    const count = span ? span.to - span.from + 1 : 0;
    const many = count > 1 ? `, ${count} words selected` : count ? ", selected" : "";
    this.node.setAttribute("aria-valuenow", String(this.at + 1));
    this.node.setAttribute("aria-valuetext", word.textContent + many + this.events.describe(this.at));
    if (!focused) return;
    this.node.style.top = `${word.offsetTop}px`;
    this.node.style.left = `${word.offsetLeft}px`;
    if (scroll) word.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  sentenceOf(word) {
    return Math.max(0, this.sentences.findLastIndex((first) => first <= word));
  }

  /** Where a key leads from here, or null if it is no key of movement. @param {KeyboardEvent} event */
  target(event) {
    const sentence = this.sentenceOf(this.at);
    const start = this.sentences[sentence] ?? this.drawn.first;
    const whole = event.ctrlKey || event.metaKey;
    // The arrow that points on along the line leads to the next word.
    const ahead = this.drawn.node.dir === "rtl" ? -1 : 1;
    switch (event.key) {
      case "ArrowLeft": return this.at - ahead;
      case "ArrowRight": return this.at + ahead;
      case "ArrowUp": return this.at > start ? start : (this.sentences[sentence - 1] ?? this.drawn.first);
      case "ArrowDown": return this.sentences[sentence + 1] ?? this.drawn.last;
      case "Home": return whole ? this.drawn.first : start;
      case "End": return whole ? this.drawn.last : (this.sentences[sentence + 1] ?? this.drawn.last + 1) - 1;
      default: return null;
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = this.target(event);
    let used = true;
    if (target !== null) this.move(target, event.shiftKey);
    else if (event.ctrlKey || event.metaKey || event.altKey) used = false;
    else if (event.repeat) used = event.key.length === 1 || event.key === "Enter";
    else if (event.key === "Enter" || event.key === " ") this.events.marked();
    else if (event.key === "Delete" || event.key === "Backspace") this.events.removed();
    else if (event.key === "Escape" && this.anchor !== null) this.clear();
    else used = event.key.length === 1 && this.events.letter(event.key.toUpperCase());
    if (used) event.preventDefault();
  }

  move(target, extend) {
    const had = this.anchor !== null;
    if (extend) this.anchor ??= this.at;
    else this.anchor = null;
    this.settled = true;
    this.at = Math.min(this.drawn.last, Math.max(this.drawn.first, target));
    this.show(true);
    if (extend || had) this.events.selected(this.span);
  }

  /** A mouse may drag; a finger scrolls, so it only taps. @param {PointerEvent} event */
  press(event) {
    this.dragged = false;
    this.dragFrom = event.pointerType === "mouse" && event.button === 0 ? this.drawn.numberAt(event) : null;
  }

  /** @param {PointerEvent} event */
  drag(event) {
    if (this.dragFrom === null || !(event.buttons & 1)) return;
    const word = this.drawn.numberAt(event);
    if (word === null || (word === this.dragFrom && !this.dragged) || (this.dragged && word === this.at)) return;
    this.dragged = true;
    this.select(this.dragFrom, word);
  }

  /** First tap: the start. Second: the end, or the same word again for this word alone. @param {Event} event */
  tap(event) {
    if (event.target instanceof Element && event.target.closest("a")) return;
    const word = this.drawn.numberAt(event);
    this.dragFrom = null;
    if (this.dragged || word === null) {
      if (this.dragged) this.focus();
      this.dragged = false;
      return;
    }
    this.focus();
    const waiting = this.anchor !== null && !this.settled;
    const mark = waiting ? null : this.events.markAt(word);
    if (mark) this.select(mark.from, mark.to);
    else if (waiting && word === this.anchor) this.again();
    else {
      this.select(waiting ? this.anchor : word, word);
      this.settled = waiting;
    }
  }

  again() {
    this.settled = true;
    this.events.marked();
  }
}
