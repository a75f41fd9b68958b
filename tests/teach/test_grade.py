"""Each student gets a row a lesson: every answer graded anew, the newest of several, nothing lost."""

from typing import Any

from made_notebooks import answered, code, notebook, record
from small_course import FIRST, RIGHT, SECOND, keys

from samestory.answer.record import instant
from samestory.exercise import Exercise
from samestory.teach.grade import grade, grade_student
from samestory.teach.handin.intake import Allowance, Content, UnreadableError
from samestory.teach.handin.submissions import Submission
from samestory.teach.row import Row

ALL = notebook(answered(*(record(name, answer) for name, answer in RIGHT.items())))


def handed_in(data: bytes, file: str = "anna.ipynb", student: str = "anna", **more: Any) -> Submission:
    return Submission(student, "", file, lambda _: Content(data), **more)


def lost(problem: str, file: str = "anna.ipynb") -> Submission:
    def read(_: Allowance) -> Content:
        raise UnreadableError(problem)

    return Submission("anna", "", file, read, problem)


def rows(*mine: Submission, now: str = "2026-12-01") -> list[Row]:
    return grade_student(mine, keys(), instant(now))


def said(row: Row) -> str:
    return " ".join(note.text for note in row.notes)


def points(row: Row) -> dict[str, float]:
    return {one.keyed.exercise.card.id: one.verdict.points for one in row.graded if one.chosen}


def test_all_right_gives_all_points_and_both_scores() -> None:
    (row,) = rows(handed_in(ALL))
    assert (row.status, row.lesson, row.points, row.of, row.notes) == ("graded", FIRST, 6, 6, ())
    assert (row.measured("caught"), row.measured("trusted")) == ((2, 2), (2, 2))


def test_what_is_not_answered_counts_in_the_whole() -> None:
    (row,) = rows(handed_in(notebook(answered(record("greeting")))))
    assert (row.points, row.of, row.measured("caught"), row.measured("trusted")) == (2, 6, (0, 2), (0, 2))


def test_a_score_that_a_notebook_claims_is_not_believed() -> None:
    claimed = record("greeting", {"text": "wrong", "points": 99}, points=99, score=1, verdict={"points": 99})
    (row,) = rows(handed_in(notebook(answered(claimed))))
    assert row.points == 0


def test_each_student_is_graded_apart() -> None:
    both = [handed_in(ALL, "a.ipynb"), handed_in(ALL, "b.ipynb", "ben")]
    assert [[row.student for row in mine] for mine in grade(both, keys())] == [["anna"], ["ben"]]


def test_two_copies_are_merged_exercise_by_exercise_and_only_a_clock_needs_a_look() -> None:
    old = notebook(answered(record("greeting", {"text": "no"}, "2026-11-01"), record("reason", RIGHT["reason"])))
    new = notebook(answered(record("greeting", RIGHT["greeting"], "2026-11-02")))
    for first, second in ((old, new), (new, old)):
        (row,) = rows(handed_in(first, "a.ipynb"), handed_in(second, "b.ipynb"))
        assert points(row) == {"greeting": 2, "reason": 1}
        assert (row.status, [file.name for file in row.files]) == ("needs a look", ["a.ipynb", "b.ipynb"])
        counted = "a.ipynb" if first is new else "b.ipynb"
        assert "in a.ipynb and b.ipynb; nothing but the learner’s clock tells which came last" in said(row)
        assert f"by it {counted} was counted: greeting." in said(row)


def test_a_duplicated_cell_counts_once_with_its_newest_answer() -> None:
    twice = answered(
        record(answer=RIGHT["greeting"], when="2026-11-02"), record(answer={"text": "no"}, when="2026-11-01")
    )
    (row,) = rows(handed_in(notebook(twice)))
    assert points(row) == {"greeting": 2}
    assert "anna.ipynb (2 times); the newest counts" in said(row)


def test_without_a_date_the_last_counts_and_a_future_one_is_named() -> None:
    undated = answered(record(answer={"text": "no"}, when="?"), record(answer=RIGHT["greeting"], when=None))
    (row,) = rows(handed_in(notebook(undated)))
    assert points(row) == {"greeting": 2}
    assert "no date that can be read" in said(row)
    (row,) = rows(handed_in(notebook(answered(record(when="2999-01-01")))))
    assert "Dated in the future: greeting (2999-01-01)." in said(row)


def test_a_renamed_file_is_known_by_its_answers() -> None:
    (row,) = rows(handed_in(ALL, "Untitled17 (copy).ipynb.txt"))
    assert (row.status, row.lesson) == ("graded", FIRST)


