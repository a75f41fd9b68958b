// The reader: texts side by side, joined by what corresponds. All of it was compared in Python; here it is shown.

import { button, el, keepLevel, nextUid } from "../dom.mjs";
import { Gutter } from "./bands.mjs";
import { Choice } from "./choice.mjs";
import { Overview } from "./overview.mjs";
import { Panel } from "./panel.mjs";
import { Together } from "./scroll.mjs";
import { bandTable } from "./table.mjs";
import { DrawnText } from "./text.mjs";
import { layerButtons, noteLegend, stepButtons } from "./tools.mjs";

const NARROW_BELOW = { 2: 39, 3: 53 }; // rem below which one text is shown at a time
const READER_KEYS = "Keys in a text: N and P go to the next and the previous passage, F and D to the next and the "
  + "previous finding or other mark, O to the same passage in the other text.";

class Reader {
  /** @param {object} view @param {{level: number, id: string|null}} host */
  constructor(view, { level, id }) {
    Object.assign(this, { view, id, uid: nextUid(), showing: 0, isNarrow: false, width: 0 });
    this.on = new Set(view.layers.filter((layer) => layer.on).map((layer) => layer.id));
    const letters = new Map(view.layers.map((layer) => [layer.id, layer.letter]));
    this.bands = view.bands.map((band) => ({
      ...band, key: `b${band.number}`, letter: `${letters.get(band.layer)}${band.number}`, reach: [],
    }));
    this.notes = view.notes.map((note, n) => ({ ...note, key: `n${n}` }));
    for (const { text, marks, label } of this.notes) for (const mark of marks) view.texts[text].marks[mark][5] = label;
    this.found = this.notes.filter((note) => note.layer === "finding" || note.layer === "control");
    this.items = new Map([...this.bands, ...this.notes].map((item) => [item.key, item]));
    this.draw(level);
    this.together = new Together(this.texts.map((text) => text.scroller), () => this.moved());
    this.choice = new Choice({
      items: this.items, texts: this.texts, panel: this.panel, gutters: this.gutters, overview: this.overview,
      together: this.together, shown: (item) => this.on.has(item.layer), isNarrow: () => this.isNarrow,
      turn: (side) => this.turn(side), switchRow: this.switchRow,
    });
    this.show();
    this.sized = new ResizeObserver(() => this.fit());
    this.sized.observe(this.node);
    this.gone = new AbortController();
    document.fonts?.addEventListener("loadingdone", () => this.measure(), { signal: this.gone.signal });
  }

  draw(level) {
    const { view, uid } = this;
    const go = (key, side) => this.choice.go(key, side);
    this.texts = view.texts.map((text, i) => new DrawnText(text, this.places(i), {
      uid, level: level + 1, choose: (key) => this.choice.choose(key, i),
    }));
    this.gutters = view.texts.slice(1).map((_, i) => new Gutter(
      this.bands.filter((band) => band.texts[0] === i && band.texts[1] === i + 1), i, i + 1,
      { choose: (key) => go(key, this.choice.side), point: (key) => this.choice.point(key) }));
    this.overview = new Overview(view.texts, this.bands, (text, part) => this.look(text, part));
    this.panel = new Panel({
      texts: this.texts, go, close: () => this.choice.close()?.focus(),
      link: (key, side) => (this.id ? this.choice.link(this.id, key, side) : null),
    });
    this.legend = noteLegend(this.found);
    this.steps = stepButtons({
      step: (kind, by) => this.choice.step(kind, by), partner: () => this.choice.partner(), join: (on) => this.join(on),
    }, { bands: this.bands.length, notes: this.notes.length });
    const title = `${uid}-title`;
    this.switches = view.texts.map((text, i) => button(text.short, () => this.turnAt(i), {
      class: "ss-button ss-r-switch", "aria-pressed": String(!i),
    }));
    this.switchRow = el("div", {
      class: "ss-r-switches ss-row", role: "group", "aria-label": "The text shown",
    }, ...this.switches);
    this.node = el("section", {
      class: `ss-card ss-reader${view.fiction ? " is-fiction" : ""}`, "aria-labelledby": title,
      "data-texts": view.texts.length,
    },
      el(`h${level}`, { class: "ss-r-title", id: title }, view.title),
      el("div", { class: "ss-r-summary" }, ...view.summary.map((text) => el("p", {}, text))),
      layerButtons(view.layers, (ids, on) => this.layer(ids, on)), this.legend,
      this.overview.node,
      this.switchRow,
      el("div", { class: "ss-r-texts" }, ...this.texts.flatMap((text, i) => (
        i ? [this.gutters[i - 1].node, text.node] : [text.node]))),
      el("div", { class: "ss-r-dock" }, this.panel.node, this.steps),
      this.bands.length ? bandTable(this.bands, view.texts, uid, go) : null,
      this.items.size ? el("p", { class: "ss-r-keys" }, READER_KEYS) : null);
    this.listen();
  }

  listen() {
    this.node.addEventListener("keydown", (event) => {
      event.stopPropagation();
      const isInside = event.target.closest(".ss-r-pane, .ss-r-panel, .ss-r-steps");
      if (isInside && this.choice.press(event)) event.preventDefault();
    });
    this.texts.forEach((text, i) => {
      text.node.addEventListener("focusin", () => { this.choice.side = i; });
      text.node.addEventListener("pointerover", (event) => this.choice.point(text.keyUnder(event.target, this.on)));
      text.node.addEventListener("pointerleave", () => this.choice.point(null));
      text.node.addEventListener("click", (event) => {
        const key = event.target.closest("button") ? null : text.keyUnder(event.target, this.on);
        if (key && getSelection().isCollapsed) this.choice.choose(key, i);
      });
    });
  }

