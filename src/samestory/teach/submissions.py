"""Find what was handed in: a folder (flat, or one per student), a Moodle or Canvas download, zips of these.

Nothing is unpacked to disk, no link is followed, and nothing is left out without being named.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from samestory.answer import Note
from samestory.teach.archive import (
    Allowance,
    Archive,
    Content,
    UnreadableError,
    limited,
)
from samestory.teach.names import (
    CHECKPOINTS,
    Who,
    beside_the_point,
    in_order,
    is_canvas,
    is_moodle,
    stem_of,
    tidy,
    who,
)

Read = Callable[[Allowance], Content]
INSIDE = 1_000  # files read of a zip that a student handed in


@dataclass(frozen=True)
class Submission:
    """One file of one student. `read` raises UnreadableError; `problem` says so beforehand where it is known.

    What is unpacked counts against the allowance, which is the student's.
    """

    student: str
    id: str
    file: str
    read: Read
    problem: str = ""
    notes: tuple[Note, ...] = ()
    late: bool = False


@dataclass(frozen=True)
class Found:
    """Everything in a folder or archive: the submissions by student, and what systems had left lying about."""

    submissions: tuple[Submission, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True)
class _Item:
    """A file, or an empty folder, before it is known whose it is."""

    parts: tuple[str, ...]
    read: Read
    problem: str = ""
    notes: tuple[Note, ...] = ()


def find(path: Path, leave_out: Path | None = None) -> Found:
    """All submissions in a folder, a .zip or a single file, but for what is in `leave_out` (our own results).

    Sorted by student, then file. Raises UnreadableError if `path` itself can't be read.
    """
    if path.is_dir():
        items = list(_in_folder(path, leave_out))
        if len(items) == 1 and len(items[0].parts) == 1 and _is_zip(items[0]) and not items[0].problem:
            return find(path / items[0].parts[0])
    elif path.suffix.lower() == ".zip":
        items = list(_in_archive(Archive(path)))
    else:
        items = [_Item((path.name,), _reader(path))]
    items = _unwrapped(items, path.stem if path.is_file() else "")
    canvas = sum(map(is_canvas, (item.parts for item in items))) * 2 > len(items)
    stems = {stem_of(item.parts[0]) for item in items if len(item.parts) == 1}
    found: list[tuple[Who, _Item]] = []
    shelf = _Shelf()
    for item in items:
        owner = who(item.parts, canvas or (len(item.parts) == 1 and is_canvas(item.parts)), stems)
        found += _opened(item, owner, shelf)
    return _sorted(found)


def _in_folder(root: Path, leave_out: Path | None) -> Iterator[_Item]:
    left_out = os.path.realpath(leave_out) if leave_out else ""
    folders: list[tuple[str, ...]] = [()]
    while folders:
        inside = folders.pop()
        try:
            with os.scandir(root.joinpath(*inside)) as listing:
                entries = list(listing)
        except OSError as error:
            yield _lost((*inside, ""), f"The folder can’t be opened: {error.strerror}.")
            continue
        if not entries and inside:
            yield _lost((*inside, ""), "The folder is empty.")
        for entry in entries:
            parts = (*inside, entry.name)
            if entry.is_symlink():
                yield _lost(parts, "This is a link; it was not followed.")
            elif entry.is_dir(follow_symlinks=False):
                if os.path.realpath(entry.path) != left_out:
                    folders.append(parts)
            elif entry.is_file(follow_symlinks=False):
                yield _Item(parts, _reader(Path(entry.path)))
            else:
                yield _lost(parts, "This is no ordinary file; it was not opened.")


def _in_archive(
    archive: Archive,
    above: tuple[str, ...] = (),
    notes: tuple[Note, ...] = (),
    reader: Callable[[int], Read] | None = None,
) -> Iterator[_Item]:
    filled = {entry.parts[:depth] for entry in archive.entries for depth in range(1, len(entry.parts))}
    seen: dict[tuple[str, ...], int] = {}
    for at, entry in enumerate(archive.entries):
        parts = (*above, *entry.parts)
        if entry.folder and not entry.problem:
            if entry.parts not in filled:
                yield _lost((*parts, ""), "The folder is empty.")
            continue
        seen[parts] = seen.get(parts, 0) + 1
        said = (*notes, *archive.notes)
        if seen[parts] > 1:
            said = (*said, Note(f"The zip archive holds this name {seen[parts]} times; this is one of them."))
        yield _Item(parts, reader(at) if reader else partial(archive.read, entry), entry.problem, said)


def _reader(path: Path) -> Read:
    def read(allowance: Allowance) -> Content:
        flags = os.O_RDONLY
        for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
            flags |= getattr(os, name, 0)
        try:
            with open(os.open(path, flags), "rb") as file:
                return limited(file, allowance)
        except OSError as error:
            raise UnreadableError(f"The file can’t be opened: {error.strerror}.") from None

    return read


def _lost(parts: tuple[str, ...], problem: str) -> _Item:
    def read(_: Allowance) -> Content:
        raise UnreadableError(problem)

    return _Item(parts, read, problem)


def _is_zip(item: _Item) -> bool:
    return item.parts[-1].lower().endswith(".zip")


def _unwrapped(items: list[_Item], archive: str) -> list[_Item]:
    """The items without a folder that only wraps the students' own, as zip programs and course sites make it."""
    for _ in range(3):
        tops = {item.parts[0] for item in items if item.parts and not beside_the_point(item.parts)}
        below = [item.parts[1:] for item in items if len(item.parts) > 1 and item.parts[0] in tops]
        if len(tops) != 1 or len(below) < 2 or is_moodle(tuple(tops)):
            break
        children = {parts[0] for parts in below}
        only_folders = len(children) > 1 and all(len(parts) > 1 for parts in below)
        from_a_site = all(is_moodle(parts) or is_canvas(parts) for parts in below)
        named_alike = len(children) > 1 and tidy(next(iter(tops))) == tidy(archive)
        if not (only_folders or from_a_site or named_alike):
            break
        items = [replace(item, parts=item.parts[1:]) if item.parts[0] in tops else item for item in items]
    return items


