// Takes verdicts as JSON on stdin; writes the heading over the feedback, and for each part the outcome in its heading
// and what a solution shows of it.

import { readFileSync } from "node:fs";

import { asSolution, headingOf, outcomeIn } from "../../src/samestory/widget/web/grading/verdict.mjs";

const told = JSON.parse(readFileSync(0, "utf8")).map((verdict) => {
  const shown = asSolution(verdict).parts;
  const parts = verdict.parts.map((part, at) => [outcomeIn(part), shown[at].heading, outcomeIn(shown[at])]);
  return { parts, heading: headingOf(verdict) };
});
process.stdout.write(JSON.stringify(told));
