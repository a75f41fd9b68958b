// The head of the desk: what it is called, who decides, what has been gathered, and the ways in and out.

import { button, el, toggle } from "../dom.mjs";
import { download } from "../parts/brief_paper.mjs";
import { asBase64, fromBase64 } from "./bytes.mjs";

const BY = "samestory:desk:by";
const REPLACE = "This replaces the texts and decisions that are here now. Save them to a file first if you want them.";

export class DeskTools {
  constructor(host, act, uid, by) {
    Object.assign(this, { host, act });
    this.name = el("input", { type: "text", id: `${uid}-by`, class: "ss-d-field", maxlength: 60, value: by,
      placeholder: "author", autocomplete: "off", onchange: () => this.keepName() });
    this.title = el("input", { type: "text", id: `${uid}-title`, class: "ss-d-field ss-d-title", maxlength: 100,
      onchange: () => this.rename() });
    this.sum = el("summary", {});
    this.rows = el("ul", {});
    this.counts = el("details", { class: "ss-d-fold ss-d-counts" }, this.sum, this.rows);
    this.saved = el("p", { class: "ss-d-kept" });
    this.people = el("div", { class: "ss-d-people" });
    this.file = el("input", { type: "file", class: "ss-spoken", tabindex: -1, "aria-hidden": "true",
      accept: ".zip,.yml", onchange: () => this.take() });
    const quiet = { class: "ss-button ss-quiet" };
    this.undo = button("Undo", () => act.undo(), { ...quiet, "aria-keyshortcuts": "u" });
    this.undo.append(" ", el("kbd", { "aria-hidden": "true" }, "U"));
    this.save = button("Save to a file", () => this.pack(), quiet);
    this.open = button("Open a saved file", () => this.choose("unpack"), quiet);
    this.merge = button("Take in another person’s decisions", () => this.choose("merge"), quiet);
    this.sure = el("div", { class: "ss-asked", hidden: true }, el("p", {}, REPLACE), el("div", { class: "ss-row" },
      button("Open it all the same", () => this.replace(), { class: "ss-button" }),
      button("Keep what is here", () => toggle(this.sure, false), quiet)));
    const field = (label, node) => el("label", { class: "ss-d-label", for: node.id }, label, node);
    this.titleField = field("Title", this.title);
    this.node = el("div", { class: "ss-d-tools" },
      el("div", { class: "ss-d-names" }, host.own ? this.titleField : null, field("Decided by", this.name)),
      el("div", { class: "ss-row" }, this.undo, this.save, host.own ? this.open : null, this.merge, this.file),
      this.sure, this.saved, this.people, this.counts);
    this.hideUntil(false);
  }

  /** What needs texts is not there before they are. @param {boolean} has */
  hideUntil(has) {
    for (const node of [this.undo, this.save, this.merge, this.titleField, this.counts]) toggle(node, has);
  }

  get by() {
    return this.name.value.trim();
  }

  keepName() {
    try {
      localStorage.setItem(BY, this.by);
    } catch {
      // it is only not filled in the next time
    }
  }

  show(view) {
    const has = view.texts.length > 0;
    this.hideUntil(has);
    if (document.activeElement !== this.title) this.title.value = view.title ?? "";
    const outlets = new Map(view.texts.map((text) => [text.id, text.short]));
    this.name.placeholder = view.by;
    const all = (view.gathered ?? []).reduce(
      ([a, b, c], one) => [a + one.faults, b + one.differ, c + one.controls], [0, 0, 0]);
    const ready = (view.gathered ?? []).filter(({ lacks }) => !lacks.length).length;
    this.sum.textContent = `Gathered: ${inWords(...all)}`
      + `${ready ? `; ${ready === 1 ? "one text is" : `${ready} texts are`} enough for an exercise` : ""}`;
    this.rows.replaceChildren(...(view.gathered ?? []).map((one) => el("li", {},
      el("b", {}, outlets.get(one.article)), `: ${inWords(one.faults, one.differ, one.controls)}. `,
      el("span", { class: "ss-d-lacks" }, one.lacks.length ? `Still good to have: ${one.lacks.join(" ")}`
        : "Enough for an exercise."))));
    this.people.replaceChildren(...(view.agreement ?? []).map((text) => el("p", {}, text)));
    toggle(this.people, Boolean(view.agreement?.length));
  }

  /** How what is here is kept, in a sentence. */
  kept(text) {
    this.saved.textContent = text;
  }

  rename() {
    if (this.title.value.trim()) this.act.ask({ op: "name", title: this.title.value });
  }

  async pack() {
    const { name, content } = await this.act.ask({ op: "pack" });
    if (content) download(name, fromBase64(content), "application/zip");
  }

  choose(op) {
    this.op = op;
    this.file.value = "";
    this.file.click();
  }

  async take() {
    const [file] = this.file.files;
    if (!file) return;
    this.content = await asBase64(file);
    if (this.op === "unpack" && !this.undo.hidden) {
      toggle(this.sure, true);
      this.sure.querySelector("button").focus();
    } else await this.send();
  }

  replace() {
    toggle(this.sure, false);
    return this.send();
  }

  async send() {
    const reply = await this.act.ask({ op: this.op, content: this.content });
    if (reply.said) this.act.say(reply.said);
    if (!reply.trouble && this.op === "unpack") this.act.step(1);
  }
}

/** Faults, places of which it is open who is right, and controls. */
function inWords(faults, open, sound) {
  return `${counted(faults, "fault")}, ${open ? `${open} open, ` : ""}${counted(sound, "sound place")}`;
}

function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
