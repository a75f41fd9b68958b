// Where texts come in: pasted, chosen or dropped; and the list of those that are there, each with outlet and day.

import { button, el, toggle } from "../dom.mjs";
import { asBase64 } from "./bytes.mjs";

const KINDS = ".txt,.html,.htm,.docx,.zip,.md,.pdf";
const WHAT = "Plain text, saved web pages (.html), Word files (.docx), or a .zip of these. Two to six reports of one event are good.";

export class TextsForm {
  constructor(act, uid) {
    Object.assign(this, { act, uid });
    const field = (name, label, node) => {
      this[name] = node;
      return el("label", { class: "ss-d-label", for: node.id }, label, node);
    };
    const outlet = field("outlet", "Outlet", el("input", { type: "text", id: `${uid}-outlet`, class: "ss-d-field", maxlength: 100 }));
    const day = field("day", "Day it appeared", el("input", { type: "date", id: `${uid}-day`, class: "ss-d-field" }));
    const paste = field("paste", "The text", el("textarea", { id: `${uid}-paste`, rows: 6, class: "ss-d-field" }));
    this.files = el("input", { type: "file", multiple: true, class: "ss-spoken", tabindex: -1, "aria-hidden": "true",
      accept: KINDS, onchange: () => this.take(this.files.files) });
    this.told = el("ul", { class: "ss-d-told" });
    this.list = el("ol", { class: "ss-d-texts" });
    this.drop = el("div", { class: "ss-d-drop" },
      el("p", {}, "Drop files here, or ", button("choose files", () => this.files.click(), { class: "ss-button" })),
      el("p", { class: "ss-source" }, WHAT), this.files);
    this.drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.drop.classList.add("is-over");
    });
    this.drop.addEventListener("dragleave", () => this.drop.classList.remove("is-over"));
    this.drop.addEventListener("drop", (event) => {
      event.preventDefault();
      this.drop.classList.remove("is-over");
      this.take(event.dataTransfer.files);
    });
    this.summary = el("summary", {}, "Your texts");
    this.node = el("details", { class: "ss-d-fold", open: true, hidden: true }, this.summary, this.list,
      el("div", { class: "ss-d-in" }, this.drop,
        el("div", { class: "ss-d-paste", role: "group", "aria-label": "Paste a text" },
          el("p", { class: "ss-small-head" }, "Or paste a text"), el("div", { class: "ss-d-pair" }, outlet, day), paste,
          button("Add this text", () => this.add(), { class: "ss-button" }))), this.told);
  }

  show(view) {
    const count = view.texts.length;
    const first = this.count === undefined;
    this.node.hidden = false;
    this.summary.textContent = count ? `Texts: ${count}. Add, name and date them here` : "Your texts";
    if (first || (this.count < 2 && count >= 2)) this.node.open = count < 2;
    this.count = count;
    this.list.replaceChildren(...view.texts.map((text) => this.row(text, count)));
  }

  row(text, count) {
    const set = (name) => (event) => this.act.ask({ op: "fields", article: text.id, [name]: event.target.value });
    const outlet = el("input", { type: "text", class: "ss-d-field", value: text.outlet, maxlength: 100,
      "aria-label": `Outlet of ${text.outlet}`, onchange: set("outlet") });
    const day = el("input", { type: "date", class: "ss-d-field", value: text.date ?? "", "aria-label": `Day of ${text.outlet}`,
      onchange: set("date") });
    const remove = button("Remove", () => this.act.ask({ op: "remove", article: text.id }), {
      class: "ss-button ss-quiet", "aria-label": `Remove ${text.outlet}`,
    });
    toggle(remove, count > 1);
    return el("li", {}, outlet, day, el("span", { class: "ss-source" }, `${text.words} words`), remove);
  }

  async add() {
    if (!this.paste.value.trim()) {
      this.tell(["Paste the text first."]);
      this.paste.focus();
      return;
    }
    const outlet = this.outlet.value.trim();
    const file = { name: `${outlet || "pasted"}.txt`, content: await asBase64(new Blob([this.paste.value])), outlet, date: this.day.value };
    const reply = await this.send([file]);
    if (reply.trouble) return;
    for (const node of [this.paste, this.outlet, this.day]) node.value = "";
    if (this.node.open) this.outlet.focus();
  }

  async take(files) {
    const read = await Promise.all([...files].map(async (file) => ({ name: file.name, content: await asBase64(file) })));
    this.files.value = "";
    if (read.length) await this.send(read);
  }

  async send(files) {
    this.act.say("Reading and comparing.");
    const reply = await this.act.ask({ op: "add", files });
    this.tell(reply.told ?? []);
    const found = reply.desk?.cards?.length ?? 0;
    this.act.say(reply.trouble ? "" : `${found} ${found === 1 ? "proposal" : "proposals"}.`);
    if (found) this.act.step(1);
    return reply;
  }

  tell(sentences) {
    this.told.replaceChildren(...sentences.map((text) => el("li", {}, text)));
  }
}