def test_a_notebook_of_two_lessons_gives_a_row_for_each() -> None:
    both = notebook(answered(record("greeting"), record("farewell")))
    assert [(row.lesson, row.points) for row in rows(handed_in(both))] == [(FIRST, 2), (SECOND, 1)]


def test_nothing_answered_is_a_row_with_its_lesson() -> None:
    for data in (notebook([code('exercise("greeting")')]), notebook(answered(record("greeting", {"text": " "})))):
        (row,) = rows(handed_in(data))
        assert (row.status, row.lesson, row.points, row.of) == ("nothing answered", FIRST, 0, 6)


def test_an_emptied_notebook_is_known_by_its_name() -> None:
    (row,) = rows(handed_in(notebook([]), f"anna/{SECOND}.ipynb"))
    assert (row.status, row.lesson) == ("nothing answered", SECOND)
    (row,) = rows(handed_in(notebook([])))
    assert (row.status, row.lesson, row.graded) == ("nothing answered", "", ())


def test_an_answer_of_the_wrong_type_needs_a_look_and_the_others_are_graded() -> None:
    for wrong in (7, [1], {"text": 7}, {"text": "x" * 300}, {"text": ["hello"]}):
        (row,) = rows(handed_in(notebook(answered(record("greeting", wrong), record("reason", RIGHT["reason"])))))
        assert (row.status, row.points) == ("needs a look", 1)
        assert "“greeting” can’t be graded" in said(row)


def test_an_answer_to_an_earlier_version_is_graded_and_named() -> None:
    (row,) = rows(handed_in(notebook(answered(record("greeting", spec="0123456789ab")))))
    assert (row.status, row.points) == ("needs a look", 2)
    assert "earlier version" in said(row)
    current = keys().by_id["greeting"].fingerprint
    assert rows(handed_in(notebook(answered(record("greeting", spec=current)))))[0].status == "graded"


def test_an_answer_to_an_unknown_exercise_is_kept_and_named() -> None:
    (row,) = rows(handed_in(notebook(answered(record("greeting"), record("elsewhere")))))
    assert (row.status, row.points, [one.exercise for one in row.unknown]) == ("needs a look", 2, ["elsewhere"])
    (row,) = rows(handed_in(notebook(answered(record("elsewhere")))))
    assert (row.status, row.lesson, len(row.unknown)) == ("needs a look", "", 1)


def test_an_unreadable_file_has_its_own_row_beside_the_others() -> None:
    good, empty, gone = rows(handed_in(ALL, "a.ipynb"), handed_in(b"", "b.ipynb"), lost("It is locked.", "c.ipynb"))
    assert (good.status, good.points) == ("graded", 6)
    assert (empty.status, said(empty)) == ("unreadable", "The file is empty.")
    assert (gone.status, said(gone), gone.files[0].sha256) == ("unreadable", "It is locked.", "")


def test_a_flood_of_files_that_can_not_be_read_shares_a_row() -> None:
    flood = rows(handed_in(ALL, "a.ipynb"), *(handed_in(b"", f"{at}.ipynb") for at in range(500)))
    assert len(flood) == 1 + 10 + 1
    assert (len(flood[-1].files), said(flood[-1])) == (490, "490 more files that can’t be read. The file is empty.")


def test_a_picture_beside_a_notebook_is_a_note_and_alone_a_row() -> None:
    (row,) = rows(handed_in(ALL, "a.ipynb"), handed_in(b"\x89PNG", "b.png"))
    assert (row.status, said(row)) == ("graded", "Also handed in, and no notebook: b.png.")
    (row,) = rows(handed_in(b"\x89PNG", "b.png"))
    assert (row.status, said(row)) == ("unreadable", "This is not a notebook: it looks like a picture.")


def test_a_cleared_output_is_recovered_from_the_call() -> None:
    (row,) = rows(handed_in(notebook([code('check("greeting", "hello")')])))
    assert (row.status, row.points) == ("graded", 2)
    assert "Read from the call" in said(row)


def test_a_fault_of_ours_leaves_the_others_graded(monkeypatch: Any) -> None:
    sound = Exercise.verdict

    def verdict(self: Exercise, raw: object) -> Any:
        if self.card.id == "reason":
            raise KeyError("oops")
        return sound(self, raw)

    monkeypatch.setattr(Exercise, "verdict", verdict)
    (row,) = rows(handed_in(ALL))
    assert (row.status, row.points) == ("needs a look", 5)
    assert "could not be graded: KeyError" in said(row)


def test_lateness_is_passed_on() -> None:
    (row,) = rows(handed_in(ALL, late=True))
    assert (row.status, said(row)) == ("graded", "Handed in late, says Canvas.")
