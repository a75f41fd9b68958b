"""The notebook's host in a browser without a notebook: a model that is only a few values."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from made_page import of_kind, write_page
from playwright.sync_api import Browser, Page, expect

from samestory.exercise.parts.withheld import withheld

EXERCISE = of_kind("number")["ferry-screws"]
# Draws an exercise as anywidget would, and takes the one before away.
DRAW = """async (view) => {
  const { default: { render } } = await import("./samestory.mjs");
  globalThis.leave?.();
  const root = document.createElement("div");
  document.querySelector("main").replaceChildren(root);
  const model = { get: (name) => ({ view, number: 1 })[name], on: () => {}, off: () => {}, send: () => {} };
  globalThis.leave = render({ model, el: root });
}"""


def draw(page: Page, **changed: Any) -> None:
    page.evaluate(DRAW, {**EXERCISE.view(), **changed})


def test_a_draft_outlives_the_cells_next_run_but_not_a_new_version_of_the_exercise(
    browser: Browser, open_book: Callable[[Path], Any], tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{open_book(write_page(tmp_path, [])).address}/index.html")
    field = page.get_by_label("Your answer", exact=True)
    draw(page)
    field.fill("1400")
    draw(page)
    expect(field).to_have_value("1400")
    draw(page, spec="0123456789ab")
    expect(field).to_have_value("")
    page.close()


# Python as far as a waiting exercise needs it: a look finds the other answer, and the verdict with it.
WAIT = """async ({ view, answer, recorded, graded }) => {
  const { default: { render } } = await import("./samestory.mjs");
  const root = document.createElement("div");
  document.querySelector("main").replaceChildren(root);
  const waits = [{ id: "other", title: "The other one" }];
  const values = { view, number: 1, waits, record: { answer }, verdict: recorded };
  const heard = {};
  const model = {
    get: (name) => values[name], on: (name, listener) => { heard[name] = listener; }, off: () => {},
    send: (message) => {
      (globalThis.asked ??= []).push(message.type);
      if (message.type === "look") Object.assign(values, { waits: [], verdict: graded });
      heard["msg:custom"]({ n: message.n });
    },
  };
  render({ model, el: root });
}"""


def test_a_verdict_that_waits_shows_when_the_other_answer_is_checked_beside_it(
    browser: Browser, open_book: Callable[[Path], Any], tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{open_book(write_page(tmp_path, [])).address}/index.html")
    answer = EXERCISE.key()["answer"]
    graded = EXERCISE.verdict(answer)
    kept = withheld(graded, ["The other one"])
    given = {"answer": answer, "recorded": kept.to_json(), "graded": graded.to_json()}
    page.evaluate(WAIT, {"view": {**EXERCISE.view(), "until": ["other"]}, **given})
    state, hint = page.locator(".ss-state"), page.get_by_role("button", name="Hint 1")
    expect(state).to_have_text("kept")
    expect(page.get_by_text(kept.headline)).to_be_visible()
    expect(hint).to_be_hidden()
    page.evaluate("() => dispatchEvent(new CustomEvent('samestory:checked', { detail: 'a third one' }))")
    expect(state).to_have_text("kept")
    page.evaluate("() => dispatchEvent(new CustomEvent('samestory:checked', { detail: 'other' }))")
    expect(state).to_have_text(f"checked: {graded.points:g} of {graded.of:g}")
    expect(hint).to_be_visible()
    assert page.evaluate("() => asked.filter((type) => type === 'look').length") == 1
    page.close()
