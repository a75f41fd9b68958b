// The host on a static page: a custom element that grades by itself and keeps answers in the browser.

import { RULE } from "../grading/both_scores.mjs";
import { mount } from "../card/card.mjs";
import { el } from "../dom.mjs";
import { gapsIn, isDoneWith, isPractice, isWhole } from "../card/first_check.mjs";
import { KINDS } from "../card/registry.mjs";
import { isAnswered, isCleared, storeOf } from "./store.mjs";
import { firstLookOf, firstLookWords, keptLook } from "../grading/first_look.mjs";
import { openKey } from "../grading/closed.mjs";
import { recorded, scoreOf, unopened, withheld } from "../grading/verdict.mjs";

const GRADED = "Your teacher grades it in the notebook.";
const RECORDED = `Your answer is kept in this browser. ${GRADED}`;
const BROKEN = "This exercise could not be read. Reload the page; if that does not help, tell the site’s owner.";

/**
 * What a host remembers: the answer as it stands, the answer last checked, its verdict if the host has it at hand.
 * @typedef {{answer?: object|null, checked?: object|null, verdict?: import("../grading/verdict.mjs").Verdict|null,
 *   hints?: number}} Kept
 * @typedef {{
 *   assigned: boolean, number: number|null, level: number,
 *   load: () => Kept, check: (answer: object, hints: number) => Promise<import("../grading/verdict.mjs").Verdict>,
 *   regrade: (answer: object) => import("../grading/verdict.mjs").Verdict|null,
 *   solution: () => Promise<{text: string, verdict: import("../grading/verdict.mjs").Verdict}>,
 *   keepDraft: (answer: object, hints: number) => void, keeps: () => boolean, clear: () => (() => void),
 *   subscribe: (changed: (always?: boolean) => void) => (() => void),
 *   waits: () => {id: string, title: string}[], first: () => object|null, firstWords: () => string,
 * }} Host `waits` are the exercises that must be done before the verdict shows; `first` is the record that counts of an
 *   exercise that measures once; `firstWords` are what is said of the first look beside a verdict; what has `changed` is shown `always`, or only where no answer was begun since
 */

class PageHost {
  constructor(view, key, { number, level, until, closed = null }) {
    Object.assign(this, { view, key, closed, number, level });
    this.assigned = view.mode === "assigned" || !(key || closed);
    this.trouble = "";
    this.store = storeOf(view.id);
    this.until = this.assigned ? [] : until;
  }

  waits() {
    const isDone = (one) => isAnswered(one.id) && isDoneWith(one, storeOf(one.id).read().record.answer);
    return this.until.filter((one) => !isDone(one));
  }

  /** The record that counts, where the first complete check does: no later one takes its place. */
  first() {
    const { record, checked } = this.view.once ? this.read() : {};
    return checked && isWhole(this.view, record?.answer) ? record : null;
  }

  /** The verdict, as far as it may be shown now. */
  shown(verdict, answer, practice = false) {
    const left = this.view.once && !this.first() ? gapsIn(this.view, answer).length : 0;
    const told = withheld(verdict, this.waits(), left, this.keeps() && !practice);
    return told?.closed ? recorded(told.of, this.trouble || told.headline) : told;
  }

  /** Opens a closed key when that may be: the answer that counts is given here and in all that is waited for. */
  async open() {
    if (this.key || this.trouble || !this.closed || this.waits().length || !this.first()) return false;
    try {
      this.opening ??= openKey(this.view, this.closed);
      this.key = await this.opening;
    } catch (error) {
      this.trouble = error.message;
    }
    return true;
  }

  /** What is kept of this version: in an answer to an earlier one, word numbers and ids may mean something else. */
  read() {
    const { record, checked, scored, looked, left, first, ...begun } = this.store.read();
    const isOurs = (spec) => !spec || spec === this.view.spec;
    const before = first && isOurs(first.spec) ? { first } : {};
    if (!isOurs(begun.spec ?? record?.spec)) return before;
    return record && isOurs(record.spec) ? { ...begun, record, checked, scored, looked, left } : { ...begun, ...before };
  }

  load() {
    const { draft, record, checked, hints } = this.read();
    const answer = draft ?? record?.answer ?? null;
    return { answer, checked: (checked && record?.answer) || null, hints: hints ?? record?.hints ?? 0 };
  }

  regrade(answer) {
    const verdict = this.judge(answer);
    this.scoreAnew(verdict);
    return this.shown(verdict, answer);
  }

  /**
   * Counts an answer anew, its first look and what it leaves empty, that was checked when scores were counted by another
   * rule, or when the key was closed.
   */
  scoreAnew(verdict) {
    const { record, checked, scored, looked } = this.read();
    if (!record || !checked || verdict?.state !== "graded") return;
    const isCounted = scored?.rule === RULE && (firstLookOf(record).isThis || looked?.rule === RULE);
    if (scored ? isCounted : !this.closed || verdict.closed) return;
    const scores = { scored: this.scoreNow(verdict), ...this.lookedNow(record), ...this.leftOf(record.answer) };
    this.store.write({ ...this.store.read(), ...scores });
  }

