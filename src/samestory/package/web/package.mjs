// A lesson inside a learning platform: what the platform keeps is put back, then the exercises are drawn, and every
// check is reported.

import { defineDrawnElement } from "../../widget/web/host/drawn.mjs";
import { defineExplorerElement } from "../../widget/web/explorer/explorer.mjs";
import { definePageElement } from "../../widget/web/host/page.mjs";
import { defineReaderElement } from "../../widget/web/reader/hosts.mjs";
import { KINDS } from "../../widget/web/card/registry.mjs";
import { isWhole } from "../../widget/web/card/first_check.mjs";
import { openKey } from "../../widget/web/grading/closed.mjs";
import { scoreOf } from "../../widget/web/grading/verdict.mjs";
import { storeOf } from "../../widget/web/host/store.mjs";
import { cmi5Platform } from "./cmi5.mjs";
import { packed, unpacked } from "./keeping.mjs";
import { scormPlatform } from "./scorm.mjs";

const ALONE = "No learning platform answers here: what you do is kept in this browser only, and not reported.";
const TOO_MUCH = "Your platform has no room for all of your answers. Your points are reported all the same; answers to "
  + "the last exercises are kept in this browser only.";
const LOST = "Your platform did not take the last report. Check your connection; the next check reports everything again.";

/** @typedef {{learner: string, kept: string, place: string, room: number,
 *   report: (told: Told) => Promise<boolean>|boolean, end: () => void}} Platform
 * @typedef {{kept: string, place: string, points: number, of: number, done: number, all: number,
 *   caught: [number, number], trusted: [number, number], seconds: number}} Told */

function say(text) {
  const line = document.getElementById("ss-platform");
  line.hidden = !text;
  line.textContent = text;
}

/** The same learner draws the same form first, on whatever machine. */
function drawFor(learner) {
  const sum = [...learner].reduce((total, letter) => total + letter.codePointAt(0), 0);
  try {
    if (learner) localStorage.setItem("samestory:draw", sum % 2 ? "ab" : "ba");
  } catch {
    // where nothing can be kept, the draw is always the same
  }
}

class Playing {
  constructor(platform, exercises) {
    Object.assign(this, { platform, exercises, started: Date.now(), place: platform.place, closed: new Map() });
    this.before = this.snapshots();
  }

  snapshots() {
    return new Map(this.exercises.map(({ id }) => [id, JSON.stringify(storeOf(id).read())]));
  }

  /** Those that are on the page: of a drawn pair one alone is. */
  get shown() {
    return this.exercises.filter(({ id }) => document.getElementById(id));
  }

  changed() {
    const now = this.snapshots();
    this.place = [...now.keys()].find((id) => now.get(id) !== this.before.get(id)) ?? this.place;
    this.before = now;
    this.waiting ??= setTimeout(() => this.tell(), 150);
  }

  async tell() {
    this.waiting = null;
    const { kept, isWholly } = await packed(this.exercises.map(({ id }) => id), this.platform.room);
    const isTaken = await this.platform.report({ kept, place: this.place, ...(await this.scores()), ...this.time() });
    say(!isTaken ? LOST : isWholly ? "" : TOO_MUCH);
  }

  time() {
    return { seconds: Math.round((Date.now() - this.started) / 1000) };
  }

  async scores() {
    const told = { points: 0, of: 0, done: 0, all: 0, caught: [0, 0], trusted: [0, 0] };
    for (const one of this.shown) {
      const { record, checked, scored } = storeOf(one.id).read();
      const isDone = Boolean(record && checked);
      const score = isDone ? scored ?? await this.sealedScore(one, record) : null;
      if (!one.points) continue; // an extra one is in no sum, and nobody must have done it
      told.all += 1;
      told.of += one.points;
      told.done += isDone ? 1 : 0;
      told.points += score?.points ?? 0;
      for (const name of ["caught", "trusted"]) {
        told[name] = told[name].map((count, at) => count + (score?.[name]?.[at] ?? 0));
      }
    }
    return { ...told, points: Math.round(told.points * 100) / 100 };
  }

  /** The points of a test whose result the learner does not see yet: the platform gets them all the same. */
  async sealedScore({ id }, record) {
    const { view, closed } = document.getElementById(id)?.data ?? {};
    if (!closed || !isWhole(view, record.answer)) return null;
    try {
      if (!this.closed.has(id)) this.closed.set(id, await openKey(view, closed));
      return scoreOf(KINDS[view.kind].grade(view, this.closed.get(id), record.answer));
    } catch {
      return null;
    }
  }
}

function drawEverything() {
  defineDrawnElement();
  definePageElement();
  defineExplorerElement();
  defineReaderElement();
}

async function begin() {
  const told = JSON.parse(document.querySelector("#ss-package script").textContent);
  let platform = null;
  try {
    platform = scormPlatform() ?? await cmi5Platform();
  } catch (error) {
    console.warn(`Same Story: the platform could not be reached: ${error.message}`);
  }
  if (!platform) {
    drawEverything();
    say(ALONE);
    return;
  }
  // What another learner left in this browser must not be shown, or reported, as this one's.
  for (const { id } of told.exercises) storeOf(id).remove();
  for (const [id, value] of Object.entries(await unpacked(platform.kept))) storeOf(id).write(value);
  drawFor(platform.learner);
  drawEverything();
  const playing = new Playing(platform, told.exercises);
  addEventListener("samestory:stored", () => playing.changed());
  addEventListener("pagehide", () => platform.end(playing.time().seconds));
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  await playing.tell();
  document.getElementById(platform.place)?.scrollIntoView();
}

begin();
