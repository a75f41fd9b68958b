"""Whose file it is can be read from its path, as course sites and teachers name files."""

import pytest

from samestory.teach.names import Who, beside_the_point, in_order, is_canvas, stem_of, tidy, who


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("Doe Jane_12345_assignsubmission_file_/x.ipynb", Who("Doe Jane", "12345")),
        ("Doe Jane_12345_assignsubmission_file/x.ipynb", Who("Doe Jane", "12345")),
        ("Doe Jane_12345_assignsubmission_file_lesson_7.ipynb", Who("Doe Jane", "12345")),
        ("Doe_Jane Ann_12345_assignsubmission_onlinetext_/onlinetext.html", Who("Doe_Jane Ann", "12345")),
        ("Participant_77_assignsubmission_file_/x.ipynb", Who("Participant", "77")),
        ("anna/x.ipynb", Who("anna")),
        ("anna/week 1/deep/x.ipynb", Who("anna")),
        ("anna.ipynb", Who("anna")),
        ("anna.ipynb.txt", Who("anna")),
        ("anna.json", Who("anna")),
        ("anna", Who("anna")),
        (".ipynb_checkpoints/anna-checkpoint.ipynb", Who("anna")),
        ("Mu\u0308ller  Ann\u00a0a.ipynb", Who("Müller Ann a")),
    ],
)
def test_the_student_stands_in_the_path(path: str, student: Who) -> None:
    assert who(tuple(path.split("/")), canvas=False) == student


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
    assert is_canvas((name,))
    assert who((name,), canvas=True) == student


def test_a_copy_is_its_owners_if_the_owner_is_there() -> None:
    for name in ("anna (1).ipynb", "anna - Copy.ipynb", "anna-Copy1.ipynb", "anna - Kopie.ipynb"):
        assert who((name,), False, {"anna"}) == Who("anna")
        assert who((name,), False, {"ben"}).student != "anna"
    assert who(("group-2.ipynb",), False, {"group"}) == Who("group-2")


def test_what_systems_leave_lying_about_is_known() -> None:
    for path in ("__MACOSX/a/._x.ipynb", "a/.DS_Store", "a/.ipynb_checkpoints/x.ipynb", "Thumbs.db", ".git/config"):
        assert beside_the_point(tuple(path.split("/")))
    for path in ("a/x.ipynb", ".x.ipynb", "a/.ipynb", "../x.ipynb", "a/"):
        assert not beside_the_point(tuple(path.split("/")))


def test_names_that_are_no_utf_8_stay_apart() -> None:
    names = [raw.decode("utf-8", "surrogateescape") for raw in (b"J\xf6rg", b"J\xe4rg", b"J\x81rg")]
    assert [tidy(name) for name in names] == ["Jörg", "Järg", "J\ufffdrg"]
    assert tidy("\ud800") == "\ufffd"
    assert tidy(" ") == "unnamed"
    assert len(tidy("x" * 65_000)) == 301


def test_numbers_in_names_sort_as_numbers() -> None:
    names = ["lesson-10", "²", "lesson-2", "Lesson-1", "lesson", "9" * 400]
    assert sorted(names, key=in_order)[1:] == ["lesson", "Lesson-1", "lesson-2", "lesson-10", "²"]


def test_a_stem_loses_all_its_endings() -> None:
    assert [stem_of(name) for name in ("a.ipynb.txt", "a.b.IPYNB", "a.pdf", ".ipynb", "a.zip")] == [
        *("a", "a.b", "a", ".ipynb", "a")
    ]
