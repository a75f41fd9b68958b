// The search where a page may not do all that Sphinx's script takes for granted: from disk, and in a closed frame.

import { isClosedFrame, isFromDisk } from "../../widget/web/surroundings.mjs";

/** Makes the search find what it can: from the index, which is a script, without the lines around each find. */
export function searchAnywhere() {
  if (isFromDisk() || isClosedFrame()) dropSummaries();
  if (!isClosedFrame()) return;
  lendStorage();
  for (const form of document.querySelectorAll("form[role=search]")) sendByHand(form);
}

/** Sphinx fetches each page that was found for the words around the find; here no page may be fetched. */
function dropSummaries() {
  if (typeof DOCUMENTATION_OPTIONS !== "undefined") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
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
