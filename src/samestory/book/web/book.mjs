// What every page of the book does beside its exercises: the theme, the two lists, wide tables, the offline copy.

import { isClosedFrame } from "../../widget/web/surroundings.mjs";
import { tellWhatIsMissing } from "./awaited.mjs";
import { countInContents } from "./contents.mjs";
import { showNotes } from "./gloss.mjs";
import { searchAnywhere } from "./search.mjs";

const page = document.documentElement;

/** One button for two themes; the choice is kept, and other open pages follow it. */
function offerThemes() {
  const button = document.querySelector(".sb-theme");
  const label = button.querySelector("span");
  const other = () => (page.dataset.theme === "dark" ? "light" : "dark");
  const name = () => { label.textContent = other() === "dark" ? "Dark theme" : "Light theme"; };
  button.addEventListener("click", () => {
    page.dataset.theme = other();
    try { localStorage.setItem("samestory:theme", page.dataset.theme); } catch { /* kept for this page only */ }
    name();
  });
  window.addEventListener("storage", (event) => {
    if (event.key === "samestory:theme" && event.newValue) { page.dataset.theme = event.newValue; name(); }
  });
  name();
}

/** The two lists stand open where there is room beside the text, and fold where there is not. */
function foldLists() {
  for (const [list, room] of [[".sb-contents", "(min-width: 64rem)"], [".sb-outline", "(min-width: 84rem)"]]) {
    const details = document.querySelector(`${list} > details`);
    if (!details) continue;
    matchMedia(room).addEventListener("change", (event) => { details.open = event.matches; });
    details.addEventListener("click", (event) => {
      if (event.target.closest("a") && !matchMedia(room).matches) details.open = false;
    });
  }
}

/** The contents are longer than a screen: where they scroll by themselves, the page one is on comes into their view. */
function showPlace() {
  const list = document.querySelector(".sb-contents > details");
  const here = list?.querySelector("[aria-current=page]");
  if (!here || !matchMedia("(min-width: 64rem)").matches) return;
  const below = here.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
  if (below > 0) list.scrollTop = below + list.clientHeight / 2;
}

/** What scrolls sideways can be reached and scrolled with keys; what fits is no extra stop. */
function reachWideParts() {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const wide = target.scrollWidth > target.clientWidth + 1;
      if (wide) {
        target.tabIndex = 0;
        target.setAttribute("role", "group");
        target.setAttribute("aria-label", "A wide part of the page; scrolls sideways");
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
      }
    }
  });
  for (const part of document.querySelectorAll(".sb-article .output, .sb-article .sb-wide")) watch.observe(part);
}

/** Paper is light, whatever the screen is. */
function printLight() {
  let shown = null;
  const before = () => { shown ??= page.dataset.theme; page.dataset.theme = "light"; };
  const after = () => { page.dataset.theme = shown ?? page.dataset.theme; shown = null; };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  matchMedia("print").addEventListener("change", (event) => (event.matches ? before() : after()));
}

/** Keep a copy of the book for reading with no network. Browsers allow it on https and on this machine only. */
function keepCopy() {
  if (isClosedFrame() || !("serviceWorker" in navigator) || !window.isSecureContext) return;
  if (!location.protocol.startsWith("http")) return;
  const worker = new URL(`${page.dataset.content_root}sw.js`, location.href);
  const register = () => navigator.serviceWorker.register(worker).catch(() => { /* reading goes on without a copy */ });
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}

/** A closed frame may refuse downloads without a word. */
function tellOfDownloads() {
  const row = document.querySelector("p.sb-launch:has(a[download])");
  if (!row || !isClosedFrame()) return;
  const words = "This page stands in a closed frame of another site, which may let nothing be downloaded. If nothing "
    + `comes, open the page by itself: ${location.href.split("#")[0]}`;
  row.append(Object.assign(document.createElement("span"), { className: "sb-launch-closed", textContent: words }));
}

const DOES = [
  tellWhatIsMissing, tellOfDownloads, offerThemes, foldLists, showPlace, reachWideParts, printLight, countInContents,
  showNotes, searchAnywhere, keepCopy,
];
for (const does of DOES) {
  try {
    does();
  } catch (error) {
    setTimeout(() => { throw error; }); // the console hears of it, and the rest of the page still works
  }
}
