// Answers to tests that no page asks for any more: they are still counted, each by itself.

import { el } from "../../widget/web/dom.mjs";
import { isComplete, namesOf, readTest } from "./compared.mjs";
import { isChecked } from "./kept.mjs";
import { dateWords, table } from "./drawing.mjs";

const WHAT = "You have answered a test of an earlier edition of this course. It asked for other things on other pages, "
  + "so it can’t be compared with the two tests above.";

/**
 * @param {Object<string, import("./compared.mjs").Form>|undefined} forms
 * @param {Map<string, import("./kept.mjs").Entry>} entries @returns {HTMLElement[]}
 */
export function drawEarlier(forms, entries) {
  const taken = namesOf(forms).filter((name) => isChecked(entries.get(name)) || entries.get(name)?.left);
  if (!taken.length) return [];
  const rows = taken.map((name) => rowOf(name, forms[name], entries.get(name)));
  return [
    el("h3", {}, "An earlier test"),
    el("p", {}, WHAT),
    table("Earlier tests", ["Test", "Checked", "Caught", "Rightly trusted"], rows),
  ];
}

function rowOf(name, form, entry) {
  const when = new Date(entry.record?.when ?? NaN);
  const day = Number.isNaN(when.getTime()) ? "on a day that was not kept" : dateWords(when);
  if (!isComplete(form, entry)) return [form.title, day, "not complete", "not complete"];
  const { caught, trusted } = readTest(name, form, entry);
  return [form.title, day, caught.join(" of "), trusted.join(" of ")];
}
