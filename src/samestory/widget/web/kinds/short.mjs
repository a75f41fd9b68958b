// The kind "short": a word or a phrase.

import { addKind } from "../card/registry.mjs";
import { el } from "../dom.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";
import { lineField, typedIn } from "../parts/line.mjs";

const SPACES = /[ \t\n\r\f\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/g;
const EDGES = new Set(".,;:!?…\"'()[]“”„‘’«» ");
const SAME = { "’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": "" };
const ARTICLES = ["the ", "a ", "an "];

/** A short answer as it is compared: the same steps as `normal` in Python. @param {string} text */
export function normal(text) {
  const plain = [...text.normalize("NFKC")].map((c) => SAME[c] ?? c).join("").toLowerCase();
  const single = plain.replace(SPACES, " ").split(" ").filter(Boolean).join(" ");
  let { length: end } = single;
  while (end > 0 && EDGES.has(single[end - 1])) end -= 1;
  const bare = withoutStart(single.slice(0, end));
  const article = ARTICLES.find((one) => bare.startsWith(one));
  return article ? withoutStart(bare.slice(article.length)) : bare;
}

function withoutStart(text) {
  let start = 0;
  while (start < text.length && EDGES.has(text[start])) start += 1;
  return text.slice(start);
}

function drawShort(view, answer, onChange, { uid, check }) {
  const id = `${uid}-text`;
  const input = lineField(id, view, { onInput: onChange, check });
  input.value = typedIn(answer);
  return {
    node: el("p", { class: "ss-short" }, el("label", { for: id }, "Your answer"), input),
    answer: () => ({ text: input.value }),
    set: (given) => {
      input.value = typedIn(given);
    },
    reveal: () => new Map(),
    destroy: () => {},
  };
}

addKind({
  name: "short",
  draw: drawShort,
  empty: (answer) => !normal(answer?.text ?? ""),
  grade: (view, key, { text }) => gradeByScheme(view.points, key, [{ value: normal(text), about: text }]),
});
