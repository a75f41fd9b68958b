// Keeps the files of the case in the browser: each by itself, and all or none of a change.
//
// The number of the edition is read and written in the same transaction. Who finds another number than they left there
// writes nothing: a second tab has gone on, and its work would be lost.

const BASE = "samestory-desk";
const STORE = "case";
const HEAD = "/head"; // no file of a case has this name

const SAID = {
  kept: "Kept in this browser, and nowhere else. Save it to a file to take it along.",
  full: "The browser’s storage is full, so the last changes are only on this page. Save to a file before you leave.",
  shut: "This browser keeps nothing for this page, so all is gone when you leave. Save to a file before you do.",
  other: "Another tab has changed this case since. What you do here is no longer kept: save to a file what you need, "
    + "then reload the page to go on with the other tab’s.",
  fresh: "Nothing leaves this computer. What you add is kept in this browser.",
};

export class KeptCase {
  constructor() {
    this.edition = 0;
    this.how = "fresh";
    this.behind = false;
  }

  /** How things are kept, in words. */
  state() {
    return SAID[this.how];
  }

  /** What was kept: the name of the case and its files; null if nothing was. */
  async read() {
    try {
      this.base = await opened();
      const files = {};
      let head = null;
      await inTurn(this.base, "readonly", (store) => {
        store.openCursor().onsuccess = ({ target: { result } }) => {
          if (!result) return;
          if (result.key === HEAD) head = result.value;
          else files[result.key] = result.value;
          result.continue();
        };
      });
      if (!head) return null;
      this.edition = head.edition;
      this.how = "kept";
      return { name: head.name, files };
    } catch {
      this.how = "shut";
      return null;
    }
  }

  /** Keeps what has changed. @param {{name: string, files: Object<string, Uint8Array>, gone: string[]}} changes */
  async keep({ name, files, gone }) {
    if (!this.base || this.how === "other") return;
    this.pending = { ...this.pending, ...files };
    for (const path of gone) this.pending[path] = null;
    if (name === this.name && !Object.keys(this.pending).length) return;
    try {
      let isOther = false;
      await inTurn(this.base, "readwrite", (store, tx) => {
        store.get(HEAD).onsuccess = ({ target: { result } }) => {
          isOther = (result?.edition ?? 0) !== this.edition;
          if (isOther) {
            tx.abort();
            return;
          }
          for (const [path, content] of Object.entries(this.pending)) {
            if (content) store.put(content, path);
            else store.delete(path);
          }
          store.put({ edition: this.edition + 1, name }, HEAD);
        };
      }).catch((error) => {
        if (!isOther) throw error;
      });
      if (isOther) {
        this.how = "other";
        return;
      }
      this.edition += 1;
      Object.assign(this, { pending: {}, name, how: "kept" });
    } catch {
      this.how = "full"; // what could not be kept is tried again with the next change
    }
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
}

/** Runs a step in a transaction; resolves when all of it is written. */
function inTurn(base, mode, step) {
  return new Promise((resolve, reject) => {
    const tx = base.transaction(STORE, mode);
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
    tx.onabort = () => reject(tx.error ?? new Error("aborted"));
    step(tx.objectStore(STORE), tx);
  });
}
