"""A verdict that waits for another exercise: kept until that one is answered, beside the notebook or in this kernel."""

import dataclasses
from types import SimpleNamespace

import pytest
from made_forms import forms

from samestory.answer import Record, keep
from samestory.case import Course
from samestory.lesson import answering, check, exercise, finding, solution, waiting
from samestory.lesson.waiting import waits

A = {"mail": "artifact"}
B = {"told": "tuesday"}
SEALED = "Your answer is kept. What was right shows when you have done “Form B” too, in a notebook of this folder."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr(waiting, "_checked_here", set())
    monkeypatch.setattr(answering, "_shown", {})
    known = Course({"forms": SimpleNamespace(exercises=forms())})
    for module in (answering, finding):
        monkeypatch.setattr(module, "load_shipped", lambda: known)
    return tmp_path


def new_kernel(monkeypatch):
    monkeypatch.setattr(waiting, "_checked_here", set())


def test_the_answer_is_kept_and_nothing_is_told_of_it(folder):
    report = check("test-a", A)
    assert (report.verdict.state, report.verdict.headline) == ("recorded", SEALED)
    assert report.verdict.parts == report.verdict.measures == ()
    assert report.record is not None
    assert (folder / "answers" / "test-a.json").is_file()


def test_when_each_has_an_answer_both_open():
    check("test-a", A)
    assert check("test-b", B).verdict == forms()["test-b"].verdict(B)
    assert check("test-a", A).verdict == forms()["test-a"].verdict(A)


def test_another_kernel_knows_what_is_kept_beside_the_notebook(folder, monkeypatch):
    check("test-a", A)
    new_kernel(monkeypatch)
    assert check("test-b", B).verdict.state == "graded"


def test_where_the_folder_can_not_be_written_this_kernel_remembers(folder):
    (folder / "answers").write_text("a file stands here")
    check("test-a", A)
    assert check("test-b", B).verdict.state == "graded"


def test_the_solution_waits_as_well(folder):
    assert "shows when you have done “Form B”" in repr(solution("test-a"))
    keep(Record("test-b", "", {"placed": {}}, "2026-11-21T07:00:00Z"), folder)
    assert solution("test-a").verdict.state == "graded"


def test_an_assigned_exercise_waits_for_its_teacher_and_nothing_else():
    one = forms()["test-a"]
    assigned = dataclasses.replace(one, card=dataclasses.replace(one.card, mode="assigned"))
    assert waits(assigned) == []
    assert waits(one) == [{"id": "test-b", "title": "Form B"}]


@pytest.mark.parametrize("nothing", [None, {}, 3])
def test_what_is_no_answer_opens_nothing(nothing):
    assert check("test-b", nothing).record is None
    assert check("test-a", A).verdict.state == "recorded"


def test_what_is_checked_in_a_cell_shows_in_the_exercise_above_and_in_the_one_that_waited():
    exercise("test-a")
    exercise("test-b")
    check("test-a", A)
    assert answering._shown["test-a"].record["answer"] == {"placed": A}
    assert answering._shown["test-a"].verdict["state"] == "recorded"
    check("test-b", B)
    assert {one.verdict["state"] for one in answering._shown.values()} == {"graded"}
