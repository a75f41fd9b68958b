// One exercise at work: what happens on a change, a check, a hint, a fresh start. Hosts store and grade.

import { el, nextUid, steady } from "./dom.mjs";
import { linksTo, measuresOf, partsOf } from "./feedback.mjs";
import { drawFrame, fillFeedback } from "./frame.mjs";
import { KINDS } from "./kinds.mjs";
import { asSolution, headingOf, pointsOf, stateOf } from "./verdict.mjs";

/**
 * What a host remembers: the answer as it stands, the answer last checked, its verdict if the host has it at hand.
 * @typedef {{answer?: object|null, checked?: object|null, verdict?: import("./verdict.mjs").Verdict|null,
 *   hints?: number}} Kept
 * @typedef {{
 *   assigned: boolean, number: number|null, level: number,
 *   load: () => Kept, check: (answer: object, hints: number) => Promise<import("./verdict.mjs").Verdict>,
 *   regrade: (answer: object) => import("./verdict.mjs").Verdict|null,
 *   solution: () => Promise<{text: string, verdict: import("./verdict.mjs").Verdict}>,
 *   keepDraft: (answer: object, hints: number) => void, keeps: () => boolean, clear: () => (() => void),
 *   subscribe: (changed: (always?: boolean) => void) => (() => void),
 *   waits: () => {id: string, title: string}[],
 * }} Host `waits` are the exercises that must be done before the verdict shows; what has `changed` is shown `always`,
 *   or only where no answer was begun since
 */

const NOT_KEPT = "This browser does not let the page keep answers: yours will be gone when you leave the page.";

class Card {
  /** @param {object} view @param {Host} host */
  constructor(view, host) {
    Object.assign(this, { view, host, uid: nextUid(), hints: 0, verdict: null, checkedText: null });
    this.touched = false;
    this.busy = false;
    /** @type {(() => void)|null} */ this.undoClear = null;
    this.kind = KINDS[view.kind];
    this.frame = drawFrame(view, { ...host, uid: this.uid, lines: this.kind.lines }, {
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

  /** Says a thing once to those who listen; the same words again are still news. */
  say(text) {
    const { live } = this.frame;
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  }

  /** Shows what a host remembers. @param {Kept} kept */
  restore({ answer = null, checked = null, verdict = null, hints = 0 }) {
    this.drawn.set(checked);
    this.forget();
    this.hints = Math.min(this.view.hints.length, Math.max(0, Math.floor(Number(hints)) || 0));
    const found = checked && (this.host.regrade(this.drawn.answer()) ?? verdict);
    if (found) this.show(found);
    if (answer) this.drawn.set(answer);
    this.touched = false;
    this.complain(this.host.keeps() ? "" : NOT_KEPT);
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
    this.keep();
    this.refresh();
  }

  /** Gives the host the answer as it stands. */
  keep() {
    this.host.keepDraft(this.drawn.answer(), this.hints);
    if (!this.host.keeps()) this.complain(NOT_KEPT);
  }

  async check() {
    if (this.busy) return;
    this.dropUndo();
    this.setBusy(true);
    try {
      if (this.drawn.settle) await this.drawn.settle();
      const answer = this.drawn.answer();
      this.touched = false;
      const verdict = await this.host.check(answer, this.hints);
      this.complain(this.host.keeps() ? "" : NOT_KEPT);
      steady(this.frame.buttons.check, () => this.show(verdict, answer));
      this.say(`${verdict.headline} ${pointsOf(verdict)}`.trim());
    } catch (error) {
      this.complain(error.message);
    } finally {
      this.setBusy(false);
    }
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
    this.feedback(verdict, headingOf(verdict));
  }

  feedback(verdict, heading) {
    const visits = this.drawn.reveal(verdict);
    const level = Math.min(6, this.host.level + 1);
    const parts = partsOf(verdict.parts, visits, this.uid) ?? linksTo(this.host.waits());
    fillFeedback(this.frame.feedback, { heading, level, measures: measuresOf(verdict), parts });
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
    this.say("Your answer is cleared. Undo brings it back.");
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
    const { buttons, state, hints, node, feedback, solution } = this.frame;
    const all = this.view.hints;
    const graded = ["graded", "recorded"].includes(this.verdict?.state);
    const stale = Boolean(this.verdict) && this.text !== this.checkedText;
    const empty = this.kind.empty(this.drawn.answer());
    const sealed = this.host.waits().length > 0;
    state.textContent = this.busy ? "checking" : stateOf(this.verdict, { stale, empty, sealed });
    node.classList.toggle("is-empty", empty);
    node.classList.toggle("is-stale", stale);
    if (feedback.firstElementChild) feedback.firstElementChild.hidden = !stale;
    while (hints.children.length > this.hints) hints.lastElementChild.remove();
    for (let i = hints.children.length; i < this.hints; i += 1) {
      const head = el("b", {}, `Hint ${i + 1} of ${all.length}. `);
      hints.append(el("li", { tabindex: -1 }, head, all[i]));
    }
    hints.hidden = !this.hints;
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
