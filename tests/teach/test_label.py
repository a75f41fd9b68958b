"""What a single name says: a student, a section, a lesson, or nothing."""

import pytest

from samestory.teach.handin.label import Labels, PathLabel, original_of

LABELS = Labels(["07-odd-phrases", "08-slip-style-update", "02-when", "tests"])
ODD = "odd-phrases"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ana Lee - 07-odd-phrases.ipynb", PathLabel("Ana Lee", ODD, True)),
        ("07-odd-phrases_ana.ipynb", PathLabel("ana", ODD, True)),
        ("07-odd-phrases (ana).ipynb", PathLabel("ana", ODD, True)),
        ("07 odd phrases Ana.ipynb", PathLabel("Ana", ODD, True)),
        ("7_Odd_Phrases-ana (1).ipynb", PathLabel("ana", ODD, True)),
        ("odd phrases.ipynb", PathLabel("", ODD, True)),
        ("02-when.ipynb", PathLabel("", "2-when", True)),
        ("when.ipynb", PathLabel("when")),
        ("tests.ipynb", PathLabel("")),
        ("ana+ps1+2026-03-01 10-00-00 UTC.ipynb", PathLabel("ana", "ps-1", True)),
        ("hw 3_ana_attempt_2026-01-30-20-30-10_x.ipynb", PathLabel("ana", "hw-3", True)),
        ("O'Brien, Pat - lesson 7.ipynb", PathLabel("O'Brien, Pat", "lesson-7", True)),
        ("homework7 (1).zip", PathLabel("", "homework-7", True)),
        ("07-odd-phrases-2.ipynb", PathLabel("", ODD, True)),
        ("07b.ipynb", PathLabel("07b", section=True)),
        ("07.ipynb", PathLabel("", "#7")),
        ("07-resubmitted.ipynb", PathLabel("", "#7", again=True)),
        ("ana resubmitted.ipynb", PathLabel("ana", again=True)),
        ("07-odd-phrases_1234567.ipynb", PathLabel("1234567", ODD, True)),
        ("same-story-answers-2026-11-30.json", PathLabel("")),
        ("Untitled3 (copy).ipynb.txt", PathLabel("")),
        ("x.ipynb", PathLabel("")),
        ("1001.ipynb", PathLabel("1001")),
        ("12-anna.ipynb", PathLabel("12-anna")),
        ("Story Musgrave.ipynb", PathLabel("Story Musgrave")),
        ("李雷-07-odd-phrases.ipynb", PathLabel("李雷", ODD, True)),
    ],
)
def test_the_name_of_a_file(name: str, label: PathLabel) -> None:
    assert LABELS.of(name, True) == label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        *(
            (name, PathLabel(name, section=True))
            for name in ("A", "7b", "class 7", "Section 2", "section North", "Friday")
        ),
        *(
            (name, PathLabel(""))
            for name in ("submissions (3)", "hand-ins 2026", "my work", "Class of 2026", "sections")
        ),
        ("ana+07-odd-phrases+2026-03-01 10-00-00 UTC", PathLabel("ana", ODD, True)),
        ("Lesson 7-424242", PathLabel("", "lesson-7", True)),
        ("Anna-Lena Müller", PathLabel("Anna-Lena Müller")),
        ("A.zip", PathLabel("A", section=True)),
        ("07", PathLabel("", "#7")),
    ],
)
def test_the_name_of_a_folder(name: str, label: PathLabel) -> None:
    assert LABELS.of(name, False) == label


def test_the_mark_of_a_copy_is_no_part_of_a_name() -> None:
    assert [original_of(name) for name in ("anna (1)", "anna - Copy", "anna-Copy1", "anna - Kopie (2)", "anna-2")] == [
        *("anna", "anna", "anna", "anna", "anna-2")
    ]


def test_a_hostile_name_takes_no_time() -> None:
    for name in ("0" * 300, "-" * 300, "a-" * 150, "section " * 40, "07-odd" * 50, "+".join("a" * 150)):
        assert isinstance(LABELS.of(name, True), PathLabel)


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
