"""In a notebook both checks are kept: the first look, which the scores count, and the last."""

from pathlib import Path
from typing import Any

import pytest

from samestory.answer import kept
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.lesson import check, waiting
from samestory.widget.exercise_widget import ExerciseWidget, record_of

COURSE = load_shipped()
SORTED = COURSE.exercise("same-as-said")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr(waiting, "_checked_here", {})
    return tmp_path


def all_in(group: str, one: Exercise = SORTED) -> dict[str, Any]:
    return {"placed": {item.id: group for item in one.task.items}}


RIGHT = SORTED.task.right().to_json()
BLIND = all_in(SORTED.task.groups[0].id)


def test_a_cell_keeps_the_first_check_beside_the_last(folder: Path) -> None:
    first = check("same-as-said", BLIND)
    again = check("same-as-said", RIGHT)
    record = kept("same-as-said", folder)
    assert record
    assert (record.answer, record.first.answer, record.first.sure) == (RIGHT, BLIND, True)
    assert "Your first look: both scores count it." in repr(first)
    assert "It counts; this check is after feedback." in repr(again)
    assert f"caught {SORTED.verdict(BLIND).measures[0].count} of" in repr(again)


def test_where_the_folder_keeps_nothing_the_kernel_still_knows_the_first_look(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "answers").write_text("in the way")
    check("same-as-said", BLIND)
    again = check("same-as-said", RIGHT).record
    assert "kept nowhere else" in capsys.readouterr().out
    assert again
    assert again.first.answer == BLIND


def test_the_widget_says_what_the_first_look_was_and_how_many_hints_were_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ExerciseWidget, "send", lambda *_: None)
    widget = ExerciseWidget(SORTED, 1, None, lambda _: None, lambda _: None)
    assert widget.first == ""
    for answer, hints in ((BLIND, 1), (RIGHT, 2)):
        widget._received(widget, {"type": "check", "n": 1, "answer": answer, "hints": hints}, [])
    assert widget.first.startswith("Your first look, with 1 hint open: ")
    assert widget.record["first"]["answer"] == BLIND
    assert widget.verdict["points"] == SORTED.card.points


def test_where_no_feedback_came_between_the_answer_itself_is_the_first_look() -> None:
    form = COURSE.exercise("form-a")
    before = record_of(form, form.parse({"placed": {}}), 0)
    assert record_of(form, form.task.right(), 0, before).first.answer == form.task.right().to_json()
