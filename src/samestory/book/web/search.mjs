// The search where a page may not do all that Sphinx's script takes for granted: from disk, and in a closed frame.

import { isClosedFrame, isFromDisk } from "../../widget/web/surroundings.mjs";

const SUMMARIES = 10; // pages fetched for the words around a find: a common word stands on forty

/** Makes the search find what it can: from the index, which is a script, with the words around the first finds. */
export function searchAnywhere() {
  showSummaries(isFromDisk() || isClosedFrame() ? 0 : SUMMARIES);
  if (!isClosedFrame()) return;
  lendStorage();
  for (const form of document.querySelectorAll("form[role=search]")) sendByHand(form);
}

/** Sphinx asks this option at each find, and fetches the page for the words around it; from disk none can be. */
function showSummaries(most) {
  if (typeof DOCUMENTATION_OPTIONS === "undefined") return;
  let left = most;
  Object.defineProperty(DOCUMENTATION_OPTIONS, "SHOW_SEARCH_SUMMARY", { get: () => left-- > 0, configurable: true });
}

/** Sphinx notes the words in the storage, which a closed frame refuses with an error that ends the search. */
function lendStorage() {
  if (typeof DOCUMENTATION_OPTIONS === "undefined") return;
  const lent = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  Object.defineProperty(globalThis, "localStorage", { value: lent, configurable: true });
}

/** A closed frame sends no form, but it may go to an address. */
function sendByHand(form) {
  const send = () => location.assign(`${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form))}`);
  form.querySelector("button").type = "button";
  form.querySelector("button").addEventListener("click", send);
  form.querySelector("input").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    send();
  });
}
