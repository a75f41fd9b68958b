// What is seen of the way through a lesson: a line with the stations behind it, and the end of each station.

/** @param {string} tag @param {string} className @param {...(Node|string)} inside */
function made(tag, className, ...inside) {
  const node = Object.assign(document.createElement(tag), { className });
  node.append(...inside);
  return node;
}

function linkTo({ id }, ...inside) {
  const link = made("a", "", ...inside);
  link.href = `#${id}`;
  return link;
}

const minutesOf = (minutes) => `about ${minutes} ${minutes === "1" ? "minute" : "minutes"}`;

/**
 * The line below the title.
 * @param {import("./stations.mjs").Station[]} stations @param {() => void} toggle
 */
export function drawWay(stations, toggle) {
  const line = document.createElement("summary");
  const beads = made("span", "sb-beads", ...stations.map(() => document.createElement("i")));
  beads.setAttribute("aria-hidden", "true");
  const rows = stations.map((one) => {
    const row = made("li", "", linkTo(one, one.title), made("span", "", ` ${one.minutes} min`));
    row.append(made("span", "sb-unseen", ""));
    return row;
  });
  const button = made("button", "sb-whole");
  button.type = "button";
  const fold = made("details", "", line, made("ol", "", ...rows), button);
  button.addEventListener("click", () => { fold.open = false; toggle(); });
  fold.addEventListener("click", (event) => { if (event.target.closest("a")) fold.open = false; });
  const node = made("nav", "sb-way", fold, beads);
  node.setAttribute("aria-label", "Stations of this lesson");
  return {
    node,
    show(at, isWhole) {
      line.textContent = isWhole ? `All ${stations.length} stations` : `Station ${at + 1} of ${stations.length}`;
      button.textContent = isWhole ? "Show one station at a time" : "Show the whole lesson";
      rows.forEach((row, i) => {
        const link = row.firstChild;
        if (i === at && !isWhole) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
        beads.children[i].classList.toggle("is-here", i === at && !isWhole);
      });
    },
    tick(done) {
      rows.forEach((row, i) => {
        row.classList.toggle("is-done", done[i]);
        row.lastChild.textContent = done[i] ? ", done" : "";
        beads.children[i].classList.toggle("is-done", done[i]);
      });
    },
  };
}

/** The end of a station: that it is one, and the ways on. @param {import("./stations.mjs").Station[]} stations */
export function drawFoot(stations, at) {
  const isLast = at === stations.length - 1;
  const said = isLast ? "This is the end of the lesson." : `End of station ${at + 1} of ${stations.length}.`;
  const foot = made("div", "sb-station-foot", made("p", "", said));
  if (at > 0) {
    const back = linkTo(stations[at - 1], "Back");
    back.className = "sb-back";
    foot.append(back);
  }
  if (!isLast) {
    const next = stations[at + 1];
    const on = linkTo(next, made("span", "", `Next station, ${minutesOf(next.minutes)}`), ` ${next.title}`);
    on.className = "sb-on";
    foot.append(on);
  }
  return foot;
}
