"""The tables hold a line for every row, always the same bytes, and nothing that a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Sequence

from made_notebooks import answered, notebook, record
from small_course import FIRST, RIGHT, SECOND, keys

from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keys
from samestory.teach.report.gradebook import GRADE_COLUMNS, GradeLine, GradesTable, closing, entry, line, opening
from samestory.teach.row import Row


def grades_table(lines: Sequence[GradeLine], lessons: Sequence[str], keys: Keys) -> bytes:
    table = GradesTable(lessons, keys)
    for one in lines:
        table.add(one)
    return table.content()


def rows(student: str = "anna", number: str = "", *records: object) -> list[Row]:
    given = records or tuple(record(name, answer) for name, answer in RIGHT.items())
    data = notebook(answered(*given))
    return grade_student([Submission(student, number, f"{student}.ipynb", lambda _: Content(data))], keys())


def parsed(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_a_line_has_the_points_the_scores_and_a_column_for_each_exercise() -> None:
    (row,) = rows("anna", "12", record("greeting"), record("marking", RIGHT["marking"]))
    (read,) = parsed(grades_table([line(row)], [FIRST], keys()))
    assert read == {
        "student": "anna",
        "id": "12",
        "files": "anna.ipynb",
        "lesson": FIRST,
        "points": "3",
        "of": "6",
        "percent": "50",
        "caught": "1",
        "caught_of": "2",
        "trusted": "1",
        "trusted_of": "2",
        "status": "graded",
        "notes": "",
        "section": "",
        "handed_in": "",
        "late": "",
        "caught_after": "1",
        "trusted_after": "1",
        "hints_first": "0",
        "greeting": "2",
        "reason": "",
        "sorting": "",
        "marking": "1",
    }


def test_columns_are_those_of_the_lessons_that_were_handed_in() -> None:
    lines = [line(row) for row in rows()]
    assert parsed(grades_table(lines, [FIRST, SECOND], keys()))[0]["farewell"] == ""
    header = grades_table([], [], keys()).decode("utf-8-sig")
    assert header == ",".join(GRADE_COLUMNS) + "\r\n"


def test_no_cell_is_a_formula_and_lines_end_as_the_standard_has_it() -> None:
    (row,) = rows('=HYPERLINK("http://x")\n,"', "")
    content = grades_table([line(row)], [FIRST], keys())
    (read,) = parsed(content)
    assert read["student"] == '\'=HYPERLINK("http://x") ,"'
    assert content.count(b"\r\n") == 2
    assert content.count(b"\n") == 2


def test_results_are_one_json_object_with_everything_to_grade_again() -> None:
    (row,) = rows()
    text = opening(keys()) + entry(row, "feedback/anna.html") + closing(["x/.DS_Store"], "0" * 64)
    results = json.loads(text)
    assert (results["schema"], results["made_by"], results["ignored"]) == (1, "samestory grade", ["x/.DS_Store"])
    assert {one["exercise"] for one in results["exercises"]} == set(keys().by_id)
    assert all(len(one["fingerprint"]) == len(one["key"]) == 12 for one in results["exercises"])
    (one,) = results["submissions"]
    assert (one["student"], one["points"], one["of"], one["percent"]) == ("anna", 6, 6, 100)
    assert len(one["files"][0]["sha256"]) == 64
    assert one["graded"][0]["record"]["answer"] == {"text": "hello"}
    assert {part["outcome"] for part in one["graded"][3]["parts"]} == {"caught", "trusted"}


def test_the_key_has_another_version_when_it_changes() -> None:
    one, other = keys().by_id["greeting"], keys().by_id["farewell"]
    assert one.key_version == keys().by_id["greeting"].key_version
    assert one.key_version != other.key_version


def test_surrogates_and_controls_in_names_can_be_written() -> None:
    (row,) = rows("a\ud800\0", "")
    grades_table([line(row)], [FIRST], keys())
    json.loads(entry(row, "x"))
