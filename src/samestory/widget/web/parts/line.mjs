// A field for a line of text, checked by Enter as by the button.

import { el } from "../dom.mjs";

/** What was typed, of an answer whatever it is. @returns {string} */
export function typedIn(answer) {
  return typeof answer?.text === "string" ? answer.text : "";
}

/**
 * @param {string} id @param {{max: number, placeholder: string}} view
 * @param {{onInput: () => void, check: () => void}} on @param {object} [more] further attributes
 */
export function lineField(id, { max, placeholder }, { onInput, check }, more = {}) {
  return el("input", {
    id, type: "text", class: "ss-input", maxlength: max, placeholder: placeholder || null, autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", ...more, oninput: onInput,
    onkeydown: (event) => {
      if (event.key === "Enter" && !event.isComposing && !event.repeat) check();
    },
  });
}
