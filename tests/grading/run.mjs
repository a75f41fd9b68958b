// Grades on the front end: a JSON list of {view, key, answer} on stdin, the list of verdicts on stdout.

import { readdirSync, readFileSync } from "node:fs";

import { KINDS } from "../../src/samestory/widget/web/card/registry.mjs";

const folder = new URL("../../src/samestory/widget/web/kinds/", import.meta.url);
const modules = readdirSync(folder).filter((name) => name.endsWith(".mjs"));
await Promise.all(modules.map((name) => import(new URL(name, folder))));

const cases = JSON.parse(readFileSync(0, "utf8"));
const verdicts = cases.map(({ view, key, answer }) => KINDS[view.kind].grade(view, key, answer));
process.stdout.write(JSON.stringify(verdicts));
