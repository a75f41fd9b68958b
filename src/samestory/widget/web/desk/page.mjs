// The desk as a page of the book: the page's own Python does the work, and the browser keeps the case.

import { el } from "../dom.mjs";
import { whyNoPython } from "../parts/code_python.mjs";
import { PAGE_SCRIPT } from "../surroundings.mjs";
import { DeskApp, STARTING } from "./desk.mjs";
import { KeptCase } from "./kept_case.mjs";

const WORKER = "./python/desk_worker.js";
// What the worker loads. Its first loading comes before the book's offline copy can take note of it.
const LOADED = [
  "desk_worker.js", "pages_python.js", "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json",
  "python_stdlib.zip", "samestory.zip", "desk.zip",
];
const NOT_HERE = "The tool could not be loaded. Is there a network? Reload the page to try again.";

const NOT_YET = "The tool (13 MB, once) starts when you put in the first text.";
const WANTED = ["pointerdown", "focusin", "dragenter", "change", "drop"];
const STOPPED_WORKING = "The tool has stopped. Reload the page; what was kept is there again.";

class PageHost {
  constructor() {
    this.own = true;
    this.keptCase = new KeptCase();
    this.said = () => {};
    this.last = 0;
    this.waiting = new Map();
  }

  onkept(said) {
    this.said = said;
    said(this.keptCase.state());
  }

  async ask(request) {
    this.worker ??= this.start();
    const worker = await this.worker.catch((error) => {
      this.worker = null;
      throw error;
    });
    let restore = null;
    if (!this.restored) {
      restore = await this.keptCase.read();
      this.restored = true;
    }
    this.last += 1;
    const n = this.last;
    const { reply, changes } = await new Promise((resolve) => {
      this.waiting.set(n, resolve);
      worker.postMessage({ n, restore, ask: request });
    });
    if (changes) await this.keptCase.keep(changes);
    this.said(this.keptCase.state());
    return reply;
  }

  async start() {
    const address = new URL(WORKER, PAGE_SCRIPT);
    const there = await fetch(address).catch(() => null);
    if (!there?.ok) throw new Error(NOT_HERE);
    const worker = new Worker(address, { type: "module" });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          resolve(worker);
          askAgain(address);
        } else {
          this.waiting.get(data.n)?.(data);
          this.waiting.delete(data.n);
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(NOT_HERE));
        for (const answer of this.waiting.values()) answer({ reply: { trouble: STOPPED_WORKING } });
        this.waiting.clear();
      };
    });
  }
}

/** Asks again for what was loaded, so that the offline copy gets it; the browser has it and answers at once. */
async function askAgain(address) {
  if (!await navigator.serviceWorker?.getRegistration().catch(() => null)) return;
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  }
  for (const name of LOADED) await fetch(new URL(name, address)).then((reply) => reply.arrayBuffer()).catch(() => {});
}

function mountDesk() {
  for (const place of document.querySelectorAll(".ss-desk-place")) {
    const why = whyNoPython();
    if (why) {
      place.replaceChildren(el("p", { class: "ss-trouble" }, why.split(". ")[0], "."));
      continue;
    }
    openWhenWanted(place);
  }
}

/** Who only reads the page loads no tool of 13 MB: it starts where something is kept, or with the first touch or key. */
async function openWhenWanted(place) {
  const host = new PageHost();
  const app = new DeskApp(place, host, { level: 2 });
  if (!await host.keptCase.read()) {
    app.say(NOT_YET);
    await new Promise((resolve) => {
      for (const kind of WANTED) place.addEventListener(kind, resolve, { capture: true, once: true });
    });
    app.say(STARTING);
  }
  app.open();
}

if (globalThis.document) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", mountDesk, { once: true });
  else mountDesk();
}
