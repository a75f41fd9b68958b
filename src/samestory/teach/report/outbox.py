"""Write results into a folder: each file whole or not at all, and nothing lost that somebody else put there."""

import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import IO

from samestory.answer.writing import written_whole
from samestory.teach.seal import GENERATOR, is_as_sealed, is_as_written, sealed, sum_of_table

# Names that Windows keeps for devices: it takes `con` and `COM1.b`; it leaves `conrad`.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|com\d|lpt\d|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)
_LONGEST = 100  # bytes: together with "feedback/" and a temporary ending this is well within every system's limit
_LARGEST = 256 * 1024 * 1024  # bytes of a page or table of ours: a larger one is not
_HEAD = 1000  # bytes in which a page says what made it
# It takes `ana.kept-2`, which we set aside earlier; it leaves `ana-2`, a second student of that name.
_KEPT = re.compile(r"\.kept-\d+$")


class Outbox:
    """A `folder` for results. Raises OSError where it can't be made or written. `set_aside` names what was kept."""

    def __init__(self, folder: Path) -> None:
        (folder / "feedback").mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._names: set[str] = set()
        self._table = sum_of_table(folder / "results.json")
        self.set_aside: list[str] = []
        with tempfile.TemporaryFile(dir=folder), tempfile.TemporaryFile(dir=folder / "feedback"):
            pass  # not writable: better said now than after grading

    def write(self, name: str, content: bytes) -> None:
        """Write a file; a page of ours gets its sum."""
        with self._room_for(name, content) as file:
            file.write(sealed(content) if name.endswith(".html") else content)

    def stream(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """A file to write to, which takes its name when all of it is there."""
        return self._room_for(name, b"")

    def _room_for(self, name: str, content: bytes) -> AbstractContextManager[IO[bytes]]:
        path = self.folder / name
        return written_whole(path, partial(self._make_room, path, content))

    def _make_room(self, path: Path, content: bytes) -> None:
        if os.path.lexists(path) and not self._is_ours(path, content):
            self._put_aside(path)

    def note_set_aside(self, names: Iterable[str]) -> None:
        """Note what was put aside in another process, or before this one."""
        self.set_aside += [name for name in names if name not in self.set_aside]

    def page_name(self, student: str) -> str:
        """A name for a student's page that every system can store and that no other student has."""
        stem = safe_name(student)
        name, count = stem, 1
        # Compared as the strictest system would, so that no page overwrites another there.
        while (alike := _alike(name)) in self._names:
            count += 1
            name = f"{stem}-{count}"
        self._names.add(alike)
        return f"feedback/{name}.html"

    def left_over(self) -> list[str]:
        """Names of the pages that an earlier run wrote, for students who have none by now: they stay."""
        pages = (path for path in (self.folder / "feedback").glob("*.html") if _alike(path.stem) not in self._names)
        return sorted(path.name for path in pages if not _KEPT.search(path.stem) and _names_us(path))

    def _is_ours(self, path: Path, content: bytes) -> bool:
        """True for what nobody has changed since we wrote it, and for what says the same as the new `content`.

        0.1.0 wrote no sums: all its pages that differ are kept, once, since a remark may stand in any of them.
        """
        # A link is somebody else's doing: it is put aside, not replaced.
        if path.is_symlink() or not path.is_file():
            return False
        try:
            if path.name == "results.json":
                return is_as_written(path)
            found = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        except OSError:
            return False
        if path.name == "grades.csv":
            return hashlib.sha256(found).hexdigest() == self._table
        return is_as_sealed(found) or found == content

    def _put_aside(self, path: Path) -> None:
        count = 1
        while os.path.lexists(kept := path.with_name(f"{path.stem}.kept-{count}{path.suffix}")):
            count += 1
        os.rename(path, kept)
        self.set_aside.append(str(kept))


def safe_name(student: str) -> str:
    """A file's name for a student, without its ending: letters, digits, spaces and a few marks, none at its ends.

    >>> safe_name("../Müller, Anna")
    'Müller_ Anna'
    """
    composed = unicodedata.normalize("NFC", student)
    name = "".join(sign if sign in " -_.()" or unicodedata.category(sign)[0] in "LMN" else "_" for sign in composed)
    # Cut by bytes; half a letter at the end is dropped.
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(" ._") or "student"
    return f"_{name}" if _RESERVED.match(name) else name


def _alike(name: str) -> str:
    """What names share that some system takes for the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _names_us(page: Path) -> bool:
    try:
        with page.open("rb") as file:
            return GENERATOR.encode() in file.read(_HEAD)
    except OSError:
        return False
