// The host on a static page: a custom element that grades by itself and keeps answers in the browser.

import { mount } from "./card.mjs";
import { el } from "./dom.mjs";
import { KINDS } from "./kinds.mjs";
import { isAnswered, storeOf } from "./store.mjs";
import { recorded, scoreOf, withheld } from "./verdict.mjs";

const RECORDED = "Your answer is kept in this browser. Your teacher grades it in the notebook.";
const BROKEN = "This exercise could not be read. Reload the page; if that does not help, tell the site’s owner.";

class PageHost {
  constructor(view, key, { number, level, until }) {
    Object.assign(this, { view, key, number, level });
    this.assigned = view.mode === "assigned" || !key;
    this.store = storeOf(view.id);
    this.until = this.assigned ? [] : until;
  }

  waits() {
    return this.until.filter(({ id }) => !isAnswered(id));
  }

  /** What is kept of this version: in an answer to an earlier one, word numbers and ids may mean something else. */
  read() {
    const { record, checked, scored, ...begun } = this.store.read();
    const isOurs = (spec) => !spec || spec === this.view.spec;
    if (!isOurs(begun.spec ?? record?.spec)) return {};
    return record && isOurs(record.spec) ? { ...begun, record, checked, scored } : begun;
  }

  load() {
    const { draft, record, checked, hints } = this.read();
    const answer = draft ?? record?.answer ?? null;
    return { answer, checked: (checked && record?.answer) || null, hints: hints ?? record?.hints ?? 0 };
  }

  regrade(answer) {
    return withheld(this.judge(answer), this.waits());
  }

  /** The verdict, whether or not it may be shown yet. */
  judge(answer) {
    if (KINDS[this.view.kind].empty(answer)) return null;
    if (this.assigned) return recorded(this.view.points, RECORDED);
    return KINDS[this.view.kind].grade(this.view, this.key, answer);
  }

  async check(answer, hints) {
    const verdict = this.judge(answer) ?? KINDS[this.view.kind].grade(this.view, this.key, null);
    const { id, spec = null } = this.view;
    const when = `${new Date().toISOString().slice(0, 19)}Z`;
    const record = { schema: 1, exercise: id, spec, answer, when, hints };
    if (["not attempted", "unreadable"].includes(verdict.state)) this.keepDraft(answer, hints);
    else this.store.write({ record, checked: true, scored: scoreOf(verdict) });
    return withheld(verdict, this.waits());
  }

  async solution() {
    return { text: this.key.solution, verdict: this.judge(this.key.answer) };
  }

  keepDraft(answer, hints) {
    this.store.write({ ...this.read(), draft: answer, hints, spec: this.view.spec });
  }

  keeps() {
    return !this.store.lost;
  }

  clear() {
    const before = this.store.read();
    this.store.remove();
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
    };
    const stored = (event) => {
      if (event.key === null || event.key === this.store.key) changed(event.newValue === null);
      opened();
    };
    const shown = (event) => {
      if (event.persisted) changed();
    };
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
        const { view, key = null, until = [] } = this.data;
        this.unmount = mount(this, view, new PageHost(view, key, { number, level, until }));
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
