// The kind "brief": an evidence brief on texts of one's own, kept here and taken along as a file or on paper.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { button, el } from "../dom.mjs";
import { emptyBrief, gradeBrief } from "../grading/brief_parts.mjs";
import { broughtAlong } from "../parts/brought.mjs";
import { briefAsMarkdown, briefAsText, download, printAlone } from "../parts/brief_paper.mjs";
import { Rubric } from "../parts/rubric.mjs";
import { LongField } from "../parts/writing.mjs";
import { isClosedFrame } from "../surroundings.mjs";

const HELP = {
  text: "It stays in this exercise: no other machine gets it. Quotations are looked up in it, word for word.",
  claim: "One sentence that somebody could show to be wrong.",
  change: "A find that would make you drop the claim.",
};
const NOTHING_LEAVES = "This page stands in a closed frame of another site, from which nothing can be saved or printed. "
  + "Open the page by itself to take the brief along.";

/** Rows that can be added and taken away; those that are empty are no part of the answer. */
class Rows {
  /** @param {{least: number, most: number, add: string, draw: (at: number, blank: () => void) => object}} how */
  constructor({ least, most, add, draw, onChange, say }) {
    Object.assign(this, { least, most, draw, onChange, say, serial: 0 });
    this.rows = [];
    this.list = el("div", { class: "ss-brief-rows" });
    this.more = button(add, () => this.add().focus(), { class: "ss-button ss-quiet ss-brief-add" });
    this.node = el("div", {}, this.list, this.more);
  }

  /** @returns {HTMLElement} what to type into first */
  add() {
    this.serial += 1;
    const row = this.draw(this.serial);
    row.remove = button("Remove", () => this.take(row), { class: "ss-button ss-quiet ss-brief-remove" });
    row.node.append(row.remove);
    this.rows.push(row);
    this.list.append(row.node);
    this.number();
    return row.first;
  }

  take(row) {
    const at = this.rows.indexOf(row);
    this.rows.splice(at, 1);
    row.node.remove();
    this.number();
    this.say(`Number ${at + 1} is removed.`);
    (this.rows[Math.min(at, this.rows.length - 1)]?.first ?? this.more).focus();
    this.onChange();
  }

  number() {
    this.rows.forEach((row, at) => {
      row.name(at + 1);
      row.remove.setAttribute("aria-label", `Remove ${row.called} ${at + 1}`);
      row.remove.hidden = this.rows.length <= this.least;
    });
    this.more.hidden = this.rows.length >= this.most;
  }

  /** The rows that hold something. */
  get filled() {
    return this.rows.filter(({ blank }) => !blank());
  }

  get values() {
    return this.filled.map(({ value }) => value());
  }

  set values(given) {
    const some = Array.isArray(given) ? given.slice(0, this.most) : [];
    const wanted = Math.max(this.least, some.length);
    while (this.rows.length < wanted) this.add();
    this.rows.splice(wanted).forEach(({ node }) => node.remove());
    this.rows.slice(some.length).forEach((row) => row.put(null));
    this.number();
    some.forEach((one, at) => this.rows[at].put(one));
  }
}

class BriefForm {
  constructor(view, onChange, { uid, say }) {
    Object.assign(this, { view, uid, onChange });
    const { limits } = view;
    const field = (name, label, rows) => new LongField(label, {
      id: `${uid}-${name}`, max: limits[name], rows, help: HELP[name], onChange,
    });
    this.text = field("text", "The text that you quote from", 5);
    this.text.node.classList.add("ss-area-tall");
    this.claim = field("claim", "What you claim", 2);
    this.change = field("change", "What would change your mind", 2);
    const rows = (least, most, add, draw) => new Rows({ least, most, add, draw, onChange, say });
    this.evidence = rows(view.evidence, limits.exhibits, "Add a quotation", (n) => this.exhibit(n));
    this.rivals = rows(view.rivals, limits.rivals, "Add a rival explanation", (n) => this.rival(n));
    this.sure = view.confidence.map(({ id, text }) => ({ id, text, input: el("input", {
      type: "radio", name: `${uid}-sure`, value: id, onchange: onChange,
    }) }));
    this.sureSaid = el("div", { class: "ss-said" });
    this.rubric = new Rubric(view.rubric, { uid, onChange });
    this.node = el("div", { class: "ss-brief" }, ...this.nodes());
  }

  nodes() {
    const head = (text) => el("p", { class: "ss-small-head ss-brief-head" }, text);
    const options = this.sure.map(({ text, input }) => (
      el("div", { class: "ss-option" }, el("label", {}, input, el("span", {}, text)))
    ));
    const sure = el("fieldset", { class: "ss-options" }, el("legend", {}, "How sure can one be?"), ...options);
    return [
      this.view.text ? broughtAlong((brought) => this.bring(brought)) : null,
      this.view.text ? this.text.node : null, this.claim.node,
      head("Evidence"), this.evidence.node, head("Rivals that you considered"), this.rivals.node,
      sure, this.sureSaid, this.change.node, this.rubric.node, this.takeAlong(),
    ].filter(Boolean);
  }

