"""The lesson in a real JupyterLab: answered by pointer and by keys, checked, saved, opened again, graded."""

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from lab import SLOW, Lab, Notebook
from playwright.sync_api import Browser, Locator, Page, expect

from samestory.answer import MIME, read_answers
from samestory.cli import main
from samestory.course import load_shipped

LESSON = "07-odd-phrases"
CHOOSE, SHORT, CLASSIFY, MARK, MARK_ALL, WEIGH = (
    *("review-credit-line", "review-thursday", "odd-or-sound"),
    *("geneva-paragraph", "odd-phrases", "two-causes"),
)
ANSWERED = (CHOOSE, SHORT, CLASSIFY, MARK, MARK_ALL, WEIGH)
RUN_ALL = "choose Run, then Run All Cells"


@pytest.fixture
def folder(lab: Lab, request: pytest.FixtureRequest) -> Path:
    """A learner's folder that JupyterLab shows."""
    path = lab.root / request.node.name
    path.mkdir()
    return path


def exercises() -> int:
    return len(load_shipped().lesson(LESSON))


def started(folder: Path) -> Path:
    """The lesson as `samestory start` hands it to a learner."""
    assert main(["start", str(folder), "--no-open"]) == 0
    return folder / f"{LESSON}.ipynb"


def written(folder: Path, *cells: str) -> Path:
    """A small notebook with these code cells after the import."""
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    sources = ("from samestory.lesson import check, exercise", *cells)
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    file = folder / "small.ipynb"
    nbformat.write(notebook, file)
    return file


def view(name: str) -> dict[str, Any]:
    return load_shipped().exercise(name).view()


def task(name: str) -> Any:
    return load_shipped().exercise(name).task


def key(name: str) -> dict[str, Any]:
    return load_shipped().exercise(name).key()


def check(card: Locator) -> None:
    card.get_by_role("button", name="Check", exact=True).click()
    expect(card.locator(".ss-state")).to_contain_text("checked")


def choose(card: Locator, name: str, option: int) -> None:
    card.get_by_label(view(name)["options"][option]["text"], exact=True).check()


def press(at: Locator, *keys: str) -> None:
    at.focus()
    for each in keys:
        at.page.keyboard.press(each)


def mark_by_keys(card: Locator, name: str, fault: int) -> None:
    """Go to a fault word by word, select it, give it its label."""
    shown, found = view(name), key(name)["faults"][fault]
    first, last = found["words"]
    letter = next(label["letter"] for label in shown["labels"] if label["id"] == found["label"])
    there = first - shown["passage"]["paragraphs"][0]["first"]
    cursor = card.get_by_role("slider", name="Text to mark")
    press(cursor, "Control+Home", *["ArrowRight"] * there, *["Shift+ArrowRight"] * (last - first), letter.lower())


def mark_by_pointer(card: Locator, name: str, fault: int) -> None:
    """Click a fault's first word and its last, then the label on the bar."""
    found = key(name)["faults"][fault]
    label = next(label["name"] for label in view(name)["labels"] if label["id"] == found["label"])
    for word in found["words"]:
        card.locator(f".ss-w[data-w='{word}']").click()
    card.get_by_role("group", name="The phrase you selected").get_by_role("button", name=label).click()


def answer_six(notebook: Notebook) -> None:
    """One exercise of each kind at least, by pointer and by keys, some right, some not."""
    keyboard = notebook.page.keyboard
    choose(notebook.card(CHOOSE), CHOOSE, 0)
    check(notebook.card(CHOOSE))

    press(notebook.card(SHORT).get_by_label("Your answer"))
    keyboard.type(task(SHORT).accept[0])
    keyboard.press("Enter")

    card, items = notebook.card(CLASSIFY), task(CLASSIFY).items
    for number in (0, 1):
        group = card.get_by_role("group").nth(number).locator(f"input[value='{items[number].group}']")
        press(group, "Space")
    card.get_by_role("group").nth(2).locator("label").last.click()
    check(card)

    mark_by_keys(notebook.card(MARK), MARK, 0)
    press(notebook.card(MARK).get_by_role("button", name="Check", exact=True), "Enter")

    for fault in (1, 4):
        mark_by_pointer(notebook.card(MARK_ALL), MARK_ALL, fault)
    check(notebook.card(MARK_ALL))

    card = notebook.card(WEIGH)
    for box in (0, 1):
        press(card.get_by_role("checkbox").nth(box), "Space")
    press(card.get_by_role("radio").first, "Space")
    press(card.get_by_role("button", name="Check", exact=True), "Space")


