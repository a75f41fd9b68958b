"""What a sum leaves out: extra exercises, and the form of a test that is still to come; and d' and c of a class."""

import dataclasses
import io
import json
from typing import Any

import pytest
from made_forms import forms
from made_notebooks import answered, notebook, record
from small_course import FIRST, RIGHT, exercises, keys

from samestory.exercise.parts.discernment import discernment
from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.feedback import page
from samestory.teach.report.gradebook import closing, entry, line, opening
from samestory.teach.report.scores import Scores
from samestory.teach.row import Row

A = {"placed": {"founding": "artifact", "mail": "artifact", "beats": "artifact", "firm": "sound"}}
B = {"placed": {"told": "tuesday", "no-ferry": "later", "back": "later"}}


def with_extra(*names: str) -> Keys:
    def made(one: Any) -> Any:
        return dataclasses.replace(one, card=dataclasses.replace(one.card, extra=one.card.id in names))

    return Keys([Keyed(made(one), False) for one in exercises()])


def rows(given: dict[str, dict[str, Any]], known: Keys) -> list[Row]:
    """The rows of a student who hands in these files, each with its answers by exercise."""
    files = {
        name: notebook(answered(*(record(exercise, answer) for exercise, answer in answers.items())))
        for name, answers in given.items()
    }
    mine = [Submission("anna", "", name, lambda _, data=data: Content(data)) for name, data in files.items()]
    return grade_student(mine, known, 2e9)


def form_keys() -> Keys:
    return Keys([Keyed(one, False) for one in forms().values()])


def test_an_extra_exercise_is_graded_and_counts_in_no_sum():
    (row,) = rows({"a.ipynb": RIGHT}, with_extra("sorting"))
    assert (row.points, row.of) == (4, 4)
    assert (row.measured("caught"), row.measured("trusted")) == ((1, 1), (1, 1))
    assert {one.keyed.exercise.card.id: one.verdict.points for one in row.graded}["sorting"] == 2


def test_whoever_leaves_an_extra_exercise_out_loses_nothing():
    known = with_extra("sorting")
    (row,) = rows({"a.ipynb": {name: one for name, one in RIGHT.items() if name != "sorting"}}, known)
    assert (row.points, row.of) == (4, 4)


def test_the_table_has_the_points_of_an_extra_exercise_beside_the_sum_without_them():
    (row,) = rows({"a.ipynb": RIGHT}, with_extra("sorting"))
    cells, points = line(row)
    assert "4" in cells
    assert points["sorting"] == "2"


def test_a_page_of_feedback_says_which_exercise_is_extra():
    (row,) = rows({"a.ipynb": RIGHT}, with_extra("sorting"))
    text = page([row])
    assert text.count("(extra, not counted)") == 2
    assert "What about sorting?</a> (extra, not counted)</th>" in text
    assert "4 of 4 points" in text


def test_results_say_which_exercises_are_extra():
    head = json.loads(opening(with_extra("sorting")) + "]}")
    assert {one["exercise"] for one in head["exercises"] if one["extra"]} == {"sorting"}


@pytest.mark.parametrize(("name", "answer", "of"), [("test-a", A, 4), ("test-b", B, 1)])
def test_one_form_alone_is_a_row_of_its_own_and_the_other_is_not_missing(name, answer, of):
    (row,) = rows({"00-first-test.ipynb": {name: answer}}, form_keys())
    assert (row.lesson, row.status, row.of) == (f"tests: {name}", "graded", of)
    assert [one.keyed.exercise.card.id for one in row.graded] == [name]
    other = {"test-a": "test-b", "test-b": "test-a"}[name]
    assert any(f"not handed in yet: {other}." in note.text for note in row.notes)


def test_each_form_is_a_row_of_its_own_whichever_notebook_it_was_done_in():
    for first, second in (("test-a", "test-b"), ("test-b", "test-a")):
        answers = {"test-a": A, "test-b": B}
        given = {"00-first-test.ipynb": {first: answers[first]}, "11-second-test.ipynb": {second: answers[second]}}
        of_a, of_b = rows(given, form_keys())
        assert [(row.lesson, row.points, row.of) for row in (of_a, of_b)] == [
            ("tests: test-a", 3, 4),
            ("tests: test-b", 1, 1),
        ]
        assert of_a.notes == of_b.notes == ()


def test_the_teacher_has_the_verdict_while_the_learner_waits_for_it():
    (row,) = rows({"a.ipynb": {"test-a": A}}, form_keys())
    assert row.graded[0].verdict == forms()["test-a"].verdict(A)


def test_the_page_given_back_keeps_back_what_the_exercise_keeps_back():
    (row,) = rows({"a.ipynb": {"test-a": A}}, form_keys())
    text = page([row])
    assert "What was right shows when you have done “Form B: which of these twelve are sound?” too." in text
    assert "<strong>kept.</strong>" in text
    assert not any(said in text for said in ("Point by point", "points<", " points ", "Caught: ", "<td>2 of 2</td>"))
    both = rows({"a.ipynb": {"test-a": A, "test-b": B}}, form_keys())
    assert page(both).count("Point by point") == 2


def test_a_lesson_where_nothing_waits_counts_what_is_not_answered():
    (row,) = rows({"a.ipynb": {"greeting": RIGHT["greeting"]}}, keys())
    assert row.of == 6


def test_d_prime_is_reckoned_over_what_was_answered():
    (row,) = rows({"a.ipynb": {"sorting": RIGHT["sorting"]}}, keys())
    assert row.measured("caught") == (1, 2)
    assert row.found("caught") == (1, 1)
    assert row.discerned == discernment((1, 1), (1, 1))
    (row,) = rows({"a.ipynb": {"greeting": RIGHT["greeting"]}}, keys())
    assert row.discerned is None


def test_results_hold_d_prime_and_c_of_each_student_and_of_the_class():
    (row,) = rows({"a.ipynb": {"test-a": A}}, form_keys())
    scores = Scores().plus(row).plus(row)
    text = io.StringIO()
    text.write(opening(form_keys()) + entry(row, "feedback/anna.html") + closing([], "0" * 64, {"tests": scores}))
    results = json.loads(text.getvalue())
    own = discernment((2, 2), (1, 2))
    (one,) = results["submissions"]
    assert (one["d_prime"], one["bias"]) == (round(own.d_prime, 4), round(own.bias, 4))
    (lesson,) = results["lessons"]
    everybody = discernment((4, 4), (2, 4))
    assert lesson == {
        "lesson": "tests", "students": 2, "caught": 4, "caught_of": 4, "trusted": 2, "trusted_of": 4, "noticed": 0,
        "d_prime": round(everybody.d_prime, 4), "bias": round(everybody.bias, 4),
    }  # fmt: skip


def test_a_row_without_both_scores_has_no_d_prime():
    (row,) = rows({"a.ipynb": {"greeting": RIGHT["greeting"]}}, keys())
    assert row.lesson == FIRST
    results = json.loads(f"[{entry(row, 'x.html')}]")
    assert (results[0]["d_prime"], results[0]["bias"]) == (None, None)
