"""Results are written whole or not at all, under names that every system can store, and over nothing of others."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.teach.report.outbox import GENERATOR, Outbox, safe_name


@pytest.mark.parametrize(
    ("student", "name"),
    [
        ("Doe Jane", "Doe Jane"),
        ("Müller, Anna", "Müller_ Anna"),
        ("../../etc/passwd", "etc_passwd"),
        ("..", "student"),
        ("", "student"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("Conny", "Conny"),
        ("a\u202eb\0c\n", "a_b_c"),
        ("anna. ", "anna"),
        ("<script>", "script"),
        ("मानसी", "मानसी"),
        ("x" * 300, "x" * 100),
        ("é" * 300, "é" * 50),
        ("=cmd|'/C calc'!A0", "cmd___C calc__A0"),
    ],
)
def test_a_students_name_becomes_a_files_name(student: str, name: str) -> None:
    assert safe_name(student) == name


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text())
def test_any_name_becomes_one_that_can_be_stored(student: str) -> None:
    name = safe_name(student)
    assert name
    assert len(name.encode()) <= 101
    assert name.strip(" .") == name
    assert not set('<>:"/\\|?*\0\n') & set(name)


def test_names_that_a_system_could_confuse_are_kept_apart(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    students = ["Anna", "anna", "a/b", "a?b", "ANNA-2", "straße", "STRASSE", "ﬁn", "fin"]
    names = [outbox.page_name(student) for student in students]
    assert len({name.casefold() for name in names}) == len(students)
    assert names[:2] == ["feedback/Anna.html", "feedback/anna-2.html"]


def test_a_file_appears_only_when_all_of_it_is_there(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.write("results.json", b'{"made_by": "samestory grade", "old": 1}')

    def fails() -> None:
        with outbox.stream("results.json") as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert b"old" in (tmp_path / "results.json").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feedback", "results.json"]


def test_what_others_wrote_is_kept_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "feedback").mkdir()
    others = {"grades.csv": b"mine", "results.json": b"{}", "feedback/anna.html": b"<p>hand-written</p>"}
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    outbox = Outbox(tmp_path)
    for name in others:
        outbox.write(name, b"new")
    assert [(tmp_path / name).read_bytes() for name in others] == [b"new"] * 3
    assert (tmp_path / "grades.kept-1.csv").read_bytes() == b"mine"
    assert (tmp_path / "feedback" / "anna.kept-1.html").read_bytes() == b"<p>hand-written</p>"
    assert len(outbox.set_aside) == 3


def test_our_own_pages_are_replaced(tmp_path: Path) -> None:
    for _ in range(2):
        outbox = Outbox(tmp_path)
        outbox.write("feedback/anna.html", f"<!doctype html>{GENERATOR}".encode())
    assert not outbox.set_aside
    assert [path.name for path in (tmp_path / "feedback").iterdir()] == ["anna.html"]


def test_a_link_in_the_results_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("untouched")
    outbox = Outbox(tmp_path / "out")
    (tmp_path / "out" / "grades.csv").symlink_to(outside)
    outbox.write("grades.csv", b"new")
    assert outside.read_text() == "untouched"
    assert (tmp_path / "out" / "grades.csv").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_files_get_the_permissions_that_files_get(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    Outbox(tmp_path).write("grades.csv", b"")
    assert (tmp_path / "grades.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode
