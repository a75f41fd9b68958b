// What the reader has chosen and how one gets there: by pointing, by keys, from one text to the other, by a link.

import { isStill, scrollerOf } from "../dom.mjs";

const KEYS_THAT_STEP = { n: ["band", 1], p: ["band", -1], f: ["note", 1], d: ["note", -1] };
const ARROWS_THAT_STEP = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const CLOSE = 14; // pixels that a passage keeps from the edges of its box
const PLACE_IN_TEXT = /^#(.+):([\w-]+):(\d+)(?:-\d+)?$/;

export class Choice {
  /**
   * @param {{items: Map<string, object>, texts: import("./text.mjs").DrawnText[], panel: object,
   *   gutters: object[], overview: object, together: import("./scroll.mjs").Together,
   *   shown: (item: object) => boolean, isNarrow: () => boolean, turn: (side: number) => void,
   *   switchRow: HTMLElement}} parts
   */
  constructor(parts) {
    Object.assign(this, parts, { key: null, side: 0, pointed: null, painted: [], waved: [] });
  }

  get item() {
    return this.items.get(this.key) ?? null;
  }

  /** The texts that hold an item, the one wanted first if it does. */
  sides(item, wanted = this.side) {
    const all = item.texts ?? [item.text];
    return all.includes(wanted) ? [wanted, ...all.filter((side) => side !== wanted)] : all;
  }

  marks(item, side) {
    return item.texts ? item.marks[item.texts.indexOf(side)] : item.marks;
  }

  /** Chooses an item: its words stand out in each text, and its other end comes level. */
  choose(key, side) {
    const item = this.items.get(key);
    if (key === this.key && side === this.side) return;
    this.key = key;
    [this.side] = this.sides(item, side);
    this.paint(item);
    this.panel.show(item, this.side);
    this.rove();
    this.lift();
    this.level(item, this.together.on);
  }

  close() {
    const button = this.texts[this.side].buttons.get(this.key);
    this.key = null;
    this.paint(null);
    this.panel.idle();
    this.lift();
    return button;
  }

  paint(item) {
    for (const node of this.painted) node.classList.remove("is-chosen", "is-word");
    this.painted = [];
    if (!item) return;
    for (const side of this.sides(item)) {
      const nodes = this.texts[side].of(this.marks(item, side));
      for (const node of nodes) node.classList.add("is-chosen");
      const words = item.texts ? this.texts[side].of(item.words[item.texts.indexOf(side)]) : [];
      for (const node of words) node.classList.add("is-word");
      this.painted.push(...nodes, ...words);
    }
  }

  /** Shows what belongs together under the pointer. @param {string|null} key */
  point(key) {
    if (key === this.pointed) return;
    this.pointed = key;
    for (const node of this.waved) node.classList.remove("is-pointed");
    const item = this.items.get(key);
    this.waved = item ? this.sides(item).flatMap((side) => this.texts[side].of(this.marks(item, side))) : [];
    for (const node of this.waved) node.classList.add("is-pointed");
    this.lift();
  }

  lift() {
    for (const part of [...this.gutters, this.overview]) {
      part.lift(this.pointed, "is-pointed");
      part.lift(this.key, "is-chosen");
    }
  }

  /** One button of each text is a stop of the Tab key: the chosen one, else the first that is shown. */
  rove() {
    for (const text of this.texts) {
      const seen = this.seen(text);
      const stop = seen.find((node) => node.dataset.key === this.key) ?? seen[0];
      for (const node of text.buttons.values()) node.tabIndex = node === stop ? 0 : -1;
    }
  }

  /** The buttons of a text that can be seen, in its order; of one kind if asked for. */
  seen(text, kind = "") {
    const wanted = (node) => !kind || (kind === "note") === Boolean(node.dataset.note);
    return [...text.scroller.querySelectorAll(".ss-r-chip")].filter((node) => (
      wanted(node) && this.shown(this.items.get(node.dataset.key))));
  }

  /** Brings an item into sight, and its other end level with it. @param {boolean} joins whether other texts move */
  level(item, joins) {
    if (this.isNarrow()) {
      this.uncover(item);
      return;
    }
    const { boxes } = this.together;
    const reach = this.sides(item).map((side) => {
      const { scroller } = this.texts[side];
      const top = scroller.getBoundingClientRect().top - scroller.scrollTop;
      return [side, this.texts[side].reach(this.marks(item, side), top)];
    });
    if (reach.some(([, one]) => !one)) return;
    const [[side, own]] = reach;
    const height = Math.min(boxes[side].height, this.clear(side));
    const size = own.bottom - own.top;
    const now = own.top - this.texts[side].scroller.scrollTop;
    const isInSight = now >= 0 && now + Math.min(size, height - CLOSE) <= height;
    const y = isInSight ? now : Math.max(CLOSE, Math.min(height * 0.3, (height - size) / 2));
    const tops = boxes.map((_, at) => {
      const way = joins && at !== side ? this.together.way(side, at) : null;
      return way ? way(own.top) - y : null;
    });
    for (const [at, one] of reach) if (joins || at === side) tops[at] = one.top - y;
    if (isInSight) tops[side] = null;
    if (tops.some((top) => top !== null)) this.together.go(tops);
  }

