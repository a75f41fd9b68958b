// What chance does to d′: the range that guessing gives, and the interval of a gain; equal to
// samestory.exercise.parts.discernment, which says where the formulas are from.

import { discernment, quantile, rate } from "./discernment.mjs";

const GUESSERS = 0.9; // the share of those who guess that comes out within the range
const Z_95 = 1.959963985;

/** How often a coin falls to one side `n` times of `of`. */
function coinShare(n, of) {
  let share = 0.5 ** of;
  for (let i = 1; i <= n; i += 1) share *= (of - n + i) / i;
  return share;
}

/**
 * Of those who toss a coin for every item, nine in ten come out with a d′ between -r and r; this is r.
 * @param {number} faults @param {number} sound both from 1
 */
export function chanceRange(faults, sound) {
  const shares = new Map();
  for (let hits = 0; hits <= faults; hits += 1) {
    for (let kept = 0; kept <= sound; kept += 1) {
      const { dPrime } = discernment({ caught: [hits, faults], trusted: [kept, sound] });
      const size = Math.round(Math.abs(dPrime) * 1e4) / 1e4;
      shares.set(size, (shares.get(size) ?? 0) + coinShare(hits, faults) * coinShare(kept, sound));
    }
  }
  const sizes = [...shares.keys()].sort((one, other) => one - other);
  let within = 0;
  return sizes.find((size) => {
    within += shares.get(size);
    return within >= GUESSERS - 1e-9;
  }) ?? sizes.at(-1);
}

/** The variance of the point of the normal curve that belongs to a rate. */
function varianceOf([count, of]) {
  const p = rate(count, of);
  const density = Math.exp(-(quantile(p) ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return (p * (1 - p)) / (of * density ** 2);
}

/**
 * By how much d′ grew, and its 95 % interval.
 * @param {{caught: [number, number], trusted: [number, number]}} before @param {{caught: [number, number],
 *   trusted: [number, number]}} after @returns {{value: number, low: number, high: number}|null} null without a d′
 */
export function gainIn(before, after) {
  const [first, second] = [before, after].map(discernment);
  if (!first || !second) return null;
  const counts = [before.caught, before.trusted, after.caught, after.trusted];
  const reach = Z_95 * Math.sqrt(counts.reduce((sum, count) => sum + varianceOf(count), 0));
  const value = second.dPrime - first.dPrime;
  return { value, low: value - reach, high: value + reach };
}
