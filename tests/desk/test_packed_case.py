"""A packed case unpacks to the same files, and nothing in it can lead anywhere else."""

import io
import zipfile
from pathlib import Path

import pytest

from samestory.desk.packed_case import PackedCaseError, holds_case, pack_case, packed_name, unpack_case


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_packed_comes_back_byte_for_byte(fire: Path, tmp_path: Path) -> None:
    (fire / "desk.yml").write_text("schema: 1\ndecisions: []\n")
    (fire / "notes.private").write_text("mine")
    (fire / "inbox" / ".hidden").write_text("mine")
    packed = pack_case(fire)
    assert packed == pack_case(fire)
    assert (holds_case(packed), packed_name(packed)) == (True, "fire")
    unpack_case(packed, tmp_path / "back")
    wanted = {name: held for name, held in files_in(fire).items() if name not in ("notes.private", "inbox/.hidden")}
    assert files_in(tmp_path / "back") == wanted


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "/out.txt", "a/../../out.txt", "a/articles/../../out.txt", "a/articles/..",
     "a/articles/x\\..\\y.txt", "a/articles/deep/x.txt", "a/desk.py", "a/exercises/run.sh", "a/.git/config",
     "C:\\out.txt", "a/inbox/" + "x" * 300],
)  # fmt: skip
def test_what_is_no_file_of_a_case_is_left_out(tmp_path: Path, name: str) -> None:
    unpack_case(zipped({"a/case.yml": b"id: a", name: b"x"}), tmp_path / "in" / "here")
    assert files_in(tmp_path) == {"in/here/case.yml": b"id: a"}


def test_a_case_at_the_top_of_the_archive_is_taken_too(tmp_path: Path) -> None:
    packed = zipped({"case.yml": b"id: a", "articles/x.txt": b"X", "__MACOSX/case.yml": b"no"})
    assert packed_name(packed) == "case"
    unpack_case(packed, tmp_path)
    assert files_in(tmp_path) == {"case.yml": b"id: a", "articles/x.txt": b"X"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"no zip",
        zipped({"x.txt": b""}),
        zipped({"case.yml": b"", "inbox/bomb": b"\0" * 61_000_000}),
    ],
    ids=["empty", "cut", "text", "no case", "bomb"],
)
def test_what_can_not_be_unpacked_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(PackedCaseError):
        unpack_case(content, tmp_path / "case")
    assert files_in(tmp_path) == {}
