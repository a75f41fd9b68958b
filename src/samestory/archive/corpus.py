"""Read a corpus row by row: a folder of .txt files, JSON lines, Parquet, or all of these, from any row on."""

import gzip
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from samestory.archive.entry import LONGEST_ARTICLE, Entry, Fields, LeftOut, article_of, savable
from samestory.archive.store import connect, glob_safe
from samestory.errors import SameStoryError

LONGEST_LINE = (
    16 * LONGEST_ARTICLE
)  # bytes: every character of a text may be written as an escape, and it has other fields
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_KINDS = (".txt", ".parquet", *_LINES)
# Takes the day of “2024-03-05-flood.txt”; leaves “20240305.txt” and “12024-03-05.txt”.
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_AT_ONCE = 200  # rows of a Parquet file that are held at a time

Cursor = tuple[int, int]  # the number of a file in the corpus, and of a row in it, both from 0


@dataclass(frozen=True)
class Corpus:
    """The articles below a folder, or in one file. Files that can't hold any are counted in `others` and not read."""

    path: Path
    fields: Fields = field(default_factory=Fields)

    @cached_property
    def files(self) -> list[str]:
        """The files that hold articles, by their path in the corpus, sorted; raises SameStoryError if none do."""
        return self._listed[0]

    @property
    def others(self) -> Counter[str]:
        """How many files of which other ending there are."""
        return self._listed[1]

    @cached_property
    def _listed(self) -> tuple[list[str], Counter[str]]:
        if not self.path.exists():
            raise SameStoryError(f"There is no {self.path}. Name a folder or a file of articles.")
        root = self.path if self.path.is_dir() else self.path.parent
        paths = _below(self.path) if self.path.is_dir() else [self.path]
        names = [path.relative_to(root).as_posix() for path in paths]
        files = sorted(name for name in names if name.lower().endswith(_KINDS))
        others = Counter(os.path.splitext(name)[1].lower() for name in names if not name.lower().endswith(_KINDS))
        if not files:
            raise SameStoryError(f"{self.path} holds no articles that can be read: give {', '.join(_KINDS)}.")
        return files, others

    @property
    def root(self) -> Path:
        """The folder that the names of `files` begin in."""
        return self.path if self.path.is_dir() else self.path.parent

    @cached_property
    def mark(self) -> str:
        """A digest of the files' names, sizes and times: another one says that the corpus has changed."""
        found = hashlib.sha256()
        for name in self.files:
            is_now = (self.root / name).stat()
            found.update(f"{name}\0{is_now.st_size}\0{is_now.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        return found.hexdigest()

    def rows(self, start: Cursor = (0, 0)) -> Iterator[tuple[Cursor, Entry | LeftOut]]:
        """Yield each row from `start` on with the place that follows it, from which another call would go on."""
        first, skipped = start
        for number in range(first, len(self.files)):
            row = skipped if number == first else 0
            for at, one in enumerate(self._of_file(self.files[number], row), row + 1):
                yield (number, at), one

    def _of_file(self, name: str, skipped: int) -> Iterator[Entry | LeftOut]:
        # A name may hold bytes that no text can.
        path, name = self.root / name, savable(name)
        try:
            if name.lower().endswith(_LINES):
                yield from _of_lines(path, name, self.fields, skipped)
            elif name.lower().endswith(".parquet"):
                yield from _of_parquet(path, name, self.fields, skipped)
            elif not skipped:
                yield _of_text(path, name)
        except (OSError, EOFError) as error:
            # Half a file is no reason to lose the others.
            yield LeftOut(name, "", f"it can’t be read any further: {error}")


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        # A pipe would never end, and a link may lead nowhere.
        yield from (Path(place, name) for name in names if name[0] != "." and os.path.isfile(os.path.join(place, name)))


def _of_text(path: Path, name: str) -> Entry | LeftOut:
    """A file is an article: its path is the id, its folder the outlet; a day in its name is the day it was printed."""
    from samestory.inbox.letters import decoded
    from samestory.inbox.taken import NoTextError

    if path.stat().st_size > 4 * LONGEST_ARTICLE:
        return LeftOut(name, name, f"it has more than {LONGEST_ARTICLE:,} characters")
    try:
        text, _ = decoded(path.read_bytes())
    except NoTextError as error:
        return LeftOut(name, name, str(error))
    day = _DAY.search(Path(name).name)
    outlet = Path(name).parent.name
    row = {"id": name, "text": text, "outlet": outlet, "published": day.group() if day else ""}
    return article_of(row, Fields(), name)


def _of_lines(path: Path, name: str, fields: Fields, skipped: int) -> Iterator[Entry | LeftOut]:
    opened: IO[bytes] = gzip.open(path) if name.lower().endswith(".gz") else open(path, "rb")  # type: ignore[assignment]  # noqa: SIM115
    with opened as file:
        for number, (line, is_whole) in enumerate(_lines(file), 1):
            if number > skipped:
                yield _of_line(line, is_whole, fields, f"{name}:{number}")


def _lines(file: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each line, and whether it is whole: of one that is too long only the beginning is kept."""
    while line := file.readline(LONGEST_LINE):
        is_whole, rest = line.endswith(b"\n") or len(line) < LONGEST_LINE, line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE)
            is_whole = is_whole and not rest
        yield line, is_whole


def _of_line(line: bytes, is_whole: bool, fields: Fields, place: str) -> Entry | LeftOut:
    if not is_whole:
        return LeftOut(place, "", f"the line has more than {LONGEST_LINE:,} bytes")
    if not line.strip():
        return LeftOut(place, "", "the line is empty")
    try:
        # What no UTF-8 is becomes a mark, and the article is still compared.
        row = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return LeftOut(place, "", f"the line is no JSON ({error})"[:200])
    if not isinstance(row, dict):
        return LeftOut(place, "", "the line holds no object with fields")
    return article_of(row, fields, place)


def _of_parquet(path: Path, name: str, fields: Fields, skipped: int) -> Iterator[Entry | LeftOut]:
    import duckdb

    wanted = [fields.id, fields.text, fields.outlet, fields.published]
    try:
        with connect() as base:
            source = f"read_parquet({glob_safe(path)}, file_row_number = true)"
            has = [str(one[0]) for one in base.execute(f"describe select * from {source}").fetchall()]
            if missing := [one for one in wanted[:2] if one not in has]:
                lacks = f"it has no column “{missing[0]}” (its columns: {', '.join(has[:-1])})"
                yield LeftOut(name, "", lacks[:300])
                return
            shown = ", ".join(_column(one) for one in wanted if one in has)
            known = [one for one in wanted if one in has]
            found = base.execute(f"select file_row_number, {shown} from {source} where file_row_number >= {skipped}")
            while rows := found.fetchmany(_AT_ONCE):
                for number, *values in rows:
                    yield article_of(dict(zip(known, values, strict=True)), fields, f"{name}:{number + 1}")
    except duckdb.Error as error:
        yield LeftOut(name, "", f"it can’t be read any further: {str(error).splitlines()[0]}"[:300])


def _column(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
