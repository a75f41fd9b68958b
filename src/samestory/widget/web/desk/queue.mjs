// The queue: every proposal as a line, grouped by kind, the strongest first, with what has been decided on it.

import { button, el, spoken } from "../dom.mjs";
import { capital, saidOfState, waits } from "./state.mjs";

const SIGNS = { finding: "●", control: "✓", dropped: "–", disputed: "≠", there: "●", open: "" };
const SHORT = 64;

export class DeskQueue {
  constructor(act, level) {
    Object.assign(this, { act, level });
    this.groups = el("div", { class: "ss-d-groups" });
    this.aside = el("details", { class: "ss-d-aside", hidden: true });
    this.notes = el("details", { class: "ss-d-notes", hidden: true });
    this.node = el("nav", { class: "ss-d-queue", "aria-label": "All proposals" },
      el(`h${level}`, { class: "ss-d-head" }, "All proposals"), this.groups, this.aside, this.notes);
  }

  show(view, chosen) {
    const short = new Map(view.texts.map((text) => [text.id, text.short]));
    const kinds = new Map();
    for (const card of view.cards) kinds.set(card.kindName, [...(kinds.get(card.kindName) ?? []), card]);
    const wasOpen = new Set([...this.groups.querySelectorAll("details[open]")].map((one) => one.dataset.kind));
    this.groups.replaceChildren(...[...kinds].map(([name, cards], at) => this.group(name, cards, short,
      wasOpen.has(name) || (!wasOpen.size && at === 0) || cards.some(({ id }) => id === chosen))));
    if (!view.cards.length) this.groups.append(el("p", {}, nothing(view)));
    this.aside.hidden = !view.aside?.length;
    this.aside.replaceChildren(el("summary", {}, `Set aside: ${view.aside?.length}`),
      el("p", {}, "You decided on these, and their words are in the texts no more, or twice. Nothing is lost."),
      el("ul", {}, ...(view.aside ?? []).map((one) => el("li", {}, el("q", { class: "ss-evidence", dir: "auto" }, one.quote),
        ` (${short.get(one.article) ?? one.article})`))));
    this.notes.hidden = !view.notes?.length;
    this.notes.replaceChildren(el("summary", {}, "On the texts as a whole"),
      el("ul", {}, ...(view.notes ?? []).map((text) => el("li", {}, text))));
    this.mark(chosen);
  }

  group(name, cards, short, open) {
    const left = cards.filter(waits).length;
    const count = left ? `${left} of ${cards.length} to decide` : `${cards.length} decided`;
    return el("details", { class: "ss-d-group", "data-kind": name, open },
      el("summary", {}, el("span", { class: `ss-line ss-l-${cards[0].label}` }, capital(name)), " ",
        el("span", { class: "ss-r-count" }, count)),
      el("ol", {}, ...cards.map((card) => el("li", {}, this.line(card, short)))));
  }

  line(card, short) {
    const quote = card.context[1].replace(/\s+/g, " ");
    const node = button("", () => this.act.choose(card.id), { class: "ss-d-line", "data-id": card.id });
    node.append(el("span", { class: "ss-d-sign", "aria-hidden": "true" }, SIGNS[card.state] ?? ""),
      el("span", { class: "ss-evidence", dir: "auto" }, quote.length > SHORT ? `${quote.slice(0, SHORT - 1)}…` : quote), " ",
      el("span", { class: "ss-source" }, short.get(card.article) ?? card.article,
        card.certainty ? `, ${card.certainty}` : ""), spoken(` ${saidOfState(card) || "To decide."}`));
    return node;
  }

  mark(id) {
    for (const node of this.groups.querySelectorAll(".ss-d-line")) {
      if (node.dataset.id === id) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }
}

function nothing(view) {
  return view.texts.length < 2
    ? "Add a second text: most of what there is to see is between two texts. You can mark words by hand."
    : "The tool proposes nothing. That is no proof that all is right: it reads no meaning. Mark words by hand.";
}
