// Values that a learner's function returned, as Python wrote them down: read, compared, and why one is wrong.

// Takes each token of {"a": (-1.5e-07, None)}; leaves 'a text' between single marks, 0x10 and 1_000, as Python does.
const TOKEN = new RegExp(
  String.raw`"(?:[^"\\]|\\["\\/bfnrtu])*"`
  + String.raw`|-?(?:[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?|inf|nan)`
  + String.raw`|None|True|False|set\(\)|[\[\](){},:]| `,
  "uy",
);
const LONGEST_VALUE = 1500; // characters
const DEEPEST = 8;
const CLOSING = { "[": "]", "(": ")", "{": "}" };
const NUMBER = /^-?(?:[0-9]|inf|nan)/;
const WHOLE = /^-?[0-9]+$/;
const SQUARE = { "(": "[", "{": "[", ")": "]", "}": "]" };
const TYPES = { "[": "list", "(": "tuple", "{": "dict or set", "set()": "set" };

/** The tokens of a value's text without its blanks, or null if it is no such text. @param {unknown} text */
export function valueTokens(text) {
  if (typeof text !== "string" || !text || text.length > 2 * LONGEST_VALUE || [...text].length > LONGEST_VALUE) {
    return null;
  }
  const found = [];
  const open = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < text.length; end = TOKEN.lastIndex) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    if (CLOSING[token]) open.push(CLOSING[token]);
    else if (")]}".includes(token) && open.pop() !== token) return null;
    if (open.length > DEEPEST) return null;
    if (token !== " ") found.push(token);
  }
  return open.length ? null : found;
}

/** Whether two values' tokens are equal, numbers at most `tolerance` apart. */
export function sameValue(one, other, tolerance) {
  return one.length === other.length && one.every((token, i) => isAlike(token, other[i], tolerance));
}

function isAlike(one, other, tolerance) {
  if (one === other) return true;
  if (!NUMBER.test(one) || !NUMBER.test(other)) return false;
  if (!tolerance && WHOLE.test(one) && WHOLE.test(other)) return false;
  const [a, b] = [one, other].map(numericValue);
  return a === b || Math.abs(a - b) <= tolerance;
}

function numericValue(text) {
  return Number(text.replace("inf", "Infinity").replace("nan", "NaN"));
}

/** Why a value is wrong, where its form alone tells; empty where it does not. */
export function causeOf(given, expected, tolerance) {
  if (given.length === 1 && given[0] === "None") {
    return "A function gives back only what stands after “return”.";
  }
  if (given.length === 1 && expected.length === 1) return causeOfScalar(given[0], expected[0]);
  if (sameValue(bareTokens(given), bareTokens(expected), tolerance)) {
    const [here, there] = [given, expected].map(([first]) => TYPES[first] ?? "value");
    if (here === there) return "It holds the right values, but something inside it is of another type.";
    return `It holds the right values in a ${here}; a ${there} is asked for.`;
  }
  const isMixed = sameValue([...given].sort(), [...expected].sort(), 0);
  return isMixed ? "It holds the right values in another order." : "";
}

function causeOfScalar(given, expected) {
  if (given === `"${expected}"`) {
    return "It is a text that reads like the right value: return the value itself, not a text.";
  }
  if (expected === `"${given}"`) return "It reads like the right value: return it as a text.";
  const isWhole = [given, expected].every((text) => WHOLE.test(text) && text.length <= 15);
  if (isWhole && Math.abs(given - expected) === 1) {
    return `It is one ${given - expected > 0 ? "more" : "less"} than it should be.`;
  }
  return "";
}

/** The tokens with every bracket square, and without the comma that makes a tuple of one. */
function bareTokens(tokens) {
  const found = [];
  for (const token of tokens) {
    if (token === "set()") found.push("[", "]");
    else {
      if ([")", "]", "}"].includes(token) && found.at(-1) === ",") found.pop();
      found.push(SQUARE[token] ?? token);
    }
  }
  return found;
}
