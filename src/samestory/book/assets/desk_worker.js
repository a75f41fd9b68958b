// The desk's Python, in a worker of its own: it holds the case's files in memory, and the page keeps them.
// What it is made of, and under which licences: NOTICE.txt.

import { startedWith } from "./pages_python.js";

const DESK = `
from samestory.desk.page import PageDesk

PageDesk()
`;

const python = await startedWith("samestory.zip", "desk.zip");
const desk = python.runPython(DESK);

/** Plain values of what Python returns; bytes become arrays of bytes. */
function plain(proxy) {
  const value = proxy.toJs({ dict_converter: Object.fromEntries });
  proxy.destroy();
  return value;
}

onmessage = ({ data: { n, restore, ask } }) => {
  try {
    if (restore) {
      const files = python.toPy(restore.files);
      desk.restore(restore.name, files);
      files.destroy();
    }
    const reply = JSON.parse(desk.ask(JSON.stringify(ask)));
    postMessage({ n, reply, changes: plain(desk.changes()) });
  } catch (error) {
    const said = String(error.message ?? error).trim().split("\n").at(-1);
    postMessage({ n, reply: { trouble: `The tool has stopped: ${said.slice(0, 300)}. Reload the page.` } });
  }
};
postMessage({ ready: true });
