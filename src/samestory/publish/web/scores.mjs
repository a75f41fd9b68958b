// The two scores of one lesson, added up from what its exercises keep, and the answers as a file to hand in.

import { button, el } from "../../widget/web/dom.mjs";
import { soundScore, together } from "../../book/web/tally.mjs";
import { storeOf } from "../../widget/web/host/store.mjs";

const NO_SUM = {
  done: 0, of: 0, points: 0, worth: 0, unscored: 0, changed: 0, extra: 0, words: 0, dated: 0, caught: null, trusted: null,
};

/** The ids of the exercises on this page, in its order. @returns {string[]} */
function exercisesHere() {
  return [...document.querySelectorAll("same-story-exercise")].map(({ id }) => id);
}

/** What the exercises on this page come to. @param {string[]} ids */
export function sumOf(ids) {
  const rows = ids.map((id) => {
    const { record, checked, scored } = storeOf(id).read();
    const isDone = Boolean(record && checked);
    const score = isDone ? soundScore(scored) : null;
    return { ...NO_SUM, of: 1, done: isDone ? 1 : 0, ...(score ? { ...scoreParts(score), worth: score.of } : {}) };
  });
  return together([NO_SUM, ...rows]);
}

function scoreParts({ points, caught, trusted }) {
  return { points, caught: caught ?? null, trusted: trusted ?? null };
}

/** The answers on this page as a file, in the form in which the course's own page of results saves them. */
export function answersOf(ids, now) {
  const kept = ids.map((id) => [id, storeOf(id).read()]).filter(([, one]) => one.record || one.draft !== undefined);
  const file = { format: "same-story-answers", schema: 1, saved: now.toISOString(), draw: null };
  return JSON.stringify({ ...file, answers: Object.fromEntries(kept) }, null, 1);
}

function scoreRow(name, count, none) {
  const said = count ? `${count[0]} of ${count[1]}` : none;
  return el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, said));
}

function drawScores(place, ids) {
  const sum = sumOf(ids);
  const none = "not yet";
  const rows = [
    scoreRow("Exercises done", [sum.done, ids.length], none),
    ...(place.dataset.assigned === undefined
      ? [scoreRow("Faults caught", sum.caught, none), scoreRow("Sound passages trusted", sum.trusted, none)]
      : []),
  ];
  return el("table", { class: "sl-scores" }, el("tbody", {}, ...rows));
}

function saveAnswers(ids, said) {
  const now = new Date();
  const address = URL.createObjectURL(new Blob([answersOf(ids, now)], { type: "application/json" }));
  const day = now.toISOString().slice(0, 10);
  el("a", { href: address, download: `same-story-answers-${day}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  said.textContent = "Your browser saves a file with your answers. Hand it in, or keep it.";
}

/** Defines the element `same-story-scores`, once. */
export function defineScoresElement() {
  if (typeof customElements === "undefined" || customElements.get("same-story-scores")) return;
  customElements.define("same-story-scores", class extends HTMLElement {
    connectedCallback() {
      const said = el("p", { role: "status" });
      const press = button("Save my answers to a file", () => {
        const ids = exercisesHere();
        if (sumOf(ids).done) saveAnswers(ids, said);
        else said.textContent = "There is nothing to save yet: press Check in an exercise first.";
      }, { class: "sl-press" });
      const table = el("div");
      this.replaceChildren(table, el("p", {}, press), said);
      this.update = () => table.replaceChildren(drawScores(this, exercisesHere()));
      this.update();
      addEventListener("samestory:stored", this.update);
      addEventListener("storage", this.update);
    }

    disconnectedCallback() {
      removeEventListener("samestory:stored", this.update);
      removeEventListener("storage", this.update);
    }
  });
}
