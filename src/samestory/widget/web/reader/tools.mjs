// The layers as buttons, each its own legend: pattern, letter, name, count. And the buttons that step and join.

import { button, el } from "../dom.mjs";

/**
 * @typedef {{id: string, letter: string, name: string, means: string, group: string, on: boolean,
 *   count: number}} Layer
 */

/**
 * The buttons of the layers, the findings apart; `pressed` is told what is wanted.
 * @param {Layer[]} layers @param {(ids: string[], on: boolean) => void} pressed
 */
export function layerButtons(layers, pressed) {
  const shown = layers.filter((layer) => layer.count && layer.group !== "findings");
  const findings = layers.filter((layer) => layer.count && layer.group === "findings");
  const make = (ids, on, ...content) => {
    const node = button("", () => {
      const now = node.getAttribute("aria-pressed") !== "true";
      node.setAttribute("aria-pressed", String(now));
      pressed(ids, now);
    }, { class: "ss-button ss-r-layer", "aria-pressed": String(on) });
    node.replaceChildren(...content);
    return node;
  };
  const buttons = shown.map((layer) => {
    const node = make([layer.id], layer.on, layerSwatch(layer), layer.name, countOf(layer.count));
    node.title = layer.means;
    return node;
  });
  const total = findings.filter((layer) => layer.id === "finding")[0]?.count ?? 0;
  if (findings.length) {
    const ids = findings.map((layer) => layer.id);
    buttons.push(make(ids, false, el("span", { class: "ss-r-swatch ss-r-of-finding", "aria-hidden": "true" }, "?"),
      "Reveal the findings", countOf(total || findings[0].count)));
  }
  return el("div", { class: "ss-r-layers", role: "group", "aria-label": "Layers" }, ...buttons);
}

function layerSwatch(layer) {
  const look = `ss-r-swatch ss-r-of-${layer.id} ss-r-l-${layer.id}`;
  return el("span", { class: look, "aria-hidden": "true" }, layer.letter);
}

function countOf(number) {
  return el("span", { class: "ss-r-count" }, String(number));
}

/**
 * The labels among the revealed findings, with how many of each.
 * @param {object[]} notes
 */
export function noteLegend(notes) {
  const kinds = new Map();
  const inOrder = [...notes].sort((a, b) => (a.layer < b.layer) - (a.layer > b.layer));
  for (const note of inOrder) kinds.set(note.label, { note, count: (kinds.get(note.label)?.count ?? 0) + 1 });
  const items = [...kinds.values()].map(({ note, count: number }) => el("li", { class: `ss-l-${note.label}` },
    el("b", { class: "ss-letter" }, note.letter), " ",
    el("span", { class: `ss-line ss-l-${note.label}` }, note.name), " ", countOf(number)));
  return el("ul", { class: "ss-r-notes", hidden: true, "aria-label": "What has been noted" }, ...items);
}

/**
 * The steps through passages and findings, and whether the texts scroll together.
 * @param {{step: (kind: string, by: number) => void, partner: () => void, join: (on: boolean) => void}} on
 * @param {{bands: number, notes: number}} has
 */
export function stepButtons(on, has) {
  const quiet = { class: "ss-button ss-quiet" };
  const arrow = (sign, name, act, kind) => button(sign, act, {
    class: "ss-button ss-quiet ss-r-arrow", "aria-label": name, title: name, "data-kind": kind,
  });
  const pair = (kind, name) => [el("span", { class: "ss-r-stepper", "data-kind": kind },
    arrow("‹", `Previous ${name}`, () => on.step(kind, -1), kind),
    el("span", { "aria-hidden": "true" }, name),
    arrow("›", `Next ${name}`, () => on.step(kind, 1), kind))];
  const join = button("Scroll together", () => {
    const now = join.getAttribute("aria-pressed") !== "true";
    join.setAttribute("aria-pressed", String(now));
    on.join(now);
  }, { class: "ss-button ss-r-layer ss-r-join", "aria-pressed": "true" });
  return el("div", { class: "ss-r-steps ss-row" },
    ...(has.bands ? [...pair("band", "passage"), button("Other text", on.partner, quiet)] : []),
    ...(has.notes ? pair("note", "mark") : []),
    ...(has.bands ? [join] : []));
}