  /** Where one text is shown at a time: scrolls the page so that the panel does not lie over what it speaks of. */
  uncover(item) {
    const nodes = this.texts[this.side].of(this.marks(item, this.side));
    const { top } = nodes[0].getBoundingClientRect();
    const { bottom } = nodes.at(-1).getBoundingClientRect();
    const floor = this.panel.node.getBoundingClientRect().top - CLOSE;
    const ceiling = this.switchRow.offsetHeight + CLOSE;
    const moved = top < ceiling ? top - ceiling : Math.min(Math.max(0, bottom - floor), top - ceiling);
    scrollerOf(this.texts[this.side].node).scrollBy({ top: moved, behavior: isStill() ? "instant" : "smooth" });
  }

  /** How much of a text the panel, which lies over its foot, leaves free. */
  clear(side) {
    const { top } = this.texts[side].scroller.getBoundingClientRect();
    return Math.max(60, this.panel.node.getBoundingClientRect().top - top - CLOSE);
  }

  /** Goes to an item in one text: into sight, with the focus on its button. */
  go(key, side) {
    const item = this.items.get(key);
    const [at] = this.sides(item, side);
    const button = this.texts[at].buttons.get(key);
    if (this.isNarrow()) this.turn(at);
    this.key = null;
    this.choose(key, at);
    this.level(item, true);
    button?.focus({ preventScroll: true });
    if (!this.isNarrow()) this.texts[at].node.scrollIntoView({ block: "nearest" });
  }

  /** Goes to the next item of a kind, or the one before; from the end of the text it starts over. */
  step(kind, by) {
    const seen = this.seen(this.texts[this.side], kind);
    if (!seen.length) return;
    const at = seen.findIndex((node) => node.dataset.key === this.key);
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length;
    this.go(seen[next].dataset.key, this.side);
  }

  /** Goes to the same passage in the other text. */
  partner() {
    if (!this.item?.texts) this.step("band", 1);
    else this.go(this.key, this.sides(this.item)[1]);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was one of ours */
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const chip = event.target.closest(".ss-r-chip");
    if (chip && ARROWS_THAT_STEP[event.key]) {
      const seen = this.seen(this.texts[this.side]);
      // Left is on where the writing runs to the left.
      const isAlong = event.key === "ArrowLeft" || event.key === "ArrowRight";
      const turns = isAlong && this.texts[this.side].text.dir === "rtl" ? -1 : 1;
      const next = seen[seen.indexOf(chip) + turns * ARROWS_THAT_STEP[event.key]];
      if (next) this.go(next.dataset.key, this.side);
      return true;
    }
    const key = event.key.toLowerCase();
    if (KEYS_THAT_STEP[key]) this.step(...KEYS_THAT_STEP[key]);
    else if (key === "o") this.partner();
    else if (key === "escape" && this.key) this.close()?.focus({ preventScroll: true });
    else return false;
    return true;
  }

  /** The address of an item in a text, within the page; null where the reader has no address. */
  link(id, key, side) {
    const item = this.items.get(key);
    const { text } = this.texts[side];
    const marks = this.marks(item, side).map((mark) => text.marks[mark]);
    return `#${id}:${text.id}:${marks[0][3]}-${marks.at(-1)[4]}`;
  }

  /** Goes where a link points. @param {string} id @param {string} hash @returns {boolean} whether it points here */
  open(id, hash) {
    const found = PLACE_IN_TEXT.exec(hash);
    const side = found ? this.texts.findIndex(({ text }) => text.id === found[2]) : -1;
    if (!found || found[1] !== id || side < 0) return false;
    const offset = Number(found[3]);
    const text = this.texts[side];
    const items = [...this.items.values()].filter((item) => this.sides(item).includes(side) && this.shown(item));
    const item = items.find((one) => text.text.marks[this.marks(one, side)[0]][3] === offset);
    text.node.scrollIntoView({ block: "nearest" });
    if (item) this.go(item.key, side);
    else this.visit(text, side, offset);
    return true;
  }

  /** Shows a place that is no item. */
  visit(text, side, offset) {
    const node = text.at(offset);
    if (!node) return;
    if (this.isNarrow()) this.turn(side);
    node.scrollIntoView({ block: "center" });
    this.paint(null);
    node.classList.add("is-chosen");
    this.painted = [node];
  }
}