  /** Quotations marked on another page, added to what is here, and the texts that they are looked up in. */
  bring({ quotes, text }) {
    const { limits } = this.view;
    if (!this.text.value.includes(text)) this.text.value = `${this.text.value}\n\n${text}`.trim().slice(0, limits.text);
    const had = this.evidence.values;
    const more = quotes.filter(({ quote }) => !had.some((one) => one.quote === quote));
    this.evidence.values = [...had, ...more].slice(0, limits.exhibits);
    this.onChange();
  }

  /** The ways to take the brief along, or why there are none. */
  takeAlong() {
    if (isClosedFrame()) return el("p", { class: "ss-area-help" }, NOTHING_LEAVES);
    const keep = (name, act) => button(name, act, { class: "ss-button ss-quiet" });
    const file = (ending) => `evidence-brief-${this.view.id}.${ending}`;
    return el(
      "div", { class: "ss-row ss-brief-keep", role: "group", "aria-label": "Take the brief along" },
      keep("Download as Markdown", () => download(file("md"), briefAsMarkdown(this.paper()), "text/markdown")),
      keep("Download as text", () => download(file("txt"), briefAsText(this.paper()), "text/plain")),
      keep("Print the brief", () => printAlone("Evidence brief", briefAsText(this.paper()))),
    );
  }

  /** A quotation and where it stands. */
  exhibit(n) {
    const { uid, view: { limits }, onChange } = this;
    const quote = new LongField("", { id: `${uid}-quote-${n}`, max: limits.quote, rows: 2, onChange });
    const source = new LongField("", { id: `${uid}-source-${n}`, max: limits.source, rows: 1, onChange });
    quote.area.classList.add("ss-evidence");
    quote.copy.classList.add("ss-evidence");
    return {
      called: "quotation", first: quote.area, said: quote.said,
      node: el("div", { class: "ss-brief-row" }, source.node, quote.node),
      name: (at) => {
        quote.label.textContent = `Quotation ${at}, as printed`;
        source.label.textContent = `Where quotation ${at} stands: outlet and date`;
      },
      blank: () => !quote.value.trim() && !source.value.trim(),
      value: () => ({ source: source.value, quote: quote.value }),
      put: (one) => {
        quote.value = one?.quote;
        source.value = one?.source;
      },
    };
  }

  rival(n) {
    const { uid, view: { limits }, onChange } = this;
    const field = new LongField("", { id: `${uid}-rival-${n}`, max: limits.rival, onChange });
    return {
      called: "rival explanation", first: field.area, said: field.said,
      node: el("div", { class: "ss-brief-row" }, field.node),
      name: (at) => {
        field.label.textContent = `Rival explanation ${at}`;
      },
      blank: () => !field.value.trim(),
      value: () => field.value,
      put: (text) => {
        field.value = text;
      },
    };
  }

  answer() {
    return {
      text: this.view.text ? this.text.value : "", claim: this.claim.value, evidence: this.evidence.values,
      rivals: this.rivals.values, confidence: this.sure.find(({ input }) => input.checked)?.id ?? null,
      change: this.change.value, rubric: this.rubric.ratings,
    };
  }

  set(given) {
    for (const name of ["text", "claim", "change"]) this[name].value = given?.[name];
    this.evidence.values = given?.evidence;
    this.rivals.values = given?.rivals;
    for (const { id, input } of this.sure) input.checked = given?.confidence === id;
    this.rubric.ratings = given?.rubric;
  }

  /** The brief as it goes on paper. */
  paper() {
    const { confidence, rubric, ...rest } = this.answer();
    const level = (id) => ({ no: "not yet", partly: "partly", yes: "yes" })[rubric[id]] ?? "";
    const sure = this.sure.find(({ id }) => id === confidence)?.text ?? "";
    const judged = this.view.rubric.map(({ id, text }) => ({ text, level: level(id) }));
    return { ...rest, title: `Evidence brief: ${this.view.title}`, confidence: sure, rubric: judged };
  }

  /** Where something is said about a part. */
  placeOf(id) {
    const [name, at] = id.split("-");
    const row = { evidence: this.evidence, rival: this.rivals }[name];
    if (row) return (row.filled[at - 1] ?? row.rows[at - 1])?.said;
    return id === "confidence" ? this.sureSaid : this[id].said;
  }

  reveal(verdict) {
    const places = [this.text, this.claim, this.change, ...this.evidence.rows, ...this.rivals.rows];
    for (const said of [...places.map((one) => one.said), this.sureSaid]) said.replaceChildren();
    return new Map((verdict?.parts ?? []).map((one) => {
      const place = this.placeOf(one.id);
      place?.replaceChildren(saidOf(one));
      return [one, place ? null : undefined];
    }));
  }
}

function drawBrief(view, answer, onChange, tools) {
  const form = new BriefForm(view, onChange, tools);
  form.set(answer);
  return {
    node: form.node,
    answer: () => form.answer(),
    set: (given) => form.set(given),
    reveal: (verdict) => form.reveal(verdict),
    destroy: () => {},
  };
}

addKind({ name: "brief", counts: false, draw: drawBrief, empty: emptyBrief, grade: gradeBrief });
