// Calls functions of the page of results: a JSON list of {call, args} on stdin, the list of what they return on stdout.
// {"$entries": {...}} among the arguments stands for entries by exercise, {"$storage": {...}} for a browser's storage
// (`room`, if it is there: how many characters it holds), {"$date": "..."} for a day, {"$result": n} for an earlier result.

import { readFileSync } from "node:fs";

import * as backup from "../../../src/samestory/book/web/backup.mjs";
import * as compared from "../../../src/samestory/book/web/compared.mjs";
import * as kept from "../../../src/samestory/book/web/kept.mjs";
import * as later from "../../../src/samestory/book/web/later.mjs";
import * as merging from "../../../src/samestory/book/web/merging.mjs";
import * as progress from "../../../src/samestory/book/web/progress.mjs";
import * as tally from "../../../src/samestory/book/web/tally.mjs";

const KNOWN = { ...backup, ...compared, ...kept, ...later, ...merging, ...progress, ...tally };

class FakeStorage {
  constructor({ room = Infinity, ...values }) {
    Object.assign(this, { room, values: new Map(Object.entries(values)) });
  }
  get length() { return this.values.size; }
  key(at) { return [...this.values.keys()][at] ?? null; }
  getItem(key) { return this.values.get(key) ?? null; }
  removeItem(key) { this.values.delete(key); }
  setItem(key, value) {
    const others = [...this.values].filter(([name]) => name !== key);
    const size = others.reduce((sum, [name, text]) => sum + name.length + text.length, key.length + value.length);
    if (size > this.room) throw new Error("QuotaExceededError");
    this.values.set(key, value);
  }
}

const results = [];

function revived(value) {
  if (value?.$entries) return new Map(Object.entries(value.$entries));
  if (value?.$storage) return new FakeStorage(value.$storage);
  if (value?.$date) return new Date(value.$date);
  if (value?.$repeat) return value.$repeat[0].repeat(value.$repeat[1]);
  if (value?.$result !== undefined) return value.of ? results[value.$result][value.of] : results[value.$result];
  return value;
}

function plain(name, value) {
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value].sort();
  if (value instanceof FakeStorage) return Object.fromEntries(value.values);
  return value;
}

for (const { call, args } of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const given = args.map(revived);
    results.push(call === "same" ? given[0] : KNOWN[call](...given));
  } catch (error) {
    results.push({ thrown: error.message });
  }
}
process.stdout.write(JSON.stringify(results, plain));
