// The two forms of a test on a page: one of them is shown, and which comes first is drawn once for each learner.

import { isAnswered } from "./store.mjs";

const DRAWS = ["ab", "ba"]; // the forms in the order of the page, and the other way round
const KEY = "samestory:draw";

/**
 * The draw that is kept; else what the answers tell; else chance. Where nothing can be kept, it is always the same.
 * @param {string[]} forms the ids of the forms
 */
function drawNow(forms) {
  try {
    const kept = localStorage.getItem(KEY);
    if (DRAWS.includes(kept)) return kept;
    const [first, ...more] = forms.filter(isAnswered);
    const told = first && !more.length ? first : forms[Math.random() < 0.5 ? 0 : 1];
    const draw = told === forms[0] ? "ab" : "ba";
    return isKept(draw) || !more.length && first ? draw : "ab";
  } catch {
    return "ab";
  }
}

/** Whether the draw could be kept; a full storage can still be read. */
function isKept(draw) {
  try {
    localStorage.setItem(KEY, draw);
    return true;
  } catch {
    return false;
  }
}

/** Defines the element `same-story-drawn`; it takes away what is not this learner's before the exercises are drawn. */
export function defineDrawnElement() {
  if (typeof customElements === "undefined" || customElements.get("same-story-drawn")) return;
  customElements.define("same-story-drawn", class extends HTMLElement {
    connectedCallback() {
      const forms = [...this.querySelectorAll(":scope > same-story-exercise[id]")].map(({ id }) => id);
      const inTurn = drawNow(forms) === "ab" ? forms : forms.reverse();
      const mine = inTurn[this.dataset.turn === "second" ? 1 : 0];
      for (const node of [...this.children]) if (node.id !== mine) node.remove();
    }
  });
}
