// A lesson one station at a time: the address says which one is open, so that links, reloads and the back button work.
// What is not open can still be found by the browser's own search. Without this script, and on paper, all of it shows.

import { entriesIn, isChecked, storageHere } from "./kept.mjs";
import { keepPlace } from "./place.mjs";
import { drawFoot, drawWay } from "./stations_drawn.mjs";

const WHOLE = "samestory:whole"; // kept while a reader wants all stations at once
const bookPage = document.documentElement;

/** @typedef {{node: HTMLElement, id: string, title: string, minutes: string}} Station */

class Way {
  /** @param {Station[]} stations */
  constructor(stations) {
    this.stations = stations;
    this.top = stations[0].node.parentElement;
    this.before = [...this.top.children].filter((one) => one.tagName !== "H1" && !one.matches(".sb-station"));
    for (const one of this.before) one.classList.add("sb-before");
    this.way = drawWay(stations, () => this.toggle());
    this.top.querySelector("h1").after(this.way.node);
    stations.forEach((one, at) => {
      one.node.append(drawFoot(stations, at));
      one.node.addEventListener("beforematch", () => this.open(at));
      one.node.querySelector("h2").tabIndex = -1;
    });
    this.isWhole = storageHere()?.getItem(WHOLE) === "yes";
    this.open(Math.max(0, this.holding(this.target())));
    bookPage.dataset.stations = "ready";
    this.show();
    addEventListener("hashchange", () => this.follow());
    addEventListener("load", () => this.target() && !this.isWhole && this.follow(), { once: true });
    document.addEventListener("click", (event) => this.again(event));
    addEventListener("samestory:stored", () => this.tick());
    this.tick();
  }

  /** What the address names, if it is on this page. */
  target() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // an address with a stray percent sign
    }
  }

  /** The number of the station that holds a node; -1 for what is in none, such as the target of the skip link. */
  holding(node) {
    if (node === this.top || this.before.some((one) => one.contains(node))) return 0;
    return this.stations.findIndex((one) => one.node.contains(node));
  }

  open(at) {
    this.at = at;
    this.show();
  }

  /** Shows the open station, or all of them. */
  show() {
    this.stations.forEach(({ node }, at) => this.veil(node, !this.isWhole && at !== this.at));
    for (const one of this.before) one.hidden = !this.isWhole && this.at > 0;
    bookPage.dataset.way = this.isWhole ? "whole" : this.at === this.stations.length - 1 ? "end" : "on";
    this.way.show(this.at, this.isWhole);
    if (!this.isWhole) keepPlace(this.stations, this.at);
    for (const link of document.querySelectorAll(".sb-outline a")) {
      const isHere = !this.isWhole && link.hash === `#${this.stations[this.at].id}`;
      link.toggleAttribute("aria-current", isHere);
      if (isHere) link.setAttribute("aria-current", "step");
    }
  }

  /** Hides a station so that the browser's search can find what is in it, where it knows how. */
  veil(node, isAway) {
    if (isAway) node.setAttribute("hidden", "until-found");
    else node.removeAttribute("hidden");
  }

  /** Goes where the address says. A station is read from its heading on; anything else comes into view itself. */
  follow() {
    const target = this.target();
    const at = location.hash ? this.holding(target) : 0;
    if (at < 0) return;
    this.open(at);
    const station = this.stations[at].node;
    if (!location.hash) return;
    if (target !== station || this.isWhole) target.scrollIntoView();
    else this.way.node.scrollIntoView();
    if (target === station) station.querySelector("h2").focus({ preventScroll: true });
  }

  /** A link to the address that is open already changes nothing there, and still leads to its place. */
  again(event) {
    const link = event.target.closest?.("a[href]");
    if (link && link.hash && link.href === location.href) setTimeout(() => this.follow());
  }

  toggle() {
    const shown = this.isWhole ? this.nearest() : this.at;
    this.isWhole = !this.isWhole;
    try {
      storageHere()?.setItem(WHOLE, this.isWhole ? "yes" : "no");
    } catch { /* a full storage: for this page only */ }
    this.open(shown);
    (this.isWhole && shown > 0 ? this.stations[shown].node : this.way.node).scrollIntoView();
  }

  /** The station at the top of the window. */
  nearest() {
    const passed = this.stations.filter(({ node }) => node.getBoundingClientRect().top < innerHeight / 3);
    return Math.max(0, passed.length - 1);
  }

  /** Ticks the stations whose exercises are all done. */
  tick() {
    const entries = entriesIn(storageHere());
    const done = this.stations.map(({ node }) => {
      const asked = [...node.querySelectorAll("same-story-exercise[id]")];
      return asked.length > 0 && asked.every(({ id }) => isChecked(entries.get(id)));
    });
    this.way.tick(done);
  }
}

/** Leads through the stations of a lesson; other pages have none. */
export function walkStations() {
  const nodes = [...document.querySelectorAll(".sb-article .sb-station")];
  const stations = nodes.map((node) => ({
    node, id: node.id, title: node.querySelector("h2").firstChild.textContent, minutes: node.dataset.minutes,
  }));
  if (stations.length > 1) new Way(stations);
}
