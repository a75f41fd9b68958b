// The kind "match": each item's partner in a second list, or none.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { button, el } from "../dom.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";
import { stepsThrough } from "../parts/steps.mjs";

const NO_PARTNER = "none";
const HOW = "Press an item, then its partner. Or choose from the list under it.";
const SHORT = 60;
const LINES = 6;

const shortened = (text) => (text.length > SHORT ? `${text.slice(0, SHORT).replace(/\s\S*$/, "")} …` : text);

/** An item: a button with its mark and words, what it is paired with, and room for what is said about it. */
function drawOne({ id, mark, text, source }, onclick) {
  const badge = el("span", { class: "ss-match-mark" }, mark);
  const words = el("span", { class: source ? "ss-evidence" : null }, text);
  const press = button("", onclick, { class: "ss-button ss-match-press", "aria-pressed": "false" });
  const from = source ? el("span", { class: "ss-source" }, source) : null;
  press.append(badge, el("span", { class: "ss-match-words" }, from, words));
  const state = el("p", { class: "ss-match-state" });
  const said = el("div", { class: "ss-said" });
  const node = el("li", { class: "ss-match-item" }, press, state, said);
  return { id, mark, press, state, said, node };
}

/** Two lists. A pair is made by pressing one item and then the other, or in the select under an item. */
class Matching {
  constructor(view, onChange, { uid, say }) {
    Object.assign(this, { view, onChange, say, held: null });
    /** @type {Record<string, string>} */ this.pairs = {};
    const none = { id: NO_PARTNER, mark: "–", text: "No partner", source: null };
    this.items = view.items.map((item) => this.withSelect(drawOne(item, () => this.press("items", item.id))));
    this.others = [...view.others, none].map((item) => drawOne(item, () => this.press("others", item.id)));
    this.others.at(-1).node.classList.add("ss-match-none");
    const inOrder = this.items.map(({ id, node }) => ({ ids: [id], nodes: [node] }));
    this.steps = stepsThrough(inOrder, (at) => Boolean(this.pairs[this.items[at].id]));
    const column = (list, i) => el(
      "div", { class: "ss-match-column", role: "group", "aria-labelledby": `${uid}-head-${i}` },
      el("p", { class: "ss-small-head", id: `${uid}-head-${i}` }, view.heads[i]),
      el("ul", {}, ...list.map((one) => one.node)),
      i === 0 && this.steps.node,
    );
    const how = el("p", { class: "ss-match-how" }, HOW);
    const columns = el("div", { class: "ss-match-columns" }, column(this.items, 0), column(this.others, 1));
    this.node = el("div", { class: "ss-match" }, how, columns);
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.held) this.hold(null);
    });
    this.paint();
  }

  /** Adds the list of partners under an item. */
  withSelect(one) {
    const option = (id, text) => el("option", { value: id }, text);
    const options = this.view.others.map(({ id, mark, text }) => option(id, `${mark}. ${shortened(text)}`));
    const onchange = () => this.pair(one.id, one.select.value);
    const attributes = { class: "ss-select ss-match-select", "aria-label": `Partner of ${one.mark}`, onchange };
    const all = [option("", "partner …"), ...options, option(NO_PARTNER, "No partner")];
    one.select = el("select", attributes, ...all);
    one.blank = el("span", { class: "ss-match-blank", "aria-hidden": "true" }, "Letter, or none: ");
    one.state.before(one.blank, one.select);
    return one;
  }

  /** The first press holds an item, the second one, on the other list, makes the pair. */
  press(list, id) {
    if (this.held && this.held.list !== list) {
      const [item, other] = list === "others" ? [this.held.id, id] : [id, this.held.id];
      this.hold(null);
      this.pair(item, this.pairs[item] === other ? "" : other);
      return;
    }
    const again = this.held?.id === id;
    this.hold(again ? null : { list, id });
    this.say(again ? "Let go." : `${this.nameOf(list, id)} is held. Press its partner, or Escape to let go.`);
  }

  nameOf(list, id) {
    return id === NO_PARTNER ? "No partner" : this[list].find((one) => one.id === id).mark;
  }

  hold(held) {
    this.held = held;
    for (const list of ["items", "others"]) {
      for (const { id, press } of this[list]) {
        press.setAttribute("aria-pressed", String(held?.list === list && held.id === id));
      }
    }
  }

  pair(item, other) {
    if (other) this.pairs[item] = other;
    else delete this.pairs[item];
    this.paint();
    const name = this.nameOf("items", item);
    if (!other) this.say(`${name} is free again.`);
    else if (other === NO_PARTNER) this.say(`${name} has no partner.`);
    else this.say(`${name} is paired with ${this.nameOf("others", other)}.`);
    this.onChange();
  }

  /** Shows each pair by letter, number and a line of its own beside both items. */
  paint() {
    this.items.forEach((one) => {
      const other = this.pairs[one.id];
      one.select.value = other ?? "";
      this.line(one, other);
      one.state.textContent = "";
      if (other === NO_PARTNER) one.state.append("no partner");
      else if (other) one.state.append("with ", el("b", {}, this.nameOf("others", other)));
    });
    this.others.forEach((one) => {
      const marks = this.items.filter(({ id }) => this.pairs[id] === one.id).map(({ mark }) => mark);
      this.line(one, marks.length ? one.id : null);
      one.state.textContent = "";
      if (marks.length) one.state.append(one.id === NO_PARTNER ? "for " : "with ", el("b", {}, marks.join(", ")));
    });
    this.steps.paint();
  }

  line({ node }, other) {
    const at = this.view.others.findIndex(({ id }) => id === other) % LINES;
    if (other) node.dataset.line = other === NO_PARTNER ? NO_PARTNER : String(at);
    else delete node.dataset.line;
  }

  set(given) {
    const isIn = (list, name) => list.some(({ id }) => id === name);
    const fits = ([item, other]) => isIn(this.items, item) && isIn(this.others, other);
    this.pairs = Object.fromEntries(Object.entries(given?.pairs ?? {}).filter(fits));
    this.hold(null);
    this.paint();
  }

  /** The pairs in the exercise's order. */
  answer() {
    const given = this.view.items.filter(({ id }) => this.pairs[id]).map(({ id }) => [id, this.pairs[id]]);
    return { pairs: Object.fromEntries(given) };
  }

  reveal(verdict) {
    const rows = [...this.items, ...this.others];
    for (const { said } of rows) said.replaceChildren();
    for (const one of verdict?.parts ?? []) {
      rows.find(({ id }) => id === one.id)?.said.replaceChildren(saidOf(one, { brief: true }));
    }
    this.steps.tell(verdict?.parts ?? []);
    return new Map((verdict?.parts ?? []).map((one) => [one, null]));
  }
}

function drawMatch(view, answer, onChange, tools) {
  const matching = new Matching(view, onChange, tools);
  matching.set(answer);
  return {
    node: matching.node,
    answer: () => matching.answer(),
    set: (given) => matching.set(given),
    reveal: (verdict) => matching.reveal(verdict),
    destroy: () => {},
  };
}

const itemHeading = ({ mark, text }) => `${mark}. ${text}`;

/** A slot for each item, then for each of the others that has no partner. */
function gradeMatch(view, key, answer) {
  const taken = new Set(Object.values(answer.pairs));
  const items = view.items.map(({ id, ...one }) => ({ value: answer.pairs[id] ?? null, about: itemHeading(one) }));
  const unsought = view.others.filter(({ id }) => key.slots.some((slot) => slot.id === id));
  const alone = unsought.map(({ id, ...one }) => ({ value: taken.has(id) ? "taken" : "left", about: itemHeading(one) }));
  return gradeByScheme(view.points, key, [...items, ...alone]);
}

addKind({
  name: "match",
  draw: drawMatch,
  empty: (answer) => !Object.keys(answer?.pairs ?? {}).length,
  grade: gradeMatch,
});
