"""The widget answers the front end: verdicts, solutions, and whether the line under it still follows."""

from dataclasses import replace
from typing import Any

import pytest

from samestory.answer import Record
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.widget.exercise_widget import ExerciseWidget


class Desk:
    """A widget with what it sent, what it kept and what it had drawn anew."""

    def __init__(self, exercise: Exercise, monkeypatch: pytest.MonkeyPatch, record: Record | None = None) -> None:
        self.kept: list[Record] = []
        self.drawn: list[int] = []
        self.sent: list[dict[str, Any]] = []
        self.widget = ExerciseWidget(exercise, 4, record, self.kept.append, self.drawn.append)
        monkeypatch.setattr(ExerciseWidget, "send", lambda _, message: self.sent.append(message))

    def tell(self, message: object) -> None:
        self.widget._received(self.widget, message, [])


@pytest.fixture
def exercise() -> Exercise:
    return load_shipped().exercise("luhansk-name")


def test_a_checked_answer_is_kept_and_judged(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(exercise, monkeypatch)
    desk.tell({"type": "check", "n": 7, "answer": {"text": "Luhansk People’s Republic"}, "hints": 2})
    (record,) = desk.kept
    assert (record.exercise, record.answer, record.hints) == ("luhansk-name", {"text": "Luhansk People’s Republic"}, 2)
    assert record.spec == exercise.fingerprint()
    (sent,) = desk.sent
    assert (sent["type"], sent["n"], sent["verdict"]["points"]) == ("verdict", 7, exercise.card.points)
    assert desk.widget.record == record.to_json()
    assert desk.widget.verdict == sent["verdict"]


@pytest.mark.parametrize("answer", [None, {"text": ""}, {"text": 1}, ["a"], {"text": "x" * 100_000}])
def test_what_is_no_answer_is_judged_and_the_one_before_stays(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch, answer: object
) -> None:
    before = Record("luhansk-name", exercise.fingerprint(), {"text": "Luhansk"}, "2026-11-21T07:05:00Z")
    desk = Desk(exercise, monkeypatch, before)
    desk.tell({"type": "check", "n": 1, "answer": answer})
    assert desk.kept == []
    assert desk.sent[0]["verdict"]["state"] in ("not attempted", "unreadable")
    assert desk.widget.record == before.to_json()


@pytest.mark.parametrize("message", [None, "check", 3, [], {}, {"type": "drawn", "n": "1"}, {"type": "other", "n": 1}])
def test_a_message_of_somebody_else_is_passed_over(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch, message: object
) -> None:
    desk = Desk(exercise, monkeypatch)
    desk.tell(message)
    assert (desk.sent, desk.kept, desk.drawn) == ([], [], [])


def test_the_line_is_drawn_anew_before_the_reply(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(exercise, monkeypatch)
    desk.tell({"type": "drawn", "n": 12})
    assert (desk.drawn, desk.sent) == ([12], [{"type": "drawn", "n": 12}])


def test_the_solution_is_told_in_practice_only(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    practice = Desk(exercise, monkeypatch)
    practice.tell({"type": "solution", "n": 1})
    assert practice.sent[0]["text"] == exercise.card.solution
    assigned = Desk(replace(exercise, card=replace(exercise.card, mode="assigned")), monkeypatch)
    assigned.tell({"type": "solution", "n": 1})
    assert assigned.sent == []


def test_an_assigned_answer_is_recorded_without_a_verdict(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(replace(exercise, card=replace(exercise.card, mode="assigned")), monkeypatch)
    desk.tell({"type": "check", "n": 1, "answer": {"text": "Luhansk"}})
    verdict = desk.sent[0]["verdict"]
    assert (verdict["state"], verdict["points"], verdict["parts"]) == ("recorded", 0, [])
    assert len(desk.kept) == 1


def test_the_front_end_never_gets_the_key(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    state = repr(Desk(exercise, monkeypatch).widget.get_state())
    assert exercise.card.solution not in state


def test_what_a_cell_leaves_is_small_and_reads_well_without_widgets(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, _ = Desk(exercise, monkeypatch).widget._repr_mimebundle_()
    assert data["text/plain"] == f"Exercise 4: {exercise.card.title}"
    assert 'check("luhansk-name", answer)' in data["text/html"]
    assert len(repr(data)) < 1000


def test_a_verdict_that_waits_is_kept_back_and_shows_when_the_front_end_looks_again(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(exercise, monkeypatch)
    still = [{"id": "other", "title": "The other one"}]
    desk.widget._waiting = lambda: still
    desk.tell({"type": "check", "n": 1, "answer": {"text": "Luhansk People’s Republic"}, "hints": 0})
    assert desk.sent[0]["verdict"]["state"] == "recorded"
    assert "when you have done “The other one” too" in desk.sent[0]["verdict"]["headline"]
    assert (len(desk.kept), desk.widget.waits) == (1, still)
    desk.tell({"type": "solution", "n": 2})
    assert len(desk.sent) == 1
    desk.widget._waiting = list
    desk.tell({"type": "look", "n": 3})
    assert desk.sent[1] == {"type": "looked", "n": 3}
    assert (desk.widget.verdict["state"], desk.widget.waits) == ("graded", [])


def test_a_look_where_nothing_is_answered_changes_nothing(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(exercise, monkeypatch)
    desk.tell({"type": "look", "n": 3})
    assert (desk.widget.verdict, desk.widget.record) == (None, None)
