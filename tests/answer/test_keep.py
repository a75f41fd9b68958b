"""The small file beside the notebook: written whole, read tolerantly, never elsewhere."""

import os
import stat
from pathlib import Path

import pytest

from samestory.answer import Record, forget, keep, kept

GIVEN = Record("greeting", "0123456789ab", {"text": "Привіт’"}, "2026-11-21T12:00:00Z", 1)


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    assert keep(GIVEN, tmp_path) == tmp_path / "answers" / "greeting.json"
    assert kept("greeting", tmp_path) == GIVEN


def test_the_newer_replaces_the_older_and_leaves_nothing_beside(tmp_path: Path) -> None:
    keep(GIVEN, tmp_path)
    newer = Record("greeting", "", {"text": "hello"}, "2026-11-22T12:00:00Z")
    keep(newer, tmp_path)
    assert kept("greeting", tmp_path) == newer
    assert [path.name for path in (tmp_path / "answers").iterdir()] == ["greeting.json"]


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".", "/etc/passwd", "a\0b", "A", "x" * 101])
def test_an_id_that_is_no_slug_writes_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="letters, digits"):
        keep(Record(name, "", {}, ""), tmp_path)
    assert kept(name, tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b'{"exercise": "other", "answer": 1}'])
def test_a_file_that_can_not_be_read_is_as_if_there_were_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "greeting.json").write_bytes(content)
    assert kept("greeting", tmp_path) is None


def test_a_failed_write_leaves_the_older_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(GIVEN, tmp_path)

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no space"):
        keep(Record("greeting", "", {"text": "new"}, ""), tmp_path)
    assert kept("greeting", tmp_path) == GIVEN
    assert len(list((tmp_path / "answers").iterdir())) == 1


def test_forgetting_twice_is_fine(tmp_path: Path) -> None:
    keep(GIVEN, tmp_path)
    forget("greeting", tmp_path)
    forget("greeting", tmp_path)
    assert kept("greeting", tmp_path) is None


@pytest.fixture(params=[0o022, 0o027, 0o002, 0o077], ids=oct)
def usual(request: pytest.FixtureRequest):
    """The permissions that a file gets under some umask."""
    before = os.umask(request.param)
    yield 0o666 & ~request.param
    os.umask(before)


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_a_record_can_be_read_by_whom_the_learners_files_can_be_read_by(usual: int, tmp_path: Path) -> None:
    for _ in range(2):
        assert mode_of(keep(GIVEN, tmp_path)) == usual


@posix
@pytest.mark.parametrize("mode", [0o640, 0o664, 0o444, 0o604])
def test_a_record_that_is_kept_anew_has_the_permissions_that_it_had(mode: int, tmp_path: Path) -> None:
    keep(GIVEN, tmp_path).chmod(mode)
    assert mode_of(keep(GIVEN, tmp_path)) == mode


@posix
def test_a_record_of_the_first_version_is_opened_to_whoever_grades(usual: int, tmp_path: Path) -> None:
    keep(GIVEN, tmp_path).chmod(0o600)
    assert mode_of(keep(GIVEN, tmp_path)) == usual


@posix
def test_a_link_in_a_records_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("untouched")
    outside.chmod(0o444)
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "greeting.json").symlink_to(outside)
    path = keep(GIVEN, tmp_path)
    assert (outside.read_text(), mode_of(outside)) == ("untouched", 0o444)
    assert not path.is_symlink()
    assert kept("greeting", tmp_path) == GIVEN
