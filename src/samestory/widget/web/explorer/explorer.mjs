// The explorer on a page: a control chooses which of the states, all of them there already, is shown.

import { nextUid } from "../dom.mjs";

class Explorer {
  /** @param {HTMLElement} root with the markup that explorer_element.py writes */
  constructor(root) {
    this.states = [...root.querySelectorAll("[data-state]")];
    this.control = root.querySelector(".ss-explorer-control");
    this.inputs = [...root.querySelectorAll(".ss-explorer-control input")];
    this.steps = [...root.querySelectorAll("[data-step]")];
    this.kind = root.dataset.control;
    this.status = root.querySelector("[role=status]");
    const group = nextUid();
    for (const input of this.inputs) {
      if (input.name) input.name = group;
      input.addEventListener("input", () => this.show(this.chosen()));
    }
    for (const step of this.steps) step.addEventListener("click", () => this.step(Number(step.dataset.step)));
    this.control.hidden = false;
    this.show(this.chosen());
  }

  /** The number of the state that the control asks for. */
  chosen() {
    if (this.kind === "scale") return Number(this.inputs[0].value);
    if (this.kind === "choice") return this.inputs.findIndex((input) => input.checked);
    return this.inputs.reduce((sum, input) => sum * 2 + Number(input.checked), 0);
  }

  show(number) {
    for (const [at, state] of this.states.entries()) state.classList.toggle("is-shown", at === number);
    if (this.kind !== "scale") return;
    const text = this.text(number);
    this.inputs[0].setAttribute("aria-valuetext", text);
    for (const step of this.steps) {
      const isLast = !this.states[number + Number(step.dataset.step)];
      step.setAttribute("aria-disabled", String(isLast));
    }
  }

  /** A range says its own stop when it is moved; a button beside it has to have it said. */
  step(by) {
    const number = this.chosen() + by;
    if (!this.states[number]) return;
    this.inputs[0].value = String(number);
    this.show(number);
    this.status.textContent = this.text(number);
  }

  text(number) {
    return this.states[number].querySelector(".ss-explorer-stop").textContent;
  }
}

/** Defines the element `same-story-explorer`, once, where there are elements at all. */
export function defineExplorerElement() {
  if (typeof customElements === "undefined" || customElements.get("same-story-explorer")) return;
  customElements.define("same-story-explorer", class extends HTMLElement {
    connectedCallback() {
      this.explorer ??= new Explorer(this);
    }
  });
}
