// Whether a quotation stands in a text: the same steps as samestory.exercise.parts.quoted_words in Python.

import { plainWords } from "./plain_words.mjs";

/** The words of a quotation, piece by piece where an ellipsis says that something is left out. */
export function piecesOf(quotation) {
  return quotation.replaceAll("...", "…").split("…").map(plainWords).filter((piece) => piece.length);
}

/** Whether every piece stands in the words of a text, each after the one before. */
export function standsIn(pieces, text) {
  const words = ` ${text.join(" ")} `;
  let at = 0;
  return pieces.every((piece) => {
    const sought = ` ${piece.join(" ")} `;
    const found = words.indexOf(sought, at);
    at = found + sought.length - 1;
    return found >= 0;
  });
}
