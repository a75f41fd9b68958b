"""Write results into a folder: each file whole or not at all, and nothing lost that somebody else put there."""

import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from samestory.teach.gradebook import MADE_BY

GENERATOR = f'<meta name="generator" content="{MADE_BY}">'
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|com\d|lpt\d|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)
_LONGEST = 100  # bytes: together with "feedback/" and a temporary ending this is well within every system's limit


class Outbox:
    """A folder for results. Raises OSError where it can't be made or written. `set_aside` names what was kept."""

    def __init__(self, folder: Path) -> None:
        (folder / "feedback").mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._names: set[str] = set()
        self._table = _table_written(folder / "results.json")
        self.set_aside: list[str] = []
        with tempfile.TemporaryFile(dir=folder), tempfile.TemporaryFile(dir=folder / "feedback"):
            pass  # not writable: better said now than after grading

    def write(self, name: str, content: bytes) -> None:
        with self.stream(name) as file:
            file.write(content)

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A file to write to, which takes its name when all of it is there."""
        path = self._folder / name
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".samestory-", suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
            os.chmod(temporary, 0o666 & ~_mask())
            if os.path.lexists(path) and not self._is_ours(path):
                self._put_aside(path)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def page_name(self, student: str) -> str:
        """A name for a student's page that every system can store and that no other student has."""
        stem = safe_name(student)
        name, count = stem, 1
        while (alike := unicodedata.normalize("NFKC", name).casefold()) in self._names:
            count += 1
            name = f"{stem}-{count}"
        self._names.add(alike)
        return f"feedback/{name}.html"

    def _is_ours(self, path: Path) -> bool:
        if path.is_symlink() or not path.is_file():
            return False
        if path.name == "grades.csv":
            return hashlib.sha256(path.read_bytes()).hexdigest() == self._table
        with path.open("rb") as file:
            return MADE_BY.encode() in file.read(400)

    def _put_aside(self, path: Path) -> None:
        count = 1
        while os.path.lexists(kept := path.with_name(f"{path.stem}.kept-{count}{path.suffix}")):
            count += 1
        os.rename(path, kept)
        self.set_aside.append(str(kept))


def safe_name(student: str) -> str:
    """A file's name for a student, without its ending: letters, digits, blanks and a few signs, none at the edges.

    >>> safe_name("../Müller, Anna")
    'Müller_ Anna'
    """
    composed = unicodedata.normalize("NFC", student)
    name = "".join(sign if sign in " -_.()" or unicodedata.category(sign)[0] in "LMN" else "_" for sign in composed)
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(" ._") or "student"
    return f"_{name}" if _RESERVED.match(name) else name


def _table_written(results: Path) -> str:
    """The hash of the table that an earlier run wrote beside these results; empty if there is none."""
    try:
        with results.open("rb") as file:
            file.seek(max(results.stat().st_size - 300, 0))
            told = re.search(rb'"grades\.csv": "([0-9a-f]{64})"', file.read())
    except OSError:
        return ""
    return told[1].decode() if told else ""


def _mask() -> int:
    """The process's umask, which Python can only read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
