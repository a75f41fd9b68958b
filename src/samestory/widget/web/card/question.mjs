// What a card says where the first complete check counts; and the question before a check that leaves items empty.

import { button, el } from "../dom.mjs";

/** Which check counts. @param {object|null} first the record that counts, if there is one */
export function countingWords(first) {
  return first
    ? "Your first complete check is what counts. What you check now is practice."
    : "Your first check with no item left empty is what counts.";
}

/** What is said after a fresh start. @param {object|null} first */
export function clearedWords(first) {
  const kept = first ? " here; your first complete check stays, and counts" : "";
  return `Your answer is cleared${kept}. Undo brings it back.`;
}

/** How many items are empty, and which, by their place. @param {string[]} gaps */
function gapWords(view, gaps) {
  const places = gaps.map((id) => view.items.findIndex((item) => item.id === id) + 1);
  const all = view.items.length;
  if (places.length === 1) return `1 of ${all} items is still empty: item ${places[0]}.`;
  const listed = `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`;
  return `${places.length} of ${all} items are still empty: items ${listed}.`;
}

/**
 * Asks, and returns the question for those who listen: a button leads to the first gap, another checks all the same.
 * @param {HTMLElement} place @param {object} view @param {string[]} gaps
 * @param {{assigned: boolean, visit: (id: string) => void, anyway: () => void}} on
 */
export function ask(place, view, gaps, { assigned, visit, anyway }) {
  const does = assigned ? "Record" : "Check";
  const first = view.items.findIndex(({ id }) => id === gaps[0]) + 1;
  const question = `${gapWords(view, gaps)} ${does} all the same?`;
  const go = () => {
    dropQuestion(place);
    visit(gaps[0]);
  };
  const buttons = [button(`Go to item ${first}`, go), button(`${does} all the same`, anyway)];
  place.replaceChildren(el("p", {}, question), el("div", { class: "ss-row" }, ...buttons));
  place.hidden = false;
  return question;
}

/** Takes the question away. @param {HTMLElement} place */
export function dropQuestion(place) {
  place.hidden = true;
  place.replaceChildren();
}
