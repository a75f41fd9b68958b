// What a card says where the browser keeps no answers.

const NOT_KEPT = "This browser does not let the page keep answers: yours will be gone when you leave the page.";
const NEVER_SHOWN = " The result waits for an exercise on another page, so here it would never show: open this page by "
  + "itself, in a browser that keeps answers, or do the exercise in the notebook.";

/** Nothing where answers are kept. @param {import("../host/page.mjs").Host} host */
export function notKeptWords(host) {
  if (host.keeps()) return "";
  const isElsewhere = host.waits().some(({ id }) => !document.getElementById(id));
  return `${NOT_KEPT}${isElsewhere ? NEVER_SHOWN : ""}`;
}
