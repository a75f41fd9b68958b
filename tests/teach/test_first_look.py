"""Both scores come from the first look, wherever the later answers are; the last is shown as after feedback."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import answered, notebook, record
from small_course import FIRST, RIGHT, keys

from samestory.answer.record import instant
from samestory.teach.classroom.sitting import sittings
from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.merge import AttemptPolicy
from samestory.teach.handin.submissions import Submission
from samestory.teach.report.feedback import page
from samestory.teach.report.gradebook import GradesTable, closing, entry, line, opening
from samestory.teach.row import Row

NINE, TEN, ELEVEN = (f"2026-11-21T{hour:02}:00:00Z" for hour in (9, 10, 11))
WRONG: dict[str, Any] = {"marks": [{"from": 16, "to": 16, "label": None}]}  # the fault missed, a stray word marked
ALL_RIGHT = RIGHT["marking"]
Kept = dict[str, Any]


def look(answer: Any = WRONG, when: str = NINE, hints: int = 1, **more: Any) -> Kept:
    return {"answer": answer, "when": when, "hints": hints, **more}


def marking(answer: Any, when: str, first: Any) -> Kept:
    one = record("marking", answer, when, first=first)
    return {name: value for name, value in one.items() if name != "first" or value is not None}


def row_of(*files: list[Kept], policy: AttemptPolicy | None = None) -> Row:
    mine = []
    for at, records in enumerate(files):
        data = notebook(answered(*records))
        mine.append(Submission("anna", "", f"{at}.ipynb", lambda _, data=data: Content(data)))
    (row,) = grade_student(mine, keys(), instant("2026-12-01"), *([policy] if policy else []))
    return row


# What was handed in, a list of records a file; then caught at the first look, after feedback, hints, and if it is sure.
TABLE = {
    "checked once": ([[marking(ALL_RIGHT, TEN, True)]], 1, 1, 0, True),
    "mended after feedback": ([[marking(ALL_RIGHT, TEN, look())]], 0, 1, 1, True),
    "spoilt after feedback": ([[marking(WRONG, TEN, look(ALL_RIGHT))]], 1, 0, 1, True),
    "of an old edition": ([[marking(ALL_RIGHT, TEN, None)]], 1, 1, 0, False),
    "checked again after an old edition": ([[marking(ALL_RIGHT, TEN, look(sure=False))]], 0, 1, 1, False),
    "an earlier file handed in too": (
        [[marking(WRONG, NINE, True)], [marking(ALL_RIGHT, TEN, True)]],
        0,
        1,
        0,
        True,
    ),
    "the first look in the earlier file": (
        [[marking(WRONG, TEN, look(when=NINE))], [marking(ALL_RIGHT, ELEVEN, True)]],
        0,
        1,
        1,
        True,
    ),
    "a first look without a time": ([[marking(ALL_RIGHT, TEN, look(when="soon"))]], 0, 1, 1, True),
    "a first look that can't be read": ([[marking(ALL_RIGHT, TEN, look({"marks": "x"}))]], 1, 1, 1, True),
    "a first look that is none": ([[marking(ALL_RIGHT, TEN, [1, 2])]], 1, 1, 0, False),
}


@pytest.mark.parametrize("name", TABLE)
def test_scores_are_those_of_the_first_look_and_points_those_of_the_answer_that_counts(name):
    files, caught, after, hints, sure = TABLE[name]
    row = row_of(*files)
    assert (row.found("caught")[0], row.found_after("caught")[0], row.hints_first) == (caught, after, hints)
    (one,) = [each for each in row.graded if each.chosen]
    assert one.chosen.first.sure == sure
    assert any("kept the last check alone" in note.text for note in row.notes) == (not sure)
    table = GradesTable([FIRST], keys())
    table.add(line(row))
    (told,) = csv.DictReader(io.StringIO(table.content().decode("utf-8-sig")))
    assert [told[name] for name in ("caught", "caught_after", "hints_first")] == [str(caught), str(after), str(hints)]
    shown = page([row])
    assert ("After feedback: " in shown) == (caught != after)
    assert ("this check is after feedback" in shown) == (one.first is not None)


def test_the_table_tells_apart_points_and_scores():
    row = row_of([marking(ALL_RIGHT, TEN, look())])
    assert row.found("caught") != row.found_after("caught")
    assert row.points == next(one.verdict.points for one in row.graded if one.chosen) > 0


def results(row: Row, folder: Path) -> Path:
    path = folder / "results.json"
    path.write_text(f"{opening(keys())}{entry(row, '')}{closing([], '')}", encoding="utf-8")
    return path


def test_the_class_page_counts_first_looks_and_shows_what_came_after(tmp_path):
    row = row_of([marking(ALL_RIGHT, TEN, look())])
    (sitting,) = sittings(results(row, tmp_path))
    assert (sitting.found("caught")[0], sitting.found_after("caught")[0]) == (0, 1)
    (tried,) = sitting.tried
    assert (tried.hints, tried.answer, tried.look.answer) == (1, ALL_RIGHT, WRONG)
    assert "missed" in tried.look.outcomes.values()
    assert "missed" not in tried.outcomes.values()


def test_results_of_an_edition_that_knew_no_first_look_are_read(tmp_path):
    path = results(row_of([marking(ALL_RIGHT, TEN, True)]), tmp_path)
    text = path.read_text("utf-8")
    kept = json.loads(text)
    for one in kept["submissions"]:
        for each in one["graded"]:
            del each["first"]
    path.write_text(json.dumps(kept), "utf-8")
    (sitting,) = sittings(path)
    assert sitting.found("caught")[0] == 1
    assert sitting.tried[0].look.answer == ALL_RIGHT


def test_which_attempt_counts_changes_the_points_and_not_the_scores():
    files = [[marking(WRONG, NINE, True)], [marking(ALL_RIGHT, TEN, True)]]
    first, last, best = (row_of(*files, policy=AttemptPolicy(name)) for name in ("first", "last", "best"))
    assert first.points < last.points == best.points
    assert {row.found("caught") for row in (first, last, best)} == {first.found("caught")}
