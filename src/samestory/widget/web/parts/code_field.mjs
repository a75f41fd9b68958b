// A field for a few lines of code. The key Tab leaves it, as it leaves every field; two buttons indent.

import { button } from "../dom.mjs";
import { LongField } from "./writing.mjs";

const INDENT = "    ";
const CODE_HELP = "Enter keeps the indentation, Ctrl and Enter runs the code, Tab goes on to the buttons.";

export class CodeField extends LongField {
  /**
   * @param {string} label
   * @param {{id: string, max: number, rows: number, onRun: () => void, onChange: () => void}} how
   */
  constructor(label, { id, max, rows, onRun, onChange }) {
    super(label, { id, max, rows, help: CODE_HELP, onChange });
    this.node.classList.add("ss-code-field");
    for (const name of ["autocapitalize", "autocorrect"]) this.area.setAttribute(name, "off");
    this.area.setAttribute("translate", "no");
    this.area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) onRun();
      else this.breakLine();
    });
    this.buttons = [["Indent", 1], ["Outdent", -1]].map(([text, by]) => (
      button(text, () => this.shift(by), { class: "ss-button ss-quiet" })
    ));
  }

  /** Types a text over the selection, so that the browser's own Undo takes it back. */
  type(text) {
    this.area.focus({ preventScroll: true });
    if (document.execCommand?.(text ? "insertText" : "delete", false, text)) return;
    this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** A new line that is indented as the one before, and once more after a colon. */
  breakLine() {
    const before = this.area.value.slice(0, this.area.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const deeper = line.trimEnd().endsWith(":") ? INDENT : "";
    this.type(`\n${/^ */.exec(line)[0]}${deeper}`);
  }

  /** Moves the selected lines by an indentation. */
  shift(by) {
    const { area } = this;
    const { value, selectionStart, selectionEnd } = area;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const after = value.indexOf("\n", selectionEnd);
    const end = after < 0 ? value.length : after;
    const lines = value.slice(start, end).split("\n");
    const moved = lines.map((line) => (by > 0 ? INDENT + line : line.replace(/^ {1,4}/, "")));
    if (moved.join("\n") === lines.join("\n")) {
      area.focus();
      return;
    }
    area.setSelectionRange(start, end);
    this.type(moved.join("\n"));
    const first = moved[0].length - lines[0].length;
    const from = Math.max(start, selectionStart + first);
    const to = lines.length > 1 ? start + moved.join("\n").length : Math.max(from, selectionEnd + first);
    area.setSelectionRange(from, to);
  }
}
