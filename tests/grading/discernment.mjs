// A JSON list of {caught, trusted} on stdin, what the front end reckons from each on stdout.

import { readFileSync } from "node:fs";

import { discernment } from "../../src/samestory/widget/web/grading/discernment.mjs";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(discernment)));
