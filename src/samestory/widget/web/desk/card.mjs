// One proposal: its words, the evidence beside them, what the tool suggests and why; and what a person does with it.

import { clipping } from "../clipping.mjs";
import { button, el, goTo } from "../dom.mjs";
import { letterOf } from "../parts/picker.mjs";
import { ChangeForm } from "./change.mjs";
import { capital, saidOfState } from "./state.mjs";

const SOUND = "Is it sound?";
const SOUND_MEANS = "If it looks odd and is right, it is worth keeping: an exercise needs places that should be trusted.";
const SURE = { sure: "the tool is sure", possible: "possible" };

export class DeskCard {
  constructor(act, uid, level) {
    Object.assign(this, { act, uid, level, card: null, view: null });
    this.form = new ChangeForm(uid, { save: (ruling) => this.save(ruling), cancel: () => this.back() });
    this.body = el("div", { class: "ss-d-body" });
    this.node = el("section", { class: "ss-d-card", "aria-labelledby": `${uid}-card` }, this.body);
  }

  focus() {
    const head = this.body.querySelector(".ss-d-what");
    if (head) goTo(head);
  }

  show(card, view, open) {
    const same = card?.id === this.card?.id && this.node.contains(document.activeElement);
    Object.assign(this, { card, view, open });
    this.plain();
    if (same) this.body.querySelector(".ss-d-what")?.focus({ preventScroll: true });
  }

  /** The card with its buttons. */
  plain() {
    const { card, view } = this;
    this.mode = "plain";
    if (!card) {
      this.body.replaceChildren(el(`h${this.level}`, { class: "ss-d-what", id: `${this.uid}-card`, tabindex: -1 },
        view?.cards.length ? "Nothing is chosen" : "No proposals"));
      return;
    }
    this.body.replaceChildren(...this.shown(), ...this.decided(), this.buttons());
  }

  /** What there is to see: the words in their sentence, the evidence, the suggestion, the reason. */
  shown() {
    const { card, view } = this;
    const text = view.texts.find(({ id }) => id === card.article);
    const label = view.labels.find(({ id }) => id === card.label);
    const [before, words, after] = card.context;
    const heading = el(`h${this.level}`, { class: "ss-d-what", id: `${this.uid}-card`, tabindex: -1 },
      letterOf(label), " ", card.own ? `Your own: ${label.name}` : capital(card.kindName),
      SURE[card.certainty] ? el("span", { class: "ss-d-sure" }, `, ${SURE[card.certainty]}`) : "");
    const place = el("p", { class: "ss-source" }, el("b", {}, text?.outlet ?? card.article), ` · ${text?.dated ?? ""}`);
    const shown = el("blockquote", { class: "ss-evidence ss-d-quote", dir: "auto", lang: text?.passage.lang }, el("p", {}, `${before.trimStart()}`,
      el("mark", { class: `ss-marked ss-l-${card.label}` }, words), after));
    const found = [heading, el("figure", { class: "ss-clipping" }, place, shown)];
    if (card.evidence.length) {
      found.push(el("div", { class: "ss-d-beside" }, el("p", { class: "ss-small-head" }, "Beside it"),
        ...card.evidence.map(clipping)));
    }
    if (card.suggests) {
      found.push(el("p", {}, el("b", {}, "The tool suggests: "), el("q", { class: "ss-evidence", dir: "auto" }, card.suggests)));
    }
    if (card.why) found.push(el("p", {}, el("b", {}, "Why: "), card.why));
    return found;
  }

  decided() {
    const { card } = this;
    if (card.state === "disputed") return [this.dispute()];
    const said = saidOfState(card);
    if (!said) return [];
    const last = card.rulings?.at(-1);
    const who = card.rulings?.map(({ by }) => by).join(" and ");
    const better = last?.should_be && card.state === "finding" ? ` It should read: ${last.should_be}` : "";
    const crowded = card.crowded
      ? " It is not written into the case: it shares words with another finding. Change its words to set it apart." : "";
    return [el("p", { class: "ss-d-decided" }, el("b", {}, said), who ? ` By ${who}.` : ` (${card.there})`, better, crowded,
      last?.note ? ` “${last.note}”` : "")];
  }

