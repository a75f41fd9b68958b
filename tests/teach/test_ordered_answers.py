"""Orders, numbers and matrices that students hand in: graded from the notebook, and shown to them in words."""

import json
import re
from typing import Any

import pytest
from made_cases import exercise
from made_notebooks import answered, colab, notebook, record, version_3, vs_code

from samestory.exercise.handout import hand_out, handed_out
from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.feedback import page
from samestory.teach.row import Row

NAMES = ("ferry-order", "ferry-share", "ferry-claims")
RIGHT = {name: exercise(name).task.right().to_json() for name in NAMES}
HALF = {
    "ferry-order": {"order": ["screws", "told", "radio", "back", "stop"]},
    "ferry-share": {"text": "0.4"},
    "ferry-claims": {"stands": {"screws": {"harbour-post": "agrees", "island-radio": "silent"}}},
}
HOSTILE = "<script>alert(1)</script>"


def graded(data: bytes, assigned: bool = False) -> list[Row]:
    keys = Keys([Keyed(exercise(name), assigned) for name in NAMES])
    return grade_student([Submission("anna", "", "a.ipynb", lambda _: Content(data))], keys, 2e9)


def points(rows: list[Row]) -> dict[str, float]:
    return {one.keyed.exercise.card.id: one.verdict.points for row in rows for one in row.graded if one.chosen}


def records(answers: dict[str, Any]) -> list[Any]:
    return [record(name, answer, spec=exercise(name).fingerprint()) for name, answer in answers.items()]


SAVED = {
    "JupyterLab": lambda some: notebook(answered(*some)),
    "text": lambda some: notebook(answered(*some, form="lines")),
    "Colab": lambda some: colab(answered(*some)),
    "VS Code": lambda some: vs_code(answered(*some)),
    "IPython 2": version_3,
}


@pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)
def test_answers_are_graded_from_a_notebook_however_it_was_saved(save):
    assert points(graded(save(records(RIGHT)))) == {"ferry-order": 5, "ferry-share": 4, "ferry-claims": 5}
    assert points(graded(save(records(HALF)))) == {"ferry-order": 3.89, "ferry-share": 2, "ferry-claims": 0.6}


def test_an_answer_recorded_by_a_handed_out_copy_is_graded_with_the_key():
    kept = {}
    for name, raw in HALF.items():
        copy = handed_out(json.loads(json.dumps(hand_out(exercise(name)))))
        assert copy.verdict(raw).state == "recorded"
        assert copy.fingerprint() == exercise(name).fingerprint()
        kept[name] = copy.parse(raw).to_json()
    rows = graded(SAVED["JupyterLab"](records(kept)), assigned=True)
    assert points(rows) == {"ferry-order": 3.89, "ferry-share": 2, "ferry-claims": 0.6}


def test_a_number_that_could_not_be_read_shows_the_question_and_no_points():
    rows = graded(SAVED["JupyterLab"](records({"ferry-share": {"text": "0,4"}})))
    assert points(rows) == {"ferry-share": 0}
    assert "Is 0,4 meant as 0.4?" in page(rows)


@pytest.mark.parametrize("assigned", [False, True])
def test_a_page_tells_orders_numbers_and_cells_in_words(assigned):
    text = page(graded(SAVED["JupyterLab"](records(HALF)), assigned))
    for shown in ("Island Radio reads the news.", "place 3", "0.4", "Harbour Post agrees, Island Radio silent"):
        assert shown in text
    assert ("A ferry that is back has been away." in text) != assigned
    assert "Silences read as such: 1 of 3." in text


def test_a_page_shows_what_is_no_answer_and_runs_nothing():
    hostile = {
        "ferry-order": {"order": [HOSTILE]},
        "ferry-share": {"text": HOSTILE},
        "ferry-claims": {"stands": {HOSTILE: {HOSTILE: HOSTILE}}},
    }
    rows = graded(SAVED["JupyterLab"](records(hostile)))
    assert points(rows) == dict.fromkeys(NAMES, 0)
    text = page(rows)
    assert not re.search("<script", text)
    assert text.count("&lt;script&gt;") >= 3
