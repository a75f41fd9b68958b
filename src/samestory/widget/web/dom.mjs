// Builds elements: text always goes in as text, never as markup.

const FOCUSABLE = new Set(["a", "button", "input", "select", "textarea", "summary"]);
let lastUid = 0;

/** An id that no other card on the page has. @returns {string} */
export function nextUid() {
  lastUid += 1;
  return `ss${lastUid}-${Math.random().toString(36).slice(2, 7)}`;
}

/**
 * An element with attributes, listeners (`onclick: f`) and children; null and false ones are left out.
 * JupyterLab acts on single keys unless the focused element itself asks it not to, hence the attribute.
 * @param {string} tag @param {Object<string, any>} [attributes] @param {...(Node|string|null|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  if (FOCUSABLE.has(tag) || "tabindex" in attributes) {
    node.setAttribute("data-lm-suppress-shortcuts", "true");
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button that never submits a form. @returns {HTMLButtonElement} */
export function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", class: "ss-button", onclick, ...attributes }, text);
}

/** Text for screen readers only. */
export function spoken(text) {
  return el("span", { class: "ss-spoken" }, text);
}

/** Shows or hides without moving focus by surprise. */
export function toggle(node, shown) {
  node.hidden = !shown;
}

/** Brings a node under the reader's eyes and gives it the focus. */
export function goTo(node) {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "center", inline: "nearest" });
}

/**
 * Runs a change of the layout and scrolls by what it moved, so that `node` stays where the reader sees it.
 * @param {HTMLElement} node @param {() => void} change
 */
export function steady(node, change) {
  keepLevel(node, node, change);
}

/**
 * Runs a change of the layout and scrolls so that `after` comes where `before` stood.
 * @param {HTMLElement} before @param {HTMLElement} after @param {() => void} change
 */
export function keepLevel(before, after, change) {
  const { top } = before.getBoundingClientRect();
  change();
  const moved = after.getBoundingClientRect().top - top;
  if (Math.abs(moved) < 1) return;
  scrollerOf(after).scrollTop += moved;
}

/** What scrolls a node: the nearest box around it that can, or the page. @param {HTMLElement} node */
export function scrollerOf(node) {
  let box = node.parentElement;
  while (box && !(box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
    box = box.parentElement;
  }
  return box ?? document.scrollingElement;
}

/** Whether the reader asked for no motion. */
export function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
