"""Read a zip that anybody may have made, without writing anything to disk and without trusting what it says.

What is unpacked is counted for each student apart (see `intake.py`): a bomb costs its owner's files and nobody else's.
A damaged archive is read from what is left of it; an entry that would leave the folder is listed and never opened.
"""

import calendar
import io
import lzma
import mmap
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO

from samestory.answer import Note
from samestory.teach.handin.intake import LARGEST_KEPT, Allowance, Content, UnreadableError, limited
from samestory.teach.handin.salvage import DEFLATED, STORED, Data, Local, local_at, locals_in, unpacked

ENTRIES = 100_000
_LISTED = 256  # bytes in the list of contents for an entry: a longer list is read header by header
_LIST_LIMIT = 8 * 1024 * 1024  # bytes of that list at most: Python makes 17 times as much of it
_BZIP2 = 12
_DRIVE = re.compile(r"[A-Za-z]:")
# What Python's own readers were made to raise by damaged archives: far more than BadZipFile.
_BAD = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, IndexError, MemoryError),
)


@dataclass(frozen=True)
class ZipEntry:
    """A file or folder in an archive: its path in parts, and why it must not be read (empty if it may)."""

    parts: tuple[str, ...]
    folder: bool
    problem: str
    _info: zipfile.ZipInfo | None
    _at: int

    @property
    def modified(self) -> float:
        """When it was last written by its archive, in seconds since 1970 (its zone is not told); 0 if not known."""
        told = self._info.date_time if self._info else (1980,)
        # Archives that keep no times write the format's earliest year, 1980: it tells nothing.
        return float(calendar.timegm((*told, 0, 0, 0))) if told[0] > 1980 else 0.0


class Archive:
    """An open zip: `entries` in its own order, `notes` on its state. UnreadableError if nothing is left of it."""

    def __init__(self, source: Path | bytes, most: int = ENTRIES) -> None:
        self._source, self._most = source, most
        self._file, self._data = _opened(source)
        self._zip = _listed(self._file, self._data, min(most * _LISTED, _LIST_LIMIT))
        self.notes: tuple[Note, ...] = ()
        entries = self._from_list() if self._zip else self._from_headers()
        # The numbers stand first, so that zip takes no entry too many: whether one is left is asked below.
        self.entries = [entry for _, entry in zip(range(most), entries, strict=False)]
        if not self._zip and not self.entries:
            raise UnreadableError("The zip archive is damaged: no file in it can be found.")
        if not self._zip:
            self.notes = (Note("The zip archive is damaged or cut short: what is left of it was read.", True),)
        elif next(iter(entries), None) is not None:
            self.notes = (Note(f"The zip archive lists more than {most} files: the rest was not opened.", True),)

    def __reduce__(self) -> tuple[object, ...]:
        """In another process it is opened there, once for all entries."""
        return reopened, (self._source, self._most)

    def read(self, entry: ZipEntry, allowance: Allowance) -> Content:
        """The bytes of an entry. Raises UnreadableError."""
        if entry.problem:
            raise UnreadableError(entry.problem)
        # By the list of contents first: it alone knows sizes and methods that a file's own header may leave open.
        if self._zip and entry._info:
            try:
                with self._zip.open(entry._info) as stream:
                    return limited(stream, allowance)
            except _BAD:
                pass  # its place in the list and its own header disagree, or its data are damaged
        return self._salvaged(entry, allowance)

    def _salvaged(self, entry: ZipEntry, allowance: Allowance) -> Content:
        local = local_at(self._data, entry._at)
        if local is None or local.method not in (STORED, DEFLATED):
            raise UnreadableError("This entry of the zip archive is damaged.")
        data, whole = unpacked(self._data, local, max(0, min(LARGEST_KEPT, allowance.left)))
        allowance.left -= len(data)
        damaged = "" if whole else " and breaks off"
        return Content(data, (Note(f"Its entry in the zip archive is damaged{damaged}.", True),))

    def _from_list(self) -> Iterator[ZipEntry]:
        assert self._zip
        for info in self._zip.infolist():
            name = _name(info)
            parts, problem = _path(name)
            if info.flag_bits & 1:
                problem = problem or "This entry of the zip archive is locked with a password."
            elif stat.S_ISLNK(info.external_attr >> 16):
                problem = problem or "This entry of the zip archive is a link; it was not followed."
            elif info.compress_type not in (STORED, DEFLATED, _BZIP2):
                problem = problem or "This entry is packed in a way that is not read: ask for an ordinary zip."
            yield ZipEntry(parts, name.endswith(("/", "\\")), problem, info, info.header_offset)

    def _from_headers(self) -> Iterator[ZipEntry]:
        for at, local in locals_in(self._data):
            name = _decoded(local)
            parts, problem = _path(name)
            if local.encrypted:
                problem = problem or "This entry of the zip archive is locked with a password."
            yield ZipEntry(parts, name.endswith(("/", "\\")), problem, None, at)


@lru_cache(maxsize=1)
def reopened(source: Path | bytes, most: int) -> Archive:
    """The archive of a path, as it was opened before. Raises UnreadableError."""
    return Archive(source, most)


def _opened(source: Path | bytes) -> tuple[IO[bytes], Data]:
    if isinstance(source, bytes):
        return io.BytesIO(source), source
    try:
        file = source.open("rb")
        return file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError:
        raise UnreadableError("The zip archive is empty.") from None
    except OSError as error:
        raise UnreadableError(f"The file can’t be opened: {error.strerror}.") from None


def _listed(file: IO[bytes], data: Data, limit: int) -> zipfile.ZipFile | None:
    """The archive by its list of contents; None where that is lost, or longer than `limit` bytes."""
    # The last such mark is this archive's own: a zip stored in it has one as well.
    end = data.rfind(b"PK\x05\x06")
    # 22 bytes are the shortest such record: with fewer left, it is cut off.
    if end < 0 or len(data) < end + 22:
        return None
    # Asked before zipfile opens it, which makes an object of every entry of the list.
    size = int(struct.unpack_from("<I", data, end + 12)[0])
    long = data.rfind(b"PK\x06\x06", max(end - 1024, 0), end)
    # All bits set mean that the true size stands in the longer record of zip64, just before.
    if size == 0xFFFFFFFF and 0 <= long <= len(data) - 48:
        size = int(struct.unpack_from("<Q", data, long + 40)[0])
    if min(size, len(data)) > limit:
        return None
    try:
        return zipfile.ZipFile(file)
    except _BAD:
        return None


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name: many programs write UTF-8 and forget to say so."""
    # Bit 11 says that the name is UTF-8, and Python has read it so.
    if info.flag_bits & 0x800:
        return info.orig_filename
    try:
        return info.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.orig_filename


def _decoded(local: Local) -> str:
    try:
        return local.name.decode("utf-8")
    except UnicodeDecodeError:
        return local.name.decode("utf-8" if local.utf8 else "cp437", "replace")


def _path(name: str) -> tuple[tuple[str, ...], str]:
    # Some programs on Windows write backslashes, against the format.
    slashed = name.replace("\\", "/")
    parts = tuple(part for part in slashed.split("/") if part not in ("", ".")) or ("unnamed",)
    if slashed.startswith("/") or _DRIVE.match(slashed) or ".." in parts or "\0" in name:
        return parts, "This entry of the zip archive points outside of it; it was left out."
    return parts, ""
