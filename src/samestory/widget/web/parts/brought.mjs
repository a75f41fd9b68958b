// Quotations that were marked on the page "Your own texts", for a brief: kept in the browser until a form takes them.

import { Store } from "../host/store.mjs";
import { button, el } from "../dom.mjs";

const BROUGHT = "samestory:quotations";
const MOST_BROUGHT = 20;

/**
 * Puts a quotation by, with the texts it may be looked up in.
 * @param {{quote: string, source: string}} one @param {string} text all the texts
 * @returns {number} how many are put by
 */
export function putBy(one, text) {
  const store = new Store(BROUGHT);
  const quotes = (store.read().quotes ?? []).filter(({ quote, source }) => quote !== one.quote || source !== one.source);
  store.write({ quotes: [...quotes, one].slice(-MOST_BROUGHT), text });
  return Math.min(quotes.length + 1, MOST_BROUGHT);
}

/**
 * A line with a button that brings them in; null where there are none.
 * @param {(brought: {quotes: {quote: string, source: string}[], text: string}) => void} take
 */
export function broughtAlong(take) {
  const { quotes, text } = new Store(BROUGHT).read();
  if (!Array.isArray(quotes) || !quotes.length || typeof text !== "string") return null;
  const count = quotes.length === 1 ? "A quotation that you marked" : `${quotes.length} quotations that you marked`;
  const node = el("p", { class: "ss-asked" }, `${count} in “Your own texts” can be brought in here. `,
    button("Bring in", () => {
      take({ quotes, text });
      node.remove();
    }, { class: "ss-button" }));
  return node;
}
