"""In a real JupyterLab both checks are kept in the notebook, and graded from the saved file."""

import json

import nbformat
import pytest
from acting import Card, groups_of
from lab import Lab, Notebook
from playwright.sync_api import Browser, expect

from samestory.course import load_shipped
from samestory.exercise.parts.first_look import first_look_in_words
from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys

SORTING = load_shipped().exercise("same-as-said")
BLIND = {item.id: SORTING.task.groups[0].id for item in SORTING.task.items}
RIGHT = dict(SORTING.task.right().placed.pairs)


def check(card: Card, placed: dict[str, str]) -> None:
    """Put every item into its group, and check."""
    for radio in groups_of(card, {"placed": placed}):
        radio.check()
    card.check.click()


@pytest.mark.slow
def test_a_notebook_keeps_and_shows_the_first_look_and_grading_counts_it(browser: Browser, lab: Lab) -> None:
    notebook_file = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    call = 'from samestory.lesson import exercise\nexercise("same-as-said")'
    notebook_file.cells = [nbformat.v4.new_code_cell(call)]
    nbformat.write(notebook_file, lab.root / "first-look.ipynb")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    notebook = Notebook(lab, context.new_page(), lab.root / "first-look.ipynb")
    notebook.run_all(1)
    card = Card(notebook.page, SORTING)
    card.button(f"Hint 1 of {len(SORTING.card.hints)}").click()
    for placed, is_this in ((BLIND, True), (RIGHT, False)):
        check(card, placed)
        said = first_look_in_words(SORTING.verdict({"placed": BLIND}).measures, 1, True, is_this)
        expect(card.feedback).to_contain_text(said)
    saved = json.dumps(notebook.save()).encode()
    keys = Keys([Keyed(SORTING, False)])
    (row,) = grade_student([Submission("anna", "", "first-look.ipynb", lambda _: Content(saved))], keys, 4e9)
    blind = {one.name: (one.count, one.of) for one in SORTING.verdict({"placed": BLIND}).measures}
    assert (row.points, row.found("caught"), row.hints_first) == (SORTING.card.points, blind["caught"], 1)
    assert row.found_after("caught")[0] == row.found_after("caught")[1]
    assert notebook.troubles == []
    context.close()
