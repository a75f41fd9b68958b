// Adds up what is kept, lesson by lesson.

import { RULE } from "../../widget/web/grading/both_scores.mjs";
import { firstLookOf } from "../../widget/web/grading/first_look.mjs";
import { isChecked, isDone } from "./kept.mjs";

/**
 * @typedef {{id: string, spec: string, extra: boolean, counts: boolean, points: number, faults: number,
 *   controls: number}} Task `counts` is false where the points enter no sum
 * @typedef {{slug: string, title: string, minutes: number, tasks: Task[]}} Lesson
 * @typedef {[number, number]} Count how many, of how many
 * @typedef {{done: number, of: number, points: number, worth: number, unscored: number, changed: number,
 *   extra: number, words: number, dated: number, hinted: number, unsure: number, again: number, caught: Count|null,
 *   trusted: Count|null, caughtAfter: Count|null, trustedAfter: Count|null}} Tally `points` of `worth` in what is done
 *   and scored, as last checked; `caught` and `trusted` at the first look, `…After` as last checked; of those with
 *   either score, `hinted` had a hint open at the first look, of `unsure` ones an earlier edition kept the last check
 *   alone, and `again` were checked again; `unscored` are done with no score kept; `changed` were answered in an
 *   earlier edition and count as not done; `words` are done and only check words; of `dated` ones both scores were
 *   counted by another rule
 */

/** @param {Lesson[]} lessons @param {Map<string, import("./kept.mjs").Entry>} entries */
export function tallies(lessons, entries) {
  const rows = lessons.map((lesson) => ({ ...lesson, ...tally(lesson.tasks, entries) }));
  return { rows, all: together(rows) };
}

/** @param {Task[]} tasks @returns {Tally} */
export function tally(tasks, entries) {
  const counted = tasks.filter((task) => !task.extra);
  const rows = counted.map((task) => tallyOne(task, entries.get(task.id)));
  const extra = tasks.filter((task) => task.extra && isDone(entries.get(task.id), task.spec)).length;
  return { ...together(rows), extra };
}

function tallyOne(task, entry) {
  const none = {
    done: 0, of: 1, points: 0, worth: 0, unscored: 0, changed: 0, extra: 0, words: 0, dated: 0, hinted: 0, unsure: 0,
    again: 0, caught: null, trusted: null, caughtAfter: null, trustedAfter: null,
  };
  if (!isDone(entry, task.spec)) return { ...none, changed: isChecked(entry) ? 1 : 0 };
  if (task.counts === false) return { ...none, done: 1, words: 1 };
  const scored = soundScore(entry.scored);
  if (!scored) return { ...none, done: 1, unscored: 1 };
  const { points, of: worth } = scored;
  const dated = task.faults && scored.rule !== RULE ? 1 : 0;
  return { ...none, done: 1, points, worth, dated, ...bothLooks(task, entry, scored) };
}

/** Both scores at the first look and as last checked, and how the first look was. */
function bothLooks({ faults, controls }, { record, looked }, scored) {
  const [caughtAfter, trustedAfter] = [fitting(scored.caught, faults), fitting(scored.trusted, controls)];
  if (!caughtAfter && !trustedAfter) return {};
  const look = firstLookOf(record);
  const first = look.isThis ? scored : soundScore(looked);
  return {
    caught: fitting(first?.caught, faults), trusted: fitting(first?.trusted, controls), caughtAfter, trustedAfter,
    hinted: look.hints > 0 ? 1 : 0, unsure: look.sure ? 0 : 1, again: look.isThis ? 0 : 1,
  };
}

/** A count, unless it is of more than the exercise has of faults, or of sound passages. */
function fitting(count, most) {
  return count && count[1] <= most ? count : null;
}

const MOST = 1000; // points, faults or controls; no exercise has a tenth of it

/**
 * A score that can be added up, or null: anything may stand in a browser's storage. Both scores are left out where they
 * were counted by an earlier rule; the exercise's own page counts them anew when it is opened.
 */
export function soundScore(scored) {
  const { points, of } = scored ?? {};
  if (!Number.isFinite(points) || !Number.isFinite(of) || points < 0 || points > of || of > MOST) return null;
  if (scored.rule !== RULE) return { points, of, caught: null, trusted: null };
  return { points, of, caught: soundCount(scored.caught), trusted: soundCount(scored.trusted), rule: RULE };
}

export function soundCount(count) {
  const [few, all] = Array.isArray(count) ? count : [];
  const areWhole = Number.isInteger(few) && Number.isInteger(all);
  return areWhole && few >= 0 && few <= all && all > 0 && all <= MOST ? [few, all] : null;
}

/** @param {Tally[]} rows @returns {Tally} */
export function together(rows) {
  const sum = (name) => Math.round(rows.reduce((added, row) => added + row[name], 0) * 100) / 100;
  const counts = (name) => rows.map((row) => row[name]).filter(Boolean).reduce(addCounts, null);
  return {
    done: sum("done"), of: sum("of"), points: sum("points"), worth: sum("worth"), unscored: sum("unscored"),
    changed: sum("changed"), extra: sum("extra"), words: sum("words"), dated: sum("dated"),
    hinted: sum("hinted"), unsure: sum("unsure"), again: sum("again"),
    caught: counts("caught"), trusted: counts("trusted"),
    caughtAfter: counts("caughtAfter"), trustedAfter: counts("trustedAfter"),
  };
}

export function addCounts(one, other) {
  return one ? [one[0] + other[0], one[1] + other[1]] : other;
}
