// The page's own Python, in a worker of its own: runs a learner's code and sends back what it returned.
// What it is made of, and under which licences: NOTICE.txt.

import { startedWith } from "./pages_python.js";

const ASK = `
import json
from samestory.exercise.code.run import run_quietly

def ask(view, source, tell):
    return run_quietly(json.loads(view), source, lambda result: tell(json.dumps(result)))

ask('{"function": null, "takes": ["x"], "calls": [{"args": "[1]"}]}', "x", lambda result: None)
ask
`;

const ask = (await startedWith("samestory.zip")).runPython(ASK);
onmessage = ({ data: { view, source } }) => {
  try {
    postMessage({ printed: ask(view, source, (result) => postMessage({ result })) });
  } catch (error) {
    const said = String(error.message ?? error).trim().split("\n").at(-1);
    postMessage({ trouble: `Python was stopped: ${said.slice(0, 300)}` });
  }
};
postMessage({ ready: true });
