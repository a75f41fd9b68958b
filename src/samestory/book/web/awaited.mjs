// Where a script was to draw a part of the page and did not: says in its place what went wrong, and what to do.
// This script stands first on the page, so it is here when another one fails.

import { isFromDisk } from "../../widget/web/surroundings.mjs";

const AGAIN = "Reload the page; if that does not help, tell whoever runs this site.";
const FROM_DISK = "A page that is opened from disk needs the whole folder of the book around it: copy the folder, or "
  + "unpack the archive first, and open the page there.";
const TOO_OLD = "It came, but this browser could not run it: one of 2023 or newer can.";

/** Looks when the page is complete: by then every deferred script has run or has failed. */
export function tellWhatIsMissing() {
  const failed = new Set();
  for (const script of document.querySelectorAll("script[src]")) {
    script.addEventListener("error", () => failed.add(nameOf(script)));
  }
  if (document.readyState === "complete") tell(failed);
  else addEventListener("DOMContentLoaded", () => tell(failed));
}

function tell(failed) {
  for (const line of document.querySelectorAll("[data-awaits]")) {
    const name = line.dataset.awaits;
    const script = [...document.querySelectorAll("script[src]")].find((one) => nameOf(one) === name);
    line.textContent = failed.has(name) || !script ? notLoaded(name, script) : notRun(name);
  }
  if (!customElements.get("same-story-explorer")) showWhole(document.querySelectorAll("same-story-explorer"));
}

function notLoaded(name, script) {
  const from = script ? ` from ${script.src.split("?")[0]}` : "";
  return `The file ${name}, which draws this part of the page, could not be loaded${from}. `
    + (isFromDisk() ? FROM_DISK : AGAIN);
}

function notRun(name) {
  return `Nothing is drawn here by the file ${name}. ${TOO_OLD}`;
}

/** An explorer that nobody brings to life shows all its states, one below the other, and no control. */
function showWhole(explorers) {
  for (const explorer of explorers) explorer.classList.add("is-still");
}

/** The file's name, without the edition that stands behind it. */
function nameOf(script) {
  return new URL(script.src, document.baseURI).pathname.split("/").at(-1);
}
