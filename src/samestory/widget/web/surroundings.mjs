// What the front end runs in: a page with a script of its own, a page opened from disk, a closed frame, a notebook.

/**
 * The address that the page's own script came from; null in a notebook, which imports the front end as a module.
 * @type {string|null}
 */
export const PAGE_SCRIPT = globalThis.document?.currentScript?.src ?? null;

/** Whether the page was opened as a file, from no server. */
export function isFromDisk() {
  return globalThis.location?.protocol === "file:";
}

/** Whether another site shows the page in a frame with `sandbox` that lets it keep, save, fetch and print nothing. */
export function isClosedFrame() {
  return globalThis.origin === "null" && !isFromDisk();
}