def seen(notebook: Notebook) -> dict[str, str]:
    """What the learner reads on each answered exercise once it is checked."""
    states = {name: notebook.card(name).locator(".ss-state") for name in ANSWERED}
    for state in states.values():
        expect(state).to_contain_text("checked")
    return {name: state.text_content() or "" for name, state in states.items()}


def points(state: str) -> float:
    """The points in “checked: 2.25 of 3”."""
    return float(state.removeprefix("checked: ").split(" of ")[0])


def sources(notebook: dict[str, Any]) -> list[str]:
    return ["".join(cell["source"]) for cell in notebook["cells"]]


def records(notebook: dict[str, Any]) -> dict[str, Any]:
    """The records in a saved notebook's outputs, by the exercise that the cell's code names."""
    return {
        cell["source"][0].split('"')[1]: output["data"][MIME]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    }


def test_what_a_learner_answers_comes_back_and_earns_the_points_that_were_shown(
    lab: Lab, folder: Path, browser: Browser, tmp_path: Path
) -> None:
    file = started(folder)
    before = json.loads(file.read_text("utf-8"))
    first_day = browser.new_context()
    notebook = Notebook(lab, first_day.new_page(), file)
    notebook.run_all(exercises())
    answer_six(notebook)
    shown = seen(notebook)
    for name in ANSWERED:
        expect(notebook.line(name)).to_contain_text("Answer kept in this notebook")
    saved = notebook.save()
    first_day.close()
    lab.end_kernels()

    assert sources(saved) == sources(before)
    assert {name: record["exercise"] for name, record in records(saved).items()} == {name: name for name in ANSWERED}
    assert {path.stem for path in (folder / "answers").iterdir()} == set(ANSWERED)

    next_day = browser.new_context()
    again = Notebook(lab, next_day.new_page(), file)
    expect(again.page.locator(".ss-again").first).to_be_visible()
    expect(again.page.locator(".ss-again").first).to_contain_text(RUN_ALL)
    again.page.get_by_text("model not found").first.wait_for(state="attached")
    expect(again.page.get_by_text("model not found").first).to_be_hidden()
    again.run_all(exercises())
    assert seen(again) == shown
    expect(again.page.locator(".ss-again").first).to_be_hidden()
    assert again.card(CHOOSE).get_by_role("radio").first.is_checked()
    saved_again = again.save()
    next_day.close()

    assert notebook.troubles == again.troubles == []
    assert is_light(saved, before)
    assert records(saved_again) == records(saved)
    assert grades(file, tmp_path) == {name: points(state) for name, state in shown.items()}
    assert sum(map(points, shown.values())) > 0


