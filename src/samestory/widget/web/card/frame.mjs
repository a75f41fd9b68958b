// The frame of an exercise: number, title, minutes, state, evidence, task, and the places for all that follows.

import { clipping } from "../clipping.mjs";
import { button, el } from "../dom.mjs";

/** A double click counts once: its second half may fall on the button that took the place of the first. */
function single(act) {
  return (event) => {
    if (event.detail < 2) act();
  };
}

/** The text with what stands between backticks as code; one backtick alone is a backtick. */
function withCode(text) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, at) => (at % 2 ? el("code", {}, part) : part));
}

/**
 * Draws the frame around a task that is not drawn yet.
 * @param {object} view
 * @param {{number: number|null, level: number, uid: string, assigned: boolean, lines?: number, counts?: boolean}} facts
 *   `lines` are for writing on paper, where an exercise is printed before it is answered
 * @param {Record<"check"|"hint"|"solution"|"restart"|"undo", () => void>} on
 */
export function drawFrame(view, { number, level, uid, assigned, lines = 0, counts = true }, on) {
  const titleId = `${uid}-title`;
  const state = el("span", { class: "ss-state" });
  const minutes = view.minutes === 1 ? "1 minute" : `${view.minutes} minutes`;
  const aside = view.extra ? " · extra, not counted" : counts ? "" : " · a check of words, no points towards a sum";
  const about = el("span", {}, `${number ? `Exercise ${number}` : "Exercise"} · about ${minutes}${aside}`);
  const task = el("div", { class: "ss-task" });
  const buttons = {
    check: button(assigned ? "Record my answer" : "Check", on.check, { class: "ss-button ss-primary" }),
    hint: button("", single(on.hint), { class: "ss-button ss-quiet" }),
    solution: button("Show the solution", single(on.solution), { class: "ss-button ss-quiet", hidden: true }),
    restart: button("Start again", single(on.restart), { class: "ss-button ss-quiet" }),
    undo: button("Undo", single(on.undo), { class: "ss-button ss-quiet", hidden: true }),
  };
  const frame = {
    state, task, buttons,
    asked: el("div", { class: "ss-asked", role: "group", "aria-label": "Items still empty", hidden: true }),
    counting: el("p", { class: "ss-counting", hidden: !view.once }),
    live: el("p", { class: "ss-spoken", role: "status" }),
    trouble: el("p", { class: "ss-trouble", role: "alert", hidden: true }),
    hints: el("ol", { class: "ss-hints" }),
    solution: el("div", { class: "ss-solution", role: "group", hidden: true, tabindex: -1, "aria-label": "Solution" }),
    feedback: el("div", { class: "ss-feedback", role: "group", hidden: true, "aria-label": "Feedback" }),
    node: el("article", { class: "ss-card", id: uid, "aria-labelledby": titleId }),
  };
  frame.node.append(
    el("div", { class: "ss-about" }, about, state),
    el(`h${level}`, { class: "ss-title", id: titleId }, view.title),
    ...view.show.map(clipping),
    ...view.prompt.map((text) => el("p", { class: "ss-prompt" }, ...withCode(text))),
    task,
    el("div", { class: "ss-writing", "aria-hidden": "true" }, ...Array.from({ length: lines }, () => el("i"))),
    el("div", { class: "ss-row ss-actions" }, ...Object.values(buttons)),
    frame.asked, frame.counting, frame.trouble, frame.hints, frame.solution, frame.feedback, frame.live,
  );
  return frame;
}

/**
 * Fills the place for feedback; `level` is that of its heading.
 * @param {HTMLElement} place
 * @param {{heading: string, level: number, measures: HTMLElement|null, first: string, parts: HTMLElement|null}} content
 *   `first` are the words about the first look
 */
export function fillFeedback(place, { heading, level, measures, first, parts }) {
  const stale = el("p", { class: "ss-stale", hidden: true }, "For your earlier answer");
  place.replaceChildren(stale, el(`h${level}`, { class: "ss-headline" }, heading));
  const look = first && el("p", { class: "ss-first-look" }, first);
  place.append(...[measures, look, parts].filter(Boolean));
  place.hidden = false;
}

/**
 * Shows the first hints of all, as many as were opened.
 * @param {HTMLElement} place @param {string[]} all @param {number} opened
 */
export function fillHints(place, all, opened) {
  while (place.children.length > opened) place.lastElementChild.remove();
  for (let i = place.children.length; i < opened; i += 1) {
    const head = el("b", {}, `Hint ${i + 1} of ${all.length}. `);
    place.append(el("li", { tabindex: -1 }, head, all[i]));
  }
  place.hidden = !opened;
}
