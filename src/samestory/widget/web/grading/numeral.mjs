// Reads a number as a learner types it, or asks what is meant: the same steps as `numeral.py`.

const LONGEST_NUMERAL = 60;
const NUMERAL_SPACES = /[ \t\n\r\f\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;
const MINUS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d";
const PLAIN = /^([0-9]*)(?:\.([0-9]+))?$/;
const GROUPED = /^([1-9][0-9]{0,2}([, '])[0-9]{3}(?:\2[0-9]{3})*)(?:\.([0-9]+))?$/;
const COMMA = /^([0-9]+),([0-9]+)$/;

const TOO_LONG = `That is too long for a number: give at most ${LONGEST_NUMERAL} characters.`;
const IN_DIGITS = "Write the number in the digits 0 to 9, such as 1,234 or 0.5.";
const ONE_NUMBER = "Give one number, written out: no sum, no fraction, no range and no power of ten.";

/** Small letters (of A to Z only), single spaces, no full stops at the end. @param {string} text */
function tidy(text) {
  const small = text.replace(NUMERAL_SPACES, " ").replace(/’/g, "'").replace(/[A-Z]/g, (one) => one.toLowerCase());
  return small.replace(/^ /, "").replace(/[. ]+$/, "");
}

/**
 * One number with or without its unit. @param {string} text @param {string[]} units first the one to be named
 * @returns {{value: number, shown: string}|{question: string}} the question is empty where nothing was written
 */
export function readNumber(text, units) {
  if ([...text].length > LONGEST_NUMERAL) return { question: TOO_LONG };
  let rest = tidy(text);
  if (!rest) return { question: "" };
  const minus = MINUS.includes(rest[0]);
  if (minus || rest[0] === "+") rest = rest.slice(1).replace(/^ /, "");
  const forms = units.map(tidy);
  const before = [...forms].sort((one, other) => other.length - one.length).find((form) => rest.startsWith(form));
  if (before !== undefined) rest = rest.slice(before.length).replace(/^ /, "");
  const digits = /^[0-9., ']*/.exec(rest)[0].replace(/ $/, "");
  const unit = rest.slice(digits.length).replace(/^ /, "");
  if (!/[0-9]/.test(digits)) return { question: IN_DIGITS };
  if (unit && !forms.includes(unit)) {
    if (/[0-9]/.test(unit)) return { question: ONE_NUMBER };
    const only = `Beside the number only its unit can stand: ${units[0]}.`;
    return { question: units.length ? only : "Give the number without a unit." };
  }
  return numberOf(digits, minus);
}

function numberOf(digits, minus) {
  const plain = PLAIN.exec(digits);
  const grouped = plain ? null : GROUPED.exec(digits);
  if (!plain && !grouped) return { question: questionOf(digits) };
  const whole = plain ? plain[1] : grouped[1].replace(/[, ']/g, "");
  const decimals = plain ? plain[2] : grouped[3];
  const value = Number(`${whole || "0"}.${decimals ?? "0"}`);
  const sign = minus && value ? "−" : "";
  const groups = (whole.replace(/^0+/, "") || "0").replace(/[0-9](?=(?:[0-9]{3})+$)/g, "$&,");
  return { value: sign ? -value : value, shown: `${sign}${groups}${decimals === undefined ? "" : `.${decimals}`}` };
}

function questionOf(digits) {
  const comma = COMMA.exec(digits);
  if (!comma) return `${digits} can be read in more than one way: write it like 1,234 or 1234.5.`;
  const point = "Then write it with a point: a comma stands only between thousands.";
  return `Is ${digits} meant as ${comma[1]}.${comma[2]}? ${point}`;
}
