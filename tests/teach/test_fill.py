"""Grades go home: into the one column, for the students who are meant, and nothing else of the table changes."""

import csv
import io
from pathlib import Path

import pytest
from growing import assert_in_step
from hypothesis import given
from hypothesis import strategies as st

from samestory.teach.site.fill import Score, fill_sheet
from samestory.teach.site.match import GradedStudent, match_students, name_key
from samestory.teach.site.roster_sheet import on_the_list
from samestory.teach.site.sheet import SheetError, read_sheet

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Lesson 7 (991),Current Score\r\n"
    "    Points Possible,,,,,30,(read only)\r\n"
    '"Lee, Ana",101,s1,ana,A,,88\r\n'
    '"Müller, Bo ""Bobo""",102,s2,bo,B,,\r\n'
    '"Student, Test",103,,,A,,\r\n'
)
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (grade),Feedback comments\n"
    "Participant 9001,Ana Lee,ana@x.example,Submitted,,20.00,-,\n"
    "Participant 9002,Bo Müller,bo@x.example,Submitted,,20.00,-,\n"
)
GERMAN = (
    "ID;Vollständiger Name;Status;Bewertung;Bestwertung\r\n"
    "Teilnehmer/in9001;Lee, Ana;ok;;20,00\r\n"
    'Teilnehmer/in9002;"Müller, Bo";ok;;20,00\r\n'
)
ANA, BO = Score(15, 30), Score(24.75, 30)


def table(content: bytes, encoding: str = "utf-8", separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding), newline=""), delimiter=separator))


def test_canvas_gets_the_points_by_its_numbers_and_the_rest_stays_byte_for_byte() -> None:
    scores = {GradedStudent("leeana", "101"): ANA, GradedStudent("mullerbo", "102"): BO}
    filled = fill_sheet(read_sheet(CANVAS.encode()), scores)
    wanted = CANVAS.replace("ana,A,,88", "ana,A,15,88").replace("bo,B,,", "bo,B,24.75,")
    assert filled.content.decode() == wanted
    assert filled.column == "Lesson 7 (991)"
    assert filled.maximum == 30
    assert len(filled.matched.nobody) == 1


def test_moodles_column_is_told_by_its_maximum_and_the_share_is_taken_of_it() -> None:
    scores = {GradedStudent("Ana Lee", "9001"): ANA, GradedStudent("Bo Müller", "9002"): BO}
    filled = fill_sheet(read_sheet(MOODLE.encode()), scores)
    assert filled.column == "Grade"
    assert [row[4] for row in table(filled.content)] == ["Grade", "10", "16.5"]


