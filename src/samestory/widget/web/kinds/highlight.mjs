// The kind "highlight": mark words in a passage, choose a label for each mark.

import { noteOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { el } from "../dom.mjs";
import { gradeHighlight } from "../grading/marking.mjs";
import { outcomeIn } from "../grading/verdict.mjs";
import { inTheText } from "../in_text.mjs";
import { WordCursor } from "../parts/cursor.mjs";
import { MarkList } from "../parts/marklist.mjs";
import { markAt, meets, withMark } from "../parts/marks.mjs";
import { letterOf, Picker } from "../parts/picker.mjs";
import { DrawnWords } from "../parts/words.mjs";

const KEYS = "Left and right arrow: by word. Up and down: by sentence. Home, End: ends of the sentence. "
  + "Shift with these: select. Enter: mark. Delete: remove the mark. Escape: select nothing. "
  + "Question mark: go to the note on a word.";

class Highlight {
  constructor(view, answer, onChange, tools) {
    Object.assign(this, { view, onChange, tools });
    /** @type {import("../parts/marks.mjs").Mark[]} */ this.marks = [];
    /** Parts of the verdict with a place in the text, and the notes there. */
    this.noted = [];
    /** @type {HTMLElement[]} */ this.notes = [];
    this.labels = view.labels;
    this.drawn = new DrawnWords(view.passage);
    const help = el("p", { class: "ss-spoken", id: `${tools.uid}-keys` }, this.keys());
    this.cursor = new WordCursor(this.drawn, view.passage.sentences, this.cursorEvents(), help.id);
    this.picker = new Picker(this.labels, {
      choose: (label) => this.mark(this.target(), label),
      remove: () => this.removed(),
      cancel: () => this.leave(),
    });
    this.list = new MarkList(this.labels, {
      visit: (mark) => this.cursor.visit(mark.from),
      relabel: (mark, label) => this.put({ ...mark, label }),
      remove: (mark) => this.take(mark),
      text: (mark) => this.drawn.text(mark.from, mark.to),
    });
    const { outlet, date, paragraphs } = view.passage;
    const whole = inTheText(paragraphs.map(({ texts }) => texts.join("")).join(" "), outlet);
    const source = el("p", { class: "ss-source" }, el("b", {}, outlet), date ? ` · ${date}` : "", whole);
    const sheet = el("div", { class: "ss-sheet ss-evidence" }, this.cursor.node, this.drawn.node);
    this.node = el("div", { class: "ss-highlight", role: "group", "aria-label": `Passage from ${outlet}` });
    this.node.append(source, sheet, help, this.picker.node, this.list.node, this.legend());
    this.set(answer);
  }

  keys() {
    const letters = this.labels.map((label) => `${label.letter} ${label.name}`).join(", ");
    return letters ? `${KEYS} Letter keys mark with a label: ${letters}.` : KEYS;
  }

  legend() {
    const rows = this.labels.flatMap((label) => [
      el("dt", {}, letterOf(label), " ", el("span", { class: `ss-line ss-l-${label.id}` }, label.name)),
      el("dd", {}, label.means),
    ]);
    const head = this.labels.length ? "Labels and keys" : "Keys";
    const list = rows.length ? el("dl", {}, ...rows) : null;
    return el("details", { class: "ss-legend" }, el("summary", {}, head), list, el("p", {}, KEYS));
  }

  cursorEvents() {
    return {
      selected: (span) => this.offer(span),
      marked: () => this.enter(),
      removed: () => this.removed(),
      letter: (letter) => this.letter(letter),
      markAt: (word) => markAt(this.marks, word),
      describe: (word) => this.describe(word),
    };
  }

  describe(word) {
    const mark = markAt(this.marks, word);
    const found = this.noted.find(({ part }) => part.words[0] <= word && word <= part.words[1]);
    const marked = mark ? `, marked ${this.nameOf(mark.label)}`.trimEnd() : "";
    return found ? `${marked}, note ${found.number}: ${outcomeIn(found.part)}` : marked;
  }

  nameOf(label) {
    return this.labels.find((one) => one.id === label)?.name ?? (this.labels.length ? "without a label" : "");
  }

  /** The selected words, or the mark under the cursor, or the word under it. */
  target() {
    const { at, span } = this.cursor;
    return span ?? markAt(this.marks, at) ?? { from: at, to: at };
  }

  /** The mark that is exactly these words. */
  same({ from, to }) {
    return this.marks.find((mark) => mark.from === from && mark.to === to) ?? null;
  }

  offer(span) {
    this.drawn.paint("selection", span ? [{ ...span, classes: ["is-selected"] }] : []);
    if (!span) {
      this.rest();
      return;
    }
    this.picker.offer(this.drawn.text(span.from, span.to), this.same(span));
    this.uncover(this.drawn.words[this.cursor.at]);
  }

  /** The bar stays at the bottom of the window; a word that it would cover moves above it. */
  uncover(word) {
    const bar = this.picker.node.getBoundingClientRect();
    if (word.getBoundingClientRect().bottom <= bar.top) return;
    this.drawn.node.style.setProperty("--ss-bar", `${bar.height}px`);
    word.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  rest() {
    const count = this.marks.length === 1 ? "1 mark" : `${this.marks.length} marks`;
    const wanted = this.view.faults === 1 ? "There is 1 to find." : `There are ${this.view.faults} to find.`;
    const how = "Choose the first word of a phrase, then its last word.";
    this.picker.rest(this.marks.length ? `${count}. ${wanted}` : `${how} ${wanted}`);
  }

  /** Enter: without labels marks at once, with labels goes to choose one. */
  enter() {
    const span = this.target();
    if (!this.labels.length && !this.same(span)) {
      this.mark(span, null);
      return;
    }
    if (!this.cursor.span) this.cursor.select(span.from, span.to);
    this.picker.focus();
  }

  /** A key with a letter on it: a label, or the way to the note. */
  letter(letter) {
    if (letter === "?") return this.goToNote();
    const label = this.labels.find((one) => one.letter.toUpperCase() === letter);
    if (label) this.mark(this.target(), label.id);
    return Boolean(label);
  }

  goToNote() {
    const { at } = this.cursor;
    const found = this.noted.findIndex(({ part }) => part.words[0] <= at && at <= part.words[1]);
    this.notes[found]?.querySelector("a").click();
    return found >= 0;
  }

  mark(span, label) {
    const mark = { from: span.from, to: span.to, label };
    const gone = this.marks.filter((other) => meets(other, mark) && !this.same(mark)).length;
    this.put(mark);
    const replaced = gone ? ` It replaces ${gone === 1 ? "an earlier mark" : `${gone} earlier marks`}.` : "";
    const as = this.labels.length ? `, ${this.nameOf(label)}` : "";
    this.tools.say(`Marked “${this.drawn.text(span.from, span.to)}”${as}.${replaced}`);
    this.leave();
  }

  removed() {
    const mark = markAt(this.marks, this.cursor.at);
    if (mark) this.take(mark);
    this.leave();
  }

  /** Ends a selection; the focus goes back to the text if it was on the bar. */
  leave() {
    const inBar = this.picker.has(document.activeElement);
    this.cursor.clear();
    if (inBar) this.cursor.focus();
  }

  put(mark) {
    this.change(withMark(this.marks, mark));
  }

  take(mark) {
    this.tools.say(`Removed the mark on “${this.drawn.text(mark.from, mark.to)}”.`);
    this.change(this.marks.filter((other) => !meets(other, mark)));
    if (!this.marks.length) this.cursor.focus();
  }

  change(marks) {
    this.marks = marks;
    this.draw();
    this.onChange();
  }

  draw() {
    const letter = (id) => this.labels.find((one) => one.id === id)?.letter ?? (this.labels.length ? "?" : "");
    this.drawn.paint("marks", this.marks.map(({ from, to, label }) => (
      { from, to, classes: ["ss-marked", `ss-l-${label ?? "none"}`], letter: letter(label) }
    )));
    this.list.show(this.marks);
    if (!this.cursor.span) this.rest();
    this.cursor.show(false);
  }

  answer() {
    return { marks: this.marks };
  }

  set(answer) {
    const { words } = this.drawn;
    const fits = (mark) => mark && words[mark.from] && words[mark.to] && mark.from <= mark.to;
    const known = (id) => (this.labels.some((label) => label.id === id) ? id : null);
    const given = Array.isArray(answer?.marks) ? answer.marks.filter(fits) : [];
    const clean = given.map(({ from, to, label }) => ({ from, to, label: known(label) }));
    this.marks = clean.reduce(withMark, []);
    this.cursor.clear();
    this.draw();
  }

  /** Shows a verdict on the text: a look for each part's words and a note that leads to its explanation. */
  reveal(verdict) {
    this.notes.forEach((note) => note.remove());
    const inText = ({ part }) => part.words?.every((word) => this.drawn.words[word]);
    this.noted = (verdict?.parts ?? []).map((part, i) => ({ part, number: i + 1 })).filter(inText);
    this.drawn.paint("outcome", this.noted.map(({ part }) => (
      { from: part.words[0], to: part.words[1], classes: ["ss-found", `ss-is-${part.outcome}`] }
    )));
    this.notes = this.noted.map(({ part, number }) => {
      const note = noteOf(part, number, this.tools.uid);
      this.drawn.words[part.words[1]].after(note);
      return note;
    });
    this.cursor.show(false);
    return new Map(this.noted.map(({ part }) => [part, () => this.cursor.visit(part.words[0])]));
  }

  destroy() {}
}

addKind({
  name: "highlight",
  lines: 4,
  draw: (view, answer, onChange, tools) => new Highlight(view, answer, onChange, tools),
  empty: (answer) => !answer?.marks?.length,
  grade: gradeHighlight,
});
