// Sentences of others: what is said of each, judged; equal to samestory.exercise.parts.signing.

import { part } from "./verdict.mjs";

const FIT = "sign";

/** A part for each sentence, worth one point. @param {object} view @param {object} key @param {object} signed */
export function judgedOthers(view, key, signed) {
  const words = Object.fromEntries(view.verdicts.map(({ id, text }) => [id, text]));
  return key.others.map((one) => judgedOther(one, signed?.[one.id] ?? null, words));
}

function judgedOther({ id, text, verdict, also, said, evidence }, given, words) {
  const about = `“${text}”`;
  if (given === null) {
    return part(id, "unanswered", about, "Say what you would do with it: sign it, or name what is wrong.", 0, 1);
  }
  if ([verdict, ...also].includes(given)) return part(id, "right", about, said, 1, 1, { evidence });
  const mistake = verdict === FIT ? "This one can be printed."
    : given === FIT ? "Nobody should sign this one."
      : `Something is wrong with it, and it is another thing. ${words[verdict]}.`;
  return part(id, "wrong", about, `${mistake} ${said}`, 0, 1, { evidence });
}
