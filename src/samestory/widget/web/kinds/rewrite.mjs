// The kind "rewrite": a sentence set right in one's own words. Words are checked, not meaning.

import { addKind } from "../card/registry.mjs";
import { clipping } from "../clipping.mjs";
import { el } from "../dom.mjs";
import { longestSharedRun, placesOf, plainWords } from "../grading/plain_words.mjs";
import { graded, part } from "../grading/verdict.mjs";
import { judgedOthers } from "../grading/signing.mjs";
import { Rubric } from "../parts/rubric.mjs";
import { Signing } from "../parts/signing.mjs";
import { LongField } from "../parts/writing.mjs";

const COSTS = { avoid: 0.5, distort: 0.5, own: 0.5, list: 0.5, length: 0.25 };
const CAVEAT = "Only words are checked here, not meaning.";
const COPIED = "This is the sentence as it stood. Say it in words that the evidence bears out.";
const LISTED = "The words to keep are here, and hardly anything that joins them: a list says nothing about them. "
  + "Write a sentence.";

function drawRewrite(view, answer, onChange, { uid }) {
  const count = el("p", { class: "ss-rewrite-count" });
  const changed = () => {
    tell();
    onChange();
  };
  const { least, most } = view.words;
  const own = view.own ? ` Of the source, at most ${view.own} words in a row may stay.` : "";
  const help = `From ${least} to ${most} words.${own} What is checked: names, numbers and words. `
    + "No program can grade meaning.";
  const field = new LongField("Your sentence", { id: `${uid}-text`, max: view.max, rows: 3, help, onChange: changed });
  field.node.append(count);
  const rubric = new Rubric(view.rubric, { uid, onChange });
  const signing = new Signing(view, { uid, onChange });
  const given = [[view.faulty, "To set right"], [view.source, "The source"]].filter(([words]) => words);
  const shown = given.flatMap(([{ text, source }, head]) => [
    el("p", { class: "ss-small-head" }, head),
    clipping({ quote: text, source: source ?? "", ours: !source }),
  ]);
  const tell = () => {
    const { length } = plainWords(field.value);
    count.textContent = `${length} ${length === 1 ? "word" : "words"} so far.`;
    signing.show(length >= least);
  };
  const drawn = {
    node: el("div", { class: "ss-rewrite" }, ...shown, field.node, rubric.node, signing.node),
    answer: () => {
      const { signed } = signing;
      const others = Object.keys(signed).length ? { others: signed } : {};
      return { text: field.value, rubric: rubric.ratings, ...others };
    },
    set: (one) => {
      field.value = one?.text;
      rubric.ratings = one?.rubric;
      signing.signed = one?.others;
      tell();
    },
    reveal: () => new Map(),
    destroy: () => {},
  };
  drawn.set(answer);
  return drawn;
}

/** What was said of others earns the points; of the words only a list of what to look at remains. */
function gradeRewrite(view, key, answer) {
  const words = plainWords(answer.text);
  const listed = lookedFor(view, key, words);
  if (!key.others) return listed;
  const judged = judgedOthers(view, key, answer.others);
  const right = judged.filter(({ outcome }) => outcome === "right").length;
  const own = words.length ? `Your own sentence: ${listed.headline}` : "Write your own sentence too.";
  const headline = `${right} of ${judged.length} sentences of others judged rightly. ${own}`;
  const aside = words.length ? listed.parts.map(withoutPoints) : [];
  return graded(right / judged.length, view.points, headline, [], [...judged, ...aside]);
}

/** A thing to look at: the words that are looked for may be missing from a good sentence. */
function withoutPoints(one) {
  const told = one.outcome === "missed" ? { outcome: "near", heading: `Not found: ${one.about}` } : {};
  return { ...one, ...told, earned: 0, possible: 0 };
}

/** What must be kept, then what must not be there. */
function lookedFor(view, key, words) {
  const places = key.keep.map((one) => placesOfAny(words, one));
  const found = places.filter((some) => some.length).length;
  const of = key.keep.length;
  const [start, end] = longestSharedRun(words, key.faulty);
  const asKept = key.keep.every((one, i) => !places[i].length || placesOfAny(key.faulty, one).length);
  const isCopy = end - start === key.faulty.length && asKept;
  const kept = isCopy ? [] : key.keep.map((one, i) => keptPart(one, places[i].length > 0));
  const troubles = isCopy ? [trouble("copied", "copied out", COPIED, of)] : troublesOf(view, key, words, places.flat());
  const lost = troubles.reduce((sum, { earned }) => sum + earned, 0);
  const headline = `${found} of ${of} kept, ${troubles.length} to mend. ${CAVEAT}`;
  return graded(Math.max(0, (found + lost) / of), view.points, headline, [], [...kept, ...troubles]);
}

const placesOfAny = (words, { patterns }) => patterns.flatMap((pattern) => placesOf(words, pattern));

function keptPart({ id, text, said, evidence }, found) {
  const heading = `${found ? "Kept" : "Missing"}: ${text}`;
  return { ...part(id, found ? "right" : "missed", text, said, found ? 1 : 0, 1, { evidence }), heading };
}

function trouble(id, text, said, cost, evidence = []) {
  return { ...part(id, "wrong", text, said, -cost, 0, { evidence }), heading: `To mend: ${text}` };
}

/** What takes points away; `kept` are the numbers of the words that are kept. */
function troublesOf(view, key, words, kept) {
  const cost = (name) => COSTS[name] * key.keep.length;
  const wrong = (name) => key[name].filter((one) => placesOfAny(words, one).length)
    .map(({ id, text, said, evidence }) => trouble(id, text, said, cost(name), evidence));
  const found = [...wrong("avoid"), ...wrong("distort")];
  const [start, end] = view.own ? longestSharedRun(words, key.source) : [0, 0];
  if (view.own && end - start > view.own) {
    const run = words.slice(start, end).join(" ");
    const said = `${end - start} words in a row are the source's: “${run}”. At most ${view.own} may be.`;
    found.push(trouble("own", "your own words", said, cost("own")));
  }
  const covered = new Set(kept);
  const others = new Set(words.filter((_, at) => !covered.has(at)));
  if (2 * others.size < covered.size) found.push(trouble("list", "a sentence", LISTED, cost("list")));
  const { least, most } = view.words;
  if (words.length < least || words.length > most) {
    const said = `Words: ${words.length}. From ${least} to ${most} are asked for.`;
    found.push(trouble("length", "the length", said, cost("length")));
  }
  return found;
}

addKind({
  name: "rewrite",
  counts: (view) => Boolean(view.others),
  draw: drawRewrite,
  empty: (answer) => !plainWords(answer?.text ?? "").length && !Object.keys(answer?.others ?? {}).length,
  grade: gradeRewrite,
});
