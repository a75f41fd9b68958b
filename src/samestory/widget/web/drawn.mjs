// The two forms of a test on a page: one of them is shown, and which comes first is drawn once for each learner.

import { isAnswered } from "./store.mjs";

const FORMS = ["test-a", "test-b"];
const DRAWS = { ab: FORMS, ba: [...FORMS].reverse() };
const KEY = "samestory:draw";

/** The draw that is kept; else what the answers tell; else chance. Where nothing can be kept, it is always the same. */
function drawNow() {
  try {
    const kept = localStorage.getItem(KEY);
    if (Object.hasOwn(DRAWS, kept)) return kept;
    const [first, ...more] = FORMS.filter(isAnswered);
    const told = first && !more.length ? first : FORMS[Math.random() < 0.5 ? 0 : 1];
    const draw = told === FORMS[0] ? "ab" : "ba";
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
      const mine = DRAWS[drawNow()][this.dataset.turn === "second" ? 1 : 0];
      for (const node of [...this.children]) if (node.id !== mine) node.remove();
    }
  });
}
