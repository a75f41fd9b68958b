// A JSON list of [what, arguments] on stdin, what the front end reckons of each on stdout.

import { readFileSync } from "node:fs";

import { chanceRange, gainIn } from "../../src/samestory/widget/web/grading/chance.mjs";
import { discernment } from "../../src/samestory/widget/web/grading/discernment.mjs";
import { firstLookWords } from "../../src/samestory/widget/web/grading/first_look.mjs";

const reckon = { discernment, chanceRange, gainIn, firstLookWords };
const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([what, given]) => reckon[what](...given))));
