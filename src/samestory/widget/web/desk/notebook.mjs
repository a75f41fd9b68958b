// The desk in a notebook: questions go to Python through anywidget.

import { keepKeys } from "../host/lab.mjs";
import { DeskApp } from "./desk.mjs";

const DESK_SILENT = "The notebook’s kernel did not answer. Run the cell again; your decisions are in desk.yml.";
const DESK_PATIENCE = 60000;

class DeskNotebookHost {
  constructor(model) {
    Object.assign(this, { model, own: false, last: 0 });
    this.waiting = new Map();
    this.heard = ({ n, reply }) => {
      this.waiting.get(n)?.(reply);
      this.waiting.delete(n);
    };
    model.on("msg:custom", this.heard);
  }

  onkept(said) {
    said("Every decision is written into the case’s folder at once.");
  }

  ask(request) {
    this.last += 1;
    const n = `${Date.now()}-${this.last}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(reject, DESK_PATIENCE, new Error(DESK_SILENT));
      this.waiting.set(n, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      this.model.send({ n, ask: request });
    });
  }
}

/** What anywidget calls for each view of the model. */
function renderDesk({ model, el: root }) {
  const host = new DeskNotebookHost(model);
  const desk = new DeskApp(root, host, { level: 3 });
  desk.open();
  const letKeysGo = keepKeys(root);
  return () => {
    letKeysGo();
    model.off("msg:custom", host.heard);
    desk.destroy();
  };
}

export default { render: renderDesk };
