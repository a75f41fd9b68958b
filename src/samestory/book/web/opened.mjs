// Opens the tests on the page of results once both are done; until then the page does not know what was right.

import { openKey } from "../../widget/web/grading/closed.mjs";
import { namesOf, testsDone } from "./compared.mjs";

/**
 * The forms with the group of each item, if all of them are done; else as they are. Rejects where none can be opened.
 * @param {Object<string, import("./compared.mjs").Form>|null} forms
 * @param {Map<string, import("./kept.mjs").Entry>} entries @returns {Promise<typeof forms>}
 */
export async function opened(forms, entries) {
  const names = namesOf(forms);
  if (testsDone(forms, entries) < names.length) return forms;
  const found = await Promise.all(names.map(async (name) => [name, await openForm(forms[name])]));
  return Object.fromEntries(found);
}

async function openForm(form) {
  if (form.items || !form.closed) return form;
  const { slots, answer } = await openKey(form, form.closed);
  const right = (replies) => replies.filter(({ credit }) => credit === 1).flatMap(({ to }) => to);
  const also = slots.map(({ id, replies }) => [id, right(replies)]);
  return { ...form, items: answer.placed, also: Object.fromEntries(also) };
}
