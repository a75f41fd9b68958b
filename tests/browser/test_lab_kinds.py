"""Orders, numbers, matrices and the reader in a real JupyterLab: done by keys and pointer, saved, and graded."""

import json
from pathlib import Path

import nbformat
from lab import Lab, Notebook
from made_cases import FERRY, exercise
from playwright.sync_api import Browser, Locator, expect

from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys

NAMES = ("ferry-order", "ferry-share", "ferry-claims")
KNOWN = f"""
from pathlib import Path
from samestory.case import load_case
from samestory.course import Course
from samestory.lesson import answering, exercise, finding
known = Course({{"nordo-ferry": load_case(Path({str(FERRY)!r}))}})
answering.load_shipped = finding.load_shipped = lambda: known
"""


def written(folder: Path) -> Path:
    """A notebook with one exercise of each kind."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in (KNOWN, *(f'exercise("{one}")' for one in NAMES))]
    file = folder / "kinds.ipynb"
    nbformat.write(notebook, file)
    return file


def check(card: Locator) -> None:
    card.get_by_role("button", name="Check", exact=True).click()
    expect(card.locator(".ss-state")).to_contain_text("checked")


def put_in_order(card: Locator) -> None:
    """Drag the first item to the end, then move the screws to the top by key."""
    grips, mouse = card.locator(".ss-grip"), card.page.mouse
    grips.last.scroll_into_view_if_needed()
    end = grips.last.bounding_box()
    assert end is not None
    grips.first.hover()
    mouse.down()
    mouse.move(end["x"] + 10, end["y"] + end["height"] - 3, steps=8)
    mouse.up()
    card.get_by_role("button", name="Move up: Gear & Sons").focus()
    card.page.keyboard.press("ArrowUp")
    card.page.keyboard.press("ArrowUp")


def test_each_kind_is_done_in_a_notebook_saved_and_graded(browser: Browser, lab: Lab) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    notebook = Notebook(lab, context.new_page(), written(lab.root))
    notebook.run_all(len(NAMES))
    standing = notebook.standing()[0]
    cards = dict(zip(NAMES, notebook.page.locator(".ss-card").all(), strict=True))
    put_in_order(cards["ferry-order"])
    number = cards["ferry-share"].get_by_label("Your answer", exact=True)
    number.fill("0,4")
    cards["ferry-share"].get_by_role("button", name="Check", exact=True).click()
    expect(cards["ferry-share"].locator(".ss-headline")).to_contain_text("Is 0,4 meant as 0.4?")
    number.fill("")
    number.press_sequentially("40 %")
    for at, stands in enumerate(exercise("ferry-claims").key()["answer"]["stands"].values()):
        row = cards["ferry-claims"].locator(".ss-claim-row").nth(at)
        for select, stand in zip(row.get_by_role("combobox").all(), stands.values(), strict=True):
            select.focus()
            notebook.page.keyboard.press(stand[0])
    for name, card in cards.items():
        check(card)
        expect(card.locator(".ss-state")).to_contain_text(f"of {exercise(name).card.points:g}")
    assert notebook.standing()[0] == standing  # no key went past an exercise to the notebook
    saved = json.dumps(notebook.save()).encode()
    keys = Keys([Keyed(exercise(name), False) for name in NAMES])
    rows = grade_student([Submission("anna", "", "kinds.ipynb", lambda _: Content(saved))], keys, 4e9)
    assert {one.keyed.exercise.card.id: one.verdict.points for row in rows for one in row.graded if one.chosen} == {
        name: exercise(name).card.points for name in NAMES
    }
    assert notebook.troubles == []
    context.close()


def test_the_reader_is_drawn_in_a_notebook_and_its_keys_stay_in_it(browser: Browser, lab: Lab) -> None:
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    call = 'from samestory.lesson import reader\nreader("oxbow-gazette", "newsgull")'
    book.cells = [nbformat.v4.new_code_cell(call)]
    nbformat.write(book, lab.root / "reader.ipynb")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    notebook = Notebook(lab, context.new_page(), lab.root / "reader.ipynb")
    notebook.run_all(1)
    texts = notebook.page.locator(".ss-r-scroll")
    standing = notebook.standing()
    texts.first.focus()
    notebook.page.keyboard.press("n")
    chosen = notebook.page.evaluate("document.activeElement.dataset.key")
    assert chosen
    for key in ("o", "d", "d", "p", "n"):
        notebook.page.keyboard.press(key)
    assert notebook.standing() == standing  # “d d” would have deleted the cell
    assert notebook.troubles == []
    context.close()
