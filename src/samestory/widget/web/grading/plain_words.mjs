// Words as an answer in one's own words is compared: the same steps as samestory.exercise.parts.plain_words in Python.

const ANY_GAP = "..";
const WIDEST_GAP = 6;
const SPACING = "\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const PARTING = new RegExp(`["()\\[\\]{}<>;:!?*_/\\\\|~^\`+=\\-–—―«»‹›‚‟′″¿¡•·${SPACING}]`, "g");
const UNSEEN = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e]/g;
const ALIKE = {
  "’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "‒": "-",
};
const STRAIGHTENED = /[’‘‛“”„‐‑‒]/g;
const AT_EDGES = new Set(".,'&");

const straight = (text) => text.replace(UNSEEN, "").replace(STRAIGHTENED, (sign) => ALIKE[sign]);

/** The words of a text as they are compared. @param {string} text @returns {string[]} */
export function plainWords(text) {
  const plain = straight(straight(text.normalize("NFKD")).toLowerCase());
  return plain.replace(PARTING, " ").replaceAll("...", " ").split(" ").map(bareWord).filter(Boolean);
}

function bareWord(word) {
  let start = 0;
  while (start < word.length && AT_EDGES.has(word[start])) start += 1;
  const bare = withoutEnd(word.slice(start));
  return bare.endsWith("'s") ? withoutEnd(bare.slice(0, -2)) : bare;
}

function withoutEnd(word) {
  let { length: end } = word;
  while (end > 0 && AT_EDGES.has(word[end - 1])) end -= 1;
  return word.slice(0, end);
}

/** Where a pattern, begun at word `start`, ends; -1 if it does not stand there. */
function foundAt(words, pattern, start) {
  let at = start;
  for (const [i, one] of pattern.entries()) {
    if (one === ANY_GAP) {
      for (let width = 0; width <= WIDEST_GAP; width += 1) {
        const end = foundAt(words, pattern.slice(i + 1), at + width);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (at >= words.length || !fitsPattern(words[at], one)) return -1;
    at += 1;
  }
  return at;
}

const fitsPattern = (word, one) => (one.endsWith("*") ? word.startsWith(one.slice(0, -1)) : word === one);

/** The numbers of the words that belong to a pattern wherever it stands; those in a gap belong to none. */
export function placesOf(words, pattern) {
  return words.flatMap((_, start) => {
    const end = foundAt(words, pattern, start);
    const within = words.slice(start, Math.max(start, end)).map((word, i) => [word, start + i]);
    return within.filter(([word]) => pattern.some((one) => fitsPattern(word, one))).map(([, at]) => at);
  });
}

/** The longest run of words that both hold, as its first word and the word after its last in `words`. */
export function longestSharedRun(words, other) {
  let best = [0, 0];
  let before = new Array(other.length + 1).fill(0);
  words.forEach((word, i) => {
    const here = new Array(other.length + 1).fill(0);
    other.forEach((theirs, j) => {
      if (word !== theirs) return;
      here[j + 1] = before[j] + 1;
      if (here[j + 1] > best[1] - best[0]) best = [i + 1 - here[j + 1], i + 1];
    });
    before = here;
  });
  return best;
}
