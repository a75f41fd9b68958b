// The table by lesson: how much is done, the points, and both scores.

import { el } from "../../widget/web/dom.mjs";
import { isClosedFrame, isFromDisk } from "../../widget/web/surroundings.mjs";
import { countBar, lessonAddress, link, nothing, several, table } from "./drawing.mjs";

const SWITCHED_OFF = "This browser keeps nothing for this book: its storage is switched off.";
const IN_FRAME = "Here this browser keeps nothing for this book: the page stands in a closed frame of another site. " +
  "Opened by itself it counts your results.";
const APART = "You opened this book from disk. Some browsers then keep the answers of each page apart, and this page " +
  "can’t count what you did on another one; a book with a web address has no such trouble.";
const CAPTION = "Your results by lesson; both scores at the first look";
const HEADS = ["Lesson", "Exercises done", "Points in these", "Caught", "Rightly trusted"];

/** What stands in place of the results where nothing can be kept. */
export function nothingKept() {
  return [el("p", {}, `${isClosedFrame() ? IN_FRAME : SWITCHED_OFF} You can do every exercise, but what you check is ` +
    "gone when you leave the page, and the tests show no result.")];
}

/** @param {ReturnType<import("./tally.mjs").tallies>} tallies */
export function drawLessons({ rows, all }) {
  if (!all.done && !all.changed) return emptyLessons(rows);
  const body = rows.map((row) => [lessonName(row), ...cells(row)]);
  const foot = ["All lessons", ...cells(all)];
  return [summary(rows, all), table(CAPTION, HEADS, body, { foot, wide: true }), ...notes(all)];
}

function emptyLessons(rows) {
  const [first] = rows;
  const begin = first
    ? ["Begin with ", link(first.title, lessonAddress(first.slug)), ". As soon as you check an answer there, it " +
      "counts here."]
    : [];
  return [
    el("p", {}, "No lesson has been begun in this browser yet. ", ...begin),
    el("p", {}, "If you worked in another browser or on another computer, your answers are there. Save them to a " +
      "file on its page of results, and ", link("bring the file in", "#keep-move-clear"), "."),
    isFromDisk() && el("p", {}, APART),
  ].filter(Boolean);
}

function lessonName(row) {
  return link(row.title, lessonAddress(row.slug));
}

function cells(row) {
  const points = row.worth ? `${row.points} of ${row.worth}` : row.unscored ? "checked" : nothing();
  return [`${row.done} of ${row.of}`, points, twoLooks(row, "caught"), twoLooks(row, "trusted")];
}

/** A score at the first look; below it what it came to after feedback, where something was checked again. */
function twoLooks(row, kind) {
  const after = row.again && row[`${kind}After`];
  const bar = countBar(row[kind], kind);
  if (!after) return bar;
  const told = el("span", { class: "sb-after" }, `after feedback ${after.join(" of ")}`);
  return el("span", { class: "sb-looks" }, bar, told);
}

function summary(rows, all) {
  const begun = rows.filter((row) => row.done).length;
  const [next] = rows.filter((row) => row.done < row.of);
  const sentences = [`You have checked ${all.done} of ${several(all.of, "exercise")}, in ${begun} of ` +
    `${several(rows.length, "lesson")}.`];
  if (all.caught && all.trusted) {
    sentences.push(`At the first look you caught ${all.caught.join(" of ")} of the faults in them, and rightly ` +
      `trusted ${all.trusted.join(" of ")} of what was sound.`);
  }
  const goOn = next ? [" Go on with ", lessonName(next), "."] : [" Every exercise is done."];
  return el("p", {}, sentences.join(" "), ...goOn);
}

function notes({ unscored, changed, extra, words, dated, hinted, unsure }) {
  const counts = (number) => (number === 1 ? "It counts" : "They count");
  const was = (number) => (number === 1 ? "was" : "were");
  const lines = [
    unscored && `${several(unscored, "exercise")} ${was(unscored)} checked without a score: a teacher grades it, ` +
      `or it was done before scores were kept. ${counts(unscored)} as done. Press Check again to see points here.`,
    changed && `${several(changed, "exercise")} changed after you had answered. ${counts(changed)} as not done ` +
      `until you check again.`,
    words && `${several(words, "exercise")} ${was(words)} a check of words. ${counts(words)} as done, and in no sum: ` +
      `only a reader can tell whether a sentence of your own is good.`,
    dated && `${several(dated, "exercise")} ${was(dated)} checked before it was settled what counts as caught and as ` +
      `trusted, and ${dated === 1 ? "is" : "are"} left out of both. Open the page of the exercise, and it is counted.`,
    hinted && `In ${several(hinted, "exercise")} with either score a hint was open at the first look.`,
    unsure && `${several(unsure, "exercise")} ${was(unsure)} checked in an earlier edition, which kept the last ` +
      `check alone. It counts as the first look here, though it may have come after feedback.`,
    extra && `${several(extra, "extra exercise")} ${was(extra)} done besides. Extras are left out of every sum.`,
  ].filter(Boolean);
  return lines.map((line) => el("p", { class: "sb-note" }, line));
}
