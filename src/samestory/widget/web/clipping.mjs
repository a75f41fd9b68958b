// Evidence as it is shown everywhere: the source above, the words of others in serif on paper.

import { el } from "./dom.mjs";
import { inTheText } from "./in_text.mjs";

/** @param {import("./grading/verdict.mjs").Evidence} evidence */
export function clipping({ quote, source, ours, lang, article }) {
  const dir = lang ? "auto" : null;
  return el(
    "figure",
    { class: "ss-clipping" },
    el("figcaption", { class: "ss-source" }, source, article ? inTheText(quote, source, article) : null),
    ours ? el("p", {}, quote) : el("blockquote", { class: "ss-evidence", lang: lang || null, dir }, el("p", {}, quote)),
  );
}
