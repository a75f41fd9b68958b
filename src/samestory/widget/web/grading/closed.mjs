// A key that stays closed until it may be used. The steps of samestory.exercise.seal.

const NO_CRYPTO = "This browser opens results only on a page that came over https, from this machine, or from disk. "
  + "Your answers are kept.";

/**
 * The key of an exercise out of what the page holds of it; to open it takes this machine a noticeable time.
 * @param {{id: string, spec: string}} view @param {{rounds: number, text: string}} closed @returns {Promise<object>}
 */
export async function openKey({ id, spec }, { rounds, text }) {
  if (!globalThis.crypto?.subtle) throw new Error(NO_CRYPTO);
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const first = await stretched(encoded(id), encoded(spec), rounds, 32);
  const stream = await stretched(first, encoded(spec), 1, bytes.length);
  return JSON.parse(new TextDecoder().decode(bytes.map((byte, at) => byte ^ stream[at])));
}

function encoded(text) {
  return new TextEncoder().encode(text);
}

/** PBKDF2 with HMAC-SHA-256. */
async function stretched(password, salt, iterations, length) {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * length));
}
