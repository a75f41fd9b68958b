"""An archive that unpacks to gigabytes costs a bounded amount of reading, and starves no other submission."""

import random
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zips import streamed, zipped

from samestory.teach.handin import archive, intake
from samestory.teach.handin.archive import Archive
from samestory.teach.handin.intake import Allowance, UnreadableError

MIB = 1024 * 1024


def test_an_entry_is_read_up_to_its_limit_whatever_its_header_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "FILE_LIMIT", 2 * MIB)
    monkeypatch.setattr(archive, "LARGEST_KEPT", 2 * MIB)
    bomb = bytearray(zipped(("bomb.ipynb", b"\0" * (8 * MIB))))
    assert len(bomb) < 20_000
    struct.pack_into("<I", bomb, bomb.index(b"PK\x01\x02") + 24, 100)  # it claims 100 bytes
    for data in (bytes(bomb), zipped(("bomb.ipynb", b"\0" * (8 * MIB)))):
        opened = Archive(data)
        content = opened.read(opened.entries[0], Allowance())
        assert len(content.data) <= 2 * MIB
        assert content.notes


def test_a_student_has_so_many_bytes_in_all_and_the_next_one_too() -> None:
    opened = Archive(zipped(*((f"{at}.ipynb", b"\0" * (4 * MIB)) for at in range(3))))
    for allowance in (Allowance(6 * MIB), Allowance(6 * MIB)):
        contents = [opened.read(entry, allowance) for entry in opened.entries]
        assert [len(content.data) // MIB for content in contents] == [4, 2, 0]
        assert [bool(content.notes) for content in contents] == [False, True, True]


def test_only_so_many_entries_are_listed() -> None:
    opened = Archive(zipped(*((f"{at}.ipynb", b"") for at in range(30))), most=10)
    assert len(opened.entries) == 10
    assert "more than 10" in opened.notes[0].text


def test_an_endless_list_of_contents_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_LIST_LIMIT", 100)
    opened = Archive(zipped(*((f"{at}.ipynb", b"x") for at in range(30))), most=10)
    assert len(opened.entries) == 10
    assert opened.read(opened.entries[0], Allowance()).data == b"x"


def test_an_archive_on_disk_is_read_like_one_in_memory(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"something before it" + streamed(("a", b"1"), ("b", b"2" * 10_000)))
    opened = Archive(tmp_path / "a.zip")
    assert [opened.read(entry, Allowance()).data for entry in opened.entries] == [b"1", b"2" * 10_000]


WHOLE = zipped(("a.ipynb", random.Random(1).randbytes(300)), ("b/", b""), ("b/c.ipynb", b"x" * 500))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(WHOLE)))
def test_any_damage_to_an_archive_is_survived(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    for damaged in (bytes(data), bytes(data[:end]), bytes(data[end:])):
        try:
            opened = Archive(damaged)
        except UnreadableError:
            continue
        for entry in opened.entries:
            try:
                opened.read(entry, Allowance())
            except UnreadableError:
                continue