  /** Two decisions that differ, each with a button that makes it the one. */
  dispute() {
    const means = { finding: "a fault", control: "sound", dropped: "neither" };
    const take = (one) => button(`Take ${one.by}’s`, () => this.act.decide({
      proposal: this.card.id, decided: one.decided, sound: one.outcome === "control", why: one.why, note: one.note,
      should_be: one.should_be, certainty: one.certainty, label: one.label, settles: true,
    }), { class: "ss-button" });
    return el("div", { class: "ss-d-dispute" }, el("p", {}, el("b", {}, "Two people differ.")),
      el("ul", {}, ...this.card.rulings.map((one) => el("li", {}, `${one.by} calls it ${means[one.outcome]}. `,
        one.note ? `“${one.note}” ` : "", take(one)))));
  }

  buttons() {
    const { card } = this;
    const keyed = (name, key, does, style = "ss-button ss-quiet") => {
      const node = button(name, does, { class: style, "aria-keyshortcuts": key.toLowerCase() });
      node.append(" ", el("kbd", { "aria-hidden": "true" }, key));
      return node;
    };
    const kept = card.state === "finding";
    const row = card.state === "there" ? [] : [
      kept ? null : keyed("Accept", "A", () => this.accept(), "ss-button ss-primary"),
      keyed("Change", "C", () => this.change(), "ss-button"), keyed("Refuse", "R", () => this.refuse(), "ss-button"),
    ];
    const left = this.open === 1 ? "1 to decide" : `${this.open} to decide`;
    return el("div", { class: "ss-d-actions" }, el("div", { class: "ss-row" }, ...row.filter(Boolean)),
      el("div", { class: "ss-row" }, keyed("Previous", "P", () => this.act.step(-1)),
        keyed("Next", "N", () => this.act.step(1)), el("span", { class: "ss-source" }, left)));
  }

  get decides() {
    return Boolean(this.card) && this.card.state !== "there";
  }

  accept() {
    if (!this.decides || this.mode !== "plain" || this.card.state === "finding") return;
    this.act.decide({ proposal: this.card.id, decided: "accepted" });
  }

  change() {
    if (!this.decides) return;
    this.mode = "change";
    const text = this.view.texts.find(({ id }) => id === this.card.article);
    this.body.replaceChildren(...this.shown().slice(0, 2), this.form.show(this.card, text, this.view.labels));
    this.form.focus();
  }

  save(ruling) {
    const { id, own } = this.card;
    this.mode = "plain";
    this.act.decide({ proposal: id, decided: own ? "own" : "changed", ...ruling, stay: own });
  }

  refuse() {
    if (!this.decides) return;
    this.mode = "refuse";
    const id = `${this.uid}-sound`;
    this.why = el("textarea", { id, rows: 2, class: "ss-d-field", maxlength: 600 });
    const row = el("div", { class: "ss-row" },
      this.keyed("Yes, it is sound", "Y", () => this.sound(true)), this.keyed("No, or I can’t tell", "X", () => this.sound(false)),
      button("Back", () => this.back(), { class: "ss-button ss-quiet" }));
    const ask = el("div", { class: "ss-asked", role: "group", "aria-labelledby": `${id}-q` },
      el("p", { id: `${id}-q`, class: "ss-d-question", tabindex: -1 }, el("b", {}, SOUND), " ", SOUND_MEANS),
      el("label", { for: id, class: "ss-d-label" }, "If so, why? Learners read this. You can leave it empty.", this.why), row);
    this.body.replaceChildren(...this.shown(), ask);
    goTo(ask.querySelector(".ss-d-question"));
  }

  keyed(name, key, does) {
    const node = button(name, does, { class: "ss-button", "aria-keyshortcuts": key.toLowerCase() });
    node.append(" ", el("kbd", { "aria-hidden": "true" }, key));
    return node;
  }

  /** @param {boolean} isSound */
  sound(isSound) {
    if (this.mode !== "refuse") return;
    this.mode = "plain";
    const note = this.why.value.trim();
    this.act.decide({ proposal: this.card.id, decided: "refused", sound: isSound, note });
  }

  /** Back to the card as it was. @returns {boolean} whether there was a way back */
  back() {
    if (this.mode === "plain") return false;
    this.plain();
    this.focus();
    return true;
  }
}
