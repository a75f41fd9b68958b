// The marks of a highlight answer as plain values: in order, never overlapping.

/** @typedef {{from: number, to: number, label: string|null}} Mark */

/** @param {Mark} mark @param {{from: number, to: number}} span */
export function meets(mark, span) {
  return mark.from <= span.to && span.from <= mark.to;
}

/** The marks with a new one; those that it touches give way to it. @param {Mark[]} marks @param {Mark} mark */
export function withMark(marks, mark) {
  const rest = marks.filter((other) => !meets(other, mark));
  return [...rest, mark].sort((a, b) => a.from - b.from);
}

/** @param {Mark[]} marks @param {number} word @returns {Mark|null} */
export function markAt(marks, word) {
  return marks.find((mark) => mark.from <= word && word <= mark.to) ?? null;
}
