// The reader's two hosts: an element on a page, whose passages have addresses, and a widget in a notebook.

import { el } from "../dom.mjs";
import { keepKeys } from "../host/lab.mjs";
import { mountReader } from "./reader.mjs";

const UNREADABLE = "These texts could not be shown. Reload the page; if that does not help, tell the site’s owner.";

/** Defines the element `same-story-reader`, once, where there are elements at all. */
export function defineReaderElement() {
  if (typeof customElements === "undefined" || customElements.get("same-story-reader")) return;
  customElements.define("same-story-reader", class extends HTMLElement {
    connectedCallback() {
      const data = this.querySelector("script[type='application/json']");
      if (this.reader || !(this.view || data)) return;
      const level = Math.min(5, Math.max(2, Number(this.dataset.level) || 3));
      this.beOne();
      try {
        this.view ??= JSON.parse(data.textContent);
        this.reader = mountReader(this, this.view, { level, id: this.id });
      } catch (error) {
        this.querySelector("[data-awaits]")?.remove(); // the script that it waited for is here
        this.append(el("p", { class: "ss-trouble" }, UNREADABLE));
        throw error;
      }
      this.pointed = () => this.reader?.choice.open(this.id, location.hash);
      addEventListener("hashchange", this.pointed);
      if (location.hash) document.fonts.ready.then(this.pointed);
    }

    /** A second reader of the same texts takes an id of its own, so that a link leads to one of them. */
    beOne() {
      const { id } = this;
      for (let n = 2; (document.getElementById(this.id) ?? this) !== this; n += 1) this.id = `${id}-${n}`;
    }

    disconnectedCallback() {
      removeEventListener("hashchange", this.pointed);
      this.reader?.destroy();
      this.reader = null;
    }
  });
}

/** What anywidget calls for each view of a reader's model. */
export function renderReader({ model, el: root }) {
  const reader = mountReader(root, model.get("reader"));
  const letKeysGo = keepKeys(root);
  return () => {
    letKeysGo();
    reader.destroy();
  };
}
