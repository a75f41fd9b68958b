// When the delayed checks are due, and how they went: practised and fresh passages apart.

import { isDone } from "./kept.mjs";
import { soundScore } from "./tally.mjs";

const DAY = 24 * 60 * 60 * 1000; // milliseconds

/**
 * @typedef {{id: string, spec: string}} Named
 * @typedef {{week: number, practised: Named, fresh: Named}} Check
 * @typedef {{state: "uncounted"|"waiting"|"due"|"done", due: Date|null, week: number,
 *   practised: Half, fresh: Half}} Later
 * @typedef {{done: boolean, scored: import("./kept.mjs").Scored|null}} Half
 */

/**
 * @param {Check[]} checks @param {Map<string, import("./kept.mjs").Entry>} entries
 * @param {string|null} second when the second test was checked @param {Date} now @returns {Later[]}
 */
export function laterChecks(checks, entries, second, now) {
  const start = second ? Date.parse(second) : NaN;
  return checks.map(({ week, practised, fresh }) => {
    const halves = { practised: half(practised, entries), fresh: half(fresh, entries) };
    const day = new Date(start + week * 7 * DAY);
    const due = Number.isNaN(day.getTime()) ? null : day; // none, or one that no calendar has
    const isWhole = halves.practised.done && halves.fresh.done;
    const coming = due && due > now ? "waiting" : "due";
    return { state: isWhole ? "done" : due ? coming : "uncounted", due, week, ...halves };
  });
}

/** @returns {Half} */
function half({ id, spec }, entries) {
  const entry = entries.get(id);
  const done = isDone(entry, spec);
  return { done, scored: done ? soundScore(entry.scored) : null };
}
