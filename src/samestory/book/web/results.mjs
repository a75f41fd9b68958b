// The page "My results": draws its parts from what this browser keeps, and again whenever that changes.

import { el } from "../../widget/web/dom.mjs";
import { compared, namesOf, testsDone } from "./compared.mjs";
import { drawEarlier } from "./part_earlier.mjs";
import { DRAW, entriesIn, storageHere } from "./kept.mjs";
import { laterChecks } from "./later.mjs";
import { certificate } from "./part_certificate.mjs";
import { drawKeep } from "./part_keep.mjs";
import { drawLater } from "./part_later.mjs";
import { drawLessons, nothingKept } from "./part_lessons.mjs";
import { drawTests } from "./part_tests.mjs";
import { opened } from "./opened.mjs";
import { tallies } from "./tally.mjs";

const EMPTY = "Where nothing is kept, there is nothing to show here.";

function showResults(course) {
  const place = (part) => document.querySelector(`.sb-results[data-part="${part}"]`);
  const fill = (part, nodes) => place(part)?.replaceChildren(...nodes);
  const sheet = certificate();
  let { forms } = course;
  let trouble = "";
  const draw = () => {
    const storage = storageHere();
    if (!storage) return drawNothing();
    const entries = entriesIn(storage);
    const counted = tallies(course.lessons, entries);
    const draws = storage?.getItem(DRAW) ?? null;
    const both = compared(forms, entries, draws);
    fill("lessons", drawLessons(counted));
    const tests = drawTests(both, testsDone(forms, entries), course.pages, trouble);
    fill("tests", [...tests, ...drawEarlier(course.earlier, entries)]);
    const later = laterChecks(course.later, entries, both?.second.when ?? null, new Date());
    fill("later", drawLater(later, course.pages.later));
    sheet.draw(counted, both);
  };
  const open = async () => {
    if (trouble || namesOf(forms).every((name) => forms[name].items)) return;
    try {
      forms = await opened(forms, entriesIn(storageHere()));
    } catch (error) {
      trouble = error.message;
    }
    draw();
  };
  const drawNothing = () => {
    fill("lessons", nothingKept());
    for (const part of ["tests", "later", "certificate"]) fill(part, [el("p", {}, EMPTY)]);
  };
  fill("keep", drawKeep(course.forms, changed));
  fill("certificate", sheet.nodes);
  hideSection(place("tests"), !course.forms);
  hideSection(place("later"), !course.later.length);
  drawOpen();
  for (const event of ["storage", "pageshow"]) addEventListener(event, drawOpen);

  function drawOpen() {
    draw();
    open();
  }

  function changed() {
    drawOpen();
    dispatchEvent(new Event("samestory:stored"));
  }
}

/** A book whose tests are not written yet has no empty heading for them. */
function hideSection(part, isHidden) {
  const section = part?.closest("section");
  if (section) section.hidden = isHidden;
}

const courseData = document.querySelector(".sb-results script[type='application/json']");
if (courseData) showResults(JSON.parse(courseData.textContent));
