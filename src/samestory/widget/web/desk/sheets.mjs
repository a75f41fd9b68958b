// The texts of the desk: one at a time, in words that can be marked, or two side by side with bands.

import { button, el, toggle } from "../dom.mjs";
import { WordCursor } from "../parts/cursor.mjs";
import { Picker } from "../parts/picker.mjs";
import { DrawnWords } from "../parts/words.mjs";
import { mountReader } from "../reader/reader.mjs";

const HOW = "Mark words yourself: choose the first word and then the last, and say what it is.";
const KEYS = "Left and right arrow: by word. Up and down: by sentence. Shift with these: select. Enter: say what it is.";

class Sheet {
  constructor(text, labels, { uid, mark, quote }) {
    Object.assign(this, { text, mark, quote, cards: [] });
    const help = el("p", { class: "ss-spoken", id: `${uid}-${text.id}-keys` }, KEYS);
    this.drawn = new DrawnWords(text.passage);
    this.drawn.node.setAttribute("dir", text.passage.dir);
    this.picker = new Picker(labels, { choose: (label) => this.choose(label), remove: () => {}, cancel: () => this.cursor.clear() });
    this.picker.plain.hidden = true;
    if (quote) {
      this.picker.cancel.before(button("Quote it in a brief", () => this.quoted(), { class: "ss-button ss-quiet" }));
    }
    this.cursor = new WordCursor(this.drawn, text.passage.sentences, {
      selected: (span) => this.offer(span), marked: () => this.enter(), removed: () => {},
      letter: (letter) => this.letter(letter, labels), markAt: () => null, describe: (word) => this.describe(word),
    }, help.id);
    this.node = el("div", { class: "ss-d-sheet" },
      el("div", { class: "ss-sheet ss-evidence" }, this.cursor.node, this.drawn.node), help, this.picker.node);
    this.offer(null);
  }

  offer(span) {
    this.drawn.paint("selection", span ? [{ ...span, classes: ["is-selected"] }] : []);
    if (!span) this.picker.rest(HOW);
    else {
      this.picker.offer(this.drawn.text(span.from, span.to), null);
      this.picker.plain.hidden = true;
    }
  }

  enter() {
    const { at, span } = this.cursor;
    if (!span) this.cursor.select(at, at);
    this.picker.focus();
  }

  choose(label) {
    const { at, span } = this.cursor;
    this.cursor.clear();
    this.mark(this.text.id, span ?? { from: at, to: at }, label ?? "slip");
  }

  quoted() {
    const { from, to } = this.cursor.span;
    this.cursor.clear();
    this.quote(this.text, this.drawn.text(from, to));
  }

  letter(letter, labels) {
    const label = labels.find((one) => one.letter === letter);
    if (!label || !this.cursor.span) return false;
    this.choose(label.id);
    return true;
  }

  describe(word) {
    const card = this.cards.find(({ from, to }) => from <= word && word <= to);
    return card ? `, ${card.kindName}` : "";
  }

  /** Paints what has been decided, and the proposals that wait. */
  paint(cards) {
    this.cards = cards.filter(({ article, state }) => article === this.text.id && state !== "dropped");
    const spans = this.cards.map(({ from, to, label, state }) => ({
      from, to, classes: state === "open" || state === "disputed" ? ["ss-d-waits"]
        : state === "control" ? ["ss-d-sound"] : ["ss-marked", `ss-l-${label}`],
    }));
    this.drawn.paint("proposals", spans);
  }

  now(card) {
    this.drawn.paint("now", card ? [{ from: card.from, to: card.to, classes: ["ss-d-now"] }] : []);
    if (card) scrollInside(this.node.querySelector(".ss-sheet"), this.drawn.words[card.from]);
  }
}