def test_translated_headers_semicolons_and_decimal_commas() -> None:
    data = b"\xef\xbb\xbf" + GERMAN.encode()
    scores = {GradedStudent("Lee Ana", ""): ANA, GradedStudent("Bo Muller", ""): BO}
    filled = fill_sheet(read_sheet(data), scores)
    assert (
        filled.content
        == b"\xef\xbb\xbf" + GERMAN.replace("Ana;ok;", "Ana;ok;10").replace('Bo";ok;', 'Bo";ok;16,5').encode()
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_table_in_utf_16_stays_in_it(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    filled = fill_sheet(read_sheet(mark + CANVAS.encode(encoding)), {GradedStudent("x", "101"): ANA})
    assert filled.content == mark + CANVAS.replace("ana,A,,88", "ana,A,15,88").encode(encoding)


def test_windows_own_letters_stay_as_they_were() -> None:
    data = CANVAS.encode("cp1252")
    filled = fill_sheet(read_sheet(data), {GradedStudent("x", "102"): BO})
    assert filled.content == data.replace(b"bo,B,,", b"bo,B,24.75,")


def test_one_name_twice_is_never_guessed_at() -> None:
    twins = "Name,Group,Grade\nAna Lee,A,\nAna Lee,B,\nBo Kim,A,\n"
    sheet = read_sheet(twins.encode())
    filled = fill_sheet(sheet, {GradedStudent("Ana Lee", ""): ANA, GradedStudent("Bo Kim", ""): BO})
    assert [row[2] for row in table(filled.content)] == ["Grade", "", "", "24.75"]
    assert [one.student for one in filled.matched.unclear] == ["Ana Lee"]


def test_two_students_of_one_row_are_never_guessed_at() -> None:
    sheet = read_sheet(b"Name,Group,Grade\nAna Lee,A,\n")
    both = {GradedStudent("Ana Lee", "", "9a"): ANA, GradedStudent("Lee, Ana", "", "9b"): BO}
    filled = fill_sheet(sheet, both)
    assert filled.content == b"Name,Group,Grade\nAna Lee,A,\n"
    assert len(filled.matched.unclear) == 2


def test_first_and_last_name_in_columns_of_their_own() -> None:
    sheet = read_sheet(b"First name,Surname,Email,Lesson\nAna,Lee,a@x.example,-\nBo,Kim,b@x.example,-\n")
    matched = match_students(sheet, [GradedStudent("LEE Ana", ""), GradedStudent("bo kim", "")])
    assert sorted(matched.rows.values()) == [1, 2]


def test_who_is_not_in_the_table_is_said() -> None:
    filled = fill_sheet(read_sheet(CANVAS.encode()), {GradedStudent("Zoe Zed", "7"): ANA})
    assert filled.content == CANVAS.encode()
    assert [one.student for one in filled.matched.unknown] == ["Zoe Zed"]


def test_a_grade_that_stands_there_is_left() -> None:
    text = CANVAS.replace("ana,A,,88", "ana,A,29,88")
    filled = fill_sheet(read_sheet(text.encode()), {GradedStudent("x", "101"): ANA}, "Lesson 7")
    assert filled.content == text.encode()
    assert [one.id for one in filled.kept] == ["101"]


def test_several_empty_columns_are_asked_about_and_a_wrong_name_names_those_that_are_there() -> None:
    sheet = read_sheet(b"Name,Group,One,Two\nAna Lee,A,,\n")
    scores = {GradedStudent("Ana Lee", ""): ANA}
    with pytest.raises(SheetError, match=r"--column: One, Two"):
        fill_sheet(sheet, scores)
    with pytest.raises(SheetError, match="Group, One, Two"):
        fill_sheet(sheet, scores, "Three")
    assert fill_sheet(sheet, scores, "Two").content == b"Name,Group,One,Two\nAna Lee,A,,15\n"


@pytest.mark.parametrize("data", [b"", b"x", b"PK\x03\x04\0\0", b"\xff\xfe\x00", b'a,b\n"c,d\n', b"\n\n"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(SheetError):
        read_sheet(data)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=6), st.sampled_from(",;\t"))
def test_a_table_with_nothing_to_fill_is_the_same_bytes_and_its_cells_are_those_of_csv(
    rows: list[list[str]], separator: str
) -> None:
    rows = [["one", "two", "three"], *rows]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    sheet = read_sheet(written.getvalue().encode())
    assert sheet.filled({}) == written.getvalue().encode()
    assert [[cell.text for cell in row] for row in sheet.rows] == rows
    changed = sheet.filled({(1, 1): 'a "new", text'})
    assert table(changed, separator=separator)[1][1] == 'a "new", text'


def test_names_are_compared_without_order_marks_and_accents() -> None:
    assert name_key("O’Brien, Zoë") == name_key("ZOE o'brien")
    assert name_key("Ana Lee") != name_key("Ana Leo")


def test_the_command_says_who_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from made_notebooks import answered, notebook, record

    from samestory.cli import main
    from samestory.course import load_shipped

    lesson = load_shipped().lesson("07-odd-phrases")
    answers = [record(one.card.id, one.key()["answer"]) for one in lesson]
    (tmp_path / "in").mkdir()
    for name in ("leeana_101_5_07.ipynb", "zed_109_6_07.ipynb"):
        (tmp_path / "in" / name).write_bytes(notebook(answered(*answers)))
    main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    given_out, filled = tmp_path / "canvas.csv", tmp_path / "filled.csv"
    given_out.write_bytes(CANVAS.encode())
    capsys.readouterr()
    command = ["fill", str(given_out), "--from", str(tmp_path / "out"), "--out", str(filled)]
    assert main(command) == 1
    said = capsys.readouterr().out
    assert "1 grades in “Lesson 7 (991)”, out of the column’s 30" in said.replace("1 grade ", "1 grades ")
    assert "Not in the table (1): zed." in said
    assert "ana,A,30,88" in filled.read_text("utf-8")
    assert given_out.read_bytes() == CANVAS.encode()
    assert main([*command[:-1], str(given_out)]) == 2
    assert main(["fill", str(given_out), "--from", str(tmp_path), "--out", str(filled)]) == 2


def test_who_is_missing_has_a_row_and_who_is_not_listed_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from made_notebooks import answered, notebook, record

    from samestory.cli import main

    (tmp_path / "in").mkdir()
    for name in ("leeana_101_5_07.ipynb", "zed_109_6_07.ipynb"):
        (tmp_path / "in" / name).write_bytes(notebook(answered(record("luhansk-name", {"text": "x"}))))
    roster = tmp_path / "list.csv"
    roster.write_bytes(CANVAS.encode())
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--roster", str(roster)]) == 1
    assert "zed: not on the class list." in capsys.readouterr().out
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row["status"] for row in csv.DictReader(file)}
    assert rows == {
        "leeana": "graded",
        "zed": "graded",
        'Müller, Bo "Bobo"': "nothing handed in",
        "Student, Test": "nothing handed in",
    }
    roster.write_bytes(b"no table")
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--roster", str(roster)]) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (CANVAS, ["Lee, Ana", 'Müller, Bo "Bobo"', "Student, Test"]),
        (MOODLE, ["Ana Lee", "Bo Müller"]),
        ("First name,Surname,Email\nAna,Lee,a@x.example\nBo,Kim,b@x.example\n", ["Ana Lee", "Bo Kim"]),
        ("Name;Group\nAna Lee;A\nLi;B\n", ["Ana Lee", "Li"]),
    ],
)
def test_the_names_of_a_class_list(text: str, names: list[str]) -> None:
    assert [one.student for one in on_the_list(read_sheet(text.encode()))] == names


def fill_a_class(size: int) -> None:
    rows = "".join(f'"Lee{at}, Ana",{1000 + at},,"a ""b"" c",x\n' for at in range(size))
    sheet = read_sheet(f"Student,ID,Lesson,Note,Group\n{rows}".encode())
    found = fill_sheet(sheet, {GradedStudent(f"x{at}", str(1000 + at)): ANA for at in range(size)}, "Lesson")
    assert len(found.matched.rows) == size


def test_the_time_for_a_table_grows_with_its_students_and_not_with_their_square() -> None:
    assert_in_step(fill_a_class, lambda size: size, 2000)
