// Where a reader was last: the welcome page leads back there.

import { isPlain, parsedEntry, storageHere } from "./kept.mjs";

const PLACE = "samestory:place";

/** @typedef {{page: string, id: string, lesson: string, title: string, at: number, of: number}} Place */

/** Keeps the open station; the first one only once there was another, for whoever looks in has begun nothing. */
export function keepPlace(stations, at) {
  const page = location.pathname.split("/").at(-1).replace(/\.html$/, "");
  const { id, title } = stations[at];
  if (at === 0 && lastPlace()?.page !== page) return;
  const lesson = document.querySelector(".sb-article h1").firstChild.textContent;
  try {
    storageHere()?.setItem(PLACE, JSON.stringify({ page, id, lesson, title, at: at + 1, of: stations.length }));
  } catch { /* nothing is kept: the reader finds the place by the contents */ }
}

/** @returns {Place|null} */
export function lastPlace() {
  const place = parsedEntry(storageHere()?.getItem(PLACE) ?? "");
  if (!isPlain(place) || ![place.at, place.of].every(Number.isInteger)) return null;
  const isTold = ["page", "id", "lesson", "title"].every((name) => typeof place[name] === "string");
  return isTold && /^[\w-]+$/.test(place.page) ? place : null;
}
