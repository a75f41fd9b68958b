"""A teacher's decisions last: they are read at every grading, told, and never written over."""

import csv
from pathlib import Path

import pytest
from growing import assert_in_step
from made_notebooks import answered, notebook, record
from small_course import FIRST, RIGHT, keys

from samestory.cli import main
from samestory.teach.decisions import DecisionError, Decisions, read_decisions
from samestory.teach.grade import grade
from samestory.teach.handin.intake import Content
from samestory.teach.handin.merge import AttemptPolicy
from samestory.teach.handin.submissions import Submission
from samestory.teach.report.feedback import page
from samestory.teach.row import Row

HEAD = "student,section,what,do,value,why\n"
WRONG = {"text": "no"}


def decided(*lines: str) -> Decisions:
    return read_decisions((HEAD + "\n".join(lines) + "\n").encode(), keys())


def row(decisions: Decisions, student: str = "Ana Lee", **answers: object) -> Row:
    data = notebook(answered(*(record(name, answer) for name, answer in {**RIGHT, **answers}.items())))
    mine = [Submission(student, "", "a.ipynb", lambda _: Content(data))]
    ((found,),) = grade(mine, keys(), 2e9, AttemptPolicy(), decisions)
    return found


def test_points_are_set_with_the_reason_and_the_keys_own_beside_it() -> None:
    decisions = decided("lee ana,,greeting,points,1.5,her reading holds")
    found = row(decisions, greeting=WRONG)
    assert found.points == 5.5
    assert "Your teacher set the points. her reading holds. Graded by the key: 0." in page([found])
    assert [list(who) for who in decisions.used.values()] == [["Ana Lee"]]


def test_an_excused_exercise_is_in_no_sum_and_says_so() -> None:
    found = row(decided(",,greeting,excuse,,unclear question"), greeting=WRONG)
    assert (found.points, found.of) == (4, 4)
    assert "(excused, not counted)" in page([found])
    assert "Excused by your teacher. unclear question." in page([found])


def test_a_remark_stands_on_the_page_as_text() -> None:
    found = row(decided(f"Ana Lee,,{FIRST},remark,Look at <b>the credit</b> again.,"))
    assert "Look at &lt;b&gt;the credit&lt;/b&gt; again." in page([found])


def test_others_are_left_alone() -> None:
    decisions = decided("Bo Kim,,greeting,points,0,", "Ana Lee,9b,greeting,excuse,,")
    found, plain = row(decisions), row(Decisions())
    assert (found.points, found.of, found.remarks) == (plain.points, plain.of, ())
    assert [one.line for one in decisions.unused()] == [1, 2]


def test_a_due_time_and_an_attempt_of_ones_own() -> None:
    decisions = decided("Ana Lee,,,due,2026-03-08T10:00+01:00,ill", "Ana Lee,,,attempt,best,")
    policy = decisions.policy("Ana Lee", "", "", AttemptPolicy(due="2026-03-01T10:00:00Z"))
    assert policy == AttemptPolicy("best", "2026-03-08T09:00:00Z")
    assert decisions.policy("Bo Kim", "", "", AttemptPolicy()) == AttemptPolicy()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ana Lee,,nothing,points,1,", "no exercise 'nothing'"),
        ("Ana Lee,,greeting,points,3,", "'3' is no number from 0 to 2"),
        ("Ana Lee,,greeting,points,nan,", "'nan' is no number"),
        (",,greeting,points,1,", "points need a student"),
        ("Ana Lee,,greeting,forgive,,", "there is no 'forgive'"),
        ("Ana Lee,,,due,soon,", "'soon' is no time"),
        ("Ana Lee,,,attempt,worst,", "no attempt 'worst'"),
        ("Ana Lee,,,remark,,", "the remark is empty"),
        (",,,remark,x,", "a remark needs a student"),
        ("Ana Lee,,greeting,points,2,", "it says otherwise than line 2"),
        ("lee ANA,,greeting,points,2,", "it says otherwise than line 2"),
        ("Ana Lee,,,due,2026-03-08T10:00,", "no time with its zone"),
        ("Ana Lee,,,due,2026-03-08T10:00 CST,", "no time with its zone"),
        ("Ana Lee,,01-first-steps,due,2026-03-08T10:00Z,", "leave `what` empty"),
        ("Ana Lee,,greeting,remark,x,", "there is no lesson 'greeting'"),
    ],
)
def test_a_line_that_cannot_be_followed_is_named(line: str, said: str) -> None:
    with pytest.raises(DecisionError, match=f"line 3: .*{said}"):
        decided("Ana Lee,,greeting,excuse,,", line)


