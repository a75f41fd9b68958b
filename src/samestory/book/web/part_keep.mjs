// Saving to a file, bringing a file in, clearing: each says what it will do, does it, and says what it did.

import { el, goTo } from "../../widget/web/dom.mjs";
import { LARGEST_FILE, readBackup, written } from "./backup.mjs";
import { dateWords, press, several } from "./drawing.mjs";
import { DRAW, entriesIn, isChecked, keysIn, storageHere } from "./kept.mjs";
import { planned, putIn, stillAsPut } from "./merging.mjs";

const FILE_NAME = "same-story-answers";
const THEME = "samestory:theme";
const FULL = "This browser has no room for the answers, or keeps nothing at all. Nothing was changed.";

/**
 * @param {Object<string, import("./compared.mjs").Form>|null} forms the test's forms
 * @param {() => void} changed called when what is kept changed
 */
export function drawKeep(forms, changed) {
  return [...savePart(), ...bringPart(forms, changed), ...clearPart(changed)];
}

function save() {
  const now = new Date();
  const blob = new Blob([written(storageHere(), now)], { type: "application/json" });
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: `${FILE_NAME}-${now.toISOString().slice(0, 10)}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function savePart() {
  const said = el("p", { role: "status", class: "sb-said" });
  const go = () => {
    const number = entriesIn(storageHere()).size;
    if (number) save();
    said.textContent = number
      ? `Your browser saves a file with your answers to ${several(number, "exercise")}. Keep it where only you can ` +
        `read it.`
      : "There is nothing to save: this browser keeps no answers yet.";
  };
  return [
    el("h3", {}, "Save to a file"),
    el("p", {}, "One file takes all your answers, scores and drafts along, to another browser or another computer, " +
      "or to a safe place."),
    el("p", {}, press("Save my answers to a file", go)),
    said,
  ];
}

function bringPart(forms, changed) {
  const said = el("div", { role: "status", class: "sb-said" });
  const actions = el("p", { class: "sb-actions" });
  const input = el("input", { type: "file", accept: ".json,application/json", id: "sb-file" });
  const tell = (lines, ...buttons) => {
    said.replaceChildren(...lines.map((line) => el("p", {}, line)));
    actions.replaceChildren(...buttons);
  };
  const end = (line, ...buttons) => {
    tell([line], ...buttons);
    input.value = "";
    (buttons[0] ?? input).focus();
    changed();
  };
  input.addEventListener("click", () => { input.value = ""; }); // the same name again, mended meanwhile, is news too
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const text = await file.slice(0, 4 * LARGEST_FILE).text(); // a character takes four bytes at the most
    const backup = readBackup(text);
    if (backup.trouble) tell([backup.trouble, "Nothing was changed."]);
    else propose(backup, forms, tell, end);
  });
  return [
    el("h3", {}, "Bring in a file"),
    el("p", {}, "Answers from the file join those that are here. Where both have an answer, the one that was " +
      "checked later stays, with the earlier first look; of a test, the first complete check stays. You see what " +
      "would happen first."),
    el("p", {}, el("label", { for: "sb-file" }, "A file that was saved on this page"), input),
    said,
    actions,
  ];
}

/** Says what would happen; does it, or leaves it; and can take it back. */
function propose(backup, forms, tell, end) {
  const storage = storageHere();
  const plan = planned(backup, storage, forms);
  const when = backup.saved ? `saved on ${dateWords(new Date(backup.saved))}` : "with no date";
  const lines = [`A file ${when}, with answers to ${several(backup.answers.size, "exercise")}. ${planWords(plan)}`];
  if (backup.unreadable) lines.push(`${several(backup.unreadable, "more answer")} in it can’t be read and would be ` +
    `left out.`);
  if (!plan.changes.size) return tell([...lines, "There is nothing to bring in."]);
  const leave = () => end("Nothing was changed.");
  const bring = () => {
    // Another tab may have written meanwhile.
    const { changes, added, replaced, looks } = planned(backup, storage, forms);
    let before;
    try {
      before = putIn(storage, changes);
    } catch {
      return end(FULL);
    }
    const undo = () => {
      const some = stillAsPut(storage, before, changes);
      try {
        putIn(storage, some);
      } catch {
        return end(FULL);
      }
      const stays = before.size - some.size;
      return end(stays ? `Taken back, but for ${several(stays, "answer")} that changed since.` : "Taken back. " +
        "Everything is as it was before.");
    };
    const number = added.length + replaced.length;
    const also = looks.length ? ` and ${several(looks.length, "first look")}` : "";
    const line = `Brought in: ${several(number, "answer")}${also}. Until you leave this page you can take it back.`;
    return end(line, press("Undo", undo));
  };
  return tell(lines, press("Bring them in", bring, { class: "sb-press is-first" }), press("Leave everything as it " +
    "is", leave));
}

function planWords({ added, replaced, kept, same, looks, draw }) {
  const is = (number) => (number === 1 ? "is" : "are");
  const parts = [
    added.length && `${added.length} ${is(added.length)} new here`,
    replaced.length && `${replaced.length} would take the place of the answer here`,
    kept.length && `${kept.length} would stay out, because the answer here counts`,
    looks.length && `of ${looks.length} an earlier first look would be taken over`,
    same.length && `${same.length} ${is(same.length)} the same as here`,
    draw && "the order of your two tests would be the file’s",
  ].filter(Boolean);
  return parts.length ? `Of these: ${parts.join("; ")}.` : "";
}

function clearPart(changed) {
  const said = el("p", { role: "status", class: "sb-said", tabindex: -1 });
  const group = { role: "group", "aria-label": "Clear this browser?", tabindex: -1, hidden: true };
  const asked = el("div", { class: "sb-asked", ...group });
  const opener = press("Clear this browser …", () => ask(), { "aria-expanded": "false" });
  const close = (line) => {
    asked.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    said.textContent = line;
  };
  const leave = () => {
    close("Nothing was cleared.");
    opener.focus();
  };
  const clear = () => {
    const storage = storageHere();
    for (const key of keysIn(storage)) storage.removeItem(key);
    close("Cleared. This browser keeps nothing of you for this book any more.");
    goTo(said);
    changed();
  };
  const ask = () => {
    said.textContent = "";
    const buttons = [
      press("Save a file first", save),
      press("Clear it all now", clear, { class: "sb-press is-grave" }),
      press("Keep everything", leave),
    ];
    asked.replaceChildren(...clearWords(), el("p", { class: "sb-actions" }, ...buttons));
    asked.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    asked.focus();
  };
  return [
    el("h3", {}, "Clear this browser"),
    el("p", {}, "On a computer that others use too, clear your answers away before you leave it."),
    el("p", {}, opener),
    asked,
    said,
  ];
}

function clearWords() {
  const storage = storageHere();
  const entries = [...entriesIn(storage).values()];
  const done = entries.filter(isChecked).length;
  const goes = [
    `${several(done, "checked answer")} with their scores`,
    entries.length > done && `${several(entries.length - done, "answer")} begun and not checked`,
    storage?.getItem(DRAW) && "which of the two tests came first",
    storage?.getItem(THEME) && "your choice of the light or dark theme",
  ].filter(Boolean);
  return [
    el("p", {}, "This goes, and can’t be brought back without a file:"),
    el("ul", {}, ...goes.map((line) => el("li", {}, line))),
    el("p", {}, "The copy of the book for reading without a network stays. It holds nothing of yours."),
  ];
}
