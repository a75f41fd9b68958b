// The desk: texts on the left, on the right what the tool proposes, card by card. It is the same in all three hosts.

import { el, nextUid, toggle } from "../dom.mjs";
import { DeskCard } from "./card.mjs";
import { DeskQueue } from "./queue.mjs";
import { RecordForm } from "./record.mjs";
import { Sheets } from "./sheets.mjs";
import { TextsForm } from "./texts.mjs";
import { putBy } from "../parts/brought.mjs";
import { deskKey } from "./keys.mjs";
import { saidOfState, waits } from "./state.mjs";
import { DeskTools } from "./tools.mjs";

/**
 * @typedef {{ask: (request: object) => Promise<object>, own: boolean, alone?: boolean,
 *   onkept?: (said: (text: string) => void) => void}} DeskHost
 * `own`: the host keeps the case itself, in the browser, and may replace it. `alone`: nothing else is on the page.
 */

const NAME = "samestory:desk:by";
export const STARTING = "The tool is starting. The first time takes some seconds.";

export class DeskApp {
  /** @param {HTMLElement} root @param {DeskHost} host @param {{level?: number}} place */
  constructor(root, host, { level = 2 } = {}) {
    Object.assign(this, { root, host, level, view: null, chosen: null, busy: Promise.resolve() });
    this.uid = nextUid();
    const act = {
      ask: (request) => this.ask(request), decide: (ruling) => this.decide(ruling), undo: () => this.undo(),
      step: (by) => this.step(by), choose: (id, go) => this.choose(id, go), say: (text) => this.say(text),
      mark: (article, span, label) => this.mark(article, span, label),
      quote: host.own ? (text, words) => this.quote(text, words) : null,
    };
    this.status = el("p", { class: "ss-d-status", role: "status" });
    this.trouble = el("p", { class: "ss-trouble", role: "alert", hidden: true });
    this.tools = new DeskTools(host, act, this.uid, localName());
    this.texts = new TextsForm(act, this.uid);
    toggle(this.texts.node, host.own); // pasted while the tool starts, a text waits for it
    this.record = new RecordForm(act, this.uid);
    this.sheets = new Sheets(act, this.uid, level + 1);
    this.card = new DeskCard(act, this.uid, level);
    this.queue = new DeskQueue(act, level);
    this.right = el("div", { class: "ss-d-right" }, this.card.node, this.queue.node);
    this.main = el("div", { class: "ss-d-main", hidden: true }, this.sheets.node, this.right);
    this.node = el("section", { class: "ss-card ss-desk", "aria-label": "The desk" },
      this.tools.node, this.trouble, this.status, this.texts.node, this.record.node, this.main);
    this.node.addEventListener("keydown", (event) => deskKey(event, this));
    root.replaceChildren(this.node);
    host.onkept?.((text) => this.tools.kept(text));
    this.say(STARTING);
  }

  /** Asks for everything; called once. */
  async open() {
    await this.ask({ op: "open" });
    this.say("");
    if (this.view?.texts.length) this.choose(this.next(null), Boolean(this.host.alone));
  }

  /** One question after the other; the reply is drawn. @param {object} request */
  ask(request) {
    const turn = this.busy.then(() => this.askNow(request));
    this.busy = turn.catch(() => {});
    return turn;
  }

  async askNow(request) {
    this.node.setAttribute("aria-busy", "true");
    const edition = this.view?.edition;
    const reply = await this.host.ask({ ...request, by: this.tools.by, edition }).catch((error) => (
      { trouble: error.message }));
    this.node.removeAttribute("aria-busy");
    this.trouble.textContent = reply.trouble ?? "";
    toggle(this.trouble, Boolean(reply.trouble));
    if (reply.desk) this.show({ ...this.view, ...reply.desk });
    return reply;
  }

  show(view) {
    const isNew = view.edition !== this.view?.edition;
    this.view = view;
    const has = view.texts.length > 0;
    toggle(this.main, has);
    if (isNew) this.texts.show(view);
    this.tools.show(view);
    this.record.show(view, has);
    this.queue.show(view, this.chosen);
    if (isNew) this.sheets.show(view);
    else this.sheets.repaint(view);
    this.draw();
  }

  get cards() {
    return this.view?.cards ?? [];
  }

  get current() {
    return this.cards.find(({ id }) => id === this.chosen) ?? null;
  }

  /** @param {string|null} id @param {boolean} go whether the focus goes to the card */
  choose(id, go = true) {
    this.chosen = id;
    this.draw();
    this.queue.mark(id);
    if (this.current) this.sheets.go(this.current);
    if (go) this.card.focus();
  }

  draw() {
    const open = this.cards.filter((card) => waits(card));
    this.card.show(this.current, this.view, open.length);
  }

  /** The next card that waits, after one; the first of all if none does behind it. */
  next(after, by = 1) {
    const all = by < 0 ? [...this.cards].reverse() : this.cards;
    const at = all.findIndex(({ id }) => id === after);
    const inTurn = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    return (inTurn.find((card) => waits(card) && card.id !== after) ?? inTurn[0])?.id ?? null;
  }

  step(by) {
    this.choose(this.next(this.chosen, by));
  }

  /** Sends a decision and goes on to the next card. @param {object} ruling */
  async decide(ruling) {
    const after = this.next(this.chosen);
    // Whoever decides in sight of two decisions that differ has settled it.
    const settles = this.current?.state === "disputed" || undefined;
    const reply = await this.ask({ op: "decide", settles, ...ruling });
    if (reply.trouble) return;
    const card = this.cards.find(({ id }) => id === reply.decided);
    const left = this.cards.filter(waits).length;
    this.say(`${saidOfState(card)} ${left ? `${left} left.` : "Nothing is left to decide."}`);
    this.choose(ruling.stay ? reply.decided : after);
  }

  async undo() {
    const reply = await this.ask({ op: "undo" });
    this.say(reply.said ?? "");
    if (reply.decided && this.cards.some(({ id }) => id === reply.decided)) this.choose(reply.decided);
    else if (!this.current) this.choose(this.next(null));
  }

  /** A finding of one's own: kept at once, and open for its reason. */
  async mark(article, span, label) {
    const reply = await this.ask({ op: "decide", decided: "own", article, ...span, label });
    if (reply.trouble) return;
    this.choose(reply.decided);
    this.card.change();
  }

  /** Puts words by for a brief, with all the texts, so that each quotation can be looked up. */
  quote(text, words) {
    const whole = this.view.texts.map((one) => one.passage.paragraphs.map(({ texts }) => texts.join("")).join("\n"));
    const count = putBy({ quote: words, source: `${text.outlet}, ${text.dated}` }, whole.join("\n\n"));
    this.say(`Put by for a brief: “${words.slice(0, 60)}”. ${count} in all; the form in lesson 10 brings them in.`);
  }

  say(text) {
    this.status.textContent = text;
  }

  destroy() {
    this.sheets.destroy();
  }
}

function localName() {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}
