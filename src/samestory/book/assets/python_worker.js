// The page's own Python, in a worker of its own: runs a learner's code and sends back what it returned.
// What it is made of, and under which licences: NOTICE.txt.

import createPyodideModule from "./pyodide.asm.js";
import { loadPyodide } from "./pyodide.js";

const ASK = `
import json
from samestory.exercise.code.run import run_quietly

def ask(view, source, tell):
    return run_quietly(json.loads(view), source, lambda result: tell(json.dumps(result)))

ask('{"function": null, "takes": ["x"], "calls": [{"args": "[1]"}]}', "x", lambda result: None)
ask
`;

async function start() {
  const silent = () => {};
  const [python, engine] = await Promise.all([
    loadPyodide({ createPyodideModule, stdout: silent, stderr: silent }),
    loaded(new URL("samestory.zip", import.meta.url)),
  ]);
  python.unpackArchive(engine, "zip", { extractDir: "/samestory" });
  python.runPython(`import sys; sys.path.append("/samestory")`);
  return python.runPython(ASK);
}

async function loaded(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address} was not found.`);
  return reply.arrayBuffer();
}

const ask = await start();
onmessage = ({ data: { view, source } }) => {
  try {
    postMessage({ printed: ask(view, source, (result) => postMessage({ result })) });
  } catch (error) {
    const said = String(error.message ?? error).trim().split("\n").at(-1);
    postMessage({ trouble: `Python was stopped: ${said.slice(0, 300)}` });
  }
};
postMessage({ ready: true });
