// The bands as a table, for those who don't see them and for paper: what corresponds, and the words in each text.

import { button, el } from "../dom.mjs";

/**
 * A button and the table that it opens.
 * @param {object[]} bands @param {import("./text.mjs").ReaderText[]} texts @param {string} uid
 * @param {(key: string, side: number) => void} go
 */
export function bandTable(bands, texts, uid, go) {
  const id = `${uid}-table`;
  const head = ["", "What it is", ...texts.map((text) => text.short)];
  const rows = bands.map((band) => el("tr", {},
    el("th", { scope: "row", class: `ss-r-l-${band.layer}` },
      button(band.letter, () => go(band.key, band.texts[0]), {
        class: "ss-link ss-r-key", "aria-label": `${band.letter}: go to it in ${texts[band.texts[0]].short}`,
      })),
    el("td", {}, band.kind),
    ...texts.map((_, i) => el("td", { class: "ss-evidence" }, band.printed[band.texts.indexOf(i)] ?? ""))));
  const name = "What corresponds, as a table";
  const table = el("div", {
    class: "ss-table ss-r-table", id, role: "group", tabindex: 0, "aria-label": name, hidden: true,
  },
    el("table", {},
      el("thead", {}, el("tr", {}, ...head.map((text) => (text
        ? el("th", { scope: "col" }, text) : el("td", {}))))),
      el("tbody", {}, ...rows)));
  const opener = button(name, () => {
    const open = opener.getAttribute("aria-expanded") !== "true";
    opener.setAttribute("aria-expanded", String(open));
    table.hidden = !open;
  }, { class: "ss-fold", "aria-expanded": "false", "aria-controls": id });
  return el("div", { class: "ss-r-tabled" }, opener, table);
}
