// Beside an explorer's widgets in a notebook: keys stay in them, stops are called by their texts, and nothing jumps.

import { passSaving } from "../host/lab.mjs";

const TRIES = 40;
const PAUSE = 50;

/** Waits until the node stands in the explorer that it serves. */
async function explorerOf(node) {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const box = node.closest(".ss-explorer-lab");
    if (box?.querySelector("input, button, [role=slider]")) return box;
    await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
  }
  return null;
}

function setOnce(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function teach(box, { label, texts }) {
  for (const node of box.querySelectorAll("input, button, [tabindex]")) {
    setOnce(node, "data-lm-suppress-shortcuts", "true");
  }
  for (const node of box.querySelectorAll("[role=slider]")) {
    setOnce(node, "aria-label", label);
    setOnce(node, "aria-valuetext", texts[Math.round(Number(node.getAttribute("aria-valuenow")))] ?? "");
  }
  for (const node of box.querySelectorAll(".widget-toggle-buttons")) {
    setOnce(node, "role", "group");
    setOnce(node, "aria-label", label);
  }
  for (const node of box.querySelectorAll(".widget-toggle-button")) {
    setOnce(node, "aria-pressed", String(node.classList.contains("mod-active")));
  }
  const area = box.querySelector(".ss-explorer-state");
  const tallest = Math.max(Number(area.dataset.tallest ?? 0), area.scrollHeight);
  setOnce(area, "data-tallest", String(tallest));
  area.style.minHeight = `${tallest}px`;
}

/** What anywidget calls for the model that stands beside an explorer's widgets; nothing of its own is shown. */
export async function renderManners({ model, el: root }) {
  root.hidden = true;
  const box = await explorerOf(root);
  if (!box) return () => {};
  const again = () => teach(box, model.get("explorer"));
  again();
  const watcher = new MutationObserver(again);
  watcher.observe(box, { attributes: true, attributeFilter: ["class", "aria-valuenow", "aria-valuetext"], childList: true, subtree: true });
  const stopPassing = passSaving(box);
  return () => {
    stopPassing();
    watcher.disconnect();
  };
}
