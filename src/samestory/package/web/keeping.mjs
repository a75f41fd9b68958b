// Answers as one short text that a platform keeps between two visits.

import { storeOf } from "../../widget/web/host/store.mjs";

const FORMAT = 1;

/**
 * What is kept of these exercises, in `room` characters at most. What does not fit is left out from the end.
 * @param {string[]} ids @param {number} room @returns {Promise<{kept: string, isWholly: boolean}>}
 */
export async function packed(ids, room) {
  const all = ids.map((id) => [id, storeOf(id).read()]).filter(([, value]) => Object.keys(value).length);
  // Drafts go first: a checked answer is worth more than one that was only begun.
  const tries = [all, all.map(([id, value]) => [id, withoutDraft(value)])];
  for (const some of tries) {
    const kept = await text(some);
    if (kept.length <= room) return { kept, isWholly: some === all };
  }
  for (let some = tries[1]; ; some = some.slice(0, -1)) {
    const kept = await text(some);
    if (kept.length <= room || !some.length) return { kept: kept.length <= room ? kept : "", isWholly: false };
  }
}

/** What was kept, by exercise; nothing of a text that can't be read. @param {string} kept */
export async function unpacked(kept) {
  try {
    const plain = kept.startsWith("z:") ? await inflated(kept.slice(2)) : kept.slice(2);
    const { format, answers } = JSON.parse(plain);
    return format <= FORMAT ? Object.fromEntries(answers) : {};
  } catch {
    return {};
  }
}

function withoutDraft(value) {
  if (!value.record) return {};
  const { record, checked, scored, left } = value;
  return { record, checked, scored, left };
}

async function text(answers) {
  const plain = JSON.stringify({ format: FORMAT, answers });
  // A platform may take ASCII alone.
  const safe = plain.replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return typeof CompressionStream === "undefined" ? `j:${safe}` : `z:${await deflated(safe)}`;
}

async function deflated(plain) {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

async function inflated(letters) {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
