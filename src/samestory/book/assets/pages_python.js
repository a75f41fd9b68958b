// Starts the pages' own Python and puts archives of modules where it finds them. For the workers beside it.

import createPyodideModule from "./pyodide.asm.js";
import { loadPyodide } from "./pyodide.js";

/** @param {...string} archives @returns {Promise<object>} */
export async function startedWith(...archives) {
  const silent = () => {};
  const [python, ...packed] = await Promise.all([
    loadPyodide({ createPyodideModule, stdout: silent, stderr: silent }),
    ...archives.map((name) => loaded(new URL(name, import.meta.url))),
  ]);
  for (const one of packed) python.unpackArchive(one, "zip", { extractDir: "/samestory" });
  python.runPython(`import sys; sys.path.append("/samestory")`);
  return python;
}

async function loaded(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address} was not found.`);
  return reply.arrayBuffer();
}
