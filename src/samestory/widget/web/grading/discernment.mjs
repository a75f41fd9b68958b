// How well faults are told from sound passages, and which way somebody leans; equal to samestory.exercise.parts.discernment.

/** @typedef {{hits: number, falseAlarms: number, dPrime: number, bias: number}} Discernment */

/** From the low powers to the high: numerators and denominators of Wichura's two approximations. */
const NEAR = [[3.3871327179, 50.434271938, 159.29113202, 59.10937472], [1, 17.895169469, 78.757757664, 67.1875636]];
const FAR = [[1.4234372777, 2.75681539, 1.3067284816, 0.17023821103], [1, 0.737001642, 0.12021132975]];

function ratio([above, below], x) {
  const value = (powers) => powers.reduceRight((sum, one) => sum * x + one, 0);
  return value(above) / value(below);
}

/**
 * The point below which a share `p` of the normal curve lies, to 1e-6 for p from 1e-11 on: algorithm AS 241, PPND7
 * (Wichura 1988, doi 10.2307/2347330).
 */
export function quantile(p) {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(NEAR, 0.180625 - q * q);
  return Math.sign(q) * ratio(FAR, Math.sqrt(-Math.log(Math.min(p, 1 - p))) - 1.6);
}

/** Half a thing more on either side, so that all and none can be reckoned with (Hautus 1995). */
export function rate(count, of) {
  return (count + 0.5) / (of + 1);
}

function isCount(pair) {
  if (!Array.isArray(pair)) return false;
  const [count, of] = pair;
  return Number.isInteger(count) && Number.isInteger(of) && of > 0 && count >= 0 && count <= of;
}

/**
 * Reckons from faults caught and sound passages rightly trusted, each a count and of how many. `hits` and
 * `falseAlarms` are the plain shares, 0 to 1; `dPrime` is above 0 where faults and sound passages are told apart;
 * `bias` (c) is above 0 for who trusts too easily, below 0 for who doubts too easily.
 * @param {{caught: [number, number]|null, trusted: [number, number]|null}} scores
 * @returns {Discernment|null} null without a fault or without a sound passage, or if these are no counts
 */
export function discernment({ caught, trusted }) {
  if (!isCount(caught) || !isCount(trusted)) return null;
  const doubted = trusted[1] - trusted[0];
  const [hit, alarm] = [quantile(rate(...caught)), quantile(rate(doubted, trusted[1]))];
  return {
    hits: caught[0] / caught[1], falseAlarms: doubted / trusted[1], dPrime: hit - alarm, bias: (-hit - alarm) / 2,
  };
}
