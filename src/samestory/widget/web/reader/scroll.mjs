// Scrolls texts together by passage: what corresponds meets on one level, and the stretches between keep pace.

import { isStill } from "../dom.mjs";

/**
 * Where the reader reads: near the top of the box at the start, near its end at the end, else a little above its
 * middle, so that the first and the last line of every text can come level with each other.
 */
export function lineOf({ top, height, full }) {
  const most = Math.max(0, full - height);
  const pace = Math.max(0.5, height / Math.max(most, 1));
  return Math.max(Math.min(pace * top, 0.4 * height), height - pace * (most - top));
}

/**
 * A map from places of one text to places of another that rises all the way.
 * @param {[number, number][]} pairs @param {number} from the whole height of one @param {number} to of the other
 * @returns {(y: number) => number}
 */
export function mapping(pairs, from, to) {
  const steps = [[0, 0]];
  for (const [a, b] of pairs) {
    const [lastA, lastB] = steps[steps.length - 1];
    if (a > lastA && b > lastB && a < from && b < to) steps.push([a, b]);
  }
  steps.push([from, to]);
  return (y) => {
    let n = 1;
    while (n < steps.length - 1 && steps[n][0] < y) n += 1;
    const [[a0, b0], [a1, b1]] = [steps[n - 1], steps[n]];
    return b0 + ((y - a0) / Math.max(a1 - a0, 1)) * (b1 - b0);
  };
}

const SLACK_LASTS = 160; // pixels of scrolling after which a jump that a choice made is mostly taken back
const JUMP_LASTS = 140; // milliseconds that a jump takes where motion is welcome

export class Together {
  /** @param {HTMLElement[]} scrollers @param {() => void} moved called once a frame while anything moves */
  constructor(scrollers, moved) {
    Object.assign(this, { scrollers, moved, on: true, leader: 0, frame: 0 });
    this.boxes = scrollers.map(() => ({ top: 0, height: 1, full: 1 }));
    /** How far a text is from where the others would have it, and whether that is to be found out anew. */
    this.slack = scrollers.map(() => 0);
    this.loose = scrollers.map(() => false);
    /** @type {(null|((y: number) => number))[][]} */ this.maps = scrollers.map(() => scrollers.map(() => null));
    this.gone = new AbortController();
    const on = { passive: true, signal: this.gone.signal };
    scrollers.forEach((scroller, i) => {
      scroller.addEventListener("scroll", () => this.follow(i), on);
      for (const type of ["wheel", "touchmove"]) scroller.addEventListener(type, () => { this.jumping = null; }, on);
    });
  }

  /** Takes over new heights and pairs of places. @param {(i: number, j: number) => [number, number][]} pairsOf */
  measure(pairsOf) {
    this.boxes = this.scrollers.map(({ scrollTop, clientHeight, scrollHeight }) => (
      { top: scrollTop, height: clientHeight, full: scrollHeight }));
    const all = this.boxes.keys();
    this.maps = [...all].map((i) => this.boxes.map((_, j) => {
      const pairs = i === j ? [] : pairsOf(i, j);
      return pairs.length ? mapping(pairs, this.boxes[i].full, this.boxes[j].full) : null;
    }));
  }

  /** The way from one text to another: by their own passages, or by those that both share with a third. */
  way(i, j) {
    if (this.maps[i][j]) return this.maps[i][j];
    const by = this.boxes.findIndex((_, k) => k !== i && k !== j && this.maps[i][k] && this.maps[k][j]);
    return by < 0 ? null : (y) => this.maps[by][j](this.maps[i][by](y));
  }

  follow(i) {
    if (!this.jumping && Math.abs(this.scrollers[i].scrollTop - this.boxes[i].top) > 1.5) {
      this.leader = i;
      this.soon();
    }
  }

  soon() {
    this.frame ||= requestAnimationFrame(() => this.step());
  }

  step() {
    this.frame = 0;
    if (this.jumping) this.jump();
    else this.lead();
    this.moved();
  }

  lead() {
    const box = this.boxes[this.leader];
    const top = this.scrollers[this.leader].scrollTop;
    const ease = Math.exp(-Math.abs(top - box.top) / SLACK_LASTS);
    box.top = top;
    if (!this.on) return;
    const line = lineOf(box);
    this.boxes.forEach((other, j) => {
      const way = j === this.leader ? null : this.way(this.leader, j);
      if (!way) return;
      const wanted = way(top + line) - line;
      this.slack[j] = this.loose[j] ? other.top - wanted : this.slack[j] * ease;
      this.loose[j] = false;
      this.put(j, wanted + this.slack[j]);
    });
  }

  /** Lets every text go on from where it stands: the difference wears off while the reader scrolls. */
  loosen() {
    this.loose.fill(true);
  }

  put(j, top) {
    const box = this.boxes[j];
    box.top = Math.round(Math.min(Math.max(0, top), Math.max(0, box.full - box.height)));
    this.scrollers[j].scrollTop = box.top;
  }

  /** Brings texts to these places, each clear of the others. @param {(number|null)[]} tops */
  go(tops) {
    const moves = tops.map((top, j) => [j, this.scrollers[j].scrollTop, top]).filter(([, , top]) => top !== null);
    this.boxes.forEach((box, j) => { box.top = this.scrollers[j].scrollTop; });
    this.jumping = { moves, start: performance.now(), lasts: isStill() ? 0 : JUMP_LASTS };
    this.loosen();
    this.soon();
  }

  jump() {
    const { moves, start, lasts } = this.jumping;
    const part = lasts ? Math.min(1, (performance.now() - start) / lasts) : 1;
    for (const [j, from, to] of moves) this.put(j, from + (to - from) * (1 - (1 - part) ** 3));
    if (part === 1) this.jumping = null;
    else this.soon();
  }

  destroy() {
    cancelAnimationFrame(this.frame);
    this.gone.abort();
  }
}
