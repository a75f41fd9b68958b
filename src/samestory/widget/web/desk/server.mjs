// The desk in a browser window of the command `samestory desk`: what is asked goes to that command, on this machine.

import { DeskApp } from "./desk.mjs";

const GONE = "The command `samestory desk` does not answer. Start it again in the terminal; your decisions are in desk.yml.";

class ServerHost {
  constructor(token) {
    Object.assign(this, { token, own: false, alone: true });
  }

  onkept(said) {
    said("Every decision is written into the case’s folder at once.");
  }

  async ask(request) {
    const reply = await fetch("ask", {
      method: "POST", body: JSON.stringify(request),
      headers: { "Content-Type": "application/json", "X-Samestory-Token": this.token },
    }).catch(() => null);
    if (!reply?.ok) throw new Error(GONE);
    return reply.json();
  }
}

const deskPlace = globalThis.document?.getElementById("desk");
if (deskPlace) new DeskApp(deskPlace, new ServerHost(deskPlace.dataset.token), { level: 2 }).open();
