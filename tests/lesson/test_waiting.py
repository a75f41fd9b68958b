"""A verdict that waits for another exercise: kept until that one is answered, beside the notebook or in this kernel."""

import dataclasses
from types import SimpleNamespace

import pytest
from made_forms import forms

from samestory.answer import Record, keep, kept
from samestory.course import Course
from samestory.lesson import answering, check, exercise, finding, solution, waiting
from samestory.lesson.waiting import waits

A = {"founding": "name", "mail": "artifact", "beats": "sound", "firm": "artifact"}
B = {"told": "tuesday", "no-ferry": "later", "back": "later"}
SEALED = "Your answer is kept. What was right shows when you have done “Form B” too, in a notebook of this folder."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr(waiting, "_checked_here", {})
    monkeypatch.setattr(answering, "_shown", {})
    known = Course({"forms": SimpleNamespace(exercises=forms())})
    for module in (answering, finding):
        monkeypatch.setattr(module, "load_shipped", lambda: known)
    return tmp_path


def new_kernel(monkeypatch):
    monkeypatch.setattr(waiting, "_checked_here", {})


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
    check("test-a", A)
    keep(Record("test-b", "", {"placed": {"told": "tuesday"}}, "2026-11-21T07:00:00Z"), folder)
    assert "shows when you have done “Form B”" in repr(solution("test-a"))
    keep(Record("test-b", "", {"placed": B}, "2026-11-21T07:00:00Z"), folder)
    assert solution("test-a").verdict.state == "graded"


def test_the_solution_waits_for_an_answer_of_its_own_too():
    check("test-b", B)
    assert "with no item left empty" in repr(solution("test-a"))
    check("test-a", {"mail": "artifact"}, incomplete=True)
    assert "with no item left empty" in repr(solution("test-a"))


def test_what_is_empty_is_named_and_nothing_is_kept(folder):
    report = check("test-a", {"mail": "artifact", "firm": "sound"})
    assert report.verdict.headline == (
        "2 of 4 items are still empty: founding, beats. This answer is not checked yet. Complete "
        'it, or check all the same: check("test-a", answer, incomplete=True).'
    )
    assert (report.verdict.state, report.record) == ("not attempted", None)
    assert not (folder / "answers").exists()


def test_an_answer_with_gaps_opens_neither_form_and_a_whole_one_takes_its_place(folder):
    check("test-b", B)
    report = check("test-a", {"mail": "artifact"}, incomplete=True)
    assert report.verdict.headline == "Your answer is kept. What was right shows when no item is left empty."
    assert "Your answer is kept" in repr(check("test-b", B))
    assert check("test-a", A).verdict == forms()["test-a"].verdict(A)
    assert kept("test-a", folder).answer == {"placed": A}


def test_after_the_first_complete_check_a_later_one_is_practice(folder):
    check("test-b", B)
    check("test-a", A)
    for later in ({**A, "mail": "name"}, {"mail": "name"}):
        report = check("test-a", later, incomplete=True)
        assert repr(report).startswith("Your first complete check is what counts.")
        assert report.verdict == forms()["test-a"].verdict(later)
        assert report.record.answer == kept("test-a", folder).answer == {"placed": A}


def test_of_practice_that_is_kept_back_it_is_not_said_that_it_is_kept(folder):
    check("test-a", A)
    later = repr(check("test-a", {**A, "mail": "name"}))
    assert later == f"{answering.PRACTICE}\n{SEALED.removeprefix('Your answer is kept. ')}"
    assert repr(check("test-a", A)) == SEALED  # the same once more, as when all cells are run again
    exercise("test-a")
    practice = answering._shown["test-a"]._check({"answer": {"placed": {**A, "mail": "name"}}})
    assert practice["verdict"]["headline"] == SEALED.removeprefix("Your answer is kept. ")
    assert answering._shown["test-a"].verdict["headline"] == SEALED


def test_the_first_complete_check_counts_where_the_folder_can_not_be_written_too(folder):
    (folder / "answers").write_text("a file stands here")
    check("test-a", A)
    assert check("test-a", {**A, "mail": "name"}).record.answer == {"placed": A}


def test_a_later_check_in_the_exercise_itself_is_practice_too(folder):
    check("test-b", B)
    exercise("test-a")
    widget = answering._shown["test-a"]
    gaps = widget._check({"answer": {"placed": {"mail": "artifact"}}})
    assert (gaps["verdict"]["state"], gaps["record"]["answer"]) == ("recorded", {"placed": {"mail": "artifact"}})
    first = widget._check({"answer": {"placed": A}})
    later = widget._check({"answer": {"placed": {**A, "mail": "name"}}})
    assert (first["verdict"]["points"], later["verdict"]["points"]) == (3, 2)
    assert later["record"]["answer"] == widget.record["answer"] == kept("test-a", folder).answer == {"placed": A}


def test_an_assigned_exercise_waits_for_its_teacher_and_nothing_else():
    one = forms()["test-a"]
    assigned = dataclasses.replace(one, card=dataclasses.replace(one.card, mode="assigned"))
    assert waits(assigned) == []
    items = ["told", "no-ferry", "back"]
    assert waits(one) == [{"id": "test-b", "title": "Form B", "kind": "classify", "items": items}]


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
