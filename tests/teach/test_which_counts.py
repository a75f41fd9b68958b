"""Of several answers the one that was handed in last counts; of a test the first that was complete."""

import dataclasses
from typing import Any

import pytest
from made_forms import forms
from made_notebooks import NOON, answered, notebook, record
from small_course import RIGHT, exercises, keys

from samestory.answer.record import instant
from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.merge import Attempt, AttemptPolicy
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.row import Row

EARLY, LATE = "2026-11-01T12:00:00Z", "2026-11-20T12:00:00Z"
WRONG, GOOD = {"text": "no"}, RIGHT["greeting"]
FULL = {"placed": {"founding": "artifact", "mail": "artifact", "beats": "artifact", "firm": "sound"}}
WORSE = {"placed": {"founding": "sound", "mail": "sound", "beats": "sound", "firm": "sound"}}
PART = {"placed": {"founding": "artifact", "mail": "artifact"}}
LESS = {"placed": {"founding": "artifact"}}


def book(*answers: tuple[str, Any, str]) -> bytes:
    return notebook(answered(*(record(name, answer, when) for name, answer, when in answers)))


def rows(given: dict[str, bytes], known: Keys | None = None, written: dict[str, float] | None = None) -> list[Row]:
    mine = [
        Submission("bo", "", name, lambda _, data=data: Content(data), modified=(written or {}).get(name, 0.0))
        for name, data in given.items()
    ]
    return grade_student(mine, known or keys(), instant("2026-12-01"))


def form_keys() -> Keys:
    return Keys([Keyed(one, False) for one in forms().values()])


def said(row: Row) -> str:
    return " ".join(note.text for note in row.notes)


def test_a_clock_that_is_behind_does_not_undo_a_resubmission() -> None:
    given = {
        "bo/07-resubmitted.ipynb": book(("greeting", GOOD, EARLY)),
        "bo/07.ipynb": book(("greeting", WRONG, LATE)),
    }
    (row,) = rows(given)
    assert (row.status, row.points) == ("graded", 2)
    assert "bo/07-resubmitted.ipynb came last and counts: greeting." in said(row)


def test_the_time_of_writing_tells_where_names_do_not() -> None:
    given = {"bo/a.ipynb": book(("greeting", GOOD, EARLY)), "bo/b.ipynb": book(("greeting", WRONG, LATE))}
    (row,) = rows(given, written={"bo/a.ipynb": 9e8, "bo/b.ipynb": 8e8})
    assert (row.status, row.points) == ("graded", 2)


def test_where_only_a_clock_tells_a_person_is_asked() -> None:
    given = {"bo/a.ipynb": book(("greeting", GOOD, EARLY)), "bo/b.ipynb": book(("greeting", WRONG, LATE))}
    (row,) = rows(given)
    assert (row.status, row.points) == ("needs a look", 0)
    assert "in bo/a.ipynb and bo/b.ipynb; nothing but the learner’s clock" in said(row)
    assert "bo/b.ipynb was counted" in said(row)


def test_equal_answers_raise_no_question() -> None:
    given = {"bo/a.ipynb": book(("greeting", GOOD, EARLY)), "bo/b.ipynb": book(("greeting", GOOD, LATE))}
    assert rows(given)[0].status == "graded"


def test_within_a_file_the_newest_counts() -> None:
    (row,) = rows({"bo.ipynb": book(("greeting", GOOD, LATE), ("greeting", WRONG, EARLY))})
    assert (row.status, row.points) == ("graded", 2)


def test_what_was_kept_beside_the_notebook_has_its_clock() -> None:
    kept = b'{"schema": 1, "exercise": "greeting", "answer": {"text": "hello"}, "when": "%s"}' % LATE.encode()
    (row,) = rows({"bo/07.ipynb": book(("greeting", WRONG, EARLY)), "bo/answers/greeting.json": kept})
    assert (row.status, row.points) == ("graded", 2)