export class Sheets {
  constructor(act, uid, level) {
    Object.assign(this, { act, uid, level, view: null, shown: null, both: false, reader: null });
    this.tabs = el("div", { class: "ss-d-tabs ss-row", role: "group", "aria-label": "The text shown" });
    this.beside = button("Side by side", () => this.turnBoth(!this.both), { class: "ss-button ss-d-tab", "aria-pressed": "false" });
    this.other = el("select", { class: "ss-select", "aria-label": "The text beside it", onchange: () => this.drawReader() });
    this.place = el("div", { class: "ss-d-place" });
    this.row = el("div", { class: "ss-row ss-d-views" }, this.tabs, this.beside, this.other);
    this.node = el("div", { class: "ss-d-left" }, this.row, this.place);
  }

  show(view) {
    this.view = view;
    this.sheets = new Map(view.texts.map((text) => [text.id, new Sheet(text, view.labels, {
      uid: this.uid, mark: this.act.mark, quote: this.act.quote,
    })]));
    if (!this.sheets.has(this.shown)) this.shown = view.texts[0]?.id ?? null;
    this.tabs.replaceChildren(...view.texts.map((text) => button(text.short, () => this.turn(text.id), {
      class: "ss-button ss-d-tab", "data-id": text.id,
    })));
    toggle(this.beside, view.texts.length > 1);
    this.repaint(view);
    this.draw();
  }

  repaint(view) {
    this.view = view;
    for (const sheet of this.sheets?.values() ?? []) sheet.paint(view.cards);
  }

  turn(id) {
    this.shown = id;
    this.draw();
  }

  turnBoth(on) {
    this.both = on;
    this.draw();
  }

  draw() {
    for (const tab of this.tabs.children) tab.setAttribute("aria-pressed", String(tab.dataset.id === this.shown));
    this.beside.setAttribute("aria-pressed", String(this.both));
    const others = this.view.texts.filter(({ id }) => id !== this.shown);
    const had = this.other.value;
    this.other.replaceChildren(...others.map(({ id, short }) => el("option", { value: id }, short)));
    if (others.some(({ id }) => id === had)) this.other.value = had;
    const isReader = this.both && others.length > 0;
    toggle(this.other, isReader && others.length > 1);
    this.node.classList.toggle("is-both", isReader);
    if (isReader) this.drawReader();
    else {
      this.endReader();
      const sheet = this.sheets.get(this.shown);
      this.place.replaceChildren(...(sheet ? [sheet.node] : []));
    }
  }

  async drawReader() {
    const articles = [this.shown, this.other.value];
    const { reader } = await this.act.ask({ op: "reader", articles });
    if (!reader || !this.both) return;
    this.endReader();
    const root = el("div", {});
    this.place.replaceChildren(root);
    this.reader = mountReader(root, reader, { level: this.level });
    if (this.card) this.goInReader(this.card);
  }

  /** Shows where a card stands. @param {object} card */
  go(card) {
    this.card = card;
    const isHere = card.article === this.shown;
    const told = this.view.cards.find(({ id }) => id === card.id)?.evidence.find(({ article }) => article && article !== card.article);
    if (told) this.other.value = told.article;
    if (!isHere) this.turn(card.article);
    else if (this.both && told && this.other.value !== this.reader?.view.texts[1]?.id) this.drawReader();
    for (const sheet of this.sheets.values()) sheet.now(sheet.text.id === card.article ? card : null);
    if (this.reader) this.goInReader(card);
  }

  goInReader(card) {
    const text = this.reader.texts.find((one) => one.text.id === card.article);
    const node = text?.at(card.start);
    if (node) scrollInside(text.scroller, node);
  }

  endReader() {
    this.reader?.destroy();
    this.reader = null;
  }

  destroy() {
    this.endReader();
  }
}

/** Scrolls a box, and nothing around it, so that a node stands in its upper third. */
function scrollInside(box, node) {
  const { top } = node.getBoundingClientRect();
  const { top: start, height } = box.getBoundingClientRect();
  box.scrollTop += top - start - height / 3;
}
