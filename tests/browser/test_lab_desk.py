"""The desk in a real JupyterLab: keys decide on a card, add no cells, and the case's folder has what they decided."""

import nbformat
import pytest
from lab import Lab, Notebook
from playwright.sync_api import Browser, expect

from samestory.case import load_case
from samestory.inbox import Taken
from samestory.inbox.made import make_case
from samestory.inbox.taken import FileFound

TEXTS = {
    "post": "About 300 people came on Monday, said Ann Lee.",
    "echo": "About 400 people came on Monday, said Ann Lee.",
}


@pytest.mark.slow
def test_a_cell_shows_the_desk_and_its_keys_stay_in_it(lab: Lab, browser: Browser) -> None:
    folder = lab.root / "event"
    make_case(folder, "A night", [Taken(FileFound(f"{name}.txt", text.encode()), text) for name, text in TEXTS.items()])
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    book.cells = [nbformat.v4.new_code_cell('from samestory.lesson import desk\ndesk("event", by="Ada")')]
    nbformat.write(book, lab.root / "decide.ipynb")
    context = browser.new_context()
    page = context.new_page()
    notebook = Notebook(lab, page, lab.root / "decide.ipynb")
    notebook.run_all(1)
    before = notebook.standing()[0]
    head = page.locator(".ss-desk .ss-d-what")
    expect(head).to_contain_text("Conflict", timeout=60_000)
    head.focus()
    page.keyboard.press("a")
    expect(page.locator(".ss-d-status")).to_contain_text("1 left.")
    page.keyboard.press("r")
    page.keyboard.press("x")
    expect(page.locator(".ss-d-status")).to_contain_text("Nothing is left to decide.")
    assert len(load_case(folder).findings) == 1
    assert notebook.standing()[0] == before
    assert notebook.troubles == []
    context.close()
