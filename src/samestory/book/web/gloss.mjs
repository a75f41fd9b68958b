// Notes on hard words: shown on hover, focus and tap, and gone with Escape.
// A mark becomes a button by its role and stays a piece of the line: it wraps and is copied like the text around it.

const GRACE = 250; // milliseconds for a pointer on its way from a word to its note
const GAP = 4; // pixels between the two
const EDGE = 8; // pixels that stay free beside the note

export function showNotes() {
  const words = [...document.querySelectorAll(".sb-gloss")];
  if (!words.length) return;
  const note = document.createElement("span");
  note.id = "gloss-note";
  note.className = "sb-gloss-note";
  note.setAttribute("role", "tooltip");
  note.hidden = true;
  document.querySelector("main").append(note);
  let shown = null;
  let kept = false; // pressed: stays until it is pressed again, or something else is
  let leaving = 0;

  const show = (word, keep) => {
    clearTimeout(leaving);
    if (shown !== word) hide();
    shown = word;
    kept ||= keep;
    note.textContent = word.dataset.says;
    note.hidden = false;
    word.setAttribute("aria-expanded", "true");
    word.setAttribute("aria-describedby", note.id);
    place(word);
  };
  const hide = () => {
    clearTimeout(leaving);
    shown?.setAttribute("aria-expanded", "false");
    shown?.removeAttribute("aria-describedby");
    shown = null;
    kept = false;
    note.hidden = true;
  };
  const leave = () => {
    clearTimeout(leaving);
    if (!kept && document.activeElement !== shown) leaving = setTimeout(hide, GRACE);
  };
  const press = (word) => (shown === word && kept ? hide() : show(word, true));

  /** Below the word, or above it where there is no room; inside the window in any case. */
  function place(word) {
    note.style.left = note.style.top = "0";
    const lines = word.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const origin = note.getBoundingClientRect();
    const widest = document.documentElement.clientWidth - origin.width - EDGE;
    const below = last.bottom + GAP;
    const above = first.top - GAP - origin.height;
    const fits = below + origin.height <= window.innerHeight || above < 0;
    const left = fits ? last.left : first.left;
    note.style.left = `${Math.max(EDGE, Math.min(left, widest)) - origin.left}px`;
    note.style.top = `${(fits ? below : above) - origin.top}px`;
  }

  for (const word of words) {
    word.tabIndex = 0;
    word.setAttribute("role", "button");
    word.setAttribute("aria-expanded", "false");
    word.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(word, false); });
    word.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") leave(); });
    word.addEventListener("focus", () => { if (word.matches(":focus-visible")) show(word, false); });
    word.addEventListener("blur", () => { if (shown === word) hide(); });
    word.addEventListener("click", () => press(word));
    word.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (shown === word) hide();
      else show(word, true);
    });
  }
  note.addEventListener("pointerenter", () => clearTimeout(leaving));
  note.addEventListener("pointerleave", leave);
  note.addEventListener("pointerdown", (event) => event.preventDefault()); // pressing the note leaves the focus alone
  note.addEventListener("click", (event) => { if (event.pointerType === "touch") hide(); }); // it may cover a word
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("pointerdown", (event) => {
    if (shown && event.target !== shown && !note.contains(event.target)) hide();
  });
  window.addEventListener("resize", () => { if (shown) place(shown); });
  window.addEventListener("beforeprint", hide);
}
