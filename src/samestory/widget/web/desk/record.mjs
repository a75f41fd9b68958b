// The record: what was said, with its source. Quotations in the texts are measured against it at once.

import { button, el, toggle } from "../dom.mjs";

const WHY = "Paste what somebody really said or published: a transcript, a statement, a notice. The tool lays the "
  + "quotations in your texts beside it.";

export class RecordForm {
  constructor(act, uid) {
    Object.assign(this, { act });
    const make = (name, label, node) => {
      this[name] = node;
      return el("label", { class: "ss-d-label", for: node.id }, label, node);
    };
    const line = (name, more = {}) => el("input", { type: "text", id: `${uid}-r-${name}`, class: "ss-d-field", maxlength: 300, ...more });
    const words = make("words", "The words, exactly", el("textarea", { id: `${uid}-r-words`, rows: 4, class: "ss-d-field" }));
    const who = make("who", "Who said them", line("who"));
    const date = make("date", "Which day", line("date", { type: "date" }));
    const source = make("source", "Source, so that others can check", line("source"));
    this.list = el("ul", { class: "ss-d-said" });
    this.summary = el("summary", {}, "The record");
    this.node = el("details", { class: "ss-d-fold", hidden: true }, this.summary, el("p", {}, WHY), this.list,
      el("div", { class: "ss-d-paste", role: "group", "aria-label": "Add to the record" }, words,
        el("div", { class: "ss-d-pair" }, who, date), source,
        button("Add to the record", () => this.add(), { class: "ss-button" })));
  }

  show(view, has) {
    toggle(this.node, has);
    const entries = view.record ?? [];
    this.summary.textContent = entries.length ? `The record: ${entries.length}` : "The record: paste what was really said";
    this.list.replaceChildren(...entries.map((one) => el("li", {}, el("b", {}, one.who), `, ${one.date} (${one.source})`)));
  }

  async add() {
    const given = Object.fromEntries(["words", "who", "date", "source"].map((name) => [name, this[name].value]));
    const reply = await this.act.ask({ op: "record", ...given });
    if (reply.trouble) return;
    for (const name of Object.keys(given)) this[name].value = "";
    this.act.say("In the record. The quotations are measured against it.");
    this.act.step(1);
  }
}
