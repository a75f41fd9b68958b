// What this browser keeps of the course: an entry for each exercise, and which test was drawn to come first.

export const PREFIX = "samestory:1:";
export const DRAW = "samestory:draw";
export const OURS = "samestory:"; // every key of the book begins so, the theme's too

/**
 * @typedef {{answer: any, when: string, hints: number, sure?: boolean}} Look a first look; `sure` is false where an
 *   earlier edition kept the last check alone
 * @typedef {{exercise: string, spec: string|null, answer: any, when: string, hints: number, first?: true|Look}} Kept
 *   `first` is true where this is the first look itself
 * @typedef {{points: number, of: number, caught: [number, number]|null, trusted: [number, number]|null,
 *   rule?: number}} Scored `rule` tells by which rule both were counted; without one, by an earlier one
 * @typedef {{record?: Kept, checked?: boolean, draft?: any, hints?: number, spec?: string, scored?: Scored,
 *   looked?: Scored, first?: Look & {spec?: string}, left?: number}} Entry `looked` is the score of a first look that
 *   another check has followed; `first` that look, where the learner began again and has not checked since; `left`
 *   items are empty, of an exercise that is done when none is
 */

/** The browser's storage, or null where it is switched off. @returns {Storage|null} */
export function storageHere() {
  try {
    const storage = globalThis.localStorage ?? null;
    storage?.getItem(DRAW); // one that is there and may not be read throws here
    return storage;
  } catch {
    return null;
  }
}

/** The keys that begin so, in a fixed order. @param {Storage|null} storage @returns {string[]} */
export function keysIn(storage, beginning = OURS) {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage.key(at));
  return keys.filter((key) => key.startsWith(beginning)).sort();
}

/** Every entry by exercise; what cannot be read counts as not there. @returns {Map<string, Entry>} */
export function entriesIn(storage) {
  const found = new Map();
  for (const key of keysIn(storage, PREFIX)) {
    const entry = parsedEntry(storage.getItem(key));
    if (entry) found.set(key.slice(PREFIX.length), entry);
  }
  return found;
}

/** @returns {Entry|null} */
export function parsedEntry(text) {
  try {
    const value = JSON.parse(text);
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

export function isPlain(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Whether an answer was checked, in the edition of the exercise with this `spec`. @param {Entry|undefined} entry */
export function isDone(entry, spec) {
  return isChecked(entry) && entry.record.spec === spec;
}

/** Whether an answer was checked, in whatever edition of the exercise. @param {Entry|undefined} entry */
export function isChecked(entry) {
  return Boolean(entry?.checked && isPlain(entry.record) && !entry.left);
}
