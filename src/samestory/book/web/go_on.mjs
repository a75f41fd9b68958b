// On a page that was left half done: a line below its title that leads on to the next exercise.

import { isChecked } from "./kept.mjs";

const EXERCISES = "same-story-exercise[id][data-number]";

/** @param {Map<string, import("./kept.mjs").Entry>} entries */
export function offerToGoOn(entries) {
  const next = nextOpen([...document.querySelectorAll(EXERCISES)], entries);
  const title = document.querySelector(".sb-article h1");
  if (!next || !title) return;
  const link = document.createElement("a");
  link.href = `#${next.id}`;
  link.textContent = `Go on with exercise ${next.dataset.number}`;
  const line = document.createElement("p");
  line.className = "sb-go-on";
  line.append("You have begun this page. ", link);
  title.after(line);
}

/** The exercise after the last one that was checked: whatever was passed by before it was passed by on purpose. */
function nextOpen(exercises, entries) {
  const last = exercises.findLastIndex(({ id }) => isChecked(entries.get(id)));
  return last < 0 ? null : exercises[last + 1] ?? null;
}