  /** The verdict, whether or not it may be shown yet. */
  judge(answer) {
    if (KINDS[this.view.kind].empty(answer)) return null;
    if (this.assigned) return recorded(this.view.points, this.keeps() ? RECORDED : GRADED);
    if (!this.key) return unopened(this.view.points);
    return KINDS[this.view.kind].grade(this.view, this.key, answer);
  }

  async check(answer, hints) {
    const verdict = this.judge(answer) ?? KINDS[this.view.kind].grade(this.view, this.key, null);
    const { id, spec = null } = this.view;
    const when = `${new Date().toISOString().slice(0, 19)}Z`;
    const before = this.look();
    const record = { schema: 1, exercise: id, spec, answer, when, hints, first: before ? keptLook(before) : true };
    const isRead = !["not attempted", "unreadable"].includes(verdict.state);
    const first = this.first();
    const more = { ...this.lookedNow(record), ...this.leftOf(answer) };
    if (!isRead || first) this.keepDraft(answer, hints);
    else this.store.write({ record, checked: true, scored: this.scoreNow(verdict), ...more });
    const isOpened = isRead && await this.open();
    if (isOpened) this.scoreAnew(this.judge(this.read().record.answer));
    return this.shown(isOpened ? this.judge(answer) : verdict, answer, isPractice(first, answer));
  }

  /** What is kept of a verdict for sums: nothing before the key is open. */
  scoreNow(verdict) {
    return verdict.closed ? null : scoreOf(verdict);
  }

  /** The first look so far; none where no feedback shows before the answer that counts. */
  look() {
    if (this.view.once || this.assigned) return null;
    const { record, checked, first } = this.read();
    const look = record && checked ? firstLookOf(record) : first ? firstLookOf({ first }) : null;
    return look && this.judgeLook(look) ? look : null;
  }

  /** The verdict on a first look; none where it can't be read: anything may stand in a browser's storage. */
  judgeLook({ answer }) {
    try {
      return this.judge(answer);
    } catch {
      return null;
    }
  }

  /** What is kept for sums of a first look that another check has followed. */
  lookedNow(record) {
    const look = firstLookOf(record);
    const verdict = look.isThis ? null : this.judgeLook(look);
    return verdict && !verdict.closed ? { looked: scoreOf(verdict) } : {};
  }

  firstWords() {
    const look = this.key && this.look();
    return look ? firstLookWords(this.judgeLook(look).measures, look) : "";
  }

  /** How many items are left empty, for those who count what is done. */
  leftOf(answer) {
    const left = this.view.once ? gapsIn(this.view, answer).length : 0;
    return left ? { left } : {};
  }

  async solution() {
    return { text: this.key.solution, verdict: this.judge(this.key.answer) };
  }

  keepDraft(answer, hints) {
    this.store.write({ ...this.read(), draft: answer, hints, spec: this.view.spec });
  }

  /** What comes to nothing unless it is kept says so at once, others when an answer could not be kept. */
  keeps() {
    const needsIt = this.assigned || this.until.length > 0;
    return !this.store.lost && !(needsIt && this.store.shut);
  }

  clear() {
    const before = this.store.read();
    const { record, checked, scored } = before;
    if (this.first()) this.store.write({ record, checked, scored });
    else if (this.look()) this.store.write({ first: { ...keptLook(this.look()), spec: this.view.spec } });
    else this.store.remove();
    return () => this.store.write(before);
  }

  /**
   * Another tab or exercise may have written, or this page may come back from the browser's cache. What was cleared
   * away elsewhere goes here too, a draft as well: it would be kept anew at the next key.
   */
  subscribe(changed) {
    let waited = this.waits().length;
    const opened = () => {
      const waiting = this.waits().length;
      if (waiting !== waited) changed(true);
      waited = waiting;
      unlock();
    };
    const stored = (event) => {
      if (event.key === null || event.key === this.store.key) changed(isCleared(event.newValue));
      opened();
    };
    const shown = (event) => {
      if (event.persisted) changed();
    };
    const unlock = () => this.open().then((isOpened) => isOpened && changed(true));
    unlock();
    if (this.until.length) addEventListener("samestory:stored", opened);
    addEventListener("storage", stored);
    addEventListener("pageshow", shown);
    return () => {
      removeEventListener("samestory:stored", opened);
      removeEventListener("storage", stored);
      removeEventListener("pageshow", shown);
    };
  }
}

/** Defines the element `same-story-exercise`, once, where there are elements at all. */
export function definePageElement() {
  if (typeof customElements === "undefined" || customElements.get("same-story-exercise")) return;
  customElements.define("same-story-exercise", class extends HTMLElement {
    connectedCallback() {
      const data = this.querySelector("script[type='application/json']");
      if (this.unmount || !(this.data || data)) return;
      const number = Number(this.dataset.number) || null;
      const level = Math.min(5, Math.max(2, Number(this.dataset.level) || 3));
      try {
        this.data ??= JSON.parse(data.textContent);
        const { view, key = null, closed = null, until = [] } = this.data;
        this.unmount = mount(this, view, new PageHost(view, key, { number, level, until, closed }));
      } catch (error) {
        this.querySelector("[data-awaits]")?.remove(); // the script that it waited for is here
        this.append(el("p", { class: "ss-trouble" }, BROKEN));
        throw error;
      }
    }

    disconnectedCallback() {
      this.unmount?.();
      this.unmount = null;
    }
  });
}
