// On every page: says in the contents how much of each lesson is done, from what this browser keeps, and leads on.

import { offerToGoOn } from "./go_on.mjs";
import { entriesIn, storageHere } from "./kept.mjs";
import { doneSpecs, progress, progressWords } from "./progress.mjs";

const COUNTED_PAGES = "COUNTED";
const SOON = 150; // milliseconds; an exercise keeps a draft at every key

/** Where nothing can be kept there is nothing to count: "0 of 12" would be untrue after the first check. */
function markContents() {
  const storage = storageHere();
  if (!storage) return;
  const finished = doneSpecs(entriesIn(storage));
  for (const link of document.querySelectorAll(".sb-contents a[data-lesson]")) {
    const page = COUNTED_PAGES[link.dataset.lesson];
    if (page) markLink(link, progress(page, finished));
  }
}

function markLink(link, { done, of }) {
  let mark = link.parentElement.querySelector(":scope > .sb-done");
  if (!mark) {
    mark = document.createElement("span");
    mark.className = "sb-done";
    link.after(mark);
  }
  const { shown, spoken } = progressWords(done, of);
  if (mark.dataset.shown === shown) return;
  mark.dataset.shown = shown;
  mark.classList.toggle("is-all", done === of);
  const unseen = document.createElement("span");
  unseen.className = "sb-unseen";
  unseen.textContent = spoken;
  mark.replaceChildren(shown, unseen);
}

let waiting = 0;

function markSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(markContents, SOON);
}

/** Marks the contents, now and whenever something changes. */
export function countInContents() {
  markContents();
  offerToGoOn(entriesIn(storageHere()));
  for (const changed of ["storage", "samestory:stored", "pageshow"]) addEventListener(changed, markSoon);
}
