// Which parts of an evidence brief are there: the same steps as samestory.exercise.kinds.brief in Python.

import { plainWords } from "./plain_words.mjs";
import { piecesOf, standsIn } from "./quoted_words.mjs";
import { graded, part } from "./verdict.mjs";

const JUDGE = "Whether the claim follows from the evidence, no program can judge.";
const LEAST = { text: 30, claim: 5, quote: 3, rival: 4, change: 4 };
const LONGEST_QUOTE = 60;
const BRIEF_HEADS = { right: "There", unanswered: "Missing" };
const BRIEF_POINTS = { right: 1, near: 0.5 };

/** A part of the brief. It is there, or to mend; nobody says that it is right. */
function briefPart(id, outcome, about, said) {
  const heading = `${BRIEF_HEADS[outcome] ?? "To mend"}: ${about}`;
  return { ...part(id, outcome, about, said, BRIEF_POINTS[outcome] ?? 0, 1), heading };
}

/** The parts of an answer, none of them missing. */
const filled = (answer) => ({
  text: answer?.text ?? "", claim: answer?.claim ?? "", change: answer?.change ?? "",
  evidence: answer?.evidence ?? [], rivals: answer?.rivals ?? [], confidence: answer?.confidence ?? null,
});

/** Whether nothing was written and no confidence chosen. */
export function emptyBrief(answer) {
  const { text, claim, change, evidence, rivals, confidence } = filled(answer);
  const written = [text, claim, change, ...rivals, ...evidence.map(({ source, quote }) => source + quote)];
  return confidence === null && !written.some((one) => plainWords(one).length);
}

export function gradeBrief(view, key, answer) {
  const given = filled(answer);
  const exhibits = exhibitParts(view, given);
  const rivals = rivalParts(view, given);
  const claim = claimPart(given);
  const before = view.text ? [textPart(given), claim] : [claim];
  const after = [surePart(given, claim), changePart(given)];
  const sum = (parts) => parts.reduce((all, { earned }) => all + earned, 0);
  let earned = sum([...before, ...after]);
  for (const [some, least] of [[exhibits, view.evidence], [rivals, view.rivals]]) {
    earned += (sum(some) * least) / Math.max(least, some.length);
  }
  const worth = 3 + view.evidence + view.rivals + (view.text ? 1 : 0);
  const parts = [...before, ...exhibits, ...rivals, ...after];
  const there = parts.filter(({ outcome }) => outcome === "right").length;
  const headline = `${there} of ${parts.length} parts are in order. ${JUDGE}`;
  const isExample = JSON.stringify(answer) === JSON.stringify(key.answer);
  const told = isExample ? parts.map((one) => shownPart(one, given)) : parts;
  return graded(earned / worth, view.points, headline, [], told);
}

/** What is said of a part of the example itself, which is the solution: its words. */
function shownPart(one, { claim, change, rivals, evidence }) {
  const [name, at] = one.id.split("-");
  const { quote, source } = evidence[at - 1] ?? {};
  const words = { claim, change, rival: rivals[at - 1], evidence: `“${quote}” (${source})` }[name];
  return words === undefined || one.outcome !== "right" ? one : { ...one, said: `For example: ${words}` };
}

function textPart({ text }) {
  const count = plainWords(text).length;
  const asked = `Paste the text that you quote, at least ${LEAST.text} words of it.`;
  if (count < LEAST.text) return briefPart("text", "unanswered", "the text", asked);
  return briefPart("text", "right", "the text", `Words: ${count}. Quotations are looked up in it.`);
}

const same = (words, others) => others.some((one) => one.join(" ") === words.join(" "));

function claimPart({ claim, evidence }) {
  const words = plainWords(claim);
  const say = (outcome, said) => briefPart("claim", outcome, "the claim", said);
  if (words.length < LEAST.claim) {
    const asked = `Say in a sentence of at least ${LEAST.claim} words what you claim.`;
    return say(words.length ? "wrong" : "unanswered", asked);
  }
  if (same(words, evidence.map(({ quote }) => plainWords(quote)))) {
    return say("wrong", "It is a quotation, word for word: say what follows from it.");
  }
  return say("right", "Could somebody show that it is wrong? If not, sharpen it.");
}

function exhibitParts(view, { text, evidence }) {
  const words = plainWords(text);
  const seen = new Set();
  return Array.from({ length: Math.max(view.evidence, evidence.length) }, (_, at) => {
    const say = (outcome, said) => briefPart(`evidence-${at + 1}`, outcome, `quotation ${at + 1}`, said);
    if (at >= evidence.length) return say("unanswered", "Give words from a text that bear the claim out.");
    const pieces = piecesOf(evidence[at].quote);
    const joined = ` ${pieces.flat().join(" ")} `;
    const again = [...seen].some((other) => other.includes(joined) || joined.includes(other));
    const [outcome, said] = judged(view, evidence[at], { pieces, again, words });
    if (outcome !== "wrong") seen.add(joined);
    return say(outcome, said);
  });
}

function judged(view, { source }, { pieces, again, words }) {
  const { length: count } = pieces.flat();
  if (again) return ["wrong", "This quotation is given already: the same words prove a thing once."];
  if (count < LEAST.quote || count > LONGEST_QUOTE) {
    return ["wrong", `Words: ${count}. Quote from ${LEAST.quote} to ${LONGEST_QUOTE}, those that carry the claim.`];
  }
  if (view.text && !standsIn(pieces, words)) {
    return ["wrong", "These words do not stand in the text that you pasted. Copy them as they are printed."];
  }
  if (!plainWords(source).length) return ["near", "Say where it stands: outlet and date."];
  return ["right", view.text ? "It stands in your text." : "Check once more that it is quoted as printed."];
}

function rivalParts(view, { claim, rivals }) {
  const seen = [plainWords(claim)];
  return Array.from({ length: Math.max(view.rivals, rivals.length) }, (_, at) => {
    const words = plainWords(rivals[at] ?? "");
    const repeated = same(words, seen);
    seen.push(words);
    const say = (outcome, said) => briefPart(`rival-${at + 1}`, outcome, `rival explanation ${at + 1}`, said);
    if (words.length < LEAST.rival) {
      const asked = `Give another explanation of the same evidence, in at least ${LEAST.rival} words.`;
      return say(words.length ? "wrong" : "unanswered", asked);
    }
    if (repeated) return say("wrong", "This says again what stands above; a rival says something else.");
    return say("right", "Is it the best that somebody who disagrees could say?");
  });
}

function surePart({ confidence }, claim) {
  const missing = (said) => briefPart("confidence", "unanswered", "how sure", said);
  if (["unanswered", "wrong"].includes(claim.outcome)) return missing("How sure of what? First say what you claim.");
  if (confidence === null) return missing("Say how sure one can be with this evidence.");
  const said = "A good judgement holds as tightly as its evidence and no tighter.";
  return briefPart("confidence", "right", `how sure, ${confidence}`, said);
}

function changePart({ change, claim, rivals }) {
  const words = plainWords(change);
  const say = (outcome, said) => briefPart("change", outcome, "what would change your mind", said);
  if (words.length < LEAST.change) {
    const asked = `Name a find that would make you drop the claim, in at least ${LEAST.change} words.`;
    return say(words.length ? "wrong" : "unanswered", asked);
  }
  if (same(words, [claim, ...rivals].map(plainWords))) {
    return say("wrong", "This says again what stands above: name what one could find.");
  }
  return say("right", "Could somebody really find it? Then it is a fair offer.");
}
