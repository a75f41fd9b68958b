// The texts of a lesson in a drawer: at the side of a wide window, at the foot of a narrow one. It is no dialog: the
// questions stay in use while it is open.

import { button, el, keepLevel } from "../../widget/web/dom.mjs";
import { inTheText, TEXT_ASKED } from "../../widget/web/in_text.mjs";
import { CarriedPage, carriedTexts, partsOfQuote } from "./texts.mjs";

const WIDE = "(min-width: 64rem)";
const root = document.documentElement;

class Drawer {
  /** @param {import("./texts.mjs").CarriedText[]} texts @param {HTMLElement} bar where its button stands */
  constructor(texts, bar) {
    this.texts = texts;
    /** @type {Map<string, CarriedPage>} */ this.pages = new Map();
    /** Where the focus goes back to. @type {HTMLElement} */ this.from = bar;
    this.draw();
    this.opener = button("The texts", () => (this.isOpen ? this.close() : this.open(this.opener)), {
      class: "sb-texts-open", "aria-expanded": "false", "aria-controls": this.node.id,
    });
    bar.append(this.opener);
    document.querySelector(".sb-page").after(this.node);
    // Once the bar is out of sight its button stays within reach, in the corner.
    new IntersectionObserver(([{ isIntersecting }]) => {
      this.opener.classList.toggle("is-afloat", !isIntersecting);
    }).observe(bar);
    addEventListener(TEXT_ASKED, ({ detail }) => this.ask(detail));
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen && !event.defaultPrevented) this.close();
    });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  draw() {
    const options = this.texts.map(({ id, outlet }) => el("option", { value: id }, outlet));
    this.choice = el("select", {
      class: "sb-drawer-choice", "aria-label": "Text", onchange: () => this.turn(this.choice.value),
    }, ...options);
    this.title = el("h2", { class: "sb-drawer-title", id: "sb-drawer-title", tabindex: -1 }, "The texts");
    this.room = button("More room", () => this.stretch(), {
      class: "sb-drawer-button sb-drawer-room", "aria-pressed": "false",
    });
    this.back = button("Back", () => this.goBack(), {
      class: "sb-drawer-button", "aria-label": "Back to the question",
    });
    const shut = button("Close", () => this.close(), { class: "sb-drawer-button" });
    this.sheet = el("div", { class: "sb-drawer-sheet", tabindex: 0, role: "group", "aria-label": "Text" });
    this.node = el("aside", { class: "sb-drawer", id: "sb-drawer", "aria-labelledby": this.title.id, hidden: true },
      el("div", { class: "sb-drawer-head" }, this.title, this.room, this.back, shut, this.choice), this.sheet);
  }

  /** Opens on behalf of a button, which keeps its place in the window. */
  open(from) {
    this.from = from;
    this.back.hidden = from === this.opener;
    if (!this.isOpen) this.show(true);
    if (!this.shown) this.turn(this.choice.value);
    this.title.focus({ preventScroll: true });
  }

  close() {
    this.show(false);
    this.focusBack();
  }

  /** The button may be gone by now: in a station that is closed, in feedback that another check has replaced. */
  focusBack() {
    this.from.focus({ preventScroll: true });
    if (document.activeElement !== this.from) this.opener.focus({ preventScroll: true });
  }

  show(isOpen) {
    const held = this.from;
    keepLevel(held, held, () => {
      this.node.hidden = !isOpen;
      root.classList.toggle("has-drawer", isOpen);
    });
    this.opener.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.clear(held);
  }

  /** At the foot of the window the drawer may lie over what it was opened for. */
  clear(held) {
    if (matchMedia(WIDE).matches || held === this.opener) return;
    const under = held.getBoundingClientRect().bottom - this.node.getBoundingClientRect().top;
    if (under > 0) scrollBy(0, under + 16);
  }

  /** Back to the question, and the drawer stays. */
  goBack() {
    this.focusBack();
    document.activeElement.scrollIntoView({ block: "nearest" });
  }

  stretch() {
    const isTall = this.node.classList.toggle("is-tall");
    this.room.setAttribute("aria-pressed", String(isTall));
  }

  /** Shows a text, drawn now if it never was. @param {string} id */
  turn(id) {
    const text = this.texts.find((one) => one.id === id);
    if (!this.pages.has(id)) this.pages.set(id, new CarriedPage(text));
    this.shown = this.pages.get(id);
    this.choice.value = id;
    this.sheet.setAttribute("aria-label", text.outlet);
    this.sheet.replaceChildren(this.shown.node);
    this.sheet.scrollTop = 0;
  }

  /** Opens at words; those of a passage are looked for in every text. */
  ask({ quote, article, from }) {
    const holds = (one) => (article ? one.id === article : partsOfQuote(one, quote).length > 0);
    const text = this.texts.find(holds);
    this.open(from);
    if (!text) return;
    this.turn(text.id);
    const place = this.shown.mark(quote);
    if (!place) return;
    place.focus({ preventScroll: true });
    const { top } = this.sheet.getBoundingClientRect();
    this.sheet.scrollTop += place.getBoundingClientRect().top - top - this.sheet.clientHeight / 4;
  }
}

/** The clippings between the exercises; those in exercises bring their own button. */
function addButtons() {
  for (const figure of document.querySelectorAll(".sb-article figure.ss-clipping[data-article]")) {
    const source = figure.querySelector("figcaption");
    const quote = figure.querySelector(".ss-evidence")?.textContent ?? "";
    source.append(inTheText(quote, source.textContent, figure.dataset.article));
  }
}

/** Gives a lesson its drawer. It comes before the exercises are drawn: they look whether there is one. */
export function layDrawer() {
  const texts = carriedTexts();
  const bar = document.querySelector(".sb-way");
  if (!texts.length || !bar) return;
  root.dataset.texts = "ready";
  new Drawer(texts, bar);
  addButtons();
}
