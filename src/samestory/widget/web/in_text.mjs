// A button beside quoted words that opens the text they stand in, where the page has its texts in a drawer.

import { button } from "./dom.mjs";

export const TEXT_ASKED = "samestory:text"; // what the drawer listens for, with the words and the button

/**
 * The button; null where there is no drawer, as in a notebook.
 * @param {string} quote as it is printed @param {string} source
 * @param {string|null} [article] its id, where it is known
 */
export function inTheText(quote, source, article = null) {
  if (!document.documentElement.dataset.texts) return null;
  const ask = ({ currentTarget }) => {
    dispatchEvent(new CustomEvent(TEXT_ASKED, { detail: { quote, article, from: currentTarget } }));
  };
  return button("In the text", ask, { class: "ss-in-text", "aria-label": `In the text: ${source}` });
}
