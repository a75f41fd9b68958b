// Grades on the front end: a JSON list of {view, key, answer} on stdin, the list of verdicts on stdout.

import { readFileSync } from "node:fs";

import { KINDS } from "../../src/samestory/widget/web/kinds.mjs";

const cases = JSON.parse(readFileSync(0, "utf8"));
const verdicts = cases.map(({ view, key, answer }) => KINDS[view.kind].grade(view, key, answer));
process.stdout.write(JSON.stringify(verdicts));
