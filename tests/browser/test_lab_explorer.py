"""Explorers in a real JupyterLab: ipywidgets that call the lesson's own function, and keys that stay in them."""

import nbformat
from lab import Lab, Notebook
from playwright.sync_api import Browser, expect

SETUP = """
import pandas as pd
from samestory.lesson import explore, table

def shown(value):
    return table(pd.DataFrame({"Got": [repr(value)]}), f"It is {value!r} now")
"""
SCALE = 'explore(shown, {f"stop {n}": n * 10 for n in range(6)}, label="Which stop", start=20)'
CHOICE = 'explore(shown, {"in": True, "out": False}, label="Furniture")'
TICKS = 'explore(shown, ["Ann", "Ben"], label="Who", several=True)'
LEAKS = "axbdd"  # keys that add, cut and delete cells, if JupyterLab gets them


def test_every_control_turns_its_explorer_and_keeps_its_keys(lab: Lab, browser: Browser) -> None:
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    book.cells = [nbformat.v4.new_code_cell(source) for source in (SETUP, SCALE, CHOICE, TICKS)]
    nbformat.write(book, lab.root / "turn.ipynb")
    context = browser.new_context()
    page = context.new_page()
    notebook = Notebook(lab, page, lab.root / "turn.ipynb")
    notebook.run_all(0)
    before = notebook.standing()[0]
    boxes = page.locator(".ss-explorer-lab")
    expect(boxes).to_have_count(3)
    scale, choice, ticks = boxes.nth(0), boxes.nth(1), boxes.nth(2)

    handle = scale.get_by_role("slider", name="Which stop")
    expect(handle).to_have_attribute("aria-valuetext", "stop 2")
    expect(scale.get_by_text("It is 20 now")).to_be_visible()
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(scale.get_by_text("It is 30 now")).to_be_visible()
    expect(handle).to_have_attribute("aria-valuetext", "stop 3")
    page.keyboard.type(LEAKS)

    out = choice.get_by_role("group", name="Furniture").get_by_role("button", name="out")
    expect(choice.get_by_role("button", name="in")).to_have_attribute("aria-pressed", "true")
    out.focus()
    page.keyboard.press("Space")
    expect(choice.get_by_text("It is False now")).to_be_visible()
    expect(out).to_have_attribute("aria-pressed", "true")
    page.keyboard.type(LEAKS)

    ben = ticks.get_by_role("checkbox", name="Ben")
    ben.check()
    expect(ticks.get_by_text("It is ('Ben',) now")).to_be_visible()
    ben.focus()
    page.keyboard.type(LEAKS)
    page.keyboard.press("Space")
    expect(ticks.get_by_text("It is () now")).to_be_visible()

    assert notebook.standing()[0] == before
    assert notebook.troubles == []
    context.close()
