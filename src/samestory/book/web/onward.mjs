// On the welcome page: the way back to where a reader was, and what is begun and still open.

import { lastPlace } from "./place.mjs";

/** Fills the place for it; whoever has begun nothing sees nothing of it. */
export function leadBack() {
  const box = document.querySelector(".sb-onward");
  const place = lastPlace();
  if (!box || !place) return;
  const root = document.documentElement.dataset.content_root;
  const link = document.createElement("a");
  link.href = `${root}notebooks/${place.page}.html#${place.id}`;
  link.textContent = "Go on where you were";
  const line = document.createElement("p");
  line.append(link, `: ${place.lesson}, station ${place.at} of ${place.of}, “${place.title}”.`);
  box.replaceChildren(line);
  const open = begun();
  if (open.length) {
    const rest = document.createElement("p");
    rest.append("Begun and still open: ", ...open.flatMap((one, at) => (at ? ["; ", ...one] : one)), ".");
    box.append(rest);
  }
  box.hidden = false;
}

/** The pages that the contents count as begun and not done: a link, and how much is done. */
function begun() {
  const counts = [...document.querySelectorAll(".sb-contents a[data-lesson] + .sb-done:not(.is-all)")];
  const some = counts.filter((count) => !count.dataset.shown.startsWith("0 "));
  return some.map((count) => {
    const from = count.previousElementSibling;
    const link = Object.assign(document.createElement("a"), { href: from.href, textContent: from.textContent });
    return [link, ` (${count.dataset.shown})`];
  });
}
