// Many items, one at a time on a narrow card: which one shows, the way to the others, and how each came out.
// Stylesheets alone decide where the rest is hidden, so that a wide card, paper and a printed page have all of it.

import { button, el, goTo } from "../dom.mjs";

const FEW_ITEMS = 4; // as many stand below each other on a phone
const RIGHT = new Set(["right", "caught", "trusted", "found"]);
const SAID = { right: ", right", mend: ", to mend", "": "" };

/**
 * @param {{ids: string[], nodes: HTMLElement[]}[]} items each with the ids of its parts in a verdict, and what it shows
 * @param {(at: number) => boolean} isAnswered
 * @returns {{node: HTMLElement|null, go: (at: number) => void, paint: () => void,
 *   tell: (parts: import("../grading/verdict.mjs").Part[]) => void}}
 */
export function stepsThrough(items, isAnswered) {
  if (items.length <= FEW_ITEMS) return { node: null, go: () => {}, paint: () => {}, tell: () => {} };
  let at = 0;
  let outcomes = items.map(() => "");
  const dots = items.map((_, i) => button(String(i + 1), () => go(i), { class: "ss-button ss-dot" }));
  const back = button("Back", () => go(at - 1), { class: "ss-button ss-quiet ss-walk" });
  const next = button("Next item", () => go(at + 1), { class: "ss-button ss-walk" });
  const mend = button("", () => { go(nextToMend()); goTo(focusable()); }, { class: "ss-button ss-mend", hidden: true });
  const row = el("div", { class: "ss-dots", role: "group", "aria-label": "Items" }, ...dots);
  const node = el("div", { class: "ss-one-by-one" }, row, el("div", { class: "ss-row" }, back, next, mend));

  const focusable = () => items[at].nodes[0].querySelector("input, select, button");
  const toMend = () => outcomes.flatMap((outcome, i) => (outcome === "mend" ? [i] : []));
  const nextToMend = () => toMend().find((i) => i > at) ?? toMend()[0];

  function go(to) {
    at = Math.min(items.length - 1, Math.max(0, to));
    paint();
  }

  function paint() {
    items.forEach(({ nodes }, i) => {
      for (const one of nodes) one.classList.toggle("is-away", i !== at);
    });
    dots.forEach((dot, i) => {
      const state = isAnswered(i) ? "" : ", empty";
      dot.setAttribute("aria-label", `Item ${i + 1} of ${items.length}${SAID[outcomes[i]] || state}`);
      dot.className = `ss-button ss-dot ${outcomes[i] ? `is-${outcomes[i]}` : isAnswered(i) ? "is-set" : ""}`;
      if (i === at) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    });
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === items.length - 1));
    const left = toMend().length;
    mend.hidden = left === 0;
    const alone = left === 1 ? "The one to mend" : "The first to mend";
    mend.textContent = outcomes[at] === "mend" && toMend().some((i) => i > at) ? "The next to mend" : alone;
  }

  /** Marks how each item came out, and stands at the first that is to be mended. */
  function tell(parts) {
    const isRight = (part) => RIGHT.has(part.outcome) && part.earned >= part.possible;
    outcomes = items.map(({ ids }) => {
      const own = parts.filter(({ id, outcome }) => ids.includes(id) && outcome !== "shown");
      return own.length ? (own.every(isRight) ? "right" : "mend") : "";
    });
    if (toMend().length) at = toMend()[0];
    paint();
  }

  paint();
  return { node, go, paint, tell };
}
