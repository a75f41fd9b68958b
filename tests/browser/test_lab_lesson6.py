"""Lesson 6 done whole in a real JupyterLab: explorers, a prediction kept back, every exercise; graded in full."""

import csv
from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, Pointer
from lab import SLOW, Lab, Notebook
from playwright.sync_api import Browser, Locator, Page, expect

from samestory.answer import MIME
from samestory.cli import main
from samestory.course import load_shipped
from samestory.exercise import Exercise

LESSON = "06-shared-words"
PREDICTION, CODE = "predict-three-pairs", "share-of-runs"
EXERCISES = {one.card.id: one for one in load_shipped().lesson(LESSON)}
REST = [name for name in EXERCISES if name not in (PREDICTION, CODE)]
KEPT_BACK = "Your answer is kept. What was right shows when you have done"


class Hand(Pointer):
    """A learner with a mouse, who takes the keys where the mouse is clumsy."""

    def number(self, card: Card, answer: dict[str, Any]) -> None:
        """As a short answer."""
        self.short(card, answer)

    def order(self, card: Card, answer: dict[str, Any]) -> None:
        """Arrow keys, on the arrows of each item."""
        card.node.get_by_role("button", name="Move up").first.focus()
        Keyboard(self.page).order(card, answer)


def right(name: str) -> dict[str, Any]:
    """The answer that earns all points."""
    return EXERCISES[name].task.right().to_json()


def card_of(page: Page, exercise: Exercise) -> Card:
    """The exercise in the notebook, brought into view."""
    card = Card(page, exercise)
    card.node.scroll_into_view_if_needed()
    return card


def state(card: Card) -> Locator:
    return card.node.locator(".ss-state")


def turn(explorers: Locator) -> None:
    """Each explorer shows another table when it is turned, drawn by the lesson's own code."""
    lengths, quotations, listed = (explorers.nth(at) for at in range(3))
    table = lengths.get_by_role("table")
    handle = lengths.get_by_role("slider", name="Words in a row")
    handle.press("Home")
    expect(table).to_contain_text("Different words that stand on both pages")
    for _ in range(4):
        handle.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "7")
    expect(table).to_contain_text("Different runs of 7 words")
    expect(table.get_by_role("row").nth(1)).to_contain_text("27")

    for stop, shown in (("left in", "with the quotations"), ("taken out", "without the quotations")):
        quotations.get_by_role("button", name=stop).click()
        expect(quotations.get_by_role("table")).to_contain_text(f"Runs on both pages, {shown}")

    handle = listed.get_by_role("slider", name="At least this many words")
    handle.press("End")
    expect(listed.get_by_role("table").get_by_role("row")).to_have_count(2)
    handle.press("Home")
    expect(listed.get_by_role("table").get_by_role("row")).to_have_count(6)


def write_code(notebook: Notebook) -> None:
    """The function and its check in a new cell under the exercise, run from there."""
    page, source = notebook.page, right(CODE)["source"]
    cell = page.locator(".jp-Notebook .jp-Cell").filter(has=Card(page, EXERCISES[CODE]).node)
    cell.locator(".jp-InputPrompt, .jp-OutputPrompt").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(f'{source}\n\ncheck("{CODE}", share)')
    page.keyboard.press("Control+Enter")
    expect(page.locator("pre", has_text="7 of 7 points. Right.")).to_be_visible(timeout=SLOW * 500)


@pytest.mark.slow
def test_lesson_6_is_done_in_jupyterlab_handed_in_and_graded_in_full(
    lab: Lab, browser: Browser, tmp_path: Path
) -> None:
    assert main(["start", str(lab.root / "course"), "--no-open"]) == 0
    file = lab.root / "course" / f"{LESSON}.ipynb"
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    notebook = Notebook(lab, context.new_page(), file)
    page, hand = notebook.page, Hand(notebook.page)
    notebook.run_all(len(EXERCISES))
    cells = len(notebook.standing()[0])
    explorers = page.locator(".ss-explorer-lab")
    turn(explorers)

    prediction = card_of(page, EXERCISES[PREDICTION])
    guess = [*reversed(right(PREDICTION)["order"])]
    hand.answer(prediction, {"order": guess})
    prediction.check.click()
    for name in REST:
        if name == EXERCISES[PREDICTION].card.until[-1]:
            expect(prediction.headline).to_contain_text(KEPT_BACK)
            expect(state(prediction)).to_have_text("kept")
        card = card_of(page, EXERCISES[name])
        hand.answer(card, right(name))
        card.check.click()
        expect(state(card)).to_have_text(f"checked: {EXERCISES[name].card.points:g} of {EXERCISES[name].card.points:g}")
    verdict = EXERCISES[PREDICTION].verdict({"order": guess})
    expect(state(prediction)).to_have_text(f"checked: {verdict.points:g} of {verdict.of:g}")
    prediction.expect_verdict(verdict)

    write_code(notebook)
    expect(state(card_of(page, EXERCISES[CODE]))).to_have_text("checked: 7 of 7")
    turn(explorers)  # the learner's names take nothing from the lesson's own code
    assert len(notebook.standing()[0]) == cells + 1  # the learner's own; no key went past an exercise
    saved = notebook.save()
    assert notebook.troubles == []
    context.close()

    outputs = [output.get("data", {}) for cell in saved["cells"] for output in cell.get("outputs", [])]
    assert {data[MIME]["exercise"] for data in outputs if MIME in data} == set(EXERCISES)

    (tmp_path / "class" / "anna").mkdir(parents=True)
    (tmp_path / "class" / "anna" / file.name).write_bytes(file.read_bytes())
    assert main(["grade", str(tmp_path / "class"), "--out", str(tmp_path / "out")]) == 0
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as sheet:
        (row,) = csv.DictReader(sheet)
    full = {name: EXERCISES[name].card.points for name in (*REST, CODE)}
    assert {name: float(row[name]) for name in full} == full
    assert float(row[PREDICTION]) == verdict.points
    counted = sum(full[name] for name in REST)
    assert (float(row["points"]), float(row["of"])) == (counted, counted)
