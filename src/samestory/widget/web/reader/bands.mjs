// The bands between two texts: drawn as curves in the space between them, only those that can be seen.

const SVG = "http://www.w3.org/2000/svg"; // the name of a language, not an address

/** An element of a drawing. @returns {SVGElement} */
export function draw(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** A curve from one height on the left to another on the right, as part of a path. */
function across(width, from, to, start = "M") {
  const bend = width * 0.5;
  return `${start}0 ${from}C${bend} ${from} ${width - bend} ${to} ${width} ${to}`;
}

function back(width, from, to) {
  const bend = width * 0.5;
  return `L${width} ${to}C${width - bend} ${to} ${bend} ${from} 0 ${from}Z`;
}

/** The outline of a band between two stretches. */
export function ribbon(width, a, b) {
  return across(width, a.top, b.top) + back(width, a.bottom, b.bottom);
}

/** The lines that show a band's pattern: its edges where it is sure, strands where it is possible, one for an echo. */
export function strands(layer, width, a, b) {
  const parts = { quoted: [0, 1], run: [0, 1], reworded: [0, 0.34, 0.67, 1], echo: [0.5] }[layer];
  const ends = layer === "echo" ? `M1.5 ${a.top}V${a.bottom}M${width - 1.5} ${b.top}V${b.bottom}` : "";
  return parts.map((part) => (
    across(width, a.top + (a.bottom - a.top) * part, b.top + (b.bottom - b.top) * part))).join("") + ends;
}

/** Where a band's name stands: in its middle, or nearer to an end where it is in sight and on no other name. */
export function labelAt(width, height, a, b, taken) {
  const [from, to] = [(a.top + a.bottom) / 2, (b.top + b.bottom) / 2];
  const points = [0.5, 0.28, 0.72, 0.16, 0.84].map((t) => (
    [width * (1.5 * t * (1 - t) + t ** 3), from + (to - from) * (3 * t * t - 2 * t ** 3)]));
  const seen = points.filter(([, y]) => y > 10 && y < height - 10);
  const isFree = ([x, y]) => !taken.some(([otherX, otherY]) => Math.abs(x - otherX) < 24 && Math.abs(y - otherY) < 14);
  return seen.find(isFree) ?? seen[0] ?? points[0];
}

export class Gutter {
  /**
   * @param {object[]} bands those between the texts `left` and `right`
   * @param {{choose: (key: string) => void, point: (key: string|null) => void}} tools
   */
  constructor(bands, left, right, { choose, point }) {
    Object.assign(this, { bands, left, right, width: 0, height: 0, names: [], lifted: {} });
    this.node = draw("svg", { class: "ss-r-gutter", "aria-hidden": "true" });
    this.drawn = new Map();
    this.node.addEventListener("click", (event) => {
      const key = event.target.closest("[data-key]")?.dataset.key;
      if (key) choose(key);
    });
    const over = (event) => point(event.target.closest("[data-key]")?.dataset.key ?? null);
    this.node.addEventListener("pointerover", over);
    this.node.addEventListener("pointerleave", () => point(null));
  }

  measure() {
    this.width = this.node.clientWidth;
    this.height = this.node.clientHeight;
  }

  /** Shows the bands where the texts stand now. @param {number[]} tops @param {(key: string) => boolean} shown */
  show(tops, shown) {
    this.names = [];
    for (const band of this.bands) {
      const [a, b] = [this.place(band, this.left, tops), this.place(band, this.right, tops)];
      const seen = a && b && shown(band) && (this.inSight(a) || this.inSight(b));
      if (seen) this.put(band, a, b);
      else this.drawn.get(band)?.node.setAttribute("display", "none");
    }
    const chosen = this.node.querySelector(".is-chosen");
    if (chosen && chosen !== this.node.lastChild) this.node.append(chosen);
  }

  place(band, text, tops) {
    const reach = band.reach[text];
    return reach && { top: reach.top - tops[text], bottom: reach.bottom - tops[text] };
  }

  inSight({ top, bottom }) {
    return bottom > 0 && top < this.height;
  }

  put(band, a, b) {
    const { node, fill, lines, label } = this.of(band);
    const [x, y] = labelAt(this.width, this.height, a, b, this.names);
    this.names.push([x, y]);
    node.removeAttribute("display");
    fill.setAttribute("d", ribbon(this.width, a, b));
    lines.setAttribute("d", strands(band.layer, this.width, a, b));
    label.setAttribute("x", x);
    label.setAttribute("y", y);
  }

  of(band) {
    if (!this.drawn.has(band)) {
      const fill = draw("path", { class: "ss-r-fill" });
      const lines = draw("path", { class: "ss-r-strands" });
      const label = draw("text", { class: "ss-r-letter" }, band.letter);
      const node = draw("g", { class: `ss-r-band ss-r-of-${band.layer} ss-r-l-${band.layer}`, "data-key": band.key },
        fill, lines, label);
      this.drawn.set(band, { node, fill, lines, label });
      this.node.append(node);
      for (const [how, key] of Object.entries(this.lifted)) node.classList.toggle(how, band.key === key);
    }
    return this.drawn.get(band);
  }

  /** Lifts a band above the others. @param {string|null} key @param {string} how */
  lift(key, how) {
    this.lifted[how] = key;
    for (const [band, { node }] of this.drawn) {
      node.classList.toggle(how, band.key === key);
      if (band.key === key) this.node.append(node);
    }
  }
}
