// Draws d′ on a line, with the range beside it that guessing gives.

import { el } from "../../widget/web/dom.mjs";
import { decimal } from "./drawing.mjs";

const SVG = "http://www.w3.org/2000/svg"; // the name of a language, not an address
const [WIDTH, HEIGHT, MIDDLE, MARGIN, REACH] = [340, 104, 52, 22, 3]; // from -3 to 3: all right in six of a kind is 2.9

/**
 * @param {[string, number][]} found a name and a d′ each @param {number} range guessing gives from minus this to this
 * @param {string} words what the picture says, shown below it
 */
export function drawChance(found, range, words) {
  const at = (value) => WIDTH / 2 + (Math.max(-REACH, Math.min(REACH, value)) / REACH) * (WIDTH / 2 - MARGIN);
  const band = shape("rect", {
    class: "sb-guessing", x: at(-range), y: MIDDLE - 12, width: at(range) - at(-range), height: 24,
  });
  const line = shape("line", { x1: at(-REACH), x2: at(REACH), y1: MIDDLE, y2: MIDDLE });
  const ticks = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH).map((value) => label(
    decimal(value, 0), { class: "sb-tick", x: at(value), y: MIDDLE + 28, "text-anchor": "middle" },
  ));
  const dots = found.flatMap(([name, value], row) => {
    const y = row ? MIDDLE + 46 : MIDDLE - 30;
    const anchor = at(value) < 70 ? "start" : at(value) > WIDTH - 70 ? "end" : "middle";
    return [
      shape("line", { x1: at(value), x2: at(value), y1: MIDDLE, y2: row ? y - 11 : y + 5 }),
      shape("circle", { cx: at(value), cy: MIDDLE, r: 6, class: row ? "is-full" : "is-open" }),
      label(`${name} ${decimal(value)}`, { x: at(value), y, "text-anchor": anchor }),
    ];
  });
  const said = found.map(([name, value]) => `${name}: d′ ${decimal(value)}`).join("; ");
  const root = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${said}. ${words}` });
  root.append(band, line, ...ticks, ...dots);
  return el("figure", { class: "sb-chance" }, root, el("figcaption", {}, words));
}

function shape(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}

function label(text, attributes) {
  const node = shape("text", attributes);
  node.textContent = text;
  return node;
}
