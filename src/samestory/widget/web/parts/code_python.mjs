// The page's own Python: a worker that the book serves beside the page's script, started when a learner first runs code.

import { isClosedFrame, isFromDisk, PAGE_SCRIPT } from "../surroundings.mjs";

const PYTHON_WORKER = "./python/python_worker.js";
const RUN_WITHIN = 5000;
const START_WITHIN = 120000;
const STOPPED = "It did not end within 5 seconds and was stopped. Is there a loop that never ends?";
const NOT_THERE = "Python could not be loaded. Is there a network? Press Run to try again; the notebook runs it too.";
const KEPT = "What you write here is kept, but cannot be run or checked.";
const NOT_BUILT = `Python runs in the notebook; this page was built without it. ${KEPT}`;
const FROM_DISK = "Python cannot start in a page that was opened from disk. It runs where the book has a web address, "
  + `and in the notebook. ${KEPT}`;
const IN_FRAME = "Python cannot start in a closed frame of another site. It runs where this page is opened by itself, "
  + "and in the notebook. What you write here cannot be run or checked.";

/** The worker, once it is ready. @type {Worker|null} */
let pagePython = null;
/** Code runs one after the other. @type {Promise<unknown>} */
let codeQueue = Promise.resolve();

/** Why this page cannot run Python, in sentences for the learner; empty where it can. */
export function whyNoPython() {
  if (document.querySelector('meta[name="samestory-python"][content="none"]')) return NOT_BUILT;
  if (isFromDisk()) return FROM_DISK;
  return isClosedFrame() ? IN_FRAME : "";
}

/**
 * Runs code on the inputs of an exercise; `starting` is called if Python has to start first.
 * @param {object} view @param {string} source @param {() => void} starting
 * @returns {Promise<{results: {value?: string, error?: string}[], printed: string}>}
 */
export function runCode(view, source, starting) {
  const turn = codeQueue.then(() => runInWorker(view, source, starting));
  codeQueue = turn.catch(() => {});
  return turn;
}

async function runInWorker(view, source, starting) {
  if (!pagePython) {
    starting();
    pagePython = await startPython();
  }
  const results = [];
  const worker = pagePython;
  worker.postMessage({ view: JSON.stringify(view), source });
  const last = await nextMessage(worker, RUN_WITHIN, ({ result }) => {
    if (result !== undefined) results.push(JSON.parse(result));
    return result === undefined;
  }).catch(() => null);
  if (last?.printed === undefined) stopPython(worker);
  const missing = { error: last?.trouble ?? STOPPED };
  while (results.length < view.calls.length) results.push(missing);
  return { results, printed: last?.printed ?? "" };
}

async function startPython() {
  const address = new URL(PYTHON_WORKER, PAGE_SCRIPT);
  const reply = await fetch(address).catch(() => null);
  if (!reply?.ok) throw new Error(NOT_THERE);
  let worker = null;
  try {
    worker = new Worker(address, { type: "module" });
    await nextMessage(worker, START_WITHIN, ({ ready }) => ready);
  } catch {
    worker?.terminate();
    throw new Error(NOT_THERE);
  }
  return worker;
}

function stopPython(worker) {
  worker.terminate();
  pagePython = null;
}

/** The first message that is the one; rejects when the time is up, or when the worker fails. */
function nextMessage(worker, within, isIt) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, within, new Error("late"));
    worker.onmessage = ({ data }) => {
      if (!isIt(data)) return;
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(new Error("failed"));
    };
  });
}