def test_a_table_without_its_columns_says_which() -> None:
    with pytest.raises(DecisionError, match="lacks section, what, do, value, why"):
        read_decisions(b"student,grade\nAna,1\n", keys())


def test_a_spreadsheets_own_form_of_the_table_is_read() -> None:
    data = "\ufeffStudent;Section;What;Do;Value;Why\r\nAna Lee;;greeting;Points;1,5;\r\n;;;;;\r\n".encode()
    assert row(read_decisions(data, keys()), greeting=WRONG).points == 5.5


def test_the_command_reads_them_at_every_grading_and_tells_what_they_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "Ana Lee.ipynb").write_bytes(notebook(answered(record("luhansk-name", {"text": "x"}))))
    desk = tmp_path / "desk.csv"
    desk.write_text(f"{HEAD}Ana Lee,,luhansk-name,points,1,good try\nZoe,,luhansk-name,excuse,,\n", "utf-8")
    before = desk.read_bytes()
    command = ["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--decisions", str(desk)]
    for _ in range(2):
        assert main(command) == 0
        said = capsys.readouterr().out
        assert "Decided: luhansk-name points 1 (good try), for Ana Lee." in said
        assert "Line 3 of your decisions concerns nobody here: Zoe." in said
        with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.DictReader(file))["luhansk-name"] == "1"
    assert desk.read_bytes() == before
    desk.write_text(f"{HEAD}Ana Lee,,luhansk-name,points,99,\n", "utf-8")
    assert main(command) == 2
    assert "line 2: '99' is no number from 0 to 1" in capsys.readouterr().err


def test_the_narrowest_line_holds_whatever_the_order() -> None:
    lines = ["Ana Lee,,greeting,points,1.5,", "Ana Lee,9b,greeting,points,0.5,", ",,greeting,excuse,,"]
    for order in (lines, lines[::-1]):
        found = row(decided(*order), greeting=WRONG)
        assert (found.points, found.of) == (5.5, 6)
        assert page([found]).count("Graded by the key") == 1
    dues = ["Ana Lee,,,due,2026-03-10T10:00Z,", ",9b,,due,2026-03-08T10:00Z,", ",,,due,2026-03-01T10:00Z,"]
    for order in (dues, dues[::-1]):
        assert decided(*order).policy("Ana Lee", "", "9b", AttemptPolicy()).due == "2026-03-10T10:00:00Z"


def test_a_name_of_nothing_but_signs_is_not_everybody() -> None:
    decisions = decided("★,,greeting,points,0,")
    assert row(decisions).points == row(Decisions()).points
    assert row(decisions, student="☆").points == row(Decisions()).points
    assert row(decisions, student="★").points == row(Decisions()).points - 2


def test_two_students_of_one_name_are_both_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for section in ("A", "B"):
        (tmp_path / "in" / section / "Ana Lee").mkdir(parents=True)
        book = notebook(answered(record("luhansk-name", {"text": "x"})))
        (tmp_path / "in" / section / "Ana Lee" / "07.ipynb").write_bytes(book)
        (tmp_path / "in" / section / "Bo Kim").mkdir(parents=True)
        (tmp_path / "in" / section / "Bo Kim" / "07.ipynb").write_bytes(book + b" ")
    desk = tmp_path / "desk.csv"
    desk.write_text(f"{HEAD}Ana Lee,,luhansk-name,points,1,\n", "utf-8")
    main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--decisions", str(desk)])
    said = capsys.readouterr().out
    assert "for Ana Lee (A), Ana Lee (B)." in said
    assert "Line 2 fits 2 students" in said


def read_and_follow(size: int) -> None:
    decisions = decided(*(f"S{at},,greeting,points,1," for at in range(size)))
    for at in range(size):
        decisions.policy(f"S{at}", "", "", AttemptPolicy())
    assert len(decisions.unused()) == size


def test_as_many_lines_as_students_take_no_square_of_their_time() -> None:
    assert_in_step(read_and_follow, lambda size: size, 500)


@pytest.mark.parametrize(
    "due", ["2026-03-01T10:00", "2026-03-01", "2026-03-01 10:00 IST", "2026-13-01T10:00Z", "10:00Z"]
)
def test_a_due_time_without_its_zone_is_refused(tmp_path: Path, due: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--due", due]) == 2
    assert "no time with its zone" in capsys.readouterr().err
