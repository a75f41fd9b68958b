// A list whose rows change places: by steps, all at once, or dragged with a mouse, a pen or a finger.

/** @typedef {{node: HTMLElement, grip: HTMLElement}} SequenceRow */

export class Sequence {
  /**
   * @param {HTMLElement} list @param {Map<string, SequenceRow>} rows by id, as they stand at first
   * @param {{shifted: () => void, dropped: (id: string) => void}} on `dropped` once a dragged row has a new place
   */
  constructor(list, rows, on) {
    Object.assign(this, { list, rows, on });
    /** @type {{id: string, pointer: number, before: string[]}|null} */ this.drag = null;
    this.byNode = new Map([...rows].map(([id, { node }]) => [node, id]));
    list.append(...[...rows.values()].map(({ node }) => node));
    for (const [id, { grip }] of rows) {
      grip.addEventListener("pointerdown", (event) => this.take(id, event));
      grip.addEventListener("pointermove", (event) => this.follow(event));
      grip.addEventListener("pointerup", (event) => this.drop(event));
      grip.addEventListener("pointercancel", () => this.giveUp());
    }
  }

  /** The ids from first to last. @returns {string[]} */
  get ids() {
    return [...this.list.children].map((node) => this.byNode.get(node));
  }

  /** @param {string[]} ids all of them */
  arrange(ids) {
    this.list.append(...ids.map((id) => this.rows.get(id).node));
  }

  /** Moves a row by so many places, as far as there are any; says whether it moved. */
  shift(id, by) {
    const { node } = this.rows.get(id);
    let left = Math.abs(by);
    while (left > 0 && this.pass(node, by > 0)) left -= 1;
    return left < Math.abs(by);
  }

  /** The neighbour gives way: a row that stays in the page keeps the focus, and the pointer that holds it. */
  pass(node, downwards) {
    const neighbour = downwards ? node.nextElementSibling : node.previousElementSibling;
    if (!neighbour) return false;
    if (downwards) node.before(neighbour);
    else node.after(neighbour);
    return true;
  }

  take(id, event) {
    if (event.button !== 0 || this.drag) return;
    const { node, grip } = this.rows.get(id);
    grip.setPointerCapture(event.pointerId);
    node.classList.add("is-dragged");
    this.drag = { id, pointer: event.pointerId, before: this.ids };
  }

  follow({ pointerId, clientY }) {
    if (this.drag?.pointer !== pointerId) return;
    const { node } = this.rows.get(this.drag.id);
    const middle = ({ top, height }) => top + height / 2;
    const isOver = (next) => next && clientY > middle(next.getBoundingClientRect());
    const isUnder = (previous) => previous && clientY < middle(previous.getBoundingClientRect());
    while (isOver(node.nextElementSibling)) this.pass(node, true);
    while (isUnder(node.previousElementSibling)) this.pass(node, false);
    this.on.shifted();
    node.scrollIntoView({ block: "nearest" });
  }

  drop({ pointerId }) {
    if (this.drag?.pointer !== pointerId) return;
    const { id, before } = this.release();
    if (this.ids.some((other, at) => other !== before[at])) this.on.dropped(id);
  }

  /** The drag was taken away, by a scroll or a call, say: everything is where it was. */
  giveUp() {
    if (!this.drag) return;
    this.arrange(this.release().before);
    this.on.shifted();
  }

  release() {
    const { drag } = this;
    this.drag = null;
    this.rows.get(drag.id).node.classList.remove("is-dragged");
    return drag;
  }

  destroy() {
    if (this.drag) this.release();
  }
}
