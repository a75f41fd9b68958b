// Takes verdicts as JSON on stdin; writes, for each part, the outcome in its heading, and what a solution shows of it.

import { readFileSync } from "node:fs";

import { asSolution, outcomeIn } from "../../src/samestory/widget/web/verdict.mjs";

const told = JSON.parse(readFileSync(0, "utf8")).map((verdict) => {
  const shown = asSolution(verdict).parts;
  return verdict.parts.map((part, at) => [outcomeIn(part), shown[at].heading, outcomeIn(shown[at])]);
});
process.stdout.write(JSON.stringify(told));
