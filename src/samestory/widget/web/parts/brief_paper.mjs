// An evidence brief to take along: as Markdown, as plain text, on paper. Nothing leaves this machine.

import { el } from "../dom.mjs";

const PAPER = "body { font: 12pt/1.5 Georgia, serif; max-width: 40em; margin: 2em auto } pre { font: inherit; "
  + "white-space: pre-wrap; overflow-wrap: anywhere }";

/** The brief as lines of headings (`#`), quotations (`>`) and paragraphs. @param {{title: string, ...}} brief */
function sections({ title, claim, evidence, rivals, confidence, change, rubric }) {
  const quoted = evidence.flatMap(({ source, quote }) => [[">", quote], ["", `(${source || "no source given"})`]]);
  const judged = rubric.map(({ text, level }) => ["-", `${text} ${level ? `My answer: ${level}.` : "Not answered."}`]);
  return [
    ["#", title],
    ["##", "Claim"], ["", claim],
    ["##", "Evidence"], ...quoted,
    ["##", "Rivals considered"], ...rivals.map((text) => ["-", text]),
    ["##", "How sure"], ["", confidence],
    ["##", "What would change my mind"], ["", change],
    ["##", "My own judgement"], ...judged,
  ].filter(([, text]) => text);
}

/** As Markdown; a line of a quotation stays one. */
export function briefAsMarkdown(brief) {
  const line = ([sign, text]) => {
    if (sign === ">") return text.split("\n").map((one) => `> ${one}`).join("\n");
    return sign ? `${sign} ${text.replace(/\n+/g, " ")}` : text;
  };
  return `${sections(brief).map(line).join("\n\n")}\n`;
}

/** As plain text. */
export function briefAsText(brief) {
  const line = ([sign, text]) => {
    if (sign === "#") return `${text}\n${"=".repeat(Math.min(60, text.length))}`;
    if (sign === "##") return text.toUpperCase();
    return sign === ">" ? `“${text}”` : `${sign ? `${sign} ` : ""}${text}`;
  };
  return `${sections(brief).map(line).join("\n\n")}\n`;
}

/** Hands a text over as a file. */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Prints a text by itself, from a frame that is gone afterwards. */
export function printAlone(title, text) {
  const frame = el("iframe", { class: "ss-print-frame", "aria-hidden": "true", tabindex: -1, title });
  document.body.append(frame);
  const { contentDocument: paper, contentWindow: view } = frame;
  paper.title = title;
  const style = paper.createElement("style");
  style.textContent = PAPER;
  const words = paper.createElement("pre");
  words.textContent = text;
  paper.head.append(style);
  paper.body.append(words);
  view.addEventListener("afterprint", () => setTimeout(() => frame.remove(), 0));
  view.print();
}