class _Shelf:
    """Keeps the archive within an archive that was opened last: students' files come one student after the other."""

    def __init__(self) -> None:
        self._item: _Item | None = None
        self._archive: Archive | None = None

    def archive(self, item: _Item) -> Archive:
        """The archive in a zip that a student handed in. Raises UnreadableError."""
        if self._archive is None or self._item is not item:
            self._archive = None
            self._item, self._archive = item, Archive(item.read(Allowance()).data, INSIDE)
        return self._archive

    def reader(self, item: _Item, at: int) -> Read:
        """Reads entry number `at` of the archive."""

        def read(allowance: Allowance) -> Content:
            archive = self.archive(item)
            return archive.read(archive.entries[at], allowance)

        return read


def _opened(item: _Item, owner: Who, shelf: _Shelf) -> Iterator[tuple[Who, _Item]]:
    """The item, or what a zip that a student handed in holds. Archives inside that one stay closed."""
    if not _is_zip(item) or item.problem or beside_the_point(item.parts):
        yield owner, item
        return
    try:
        inside = list(_in_archive(shelf.archive(item), item.parts, item.notes, partial(shelf.reader, item)))
    except UnreadableError as problem:
        yield owner, _lost(item.parts, str(problem))
        return
    if not inside:
        yield owner, _lost(item.parts, "The zip archive is empty.")
    for found in inside:
        if _is_zip(found) and not found.problem:
            found = _lost(found.parts, "This is a zip archive within a zip archive; it was not opened.")
        yield owner, found


def _sorted(found: Iterable[tuple[Who, _Item]]) -> Found:
    everything = sorted(found, key=lambda one: (in_order(one[0].student), one[0].student, one[0].id, _order(one[1])))
    students = {(owner.student, owner.id) for owner, item in everything if not _aside(item)}
    kept: list[Submission] = []
    ignored: list[str] = []
    numbered = _shared_names(owner for owner, _ in everything)
    for owner, item in everything:
        name = tidy("/".join(item.parts))
        rescued = (owner.student, owner.id) not in students and _is_checkpoint(item)
        if _aside(item) and not rescued:
            ignored.append(name)
            continue
        notes = item.notes
        if rescued:
            notes = (*notes, Note("Only the copy that Jupyter saves by itself was handed in; it was read.", True))
        student = f"{owner.student} ({owner.id})" if owner.student in numbered and owner.id else owner.student
        kept.append(Submission(student, owner.id, name, item.read, item.problem, notes, owner.late))
    return Found(tuple(kept), tuple(ignored))


def _order(item: _Item) -> tuple[object, ...]:
    return (in_order(stem_of("/".join(item.parts))), item.parts)


def _aside(item: _Item) -> bool:
    return not item.problem and beside_the_point(item.parts)


def _is_checkpoint(item: _Item) -> bool:
    return CHECKPOINTS in item.parts and item.parts[-1].endswith(".ipynb")


def _shared_names(owners: Iterable[Who]) -> set[str]:
    """Names that more than one number stands behind: their number is then shown."""
    numbers: dict[str, set[str]] = {}
    for owner in owners:
        numbers.setdefault(owner.student, set()).add(owner.id)
    return {student for student, ids in numbers.items() if len(ids) > 1}
