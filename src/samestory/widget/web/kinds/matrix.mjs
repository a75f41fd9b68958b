// The kind "matrix": claims by articles; each article agrees with a claim, conflicts with it, or is silent.

import { saidOf } from "../card/feedback.mjs";
import { addKind } from "../card/registry.mjs";
import { el } from "../dom.mjs";
import { gradeByScheme } from "../grading/scheme.mjs";
import { stepsThrough } from "../parts/steps.mjs";
import { outcomeIn } from "../grading/verdict.mjs";

const STANDS = ["agrees", "conflicts", "silent"];

/** Every cell as [claim, article], claim by claim. */
function cellsOf({ claims, articles }) {
  return claims.flatMap((claim) => articles.map((article) => [claim, article]));
}

/**
 * A cell: what the learner says of one article. The article's name stands in it for narrow cards, which show no
 * head of columns; roles are named because a table laid out as blocks loses its own.
 */
function drawCell(article, names, onChange) {
  const options = ["", ...STANDS].map((stand) => el("option", { value: stand }, stand || "choose …"));
  const select = el("select", { class: "ss-select ss-stand", "aria-labelledby": names, onchange: onChange }, ...options);
  const name = el("span", { class: "ss-stand-of", "aria-hidden": "true" }, article.outlet);
  const paper = el("span", { class: "ss-stand-paper", "aria-hidden": "true" });
  return { node: el("td", { role: "cell", class: "ss-stand-cell" }, name, select, paper), select, paper };
}

function drawMatrix(view, answer, onChange, { uid }) {
  const width = view.articles.length + 1;
  const headId = (i) => `${uid}-article-${i}`;
  const heads = view.articles.map(({ outlet, date }, i) => el(
    "th", { role: "columnheader", scope: "col", id: headId(i) }, outlet, el("span", { class: "ss-source" }, date),
  ));
  const corner = el("th", { role: "columnheader", scope: "col" }, "Claim");
  const body = el("tbody", { role: "rowgroup" });
  const cells = new Map();
  const said = new Map();
  const rows = [];
  view.claims.forEach(({ id, text }, row) => {
    const rowId = `${uid}-claim-${row}`;
    const drawn = view.articles.map((article, i) => {
      const cell = drawCell(article, `${rowId} ${headId(i)}`, () => {
        print();
        steps.paint();
        onChange();
      });
      cells.set(`${id}/${article.id}`, cell);
      return cell.node;
    });
    const why = el("div", { class: "ss-whys" });
    const whyCell = el("td", { role: "cell", class: "ss-why", colspan: width }, why);
    const whyRow = el("tr", { role: "row", class: "ss-why-row", hidden: true }, whyCell);
    said.set(id, { why, whyRow });
    const head = el("th", { role: "rowheader", scope: "row", id: rowId }, text);
    const claimRow = el("tr", { role: "row", class: "ss-claim-row" }, head, ...drawn);
    rows.push({ ids: view.articles.map((article) => `${id}/${article.id}`), nodes: [claimRow, whyRow] });
    body.append(claimRow, whyRow);
  });
  const table = el(
    "table",
    { role: "table", class: `ss-matrix-table${width > 4 ? " is-many" : ""}`, "aria-label": "Claims by articles" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, corner, ...heads)), body,
  );

  /** What a printed page shows in place of the lists to choose from. */
  function print() {
    for (const { select, paper } of cells.values()) paper.textContent = select.value || STANDS.join(" / ");
  }

  function place(one) {
    const { claim, article } = find(one.id);
    const outcome = one.outcome === "shown" ? "" : `${outcomeIn(one)}: `;
    said.get(claim).why.append(saidOf({ ...one, heading: `${outcome}${article.outlet}` }));
    said.get(claim).whyRow.hidden = false;
    cells.get(one.id).node.classList.add(`ss-is-${one.outcome}`);
  }

  function find(id) {
    const [claim, article] = cellsOf(view).find((pair) => pair.map((one) => one.id).join("/") === id);
    return { claim: claim.id, article };
  }

  const drawn = {
    node: el("div", { class: "ss-matrix" }, table),
    answer: () => {
      const rows = view.claims.map(({ id }) => {
        const row = view.articles.map((article) => [article.id, cells.get(`${id}/${article.id}`).select.value]);
        return [id, Object.fromEntries(row.filter(([, stand]) => stand))];
      });
      return { stands: Object.fromEntries(rows.filter(([, row]) => Object.keys(row).length)) };
    },
    set: (given) => {
      for (const [claim, article] of cellsOf(view)) {
        const stand = given?.stands?.[claim.id]?.[article.id];
        cells.get(`${claim.id}/${article.id}`).select.value = STANDS.includes(stand) ? stand : "";
      }
      print();
      steps.paint();
    },
    reveal: (verdict) => {
      for (const { why, whyRow } of said.values()) {
        why.replaceChildren();
        whyRow.hidden = true;
      }
      for (const { node } of cells.values()) node.className = "ss-stand-cell";
      for (const one of verdict?.parts ?? []) place(one);
      steps.tell(verdict?.parts ?? []);
      return new Map((verdict?.parts ?? []).map((one) => [one, null]));
    },
    destroy: () => {},
  };
  const steps = stepsThrough(rows, (at) => rows[at].ids.every((id) => cells.get(id).select.value));
  if (steps.node) drawn.node.append(steps.node);
  drawn.set(answer);
  return drawn;
}

function gradeMatrix(view, key, answer) {
  return gradeByScheme(view.points, key, cellsOf(view).map(([claim, article]) => (
    { value: answer.stands[claim.id]?.[article.id] ?? null, about: `${article.outlet} on “${claim.text}”` }
  )));
}

addKind({
  name: "matrix",
  draw: drawMatrix,
  empty: (answer) => !Object.values(answer?.stands ?? {}).some((row) => Object.keys(row ?? {}).length),
  grade: gradeMatrix,
});
