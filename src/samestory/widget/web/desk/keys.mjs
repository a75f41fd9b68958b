// The keys of the desk. They act where the focus is in the desk and not in a field, nor in the text's own cursor.

const TYPED_INTO = "input:not([type=radio]):not([type=checkbox]), textarea, select, [role=slider]";

/** @param {KeyboardEvent} event @param {import("./desk.mjs").DeskApp} desk */
export function deskKey(event, desk) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !(event.target instanceof Element)) return;
  if (event.target.closest(TYPED_INTO)) {
    if (event.key === "Escape" && desk.card.back()) event.preventDefault();
    return;
  }
  const does = {
    a: () => desk.card.accept(), c: () => desk.card.change(), r: () => desk.card.refuse(), u: () => desk.undo(),
    n: () => desk.step(1), p: () => desk.step(-1), y: () => desk.card.sound(true), x: () => desk.card.sound(false),
    Escape: () => desk.card.back(),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!does || !desk.view?.texts?.length) return;
  event.preventDefault();
  does();
}
