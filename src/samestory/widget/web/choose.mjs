// The kind "choose": one option or several, and, where asked, how sure anyone can be.

import { el } from "./dom.mjs";
import { saidOf } from "./feedback.mjs";
import { graded, notAttempted, part } from "./verdict.mjs";

const CONFIDENCE_SHARE = 0.25;
const UNSURE = "Say how sure one can be: a good judgement holds as tightly as its evidence and no tighter.";

/** A fieldset of radio buttons or checkboxes, with room under each for what is said about it. */
class Options {
  constructor(legend, options, { many, name, onChange }) {
    this.rows = new Map();
    this.node = el("fieldset", { class: "ss-options" }, el("legend", {}, legend));
    for (const { id, text } of options) {
      const input = el("input", { type: many ? "checkbox" : "radio", name, value: id, onchange: onChange });
      const said = el("div", { class: "ss-said" });
      this.rows.set(id, { input, said });
      this.node.append(el("div", { class: "ss-option" }, el("label", {}, input, el("span", {}, text)), said));
    }
  }

  get chosen() {
    return [...this.rows].filter(([, { input }]) => input.checked).map(([id]) => id);
  }

  set chosen(ids) {
    for (const [id, { input }] of this.rows) input.checked = ids.includes(id);
  }

  /** Says something under an option. */
  say(id, node) {
    this.rows.get(id)?.said.replaceChildren(node);
  }

  quiet() {
    for (const { said } of this.rows.values()) said.replaceChildren();
  }
}

function drawChoose(view, answer, onChange, { uid }) {
  const legend = view.many ? "Choose every one that fits." : "Choose one.";
  const options = new Options(legend, view.options, { many: view.many, name: `${uid}-option`, onChange });
  const sure = view.confidence.length
    ? new Options("How sure can one be?", view.confidence, { many: false, name: `${uid}-sure`, onChange })
    : null;
  const unsure = el("div", { class: "ss-said" });
  const node = el("div", { class: "ss-choose" }, options.node, sure?.node, unsure);
  const drawn = {
    node,
    answer: () => ({ chosen: options.chosen, confidence: sure?.chosen[0] ?? null }),
    set: (given) => {
      options.chosen = Array.isArray(given?.chosen) ? given.chosen : [];
      if (sure) sure.chosen = [given?.confidence];
    },
    reveal: (verdict) => {
      [options, sure].forEach((group) => group?.quiet());
      unsure.replaceChildren();
      return new Map((verdict?.parts ?? []).map((one) => [one, place(one)]));
    },
    destroy: () => {},
  };
  function place(one) {
    const said = saidOf(one, { brief: true });
    const level = one.about;
    if (one.id !== "confidence") options.say(one.id, said);
    else if (sure?.rows.has(level)) sure.say(level, said);
    else unsure.replaceChildren(said);
    return null;
  }
  drawn.set(answer);
  return drawn;
}

function gradeChoose(view, key, answer) {
  const chosen = view.options.map(({ id }) => id).filter((id) => answer?.chosen?.includes(id));
  if (!chosen.length) return notAttempted(view.points);
  const credit = (id) => key.options[id].credit;
  const right = view.options.map(({ id }) => id).filter(credit);
  const hit = right.filter((id) => chosen.includes(id));
  const wrong = chosen.filter((id) => !credit(id));
  const sum = (ids) => ids.reduce((total, id) => total + credit(id), 0);
  let share = sum(hit);
  if (view.many) share = share / sum(right) - wrong.length / (view.options.length - right.length);
  share = Math.max(0, share);
  const parts = view.options.flatMap((option) => optionPart(option, key.options[option.id], chosen, view.many));
  if (key.confidence) {
    const given = answer.confidence ?? null;
    const sure = key.confidence.expect.includes(given);
    share = share * (1 - CONFIDENCE_SHARE) + (sure && share ? CONFIDENCE_SHARE : 0);
    parts.push(confidencePart(key.confidence, given));
  }
  const headline = view.many
    ? `${hit.length} of ${right.length} that belong are chosen, and ${wrong.length} that do not.`
    : oneHeadline(wrong, hit.map(credit), share);
  return graded(share, view.points, headline, [], parts);
}

function optionPart({ id, text }, { credit, said, evidence }, chosen, many) {
  const isChosen = chosen.includes(id);
  if (!isChosen && !(many && credit)) return [];
  const outcome = !isChosen ? "missed" : credit === 1 ? "right" : credit ? "near" : "wrong";
  return [part(id, outcome, text, said, isChosen ? credit : 0, credit, { evidence })];
}

function confidencePart({ expect, said }, given) {
  if (given === null) return part("confidence", "unanswered", "how sure", UNSURE, 0, 1);
  const right = expect.includes(given);
  return part("confidence", right ? "right" : "wrong", given, said[given], right ? 1 : 0, 1);
}

function oneHeadline(wrong, credits, share) {
  if (wrong.length) return "Not so.";
  if (credits.length && credits[0] < 1) return "Close.";
  return share === 1 ? "Right." : "Right, but look at how sure one can be.";
}

/** @type {import("./kinds.mjs").Kind} */
export const choose = {
  name: "choose",
  draw: drawChoose,
  empty: (answer) => !answer?.chosen?.length,
  grade: gradeChoose,
};
