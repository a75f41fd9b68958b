"""What a single name says: a student, a section, a lesson, or nothing."""

import pytest

from samestory.teach.handin.label import Label, Labels, original_of

LABELS = Labels(["07-odd-phrases", "08-slip-style-update", "02-when", "tests"])
ODD = "odd-phrases"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ana Lee - 07-odd-phrases.ipynb", Label("Ana Lee", ODD, True)),
        ("07-odd-phrases_ana.ipynb", Label("ana", ODD, True)),
        ("07-odd-phrases (ana).ipynb", Label("ana", ODD, True)),
        ("07 odd phrases Ana.ipynb", Label("Ana", ODD, True)),
        ("7_Odd_Phrases-ana (1).ipynb", Label("ana", ODD, True)),
        ("odd phrases.ipynb", Label("", ODD, True)),
        ("02-when.ipynb", Label("", "2-when", True)),
        ("when.ipynb", Label("when")),
        ("tests.ipynb", Label("")),
        ("ana+ps1+2026-03-01 10-00-00 UTC.ipynb", Label("ana", "ps-1", True)),
        ("hw 3_ana_attempt_2026-01-30-20-30-10_x.ipynb", Label("ana", "hw-3", True)),
        ("O'Brien, Pat - lesson 7.ipynb", Label("O'Brien, Pat", "lesson-7", True)),
        ("homework7 (1).zip", Label("", "homework-7", True)),
        ("07-odd-phrases-2.ipynb", Label("", ODD, True)),
        ("07b.ipynb", Label("07b", section=True)),
        ("07.ipynb", Label("", "#7")),
        ("07-resubmitted.ipynb", Label("", "#7", again=True)),
        ("ana resubmitted.ipynb", Label("ana", again=True)),
        ("07-odd-phrases_1234567.ipynb", Label("1234567", ODD, True)),
        ("same-story-answers-2026-11-30.json", Label("")),
        ("Untitled3 (copy).ipynb.txt", Label("")),
        ("x.ipynb", Label("")),
        ("1001.ipynb", Label("1001")),
        ("12-anna.ipynb", Label("12-anna")),
        ("Story Musgrave.ipynb", Label("Story Musgrave")),
        ("李雷-07-odd-phrases.ipynb", Label("李雷", ODD, True)),
    ],
)
def test_the_name_of_a_file(name: str, label: Label) -> None:
    assert LABELS.of(name, True) == label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        *((name, Label(name, section=True)) for name in ("A", "7b", "class 7", "Section 2", "section North", "Friday")),
        *((name, Label("")) for name in ("submissions (3)", "hand-ins 2026", "my work", "Class of 2026", "sections")),
        ("ana+07-odd-phrases+2026-03-01 10-00-00 UTC", Label("ana", ODD, True)),
        ("Lesson 7-424242", Label("", "lesson-7", True)),
        ("Anna-Lena Müller", Label("Anna-Lena Müller")),
        ("A.zip", Label("A", section=True)),
        ("07", Label("", "#7")),
    ],
)
def test_the_name_of_a_folder(name: str, label: Label) -> None:
    assert LABELS.of(name, False) == label


def test_the_mark_of_a_copy_is_no_part_of_a_name() -> None:
    assert [original_of(name) for name in ("anna (1)", "anna - Copy", "anna-Copy1", "anna - Kopie (2)", "anna-2")] == [
        *("anna", "anna", "anna", "anna", "anna-2")
    ]


def test_a_hostile_name_takes_no_time() -> None:
    for name in ("0" * 300, "-" * 300, "a-" * 150, "section " * 40, "07-odd" * 50, "+".join("a" * 150)):
        assert isinstance(LABELS.of(name, True), Label)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        *(("17.ipynb", "17"), ("A.ipynb", "A"), ("17 - 07-odd-phrases.ipynb", "17"), ("07-odd-phrases_17.ipynb", "17")),
        *(("x.ipynb", ""), ("07-odd-phrases-2.ipynb", ""), ("07-odd-phrases (17).ipynb", ""), ("hw7 b.ipynb", "")),
        *(("same-story-answers-2026-11-30.json", ""), ("2026-11-30 07-odd-phrases.ipynb", ""), ("untitled.ipynb", "")),
    ],
)
def test_what_may_be_a_roll_number_or_a_letter_for_a_name(name: str, rest: str) -> None:
    assert LABELS.of(name, True).rest == rest
