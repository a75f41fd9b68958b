// Brings the answers of a file into this browser: first a plan, then all of it or nothing, and the way back.

import { isComplete, namesOf } from "./compared.mjs";
import { firstLookOf, keptLook } from "../../widget/web/grading/first_look.mjs";
import { DRAW, isChecked, isPlain, parsedEntry, PREFIX } from "./kept.mjs";

/**
 * @typedef {{added: string[], replaced: string[], kept: string[], same: string[], looks: string[], draw: string|null,
 *   changes: Map<string, string|null>}} Plan exercises that would be new here, that would take the place of the
 *   answer here, that stay out, and that are the same; those of which only the first look would come in; and what
 *   would be written
 */

/**
 * @param {{answers: Map<string, object>, draw: string|null}} backup @param {Storage|null} storage
 * @param {Object<string, import("./compared.mjs").Form>|null} forms the test's forms @returns {Plan}
 */
export function planned(backup, storage, forms = null) {
  const plan = { added: [], replaced: [], kept: [], same: [], looks: [], draw: null, changes: new Map() };
  for (const [id, entry] of backup.answers) {
    const here = parsedEntry(storage?.getItem(PREFIX + id) ?? "null");
    const outcome = outcomeOf(entry, here, forms?.[id]);
    plan[outcome].push(id);
    const [stays, goes] = outcome === "kept" ? [here, entry] : [entry, here];
    const merged = forms?.[id] || outcome === "same" ? stays : withFirstLook(stays, goes);
    if (outcome === "kept" && merged !== stays) plan.looks.push(id);
    const isNew = ["added", "replaced"].includes(outcome) || merged !== stays;
    if (isNew) plan.changes.set(PREFIX + id, JSON.stringify(merged));
  }
  const isTestHere = namesOf(forms).some((id) => storage?.getItem(PREFIX + id));
  if (backup.draw && !isTestHere && storage?.getItem(DRAW) !== backup.draw) {
    plan.draw = backup.draw;
    plan.changes.set(DRAW, backup.draw);
  }
  return plan;
}

/**
 * An answer that was checked is newer than a draft; of two that were checked, the one that was checked later counts. Of
 * a test (`form`) the first complete check counts: it gives way to an earlier one only.
 */
function outcomeOf(there, here, form) {
  if (!here) return "added";
  if (canonical(here) === canonical(there)) return "same";
  const when = (entry) => Date.parse(entry.record?.when ?? "") || 0;
  const [isWholeThere, isWholeHere] = [there, here].map((entry) => Boolean(form) && isComplete(form, entry));
  if (isWholeThere !== isWholeHere) return isWholeThere ? "replaced" : "kept";
  return (isWholeHere ? when(there) < when(here) : when(there) > when(here)) ? "replaced" : "kept";
}

/** The entry that stays, with the earlier first look of both, where both answered one edition of the exercise. */
function withFirstLook(stays, goes) {
  const other = isChecked(goes) ? firstLookOf(goes.record) : goes?.first && firstLookOf({ first: goes.first });
  const spec = isChecked(goes) ? goes.record.spec : goes?.first?.spec;
  if (!other || !isChecked(stays) || stays.record.spec !== spec) return stays;
  if (!(Date.parse(other.when) < Date.parse(firstLookOf(stays.record).when))) return stays;
  const looked = other.isThis ? goes.scored : goes.looked;
  return { ...stays, record: { ...stays.record, first: keptLook(other) }, ...(looked ? { looked } : {}) };
}

/** One text for one value, in whatever order its names were written. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isPlain(value)) return JSON.stringify(value) ?? "null";
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/**
 * Puts values in; all of them, or none where the browser has no more room. Null removes a key.
 * @param {Storage} storage @param {Map<string, string|null>} changes
 * @returns {Map<string, string|null>} what stood there before: put that in, and nothing has happened
 */
export function putIn(storage, changes) {
  const before = new Map([...changes.keys()].map((key) => [key, storage.getItem(key)]));
  try {
    setAll(storage, changes);
  } catch (error) {
    setAll(storage, before);
    throw error;
  }
  return before;
}

/**
 * Of what stood there before, the part that can be taken back: what another tab has written since stays.
 * @param {Storage} storage @param {Map<string, string|null>} before @param {Map<string, string|null>} changes
 */
export function stillAsPut(storage, before, changes) {
  return new Map([...before].filter(([key]) => storage.getItem(key) === changes.get(key)));
}

/** What goes is removed first, so that the rest has its room. */
function setAll(storage, values) {
  for (const [key] of values) storage.removeItem(key);
  for (const [key, value] of values) {
    if (value !== null) storage.setItem(key, value);
  }
}
