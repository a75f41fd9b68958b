"""Passages kept for the tests: what lies in them is not among "all" that stands in a text, and can still be named."""

import pytest
from made_cases import FERRY, Copy

from samestory.case import load_case
from samestory.case.desk import Desk

CASE = "case.yml"
POST = {"article": "harbour-post"}


@pytest.fixture
def copy(tmp_path):
    return Copy(FERRY, tmp_path)


def hold(copy: Copy, line: str) -> None:
    copy.write(CASE, copy.text(CASE) + f"held:\n  - {line}\n")


def desk_of(case):
    return Desk(case.articles, case.record, case.findings, case.controls, held=case.held)


def test_a_held_passage_is_the_words_from_one_phrase_to_another_with_the_marks_that_touch_them(copy):
    hold(copy, "{article: harbour-post, from: The motor has a disease, to: of the heart}")
    case = load_case(copy.folder)
    (held,) = case.held
    text = case.articles["harbour-post"].text
    assert "The motor has a disease of the heart" in text[held.start : held.end]
    assert text[held.start] in "T“"


def test_all_findings_and_controls_leave_out_what_a_held_passage_touches(copy):
    before = {one.id for one in desk_of(load_case(copy.folder)).faults(POST, None)}
    hold(copy, "{article: harbour-post, from: a disease of, to: the heart}")
    desk = desk_of(load_case(copy.folder))
    assert {one.id for one in desk.faults(POST, None)} == before - {"heart-disease"}
    assert [one.id for one in desk.faults(POST, ["heart-disease"])] == ["heart-disease"]


def test_a_control_in_a_held_passage_is_left_out_too(copy):
    hold(copy, "{article: harbour-post, from: The U.S. firm, to: Gear & Sons}")
    case = load_case(copy.folder)
    assert case.holds_back(case.controls["us-firm"])
    assert "us-firm" not in {one.id for one in desk_of(case).controls(POST, None)}


def test_findings_all_of_an_exercise_leaves_out_what_is_held(copy):
    before = {fault.id for fault in load_case(copy.folder).exercises["ferry-marks"].task.faults}
    hold(copy, "{article: harbour-post, from: a disease of, to: the heart}")
    task = load_case(copy.folder).exercises["ferry-marks"].task
    assert {fault.id for fault in task.faults} == before - {"heart-disease"}
    assert "heart-disease" not in {fault.id for fault in task.neutral}


@pytest.mark.parametrize(
    ("line", "field", "found"),
    [
        ("{article: nowhere, from: The ferry, to: stops}", "held[0]", "no article 'nowhere'"),
        ("{article: harbour-post, from: words never printed, to: the heart}", "held[0]", "does not stand"),
        ("{article: harbour-post, from: the, to: the heart}", "held[0]", "times in this passage"),
        ("{article: harbour-post, from: the heart, to: The motor has}", "held[0]", "ends before it starts"),
        ("{article: harbour-post, from: The motor has}", "held[0]", "from"),
    ],
)
def test_a_held_passage_that_is_not_there_once_is_one_problem(copy, line, field, found):
    hold(copy, line)
    problem = copy.problem()
    assert problem.field == field
    assert found in problem.found
