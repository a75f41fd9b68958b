"""The notebook's host in a browser without a notebook: a model that is only a few values."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from made_page import of_kind, write_page
from playwright.sync_api import Browser, Page, expect

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
