// The kind "match": each item's partner in a second list, or none.

import { button, el } from "./dom.mjs";
import { saidOf } from "./feedback.mjs";
import { graded, notAttempted, part } from "./verdict.mjs";

const NO_PARTNER = "none";
const UNPAIRED = "Give it a partner, or say that it has none: a reasoned guess teaches more than a gap.";
const HOW = "Press an item, then its partner. Or choose from the list under it.";
const ALONE = "No partner";
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
    const column = (list, i) => el(
      "div", { class: "ss-match-column", role: "group", "aria-labelledby": `${uid}-head-${i}` },
      el("p", { class: "ss-small-head", id: `${uid}-head-${i}` }, view.heads[i]),
      el("ul", {}, ...list.map((one) => one.node)),
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

function gradeMatch(view, key, answer) {
  const pairs = answer?.pairs ?? {};
  if (!Object.keys(pairs).length) return notAttempted(view.points);
  const taken = new Set(Object.values(pairs));
  const marks = new Map(view.others.map(({ id, mark }) => [id, mark]));
  const isHere = (id) => Object.hasOwn(key.partners, id);
  const seekers = view.items.map(({ id }) => id).filter((id) => key.partners[id].right.length);
  const found = seekers.filter((id) => key.partners[id].right.includes(pairs[id])).length;
  const alone = key.alone.filter((id) => (isHere(id) ? pairs[id] === NO_PARTNER : !taken.has(id))).length;
  const share = (found + (alone * found) / seekers.length) / (seekers.length + key.alone.length);
  const parts = view.items.map(({ id }) => pairPart(id, key, pairs[id] ?? null, marks));
  const lone = view.others.map(({ id }) => id).filter((id) => key.alone.includes(id));
  parts.push(...lone.map((id) => lonePart(id, key.items[id], taken)));
  const pairsFound = `${found} of ${seekers.length} pairs found`;
  if (!key.alone.length) return graded(share, view.points, `${pairsFound}.`, [], parts);
  const headline = `${pairsFound}; ${alone} of ${key.alone.length} without a partner left alone.`;
  return graded(share, view.points, headline, [], parts);
}

function pairPart(id, { partners, items }, other, marks) {
  const { heading, said, evidence } = items[id];
  if (other === null) return part(id, "unanswered", heading, UNPAIRED, 0, 1);
  const { right, wrong } = partners[id];
  const fits = right.length ? right.includes(other) : other === NO_PARTNER;
  const foreseen = !fits && Object.hasOwn(wrong, other);
  if (fits && !right.length) return lonePart(id, items[id], new Set());
  if (fits) {
    const partner = marks.get(other);
    return part(id, "right", `${heading} (with ${partner})`, said, 1, 1, { evidence, solved: `With ${partner}` });
  }
  const best = right.length ? `Its partner is ${marks.get(right[0])}.` : "It has no partner.";
  const told = foreseen ? `${wrong[other]} ${best} ${said}` : `${best} ${said}`;
  return part(id, "wrong", heading, told, 0, 1, { evidence });
}

function lonePart(id, { heading, said, evidence }, taken) {
  if (taken.has(id)) return part(id, "wrong", heading, said, 0, 1, { evidence });
  const alone = part(id, "trusted", heading, said, 1, 1, { evidence, solved: ALONE });
  return { ...alone, heading: `Rightly left alone: ${heading}` };
}

/** @type {import("./kinds.mjs").Kind} */
export const match = {
  name: "match",
  draw: drawMatch,
  empty: (answer) => !Object.keys(answer?.pairs ?? {}).length,
  grade: gradeMatch,
};
