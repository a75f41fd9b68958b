// Evidence as it is shown everywhere: the source above, the words of others in serif on paper.

import { el } from "./dom.mjs";

/** @param {import("./grading/verdict.mjs").Evidence} evidence */
export function clipping({ quote, source, ours, lang }) {
  const dir = lang ? "auto" : null;
  return el(
    "figure",
    { class: "ss-clipping" },
    el("figcaption", { class: "ss-source" }, source),
    ours ? el("p", {}, quote) : el("blockquote", { class: "ss-evidence", lang, dir }, el("p", {}, quote)),
  );
}
