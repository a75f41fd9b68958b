// A file that holds everything one browser keeps of the course: written, and read with care.

import { DRAW, entriesIn, isPlain } from "./kept.mjs";
import { soundScore } from "./tally.mjs";

const FORMAT = "same-story-answers";
const NEWEST_SCHEMA = 1;
export const LARGEST_FILE = 4 * 1024 * 1024; // characters; a browser keeps about 5 million in all
const EXERCISE_NAME = /^[a-z0-9][\w-]{0,79}$/i;
const DEEPEST = 20; // lists within lists; answers of the course have four

const TROUBLE = {
  large: "This file is too large: answers of one browser take 4 MB at the most. Choose the file that was saved on " +
    "this page.",
  broken: "This file is not JSON, or it is cut short. Choose the file that was saved on this page, and save it again " +
    "if it was changed.",
  foreign: "This is a JSON file, but not one of Same Story: it holds no answers of the course.",
  undated: "This file does not say which edition it was written for, so it can’t be read safely.",
  newer: "This file was saved by a newer edition of the course. Open that edition, or reload this page to get it, " +
    "and read the file there.",
  damaged: "None of the answers in this file can be read. The file is damaged.",
};

/** The file as text. @param {Storage|null} storage @param {Date} now */
export function written(storage, now) {
  const answers = Object.fromEntries(entriesIn(storage));
  const draw = soundDraw(storage?.getItem(DRAW));
  return JSON.stringify({ format: FORMAT, schema: NEWEST_SCHEMA, saved: now.toISOString(), draw, answers }, null, 1);
}

/**
 * Reads a file. `trouble` says in words why it can't be taken; `unreadable` counts answers that were left out.
 * @param {string} text
 * @returns {{trouble: string}|{trouble: null, saved: string, draw: string|null, unreadable: number,
 *   answers: Map<string, import("./kept.mjs").Entry>}}
 */
export function readBackup(text) {
  if (text.length > LARGEST_FILE) return { trouble: TROUBLE.large };
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { trouble: TROUBLE.broken };
  }
  if (!isPlain(file) || file.format !== FORMAT || !isPlain(file.answers)) return { trouble: TROUBLE.foreign };
  if (!Number.isInteger(file.schema) || file.schema < 1) return { trouble: TROUBLE.undated };
  if (file.schema > NEWEST_SCHEMA) return { trouble: TROUBLE.newer };
  const all = Object.entries(file.answers);
  const answers = new Map(all.map(([id, entry]) => [id, soundEntry(id, entry)]).filter(([, entry]) => entry));
  if (all.length && !answers.size) return { trouble: TROUBLE.damaged };
  const unreadable = all.length - answers.size;
  return { trouble: null, saved: soundDate(file.saved), draw: soundDraw(file.draw), unreadable, answers };
}

/** An entry with nothing in it but what the course writes, or null. @returns {import("./kept.mjs").Entry|null} */
function soundEntry(id, entry) {
  if (!EXERCISE_NAME.test(id) || !isPlain(entry) || !isShallow(entry, DEEPEST)) return null;
  const { record, draft, hints, spec, first } = entry;
  if (record !== undefined && !isRecord(record, id)) return null;
  const before = record === undefined ? soundLook(first) : null;
  if (record === undefined && draft === undefined && !before) return null;
  return {
    ...(record === undefined ? {} : checkedPart(entry)),
    ...(draft === undefined ? {} : { draft }),
    ...(before ? { first: { ...before, ...(typeof first.spec === "string" ? { spec: first.spec } : {}) } } : {}),
    ...(Number.isInteger(hints) ? { hints } : {}),
    ...(typeof spec === "string" ? { spec } : {}),
  };
}

function isRecord(record, id) {
  return isPlain(record) && record.exercise === id && soundDate(record.when) !== "" && record.answer !== undefined;
}

function checkedPart({ record, checked, scored, looked, left }) {
  const { schema = 1, exercise, spec = null, answer, when, hints = 0, first } = record;
  const before = first === true || soundLook(first);
  const [score, look] = [soundScore(scored), soundScore(looked)];
  return {
    record: { schema, exercise, spec, answer, when, hints, ...(before ? { first: before } : {}) },
    checked: checked === true,
    ...(score ? { scored: score } : {}),
    ...(look && before && before !== true ? { looked: look } : {}),
    ...(Number.isInteger(left) && left > 0 ? { left } : {}),
  };
}

/** A first look with nothing in it but what the course writes, or null. */
function soundLook(look) {
  if (!isPlain(look) || look.answer === undefined || soundDate(look.when) === "") return null;
  const { answer, when, hints, sure } = look;
  return { answer, when, hints: Number.isInteger(hints) ? hints : 0, ...(sure === false ? { sure } : {}) };
}

function isShallow(value, levels) {
  if (value === null || typeof value !== "object") return true;
  return levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1));
}

function soundDate(text) {
  return typeof text === "string" && text.length <= 40 && !Number.isNaN(Date.parse(text)) ? text : "";
}

function soundDraw(text) {
  return text === "ab" || text === "ba" ? text : null;
}
