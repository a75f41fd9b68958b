// What an exercise owes the notebook around it: which keys it takes, and a word when answers are not saved there.

import { el } from "../dom.mjs";

const REOPENED = "You opened this notebook again. Choose Run, then Run All Cells, before you answer: only then does "
  + "the notebook keep your answers. What you see here comes back.";
const STEPS = 20;
const STEP = 50;

/**
 * A click anywhere in an exercise leaves the focus in it, so that letters typed next do not add or delete cells;
 * the keys that save go on to the notebook.
 * @param {HTMLElement} root @returns {() => void} what takes it back
 */
export function keepKeys(root) {
  const card = root.firstElementChild;
  card.tabIndex = -1;
  card.setAttribute("data-lm-suppress-shortcuts", "true");
  return passSaving(root);
}

/** Hands the keys that save on to the notebook. @param {HTMLElement} root @returns {() => void} what takes it back */
export function passSaving(root) {
  const save = (event) => {
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
    if (!isSave || !root.closest(".jp-Notebook")) return;
    event.preventDefault();
    event.stopPropagation();
    const { key, code, keyCode, ctrlKey, metaKey, shiftKey } = event;
    const again = { key, code, keyCode, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true };
    root.parentElement.dispatchEvent(new KeyboardEvent("keydown", again));
  };
  root.addEventListener("keydown", save, true);
  return () => root.removeEventListener("keydown", save, true);
}

/**
 * JupyterLab forgets which output is whose when its page is left. In a notebook opened again on a living kernel the
 * exercise works, but the line under it, which holds the record, no longer changes: then the learner is told.
 * @param {HTMLElement} root @param {() => Promise<{n: number}>} redrawn asks for the line to be drawn anew
 */
export async function watchLine(root, redrawn) {
  const { n } = await redrawn();
  const area = root.closest(".jp-OutputArea");
  const arrived = () => [...area.querySelectorAll(".ss-kept")].some((line) => Number(line.dataset.drawing) >= n);
  for (let step = 0; area && step < STEPS && !arrived(); step += 1) {
    await new Promise((resolve) => { setTimeout(resolve, STEP); });
  }
  if (area && root.isConnected && !arrived()) root.prepend(el("p", { class: "ss-reopened", role: "note" }, REOPENED));
}
