// A rubric: what a learner, and then a teacher, judges about work that no program can. It never earns points.

import { el } from "../dom.mjs";

const WHY = "No program can do this. Your ratings are kept for you and your teacher, and earn no points.";
const RATINGS = [["no", "not yet"], ["partly", "partly"], ["yes", "yes"]];

/** The questions as groups of radio buttons. */
export class Rubric {
  /** @param {{id: string, text: string}[]} criteria @param {{uid: string, onChange: () => void}} how */
  constructor(criteria, { uid, onChange }) {
    this.rows = criteria.map(({ id, text }, i) => {
      const inputs = RATINGS.map(([value]) => (
        el("input", { type: "radio", name: `${uid}-rubric-${i}`, value, onchange: onChange })
      ));
      const labels = RATINGS.map(([, name], n) => el("label", { class: "ss-group" }, inputs[n], el("span", {}, name)));
      const choices = el("div", { class: "ss-groups" }, ...labels);
      const node = el("fieldset", { class: "ss-rubric-row" }, el("legend", {}, text), choices);
      return { id, inputs, node };
    });
    const head = el("p", { class: "ss-small-head", id: `${uid}-rubric` }, "Now judge your own work");
    const why = el("p", { class: "ss-rubric-why" }, WHY);
    this.node = el(
      "div", { class: "ss-rubric", role: "group", "aria-labelledby": `${uid}-rubric` },
      head, why, ...this.rows.map((row) => row.node),
    );
  }

  /** @returns {Object<string, string>} */
  get ratings() {
    const chosen = this.rows.map(({ id, inputs }) => [id, inputs.find((one) => one.checked)?.value]);
    return Object.fromEntries(chosen.filter(([, level]) => level));
  }

  set ratings(given) {
    for (const { id, inputs } of this.rows) {
      for (const one of inputs) one.checked = given?.[id] === one.value;
    }
  }
}
