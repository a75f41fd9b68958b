"""Tables as sites and spreadsheets really write them: the points land in the right column, whole, or nowhere."""

import csv
import io

import pytest
from growing import assert_in_step

from samestory.teach.site.fill import Score, fill_sheet
from samestory.teach.site.match import GradedStudent, name_key
from samestory.teach.site.sheet import SheetError, read_sheet

SCORES = {GradedStudent("Ana Lee", "101"): Score(15, 30), GradedStudent("Bo Kim", "102"): Score(30, 30)}
CANVAS = (
    "Student,ID,SIS User ID,Section,Essay (draft) (991),Current Score\n,,,,Manual Posting,\n"
    '    Points Possible,,,,30,(read only)\n"Lee, Ana",101,,A,,\n"Kim, Bo",102,,B,,\n'
)


def filled(text: str, column: str = "") -> str:
    found = fill_sheet(read_sheet(text.encode()), SCORES, column)
    assert not found.matched.unknown
    assert not found.kept
    return found.content.decode()


@pytest.mark.parametrize("rest", ["Ana Lee,,10\nBo Kim,,10\n", "Ana Lee,,88\nBo Kim,,88\n"])
def test_grades_beside_the_column_are_not_taken_for_its_maximum(rest: str) -> None:
    text = f"Name,Lesson 7,Lesson 6\n{rest}"
    assert filled(text) == text.replace("Ana Lee,,", "Ana Lee,15,").replace("Bo Kim,,", "Bo Kim,30,")


def test_canvas_empty_columns_that_take_no_grades_are_left_and_a_muted_one_is_filled() -> None:
    wanted = CANVAS.replace("101,,A,,", "101,,A,15,").replace("102,,B,,", "102,,B,30,")
    assert filled(CANVAS) == wanted
    assert filled(CANVAS, "Essay (draft)") == wanted


@pytest.mark.parametrize(
    "text",
    [
        CANVAS.replace("A,,", "A,5,").replace("B,,", "B,6,"),
        "Identifier,Full name,Grade,Maximum Grade,Feedback comments\nParticipant 101,Ana Lee,5,20.00,\n"
        "Participant 102,Bo Kim,6,20.00,\n",
    ],
    ids=["canvas", "moodle"],
)
def test_where_the_grades_are_in_no_column_for_numbers_or_remarks_is_filled(text: str) -> None:
    with pytest.raises(SheetError, match="No column for grades is empty"):
        filled(text)


@pytest.mark.parametrize(
    "label",
    [
        "Participant 10{}",
        "Teilnehmer/in10{}",
        "Participant(e) 10{}",
        "المشارك 10{}",
        "प्रतिभागी 10{}",
        "参加者 10{}",
        "Участник №10{}",
    ],
)
def test_moodles_own_numbers_are_read_in_any_language(label: str) -> None:
    text = f"ID,N,G,Max\n{label.format(1)},x,,20.00\n{label.format(2)},y,,20.00\n"
    assert filled(text) == text.replace("x,,", "x,10,").replace("y,,", "y,20,")


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Name,ID,Grade\n", "Ana Lee,101{}\nBo Kim,102{}\n"),
        ("sep=;\r\nName;ID;Grade\r\n", "Ana Lee;101;{}\r\nBo Kim;102;{}\r\n"),
        ('"Full, name;\n(a;b;c;d)",ID,Grade\n', "Ana Lee,101,{}\nBo Kim,102,{}\n"),
        ("First name,Surname,ID,Grade\n", ",Ana Lee,101,{}\nKim,Bo,102,{}\n"),
        ("Name\tID\tGrade\r", 'Ana "Lee\t101\t{}\rBo Kim\t102\t{}\r'),
    ],
    ids=["short rows", "sep=", "separators in a quoted head", "one name alone", "old Mac"],
)
def test_odd_forms_of_a_table_are_filled_and_nothing_else_changes(head: str, rows: str) -> None:
    points = (",15", ",30") if rows.startswith("Ana Lee,101{") else ("15", "30")
    assert filled(head + rows.format("", "")) == head + rows.format(*points)


def test_a_row_that_is_out_of_step_gets_no_points() -> None:
    """A comma in a name without quotation marks moves every cell behind it."""
    text = "Name,ID,Old,Grade,Note\nLee, Ana,101,7,,\nBo Kim,102,8,,\n"
    found = fill_sheet(read_sheet(text.encode()), SCORES, "Grade")
    assert found.content.decode() == text.replace("102,8,,", "102,8,30,")
    assert [one.student for one in found.matched.unknown] == ["Ana Lee"]
    with pytest.raises(SheetError, match="as long as the first line"):
        fill_sheet(read_sheet(b"Name,Grade\nLee, Ana,\n"), SCORES)


def test_points_are_written_whole_and_a_maximum_of_one_or_a_thousand_is_not_guessed_at() -> None:
    scores = {GradedStudent("Ana Lee", "101"): Score(1234567.25, 2e6)}
    text = b'Student,ID,L\n    Points Possible,,"1,000"\nAna Lee,101,\n'
    assert fill_sheet(read_sheet(text), scores).content == text.replace(b"101,", b"101,1234567.25")


def fill_a_wide_table(columns: int) -> None:
    text = io.StringIO(newline="")
    rows = [["Name", "ID", *(f"c{at}" for at in range(columns))]]
    rows += [[f"x{at}", str(at), *[""] * columns] for at in range(60)]
    csv.writer(text).writerows(rows)
    scores = {GradedStudent(f"x{at}", str(at)): Score(1, 2) for at in range(60)}
    found = fill_sheet(read_sheet(text.getvalue().encode()), scores, "c7")
    assert len(found.matched.rows) == 60


def test_the_time_for_a_wide_table_grows_with_its_columns_and_not_with_their_square() -> None:
    assert_in_step(fill_a_wide_table, lambda columns: columns, 150)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Weiß, Jörg", "JORG WEISS"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("علی\u200cرضا کریمی", "\u200fکریمی علیرضا"),
        ("Zoe\u0301 O\u2019Neil", "O'NEIL, Zoé"),
        ("Ｙｕｋｉ Sato", "Yuki SATO"),
    ],
)
def test_a_name_is_one_name_in_any_spelling(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
