// What is chosen, shown word by word: two forms of a quotation one above the other, two tellings, or a finding.

import { clipping } from "../clipping.mjs";
import { button, el, spoken } from "../dom.mjs";

export class Panel {
  /** @param {{texts: import("./text.mjs").DrawnText[], link: (key: string, side: number) => string|null,
   *   go: (key: string, side: number) => void, close: () => void}} tools */
  constructor(tools) {
    this.tools = tools;
    this.node = el("div", { class: "ss-r-panel", role: "group", "aria-label": "What you have chosen" });
    this.idle();
  }

  idle() {
    this.node.hidden = true;
    this.node.replaceChildren();
  }

  /** @param {object} item a band or a note @param {number} side the text in which it was chosen */
  show(item, side) {
    this.node.hidden = false;
    this.node.scrollTop = 0;
    this.node.replaceChildren(this.head(item, side), ...(item.texts ? this.forms(item) : this.note(item)));
  }

  head(item, side) {
    const { texts, link, go, close } = this.tools;
    const actions = [];
    if (item.texts) {
      const other = item.texts[0] === side ? 1 : 0;
      const name = `Go to it in ${texts[item.texts[other]].text.short}`;
      actions.push(button(name, () => go(item.key, item.texts[other]), { class: "ss-button ss-quiet ss-r-go" }));
    }
    const address = link(item.key, side);
    if (address) actions.push(el("a", { class: "ss-r-link", href: address }, "Link to this place"));
    actions.push(button("Close", close, { class: "ss-button ss-quiet ss-r-close" }));
    const what = item.texts ? item.kind : `${item.name}${item.certainty ? `, ${item.certainty}` : ""}`;
    return el("div", { class: "ss-r-panel-head" },
      el("p", { class: `ss-r-what ${item.label ? `ss-l-${item.label}` : `ss-r-l-${item.layer}`}` },
        el("b", { class: "ss-r-key" }, item.letter), " ", what),
      el("div", { class: "ss-row" }, ...actions));
  }

  forms(band) {
    const names = band.texts.map((text) => this.tools.texts[text].text.short);
    if (band.pieces.length) return [this.drift(band, names)];
    const pair = band.texts.map((text, side) => el("figure", { class: "ss-r-form" },
      el("figcaption", { class: "ss-source" }, names[side]),
      el("blockquote", { class: "ss-evidence" }, el("p", {}, ...this.kept(band, side)))));
    return [el("div", { class: "ss-r-forms" }, ...pair)];
  }

  /** One form with, under each word that changed, what the other has there. */
  drift(band, names) {
    const pieces = band.pieces.map(([a, b, kind, weighs]) => {
      if (b === undefined) return a;
      return el("span", { class: `ss-r-swap${weighs ? " is-grave" : ""}`, title: kind },
        el("span", { class: "ss-r-was" }, a || "–"), spoken(` (in ${names[1]}: `),
        el("span", { class: "ss-r-is" }, b || "–"), spoken(") "));
    });
    const same = band.pieces.every((piece) => piece.length === 1);
    const legend = same ? names.join(" and ") : `${names[0]}; below, where they differ, ${names[1]}`;
    return el("figure", { class: "ss-r-drift" },
      el("figcaption", { class: "ss-source" }, legend),
      el("blockquote", { class: "ss-evidence" }, el("p", {}, ...pieces)));
  }

  /** A passage as it is printed, the words that both tellings have in bold. */
  kept(band, side) {
    const text = this.tools.texts[band.texts[side]];
    const words = new Set(text.of(band.words[side]));
    return band.marks[side].flatMap((mark, n) => [n ? " … " : "", ...text.nodes[mark].map((node) => {
      const shown = node.lastChild.textContent;
      return words.has(node) ? el("b", {}, shown) : shown;
    })]);
  }

  note(note) {
    const better = note.better ? el("p", {}, el("b", {}, "It should read: "), note.better) : null;
    const shown = [el("p", { class: "ss-r-quote" }, el("q", { class: "ss-evidence" }, note.printed))];
    shown.push(el("p", {}, ...(note.looks ? [el("b", {}, "It looks odd: "), note.looks, " "] : []), note.why));
    if (better) shown.push(better);
    return [el("div", { class: "ss-r-note" }, el("div", {}, ...shown), el("div", {}, ...note.evidence.map(clipping)))];
  }
}
