// One exercise at work: what happens on a change, a check, a hint, a fresh start. Hosts store and grade.

import { el, nextUid, steady } from "../dom.mjs";
import { linksTo, measuresOf, partsOf } from "./feedback.mjs";
import { gapsIn, isPractice } from "./first_check.mjs";
import { drawFrame, fillFeedback, fillHints } from "./frame.mjs";
import { countsIn, KINDS } from "./registry.mjs";
import { notKeptWords } from "./not_kept.mjs";
import { ask, countingWords, clearedWords, dropQuestion } from "./question.mjs";
import { asSolution, headingOf, pointsOf, stateOf } from "../grading/verdict.mjs";

/** @typedef {import("../host/page.mjs").Host} Host @typedef {import("../host/page.mjs").Kept} Kept */

class Card {
  /** @param {object} view @param {Host} host */
  constructor(view, host) {
    Object.assign(this, { view, host, uid: nextUid(), hints: 0, verdict: null, checkedText: null });
    this.touched = false;
    this.busy = false;
    /** @type {(() => void)|null} */ this.undoClear = null;
    this.kind = KINDS[view.kind];
    this.counts = countsIn(view);
    this.frame = drawFrame(view, { ...host, uid: this.uid, lines: this.kind.lines, counts: this.counts }, {
      check: () => this.check(), hint: () => this.openHint(), solution: () => this.openSolution(),
      restart: () => this.restart(), undo: () => this.undo(),
    });
    this.node = this.frame.node;
    this.node.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.repeat && event.key === "Enter") event.preventDefault();
    });
    const tools = { uid: this.uid, say: (text) => this.say(text), check: () => this.check() };
    this.drawn = this.kind.draw(view, null, () => this.changed(), tools);
    this.frame.task.append(this.drawn.node);
    this.restore(host.load());
    this.unsubscribe = host.subscribe((always) => {
      if ((!always && this.touched) || this.busy) return;
      this.frame.live.textContent = ""; // what was said of the earlier state holds no longer
      this.restore(host.load());
    });
  }

  /** Whether what was right must not show yet. */
  get sealed() {
    return this.host.waits().length > 0 || (this.view.once && !this.host.first());
  }

  /** Says a thing once to those who listen; the same words again are still news. */
  say(text) {
    const { live } = this.frame;
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  }

  /** Shows what a host remembers. @param {Kept} kept */
  restore({ answer = null, checked = null, verdict = null, hints = 0 }) {
    dropQuestion(this.frame.asked);
    this.drawn.set(checked);
    this.forget();
    this.hints = Math.min(this.view.hints.length, Math.max(0, Math.floor(Number(hints)) || 0));
    const found = checked && (this.host.regrade(this.drawn.answer()) ?? verdict);
    if (found) this.show(found);
    if (answer) this.drawn.set(answer);
    this.touched = false;
    this.complain(notKeptWords(this.host));
    this.refresh();
  }

  /** Takes verdict and solution off the card. */
  forget() {
    this.verdict = null;
    this.checkedText = null;
    this.drawn.reveal(null);
    this.frame.feedback.hidden = true;
    this.frame.feedback.replaceChildren();
    this.frame.solution.hidden = true;
  }

  get text() {
    return JSON.stringify(this.drawn.answer());
  }

  changed() {
    this.touched = true;
    this.dropUndo();
    dropQuestion(this.frame.asked);
    this.keep();
    this.refresh();
  }

  /** Gives the host the answer as it stands. */
  keep() {
    this.host.keepDraft(this.drawn.answer(), this.hints);
    if (!this.host.keeps()) this.complain(notKeptWords(this.host));
  }

  /** Checks, unless items are left empty where the first complete check counts: then it asks, unless told `anyway`. */
  async check(anyway = false) {
    if (this.busy) return;
    this.dropUndo();
    dropQuestion(this.frame.asked);
    const gaps = this.view.once && !anyway ? gapsIn(this.view, this.drawn.answer()) : [];
    const hasSome = !this.kind.empty(this.drawn.answer());
    if (gaps.length && hasSome) return this.say(this.question(gaps));
    this.setBusy(true);
    try {
      if (this.drawn.settle) await this.drawn.settle();
      const answer = this.drawn.answer();
      this.touched = false;
      const verdict = await this.host.check(answer, this.hints);
      this.complain(notKeptWords(this.host));
      steady(this.frame.buttons.check, () => this.show(verdict, answer));
      this.say(`${verdict.headline} ${pointsOf(verdict, this.counts)}`.trim());
    } catch (error) {
      this.complain(error.message);
    } finally {
      this.setBusy(false);
    }
  }

  question(gaps) {
    const anyway = () => {
      this.frame.buttons.check.focus({ preventScroll: true }); // the button that was pressed goes
      this.check(true);
    };
    return ask(this.frame.asked, this.view, gaps, { assigned: this.host.assigned, visit: this.drawn.visit, anyway });
  }

  setBusy(busy) {
    this.busy = busy;
    this.frame.buttons.check.setAttribute("aria-disabled", String(busy));
    this.refresh();
  }

  /** Shows a verdict on `answer`, which is the one on the card if none is given. */
  show(verdict, answer = this.drawn.answer()) {
    this.verdict = verdict;
    this.checkedText = JSON.stringify(answer);
    this.feedback(verdict, headingOf(verdict, this.counts));
  }

  feedback(verdict, heading) {
    const level = Math.min(6, this.host.level + 1);
    const parts = partsOf(verdict.parts, this.drawn.reveal(verdict), this.uid) ?? linksTo(this.host.waits());
    const first = verdict.measures.length ? this.host.firstWords() : "";
    fillFeedback(this.frame.feedback, { heading, level, measures: measuresOf(verdict), first, parts });
  }

  openHint() {
    this.dropUndo();
    this.hints += 1;
    this.keep();
    this.refresh();
    const hint = `Hint ${this.hints} of ${this.view.hints.length}: ${this.view.hints[this.hints - 1]}`;
    if (this.frame.buttons.hint.hidden) this.frame.hints.lastElementChild.focus({ preventScroll: true });
    else this.say(hint);
  }

  async openSolution() {
    this.dropUndo();
    try {
      const { text, verdict } = await this.host.solution();
      const { solution } = this.frame;
      const head = el("p", { class: "ss-small-head" }, "Solution");
      solution.replaceChildren(head, ...text.split(/\n\s*\n/).map((words) => el("p", {}, words)));
      solution.hidden = false;
      if (!this.verdict) this.feedback(asSolution(verdict), "The solution, part by part");
      solution.focus({ preventScroll: true });
      this.say(text);
    } catch (error) {
      this.complain(error.message);
    }
    this.refresh();
  }

  restart() {
    const before = { answer: this.drawn.answer(), checked: this.checkedText && JSON.parse(this.checkedText) };
    const kept = { ...before, verdict: this.verdict, hints: this.hints };
    const restoreHost = this.host.clear();
    this.restore({ hints: this.hints });
    this.undoClear = () => {
      restoreHost();
      this.restore(kept);
    };
    this.frame.buttons.undo.hidden = false;
    this.say(clearedWords(this.host.first()));
  }

  undo() {
    this.undoClear?.();
    this.dropUndo();
    this.frame.buttons.restart.focus({ preventScroll: true });
    this.say("Your answer is back.");
  }

  dropUndo() {
    this.undoClear = null;
    this.frame.buttons.undo.hidden = true;
  }

  /** Shows a trouble, or takes it away; screen readers speak it when it appears. */
  complain(text) {
    if (this.frame.trouble.textContent === text) return;
    this.frame.trouble.textContent = text;
    this.frame.trouble.hidden = !text;
  }

  /** Brings state, hints and buttons in line with what is known. */
  refresh() {
    const { buttons, state, hints, node, feedback, solution, counting } = this.frame;
    const all = this.view.hints;
    const graded = ["graded", "recorded"].includes(this.verdict?.state);
    const stale = Boolean(this.verdict) && this.text !== this.checkedText;
    const empty = this.kind.empty(this.drawn.answer());
    const { sealed, counts } = this;
    const first = this.host.first();
    const practice = isPractice(first, JSON.parse(this.checkedText));
    const facts = { stale, empty, sealed, counts, practice, kept: this.host.keeps() };
    state.textContent = this.busy ? "checking" : stateOf(this.verdict, facts);
    counting.textContent = countingWords(first);
    node.classList.toggle("is-empty", empty);
    node.classList.toggle("is-stale", stale);
    if (feedback.firstElementChild) feedback.firstElementChild.hidden = !stale;
    fillHints(hints, all, this.hints);
    buttons.hint.textContent = `Hint ${this.hints + 1} of ${all.length}`;
    buttons.hint.hidden = sealed || this.hints >= all.length;
    const earned = graded || (all.length > 0 && this.hints === all.length);
    buttons.solution.hidden = sealed || this.host.assigned || !earned || !solution.hidden;
  }

  destroy() {
    this.unsubscribe();
    this.drawn.destroy();
    this.node.remove();
  }
}

/**
 * Draws an exercise into `root` and returns what takes it away again.
 * @param {HTMLElement} root @param {object} view @param {Host} host @returns {() => void}
 */
export function mount(root, view, host) {
  if (!Object.hasOwn(KINDS, view.kind)) {
    const text = `This page cannot show exercises of the kind “${view.kind}”.`;
    root.replaceChildren(el("p", { class: "ss-trouble" }, text));
    return () => root.replaceChildren();
  }
  const card = new Card(view, host);
  root.replaceChildren(card.node);
  return () => card.destroy();
}