def is_light(saved: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether a saved lesson holds little more than text, figures and an explorer's states: no front end, no key."""
    text = json.dumps(saved, ensure_ascii=False)
    assert "customElements" not in text
    assert key(MARK)["solution"] not in text
    return len(text) < len(json.dumps(before, ensure_ascii=False)) + 100_000


def grades(file: Path, place: Path) -> dict[str, float]:
    """The points that `samestory grade` gives, exercise by exercise, which are those that the record earns."""
    handed_in = place / "class" / "anna"
    handed_in.mkdir(parents=True)
    (handed_in / file.name).write_bytes(file.read_bytes())
    assert main(["grade", str(place / "class"), "--out", str(place / "out")]) == 0
    results = json.loads((place / "out" / "results.json").read_text("utf-8"))
    graded = results["submissions"][0]["graded"]
    given = {one["exercise"]: one["points"] for one in graded if one["state"] == "graded"}
    read = {found.record.exercise: found.record.answer for found in read_answers(file.read_bytes()).found}
    assert {name: load_shipped().exercise(name).verdict(answer).points for name, answer in read.items()} == given
    return given


def test_keys_stay_in_the_exercise(lab: Lab, folder: Path, page: Page) -> None:
    notebook = Notebook(lab, page, written(folder, f'exercise("{MARK}")', f'exercise("{SHORT}")', "1 + 1"))
    notebook.run_all(2)
    card, cursor = notebook.card(MARK), notebook.card(MARK).get_by_role("slider", name="Text to mark")
    card.locator(".ss-w").first.click()
    standing = notebook.standing()
    letters = ("a", "x", "d", "d", "j", "k", "b", "m", "y", "0", "0", "Shift+m", "z", "v")
    press(cursor, *letters, "ArrowRight", "Shift+ArrowDown", "Enter", "Escape", "Delete", "Shift+Enter")
    press(card.get_by_role("button", name="Start again"), *letters, "Enter", "Delete", "Escape")
    press(card.get_by_role("button", name="Check", exact=True), *letters, "ArrowDown", "ArrowUp", "Escape")
    card.locator(".ss-prompt").first.click()
    for each in (*letters, "Delete", "Escape"):
        page.keyboard.press(each)
    assert notebook.standing() == standing

    box = notebook.card(SHORT).get_by_label("Your answer")
    box.click()
    standing = notebook.standing()
    page.keyboard.type("a x dd jk b")
    press(box, "Backspace", "Control+z", "Shift+Enter")
    assert notebook.standing() == standing
    expect(notebook.card(SHORT).locator(".ss-state")).to_contain_text("checked")


def test_a_restarted_kernel_costs_no_answer(lab: Lab, folder: Path, page: Page) -> None:
    notebook = Notebook(lab, page, written(folder, f'exercise("{CHOOSE}")'))
    notebook.run_all(1)
    choose(notebook.card(CHOOSE), CHOOSE, 1)
    page.get_by_role("menubar").get_by_text("Kernel", exact=True).click()
    page.get_by_text("Restart Kernel…", exact=True).click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    asks_to_run_all(notebook)
    notebook.run_all(1)
    keeps_when_checked(notebook)


@pytest.mark.slow
def test_a_kernel_restarted_behind_the_page_costs_no_answer(lab: Lab, folder: Path, page: Page) -> None:
    """JupyterLab then goes on speaking to a part of the old kernel until its page is loaded again."""
    notebook = Notebook(lab, page, written(folder, f'exercise("{CHOOSE}")'))
    notebook.run_all(1)
    choose(notebook.card(CHOOSE), CHOOSE, 1)
    lab.restart_kernels()
    asks_to_run_all(notebook)
    expect(notebook.card(CHOOSE).locator(".ss-trouble")).to_contain_text("reload the page")
    notebook.save()
    page.reload()
    notebook.ready()
    notebook.run_all(1)
    keeps_when_checked(notebook)


def asks_to_run_all(notebook: Notebook) -> None:
    notebook.card(CHOOSE).get_by_role("button", name="Check", exact=True).click()
    expect(notebook.card(CHOOSE).locator(".ss-trouble")).to_contain_text("Run All Cells", timeout=SLOW * 1000)
    expect(notebook.card(CHOOSE).get_by_role("radio").nth(1)).to_be_checked()


def keeps_when_checked(notebook: Notebook) -> None:
    expect(notebook.card(CHOOSE).get_by_role("radio").nth(1)).to_be_checked()
    check(notebook.card(CHOOSE))
    expect(notebook.line(CHOOSE)).to_contain_text("Answer kept")
    assert notebook.troubles == []


@pytest.mark.slow
def test_after_a_reload_the_learner_is_told_to_run_the_cells_before_answering(
    lab: Lab, folder: Path, page: Page
) -> None:
    """JupyterLab draws the exercises of a living kernel again, but no longer saves what they write."""
    notebook = Notebook(lab, page, written(folder, f'exercise("{CHOOSE}")'))
    notebook.run_all(1)
    notebook.save()
    told = page.locator(".ss-reopened")
    page.reload()
    notebook.ready()
    expect(told).to_contain_text("Run All Cells")
    choose(notebook.card(CHOOSE), CHOOSE, 1)
    check(notebook.card(CHOOSE))
    assert records(notebook.save()) == {}
    notebook.run_all(1)
    expect(notebook.line(CHOOSE)).to_contain_text("Answer kept")
    expect(notebook.line(CHOOSE)).to_have_attribute("data-drawing", re.compile(r"\d"))  # the look at the line is over
    expect(told).to_have_count(0)
    expect(notebook.card(CHOOSE).locator(".ss-state")).to_contain_text("checked")
    assert list(records(notebook.save())) == [CHOOSE]


def test_two_copies_of_an_exercise_share_the_answer_given_last(lab: Lab, folder: Path, page: Page) -> None:
    call = f'exercise("{CHOOSE}")'
    notebook = Notebook(lab, page, written(folder, call, call))
    notebook.run_all(2)
    choose(notebook.card(CHOOSE, 0), CHOOSE, 0)
    check(notebook.card(CHOOSE, 0))
    choose(notebook.card(CHOOSE, 1), CHOOSE, 1)
    check(notebook.card(CHOOSE, 1))
    notebook.run_cell(1)
    for copy in (0, 1):
        expect(notebook.card(CHOOSE, copy).get_by_role("radio").nth(1)).to_be_checked()
        expect(notebook.line(CHOOSE, copy)).to_contain_text("Answer kept")


@pytest.mark.parametrize("lost", ["unreadable", "missing"])
def test_an_answer_in_the_notebook_outlives_the_file_beside_it(lab: Lab, folder: Path, page: Page, lost: str) -> None:
    notebook = Notebook(lab, page, written(folder, f'exercise("{CHOOSE}")'))
    notebook.run_all(1)
    choose(notebook.card(CHOOSE), CHOOSE, 1)
    check(notebook.card(CHOOSE))
    saved = records(notebook.save())
    beside = folder / "answers" / f"{CHOOSE}.json"
    if lost == "missing":
        beside.unlink()
    else:
        beside.write_text('{"schema": 1, "exercise": "' + "\0" * 99)
    notebook.run_cell(1)
    expect(notebook.card(CHOOSE).get_by_role("radio").nth(1)).to_be_checked()
    expect(notebook.line(CHOOSE)).to_contain_text("Answer kept")  # the record comes with the line, after the card
    assert records(notebook.save()) == saved


def test_a_plain_check_is_read_in_the_cell_and_saved_with_it(lab: Lab, folder: Path, page: Page) -> None:
    right = task(SHORT).accept[0]
    notebook = Notebook(lab, page, written(folder, f'check("{SHORT}", {right!r})', f'exercise("{SHORT}")'))
    notebook.run_all(1)
    expect(page.locator(".jp-Cell").nth(1).locator(".jp-OutputArea")).to_contain_text("1 of 1 points. Right.")
    expect(notebook.card(SHORT).locator(".ss-state")).to_have_text("checked: 1 of 1")
    assert records(notebook.save())[SHORT]["answer"] == {"text": right}


def test_an_exercise_takes_on_the_dark_theme(lab: Lab, folder: Path, page: Page) -> None:
    with lab.theme("JupyterLab Dark"):
        notebook = Notebook(lab, page, written(folder, f'exercise("{CHOOSE}")'))
        notebook.run_all(1)
        ground, ink = (
            notebook.card(CHOOSE).evaluate(f"(card) => getComputedStyle(card).{name}")
            for name in ("backgroundColor", "color")
        )
    around = page.locator(".jp-Notebook").evaluate("(notebook) => getComputedStyle(notebook).backgroundColor")
    assert ground == around
    assert brightness(ink) - brightness(ground) > 180


def brightness(colour: str) -> float:
    """The mean of the three parts of `rgb(1, 2, 3)`, from 0 to 255."""
    parts = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    return sum(parts) / 3
