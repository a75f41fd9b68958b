// Keeps small values in the browser; where it may not, or where it is full, keeps them until the page is left.

const kept = new Map();

/** @param {"localStorage"|"sessionStorage"} name */
function storage(name) {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}

/** The value in a text that was kept, or an empty one. @returns {Object<string, any>} */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** Whether nothing is left of an answer but, it may be, its first look. @param {string|null} text as it is stored */
export function isCleared(text) {
  const { record, draft } = parsed(text);
  return !record && draft === undefined;
}

export class Store {
  /** @param {string} key @param {"localStorage"|"sessionStorage"} name */
  constructor(key, name = "localStorage") {
    Object.assign(this, { key, name });
  }

  /** The value, or an empty one if there is none or it cannot be read. @returns {Object<string, any>} */
  read() {
    if (kept.has(this.key)) return kept.get(this.key);
    try {
      return parsed(storage(this.name).getItem(this.key));
    } catch {
      return {};
    }
  }

  /** @param {Object<string, any>} value */
  write(value) {
    try {
      storage(this.name).setItem(this.key, JSON.stringify(value));
      kept.delete(this.key);
    } catch {
      kept.set(this.key, value);
    }
    this.tell();
  }

  /** Whether the value will be gone with the page. */
  get lost() {
    return kept.has(this.key);
  }

  /** Whether the browser lets this page keep nothing at all. */
  get shut() {
    return storage(this.name) === null;
  }

  remove() {
    kept.delete(this.key);
    try {
      storage(this.name).removeItem(this.key);
    } catch {
      // nothing was kept
    }
    this.tell();
  }

  /** The browser tells other pages of a change by itself; this one, which may count what is done, is told here. */
  tell() {
    globalThis.dispatchEvent?.(new Event("samestory:stored"));
  }
}

/** What the page keeps of an exercise. @param {string} id */
export function storeOf(id) {
  return new Store(`samestory:1:${id}`);
}

/** Whether an answer to an exercise was checked in this browser, in whatever edition. @param {string} id */
export function isAnswered(id) {
  const { record, checked } = storeOf(id).read();
  return Boolean(record && checked);
}