def test_nbgraders_stamp_tells_when_it_was_handed_in_and_is_no_file_of_its_own() -> None:
    stamp = b"2026-12-24 23:59:59.000000 UTC\n"
    (row,) = rows({"bo/07/07.ipynb": book(("greeting", GOOD, EARLY)), "bo/07/timestamp.txt": stamp})
    assert (row.handed_in, row.status, row.notes) == ("2026-12-24T23:59:59Z", "graded", ())
    assert [file.name for file in row.files] == ["bo/07/07.ipynb"]


def test_stamps_rule_over_the_clock() -> None:
    given = {
        "bo/one/07.ipynb": book(("greeting", GOOD, EARLY)),
        "bo/one/timestamp.txt": b"2026-11-25 10:00:00 UTC",
        "bo/two/07.ipynb": book(("greeting", WRONG, LATE)),
        "bo/two/timestamp.txt": b"2026-11-24 10:00:00 UTC",
    }
    (row,) = rows(given)
    assert (row.status, row.points, row.handed_in) == ("graded", 2, "2026-11-25T10:00:00Z")


@pytest.mark.parametrize("stamp", [b"", b"not a time", b"\xff\xfe\0", b"2026-12-24 23:59 " + b"x" * 5000])
def test_a_stamp_that_tells_no_time_is_named(stamp: bytes) -> None:
    row = rows({"bo/07.ipynb": book(("greeting", GOOD, EARLY)), "bo/timestamp.txt": stamp})[0]
    assert (row.handed_in, row.status) == ("", "graded")
    assert "Also handed in, and no notebook: bo/timestamp.txt." in said(row)


def test_a_stamp_alone_is_a_row() -> None:
    (row,) = rows({"bo/07/timestamp.txt": b"2026-12-24 23:59:59 UTC"})
    assert (row.status, row.handed_in) == ("unreadable", "2026-12-24T23:59:59Z")


def test_of_a_test_the_first_complete_answer_counts_in_a_file_and_between_files() -> None:
    later = ("test-a", FULL, LATE)
    (row,) = rows({"bo.ipynb": book(later, ("test-a", WORSE, EARLY))}, form_keys())
    assert (row.lesson, row.points, row.status) == ("tests: test-a", 2, "graded")
    assert "the first complete one counts: test-a." in said(row)
    given = {"bo/t.ipynb": book(("test-a", WORSE, LATE)), "bo/t-2.ipynb": book(("test-a", FULL, EARLY))}
    (row,) = rows(given, form_keys())
    assert (row.points, row.status) == (2, "graded")


def test_an_answer_without_a_date_or_from_the_future_is_not_the_first() -> None:
    for when in ("", "never", "2999-01-01"):
        (row,) = rows({"bo.ipynb": book(("test-a", FULL, when), ("test-a", WORSE, LATE))}, form_keys())
        assert row.points == 2


def test_an_incomplete_answer_does_not_count_beside_a_complete_one() -> None:
    given = book(("test-a", PART, EARLY), ("test-a", WORSE, NOON), ("test-a", FULL, "2026-11-22"))
    assert rows({"bo.ipynb": given}, form_keys())[0].points == 2


def test_without_a_complete_answer_the_newest_counts_and_what_is_empty_is_said() -> None:
    (row,) = rows({"bo.ipynb": book(("test-a", LESS, LATE), ("test-a", PART, EARLY))}, form_keys())
    assert (row.points, row.status) == (1, "graded")
    assert "No complete answer was handed in, so the newest counts: test-a (3 items are empty)." in said(row)


def test_of_two_complete_answers_that_only_a_clock_orders_a_person_is_asked() -> None:
    given = {"bo/a.ipynb": book(("test-a", FULL, LATE)), "bo/b.ipynb": book(("test-a", WORSE, EARLY))}
    (row,) = rows(given, form_keys())
    assert (row.points, row.status) == (2, "needs a look")
    assert "which came first; by it bo/b.ipynb was counted: test-a." in said(row)


