"""Whose file it is can be read from its path, as course sites name files."""

import pytest

from samestory.teach.handin.names import (
    Who,
    beside_the_point,
    by_site,
    in_order,
    is_canvas,
    named_by_canvas,
    stem_of,
    tidy_name,
)


@pytest.mark.parametrize(
    ("path", "student", "at"),
    [
        ("Doe Jane_12345_assignsubmission_file_/x.ipynb", Who("Doe Jane", "12345"), 0),
        ("Doe Jane_12345_assignsubmission_file/x.ipynb", Who("Doe Jane", "12345"), 0),
        ("A/Doe Jane_12345_assignsubmission_file_lesson_7.ipynb", Who("Doe Jane", "12345"), 1),
        ("Doe_Jane Ann_12345_assignsubmission_onlinetext_/onlinetext.html", Who("Doe_Jane Ann", "12345"), 0),
        ("Participant_77_assignsubmission_file_/x.ipynb", Who("Participant", "77"), 0),
        ("Mu\u0308ller  Ann\u00a0a_7_assignsubmission_file_/x.ipynb", Who("Müller Ann a", "7"), 0),
    ],
)
def test_moodle_puts_the_student_into_the_path(path: str, student: Who, at: int) -> None:
    assert by_site(tuple(path.split("/"))) == (student, at)


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("doejane_123_456_lesson-1.ipynb", Who("doejane", "123")),
        ("doejane_LATE_123_456_lesson-1.ipynb", Who("doejane", "123", True)),
        ("doejane_123_456_lesson_7_final.ipynb", Who("doejane", "123")),
        ("late_LATE_1_2_LATE_3_4_x.ipynb", Who("late", "1", True)),
    ],
)
def test_canvas_puts_student_and_lateness_into_the_name(name: str, student: Who) -> None:
    assert is_canvas(name)
    assert by_site((name,), named_by_canvas([(name,)])) == (student, 0)


def test_canvas_is_known_by_most_of_the_names_in_a_folder() -> None:
    theirs = [("A", "doe_1_11_x.ipynb"), ("A", "roe_2_12_x.ipynb")]
    mine = [("anna", "foo_1_22_x.ipynb"), *(("ben", f"{at}.ipynb") for at in range(9))]
    assert named_by_canvas(theirs + mine) == {("A",)}
    assert by_site(mine[0], named_by_canvas(theirs + mine)) is None


def test_what_lies_within_a_students_work_is_the_students() -> None:
    path = ("Doe_1_assignsubmission_file_", "Roe_2_assignsubmission_file_", "x.ipynb")
    assert by_site(path) == (Who("Doe", "1"), 0)


def test_what_systems_leave_lying_about_is_known() -> None:
    for path in ("__MACOSX/a/._x.ipynb", "a/.DS_Store", "a/.ipynb_checkpoints/x.ipynb", "Thumbs.db", ".git/config"):
        assert beside_the_point(tuple(path.split("/")))
    for path in ("a/x.ipynb", ".x.ipynb", "a/.ipynb", "../x.ipynb", "a/"):
        assert not beside_the_point(tuple(path.split("/")))


def test_names_that_are_no_utf_8_stay_apart() -> None:
    names = [raw.decode("utf-8", "surrogateescape") for raw in (b"J\xf6rg", b"J\xe4rg", b"J\x81rg")]
    assert [tidy_name(name) for name in names] == ["Jörg", "Järg", "J\ufffdrg"]
    assert tidy_name("\ud800") == "\ufffd"
    assert tidy_name(" ") == "unnamed"
    assert len(tidy_name("x" * 65_000)) == 301


def test_numbers_in_names_sort_as_numbers() -> None:
    names = ["lesson-10", "²", "lesson-2", "Lesson-1", "lesson", "9" * 400]
    assert sorted(names, key=in_order)[1:] == ["lesson", "Lesson-1", "lesson-2", "lesson-10", "²"]


def test_a_stem_loses_all_its_endings() -> None:
    assert [stem_of(name) for name in ("a.ipynb.txt", "a.b.IPYNB", "a.pdf", ".ipynb", "a.zip")] == [
        *("a", "a.b", "a", ".ipynb", "a")
    ]
