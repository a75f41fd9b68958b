// How much of a page is done.

import { isChecked } from "./kept.mjs";

const START = 6; // hex digits of an exercise's `spec`: enough to tell exercises and their editions apart

/** The starts of the specs of all that is done. @param {Map<string, import("./kept.mjs").Entry>} entries */
export function doneSpecs(entries) {
  const checked = [...entries.values()].filter(isChecked);
  return new Set(checked.map(({ record }) => String(record.spec).slice(0, START)));
}

/**
 * @param {{specs: string, of: number, before?: number}} page the starts of its exercises' specs, one after the other;
 *   `of` are asked for on this page, and `before` of them were done on an earlier one
 * @param {Set<string>} finished @returns {{done: number, of: number}}
 */
export function progress({ specs, of, before = 0 }, finished) {
  const done = (specs.match(/.{6}/g) ?? []).filter((spec) => finished.has(spec)).length;
  return { done: Math.min(of, Math.max(0, done - before)), of };
}

/** What is seen, and what is heard after it. @returns {{shown: string, spoken: string}} */
export function progressWords(done, of) {
  const exercises = of === 1 ? "exercise" : "exercises";
  return { shown: `${done} of ${of}`, spoken: ` ${exercises} done${done === of ? ", all of this page" : ""}` };
}
