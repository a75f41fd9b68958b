// The strip above the texts: each text as a bar as long as it is, what corresponds as ribbons, what is seen as windows.

import { el } from "../dom.mjs";
import { draw } from "./bands.mjs";

const BAR_HEIGHT = 13;
const BETWEEN_BARS = 38;

export class Overview {
  /**
   * @param {import("./text.mjs").ReaderText[]} texts @param {object[]} bands
   * @param {(text: number, part: number) => void} go called with a text and a part of it, from 0 to 1
   */
  constructor(texts, bands, go) {
    Object.assign(this, { texts, bands, width: 0 });
    this.longest = Math.max(...texts.map((text) => text.size));
    this.height = texts.length * BAR_HEIGHT + (texts.length - 1) * BETWEEN_BARS;
    this.drawing = draw("svg", { class: "ss-r-strip", height: this.height, preserveAspectRatio: "none" });
    const names = texts.map((text) => el("span", {}, text.short));
    this.node = el("div", { class: "ss-r-overview", "aria-hidden": "true" },
      el("div", { class: "ss-r-outlets" }, ...names), this.drawing);
    this.node.style.setProperty("--ss-r-bar", `${BAR_HEIGHT}px`);
    this.drag = null;
    this.drawing.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      this.drag = this.row(event);
      this.drawing.setPointerCapture(event.pointerId);
      go(this.drag, this.part(event));
    });
    this.drawing.addEventListener("pointermove", (event) => {
      if (this.drag !== null) go(this.drag, this.part(event));
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.drawing.addEventListener(end, () => { this.drag = null; });
    }
  }

  row(event) {
    const y = event.clientY - this.drawing.getBoundingClientRect().top;
    return Math.min(this.texts.length - 1, Math.max(0, Math.round((y - BAR_HEIGHT / 2) / (BAR_HEIGHT + BETWEEN_BARS))));
  }

  part(event) {
    const x = event.clientX - this.drawing.getBoundingClientRect().left;
    return Math.min(1, Math.max(0, x / Math.max(1, this.length(this.texts[this.drag]))));
  }

  length(text) {
    return (text.size / this.longest) * (this.width - 2);
  }

  measure() {
    this.width = this.drawing.clientWidth;
    this.drawing.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
  }

  /** Draws all anew. @param {(band: object) => boolean} shown @param {(layer: string) => boolean} isOn */
  show(shown, isOn) {
    this.windows = this.texts.map(() => draw("rect", { class: "ss-r-window", rx: 2 }));
    const top = (i) => i * (BAR_HEIGHT + BETWEEN_BARS);
    const ribbons = this.bands.filter(shown).map((band) => this.ribbon(band, top));
    const bars = this.texts.map((text, i) => draw("g", {},
      draw("rect", {
        class: "ss-r-bar", x: 0.5, y: top(i) + 0.5, rx: 1,
        height: BAR_HEIGHT - 1, width: Math.max(0, this.length(text)),
      }),
      ...this.ticks(text, top(i), isOn)));
    this.drawing.replaceChildren(...ribbons, ...bars, ...this.windows);
  }

  ribbon(band, top) {
    const [i, j] = band.texts;
    const [a, b] = [this.stretch(band, 0), this.stretch(band, 1)];
    const [from, to] = [top(i) + BAR_HEIGHT, top(j)];
    const bend = (to - from) / 2;
    const curve = (x, y, end) => `M${x} ${from}C${x} ${from + bend} ${y} ${to - bend} ${y} ${to}${end}`;
    const back = `L${b[1]} ${to}C${b[1]} ${to - bend} ${a[1]} ${from + bend} ${a[1]} ${from}Z`;
    const outline = curve(a[0], b[0], back);
    const middle = curve((a[0] + a[1]) / 2, (b[0] + b[1]) / 2, "");
    return draw("g", { class: `ss-r-band ss-r-of-${band.layer} ss-r-l-${band.layer}`, "data-key": band.key },
      draw("path", { class: "ss-r-fill", d: outline }),
      draw("path", { class: "ss-r-strands", d: band.layer === "echo" ? middle : outline }));
  }

  /** Where a band's end lies in its bar. */
  stretch(band, side) {
    const text = this.texts[band.texts[side]];
    const marks = band.marks[side].map((mark) => text.marks[mark]);
    const length = this.length(text);
    return [marks[0][1] * length + 0.5, marks.at(-1)[2] * length + 0.5];
  }

  ticks(text, y, isOn) {
    const length = this.length(text);
    const seen = text.marks.filter(([layer]) => isOn(layer) && layer !== "control");
    return seen.map(([layer, from, to, , , label]) => draw("rect", {
      class: `ss-r-tick ${label ? `ss-r-noted ss-l-${label}` : `ss-r-l-${layer}`}`, x: from * length + 0.5,
      y: label ? y + BAR_HEIGHT / 2 : y + 1, width: Math.max(1.5, (to - from) * length),
      height: label ? BAR_HEIGHT / 2 - 1 : BAR_HEIGHT - 2,
    }));
  }

  /**
   * Moves the windows; a text shown alone is seen whole.
   * @param {{top: number, height: number, full: number}[]} boxes @param {number} alone its number, or -1
   */
  move(boxes, alone) {
    boxes.forEach(({ top, height, full }, i) => {
      const length = this.length(this.texts[i]);
      const rect = this.windows[i];
      rect.setAttribute("display", alone < 0 || alone === i ? "inline" : "none");
      if (!full) return;
      rect.setAttribute("x", (top / full) * length);
      rect.setAttribute("width", Math.max(4, (height / full) * length + 1));
      rect.setAttribute("y", i * (BAR_HEIGHT + BETWEEN_BARS) - 1.5);
      rect.setAttribute("height", BAR_HEIGHT + 3);
    });
  }

  lift(key, how) {
    for (const node of this.drawing.querySelectorAll("[data-key]")) {
      node.classList.toggle(how, node.dataset.key === key);
    }
  }
}
