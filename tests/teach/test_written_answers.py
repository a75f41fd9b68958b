"""Pairs, sentences and briefs that students hand in: graded from the notebook, and shown to them harmlessly."""

import re

import pytest
from made_cases import exercise
from made_notebooks import answered, notebook, record

from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.feedback import page
from samestory.teach.row import Row

NAMES = ("ferry-match", "ferry-rewrite", "ferry-own-brief")
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e"
RIGHT = {name: exercise(name).task.right().to_json() for name in NAMES}


def graded(answers: dict, assigned: bool = False) -> list[Row]:
    data = notebook(answered(*(record(name, answer) for name, answer in answers.items())))
    keys = Keys([Keyed(exercise(name), assigned) for name in NAMES])
    return grade_student([Submission("anna", "", "a.ipynb", lambda _: Content(data))], keys, 2e9)


def test_right_answers_get_full_points():
    rows = graded(RIGHT)
    assert [(one.verdict.points, one.verdict.of) for row in rows for one in row.graded if one.chosen] == [
        (6, 6), (4, 4), (10, 10),
    ]  # fmt: skip


@pytest.mark.parametrize("assigned", [False, True])
def test_a_page_shows_what_was_written_and_the_rubric_and_runs_nothing(assigned):
    answers = {
        "ferry-match": {"pairs": {"heart": "stops", "screws": "none"}},
        "ferry-rewrite": {"text": f"Captain Lind said {HOSTILE}", "rubric": {"plain": "partly"}},
        "ferry-own-brief": {
            "claim": f"A claim {HOSTILE}",
            "evidence": [{"source": HOSTILE, "quote": f"a pause {HOSTILE}"}],
            "rivals": [HOSTILE],
            "change": HOSTILE,
            "text": HOSTILE,
            "confidence": "likely",
            "rubric": {"bears": "no"},
        },
    }
    text = page(graded(answers, assigned))
    assert not re.search(r"<(script|img)", text)
    assert "\u202e" not in text
    assert text.count("&lt;script&gt;alert(1)") >= 6
    for shown in (
        "with E. Ferry stops for two days",
        "no partner",
        "the learner says: partly",
        "the learner says: not yet",
        "not rated",
        "likely: the evidence points this way",
    ):
        assert shown in text
    for own in ("Nobody else speaks of screws.", "Readers must know who says it."):
        assert (own in text) is not assigned  # the key's own sentences stay with the teacher


def test_answers_of_no_known_form_are_said_to_be_unreadable_and_harm_nobody_else():
    rows = graded({"ferry-match": [HOSTILE], "ferry-rewrite": {"text": 7}, "ferry-own-brief": RIGHT["ferry-own-brief"]})
    found = [one.verdict for row in rows for one in row.graded if one.chosen]
    assert [verdict.state for verdict in found] == ["unreadable", "unreadable", "graded"]
    assert not re.search(r"<(script|img)", page(rows))
