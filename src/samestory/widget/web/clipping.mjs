// Evidence as it is shown everywhere: the source above, the words of others in serif on paper.

import { el } from "./dom.mjs";

/** @param {{quote?: string|null, source?: string|null, article?: string|null}} evidence */
export function clipping({ quote, source }) {
  if (!quote) return el("p", { class: "ss-basis" }, source ?? "");
  return el(
    "figure",
    { class: "ss-clipping" },
    source ? el("figcaption", { class: "ss-source" }, source) : null,
    el("blockquote", { class: "ss-evidence" }, el("p", {}, quote)),
  );
}