  /** What can be chosen in a text. @returns {import("./text.mjs").Place[]} */
  places(text) {
    const marks = this.view.texts[text].marks;
    const bands = this.bands.filter((band) => band.texts.includes(text)).map((band) => {
      const side = band.texts.indexOf(text);
      const other = this.view.texts[band.texts[1 - side]].short;
      return { ...band, marks: band.marks[side], name: `${band.letter}: ${band.kind}; also in ${other}`, label: "" };
    });
    const notes = this.notes.filter((note) => note.text === text).map((note) => (
      { ...note, name: `${note.name}${note.certainty ? `, ${note.certainty}` : ""}: ${note.printed}` }));
    return [...bands, ...notes].map((place) => ({ ...place, start: marks[place.marks[0]][3] }));
  }

  shown(band) {
    return this.on.has(band.layer);
  }

  /** Shows the layers that are on. */
  show() {
    for (const layer of this.view.layers) this.node.classList.toggle(`has-${layer.id}`, this.on.has(layer.id));
    const revealed = this.on.has("finding") || this.on.has("control");
    this.legend.hidden = !revealed;
    for (const note of this.found.filter(({ layer }) => layer === "finding")) {
      for (const node of this.texts[note.text].of(note.marks)) {
        node.classList.toggle("ss-marked", this.on.has("finding"));
        node.classList.toggle(`ss-l-${note.label}`, this.on.has("finding"));
      }
    }
    const [stepper] = this.steps.querySelectorAll(".ss-r-stepper[data-kind=note]");
    if (stepper) stepper.hidden = !this.notes.some((note) => this.shown(note));
    if (this.choice.item && !this.shown(this.choice.item)) this.choice.close();
    this.choice.rove();
  }

  layer(ids, on) {
    for (const id of ids) this.on[on ? "add" : "delete"](id);
    this.show();
    this.measure();
  }

  join(on) {
    this.together.on = on;
    this.together.loosen();
  }

  /** Fits the reader to its width; nothing is done where that stays the same. */
  fit() {
    const width = this.node.clientWidth;
    if (!width || width === this.width) return;
    this.width = width;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    this.isNarrow = width < NARROW_BELOW[this.texts.length] * rem;
    this.node.classList.toggle("is-narrow", this.isNarrow);
    this.turn(this.showing);
    this.measure();
  }

  /** Where one text is shown at a time: shows this one. */
  turn(side) {
    this.showing = side;
    this.texts.forEach((text, i) => text.node.classList.toggle("is-away", i !== side));
    this.switches.forEach((node, i) => node.setAttribute("aria-pressed", String(i === side)));
    this.choice.side = side;
    if (this.choice.item) this.panel.show(this.choice.item, side);
  }

  /** Turns to another text and keeps the place: what corresponds to the first passage in sight comes where it stood. */
  turnAt(side) {
    const at = this.choice.seen(this.texts[this.showing], "band").find((node) => {
      const { top } = node.getBoundingClientRect();
      return top > 0 && top < innerHeight && this.items.get(node.dataset.key).texts.includes(side);
    });
    const change = () => this.turn(side);
    if (at) keepLevel(at, this.texts[side].buttons.get(at.dataset.key), change);
    else change();
  }

  /** Goes to a part of a text, from 0 to 1, as it is pointed at in the overview. */
  look(side, part) {
    const { scroller } = this.texts[side];
    this.together.leader = side;
    if (this.isNarrow) {
      this.turn(side);
      const { top, height } = scroller.getBoundingClientRect();
      scrollBy({ top: top + part * height - innerHeight * 0.4 });
    } else scroller.scrollTop = part * scroller.scrollHeight - scroller.clientHeight * 0.4;
  }

  /** Finds out anew where everything stands. */
  measure() {
    if (!this.node.clientWidth) return;
    for (const [i, text] of this.texts.entries()) {
      const top = text.scroller.getBoundingClientRect().top - text.scroller.scrollTop;
      for (const band of this.bands) {
        if (band.texts.includes(i)) band.reach[i] = text.reach(band.marks[band.texts.indexOf(i)], top);
      }
    }
    for (const gutter of this.gutters) gutter.measure();
    this.together.measure((i, j) => this.pairs(i, j));
    this.overview.measure();
    this.overview.show((band) => this.shown(band), (layer) => this.on.has(layer));
    this.moved();
    this.choice.lift();
  }

  /** The places by which two texts scroll together. */
  pairs(i, j) {
    const between = this.bands.filter((band) => band.inOrder && band.texts.includes(i) && band.texts.includes(j));
    const ends = between.filter((band) => band.reach[i] && band.reach[j]).flatMap(({ reach }) => (
      [[reach[i].top, reach[j].top], [reach[i].bottom, reach[j].bottom]]));
    return ends.sort((a, b) => a[0] - b[0]);
  }

  moved() {
    const tops = this.together.boxes.map((box) => box.top);
    if (!this.isNarrow) for (const gutter of this.gutters) gutter.show(tops, (band) => this.shown(band));
    this.overview.move(this.together.boxes, this.isNarrow ? this.showing : -1);
  }

  destroy() {
    this.gone.abort();
    this.sized.disconnect();
    this.together.destroy();
  }
}

/** @param {HTMLElement} root @param {object} view @param {{level?: number, id?: string|null}} host @returns {Reader} */
export function mountReader(root, view, { level = 3, id = null } = {}) {
  const reader = new Reader(view, { level, id });
  root.replaceChildren(reader.node);
  reader.fit();
  return reader;
}
