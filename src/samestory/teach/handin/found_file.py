"""Files as they lie in a folder or an archive, before it is known whose they are. No link is followed."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from samestory.answer import Note
from samestory.teach.handin.archive import Archive
from samestory.teach.handin.intake import Allowance, Content, UnreadableError, limited

Read = Callable[[Allowance], Content]
_DEEP = 50  # folders within folders in an archive, beyond which nobody asks whether one is empty
INSIDE = 1_000  # files read of a zip that a student handed in


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, or an empty folder, by its path in parts; `problem` says why it can't be read.

    `modified` is when it was last written, in seconds since 1970, or 0 where that is not known.
    """

    parts: tuple[str, ...]
    read: Read
    problem: str = ""
    notes: tuple[Note, ...] = ()
    modified: float = 0.0


def in_folder(root: Path, leave_out: Path | None) -> Iterator[FoundFile]:
    """Every file below `root` but for what is in `leave_out`; links, pipes and empty folders with their problem."""
    # By its real path: the results may lie in this folder under another name.
    left_out = os.path.realpath(leave_out) if leave_out else ""
    folders: list[tuple[str, ...]] = [()]
    while folders:
        inside = folders.pop()
        try:
            with os.scandir(root.joinpath(*inside)) as listing:
                entries = list(listing)
        except OSError as error:
            yield lost((*inside, ""), f"The folder can’t be opened: {error.strerror}.")
            continue
        if not entries and inside:
            yield lost((*inside, ""), "The folder is empty.")
        for entry in entries:
            parts = (*inside, entry.name)
            if entry.is_symlink():
                yield lost(parts, "This is a link; it was not followed.")
            elif entry.is_dir(follow_symlinks=False):
                if os.path.realpath(entry.path) != left_out:
                    folders.append(parts)
            elif entry.is_file(follow_symlinks=False):
                yield FoundFile(parts, disk_reader(Path(entry.path)), modified=_modified(entry))
            else:
                yield lost(parts, "This is no ordinary file; it was not opened.")


def in_archive(
    archive: Archive,
    above: tuple[str, ...] = (),
    notes: tuple[Note, ...] = (),
    inner: Callable[[int], Read] | None = None,
) -> Iterator[FoundFile]:
    """Every file of an archive that lies at `above`. `inner` makes the readers of one that does not stay open."""
    folders = {entry.parts for entry in archive.entries if entry.folder}
    above_any = (e.parts[:depth] for e in archive.entries for depth in range(1, min(len(e.parts), _DEEP)))
    filled = {parts for parts in above_any if parts in folders}
    seen: dict[tuple[str, ...], int] = {}
    for at, entry in enumerate(archive.entries):
        parts = (*above, *entry.parts)
        if entry.folder and not entry.problem:
            if entry.parts not in filled:
                yield lost((*parts, ""), "The folder is empty.")
            continue
        seen[parts] = seen.get(parts, 0) + 1
        said = (*notes, *archive.notes)
        if seen[parts] > 1:
            said = (*said, Note(f"The zip archive holds this name {seen[parts]} times; this is one of them."))
        read = inner(at) if inner else partial(archive.read, entry)
        yield FoundFile(parts, read, entry.problem, said, entry.modified)


def _modified(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat(follow_symlinks=False).st_mtime
    except OSError:
        return 0.0


class Shelf:
    """Keeps the archive within an archive that was opened last: students' files come one student after the other."""

    def __init__(self) -> None:
        self._item: FoundFile | None = None
        self._archive: Archive | None = None

    def archive(self, item: FoundFile) -> Archive:
        """The archive in a zip that a student handed in. Raises UnreadableError."""
        if self._archive is None or self._item is not item:
            # Let go of the old archive before the next is read: two of them at once take twice the memory.
            self._archive = None
            try:
                self._item, self._archive = item, Archive(item.read(Allowance(whole=True)).data, INSIDE)
            except MemoryError:
                raise UnreadableError("The zip archive takes more memory than there is here.") from None
        return self._archive

    def reader(self, item: FoundFile, at: int) -> Read:
        """Reads entry number `at` of the archive."""
        return partial(self._read, item, at)

    def _read(self, item: FoundFile, at: int, allowance: Allowance) -> Content:
        archive = self.archive(item)
        return archive.read(archive.entries[at], allowance)

    def __getstate__(self) -> dict[str, object]:
        # In another process the archive is read there: it may be large.
        return {"_item": None, "_archive": None}


def disk_reader(path: Path) -> Read:
    """Reads a file from disk, unless it has become a link or a pipe since it was listed."""
    return partial(_read_disk, str(path))


def _read_disk(path: str, allowance: Allowance) -> Content:
    flags = os.O_RDONLY
    # Without O_NONBLOCK opening a pipe would wait for ever; not every system knows all three.
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            return limited(file, allowance)
    except OSError as error:
        raise UnreadableError(f"The file can’t be opened: {error.strerror}.") from None


def lost(parts: tuple[str, ...], problem: str) -> FoundFile:
    """A file that can't be read, and why."""
    return FoundFile(parts, partial(_refuse, problem), problem)


def _refuse(problem: str, _: Allowance) -> Content:
    raise UnreadableError(problem)


def is_zip(item: FoundFile) -> bool:
    """By its name."""
    return item.parts[-1].lower().endswith(".zip")