def test_an_answer_to_a_test_that_can_not_be_read_does_not_stand_for_the_first() -> None:
    (row,) = rows({"bo.ipynb": book(("test-a", 7, EARLY), ("test-a", FULL, LATE))}, form_keys())
    assert row.points == 3


def test_asked_and_not_answered_is_a_row_of_that_form() -> None:
    asked = notebook([{"cell_type": "code", "metadata": {}, "outputs": [], "source": ['exercise("test-b")']}])
    (row,) = rows({"bo.ipynb": asked}, form_keys())
    assert (row.lesson, row.status) == ("tests: test-b", "nothing answered")


def test_an_exercise_that_waits_for_others_of_its_lesson_takes_none_out_of_the_sum() -> None:
    one, other, *rest = exercises()
    waits = dataclasses.replace(one, card=dataclasses.replace(one.card, until=(other.card.id,), extra=True))
    known = Keys([Keyed(made, False) for made in (waits, other, *rest)])
    (row,) = rows({"bo.ipynb": book(("greeting", GOOD, EARLY))}, known)
    assert (row.of, row.notes) == (4, ())


def graded_by(given: dict[str, bytes], policy: AttemptPolicy) -> Row:
    mine = [Submission("bo", "", name, lambda _, data=data: Content(data)) for name, data in given.items()]
    (row,) = grade_student(mine, keys(), instant("2026-12-01"), policy)
    return row


TRIES = {
    "bo/07.ipynb": book(("greeting", WRONG, EARLY)),
    "bo/07 (1).ipynb": book(("greeting", GOOD, EARLY)),
    "bo/07 (2).ipynb": book(("greeting", WRONG, LATE)),
}


@pytest.mark.parametrize(("attempt", "points"), [("first", 0), ("last", 0), ("best", 2)])
def test_a_teacher_may_let_the_first_or_the_best_answer_count(attempt: Attempt, points: float) -> None:
    row = graded_by(TRIES, AttemptPolicy(attempt))
    assert (row.status, row.points) == ("graded", points)
    if attempt != "last":
        assert f"the {attempt} counts" in said(row)


def test_a_test_keeps_its_first_complete_answer_whatever_was_asked_for() -> None:
    known, name = form_keys(), next(iter(forms()))
    data = book((name, WORSE, EARLY), (name, FULL, LATE))
    (row,) = grade_student(
        [Submission("bo", "", "bo.ipynb", lambda _: Content(data))], known, 2e9, AttemptPolicy("best")
    )
    (chosen,) = [one.chosen for one in row.graded if one.chosen]
    assert chosen.found.record.answer == WORSE


IN_TIME, TOO_LATE = "bo+07-first-steps+2026-03-01 09-59-59 UTC.ipynb", "bo+07-first-steps+2026-03-01 10-00-01 UTC.ipynb"
DUE = AttemptPolicy(due="2026-03-01T10:00:00Z")


def test_what_came_after_the_due_time_counts_only_where_nothing_else_is() -> None:
    given = {
        IN_TIME: book(("greeting", WRONG, EARLY)),
        TOO_LATE: book(("greeting", GOOD, LATE), ("reason", RIGHT["reason"], LATE)),
    }
    row = graded_by(given, DUE)
    assert {one.keyed.exercise.card.id: one.verdict.points for one in row.graded if one.chosen} == {
        "greeting": 0,
        "reason": 1,
    }
    assert row.late
    assert "came after the due time, at 2026-03-01T10:00:01Z" in said(row)
    assert not graded_by({IN_TIME: given[IN_TIME]}, DUE).late


def test_a_learners_clock_makes_nobody_late() -> None:
    row = graded_by({"bo.ipynb": book(("greeting", GOOD, LATE))}, AttemptPolicy(due="2026-01-01T00:00:00Z"))
    assert (row.late, row.points) == (False, 2)
