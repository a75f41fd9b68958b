"""Find what was handed in: a folder (flat, or one per student), a Moodle or Canvas download, zips of these.

Nothing is unpacked to disk, no link is followed, and nothing is left out without being named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from samestory.answer import Note
from samestory.teach.archive import Archive, UnreadableError
from samestory.teach.items import Item, Read, Shelf, in_archive, in_folder, is_zip, lost, reader
from samestory.teach.names import CHECKPOINTS, Who, beside_the_point, in_order, is_canvas, is_moodle, stem_of, tidy, who


@dataclass(frozen=True)
class Submission:
    """One file of one student. `read` raises UnreadableError; `problem` says so beforehand where it is known.

    What is unpacked counts against the allowance, which is the student's. `modified` is when the file was last written,
    in seconds since 1970, or 0.
    """

    student: str
    id: str
    file: str
    read: Read
    problem: str = ""
    notes: tuple[Note, ...] = ()
    late: bool = False
    section: str = ""
    modified: float = 0.0


@dataclass(frozen=True)
class Found:
    """Everything in a folder or archive: the submissions by student, and what systems had left lying about."""

    submissions: tuple[Submission, ...]
    ignored: tuple[str, ...]


def find(path: Path, leave_out: Path | None = None) -> Found:
    """All submissions in a folder, a .zip or a single file, but for what is in `leave_out` (our own results).

    Sorted by student, then file. Raises UnreadableError if `path` itself can't be read.
    """
    if path.is_dir():
        items = list(in_folder(path, leave_out))
        if len(items) == 1 and len(items[0].parts) == 1 and is_zip(items[0]) and not items[0].problem:
            return find(path / items[0].parts[0])
    elif path.suffix.lower() == ".zip":
        items = list(in_archive(Archive(path)))
    else:
        items = [Item((path.name,), reader(path))]
    items = _unwrapped(items, path.stem if path.is_file() else "")
    canvas = sum(map(is_canvas, (item.parts for item in items))) * 2 > len(items)
    stems = {stem_of(item.parts[0]) for item in items if len(item.parts) == 1}
    found: list[tuple[Who, Item]] = []
    shelf = Shelf()
    for item in items:
        owner = who(item.parts, canvas or (len(item.parts) == 1 and is_canvas(item.parts)), stems)
        found += _opened(item, owner, shelf)
    return _sorted(found)


def _unwrapped(items: list[Item], archive: str) -> list[Item]:
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


def _opened(item: Item, owner: Who, shelf: Shelf) -> Iterator[tuple[Who, Item]]:
    """The item, or what a zip holds: one that a student handed in, or a site's download left among other files.

    Archives inside that one stay closed.
    """
    if not is_zip(item) or item.problem or beside_the_point(item.parts):
        yield owner, item
        return
    try:
        inside = list(in_archive(shelf.archive(item), item.parts, item.notes, partial(shelf.reader, item)))
    except UnreadableError as problem:
        yield owner, lost(item.parts, str(problem))
        return
    if not inside:
        yield owner, lost(item.parts, "The zip archive is empty.")
    inner = [found.parts[len(item.parts) :] for found in inside]
    from_student = is_moodle(item.parts) or is_canvas(item.parts)
    canvas = not from_student and sum(map(is_canvas, inner)) * 2 > len(inner)
    for found, parts in zip(inside, inner, strict=True):
        mine = from_student or not (canvas or is_moodle(parts))
        if is_zip(found) and not found.problem:
            found = lost(found.parts, "This is a zip archive within a zip archive; it was not opened.")
        yield owner if mine else who(parts, canvas), found


def _sorted(found: Iterable[tuple[Who, Item]]) -> Found:
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


def _order(item: Item) -> tuple[object, ...]:
    return (in_order(stem_of("/".join(item.parts))), item.parts)


def _aside(item: Item) -> bool:
    return not item.problem and beside_the_point(item.parts)


def _is_checkpoint(item: Item) -> bool:
    return CHECKPOINTS in item.parts and item.parts[-1].endswith(".ipynb")


def _shared_names(owners: Iterable[Who]) -> set[str]:
    """Names that more than one number stands behind: their number is then shown."""
    numbers: dict[str, set[str]] = {}
    for owner in owners:
        numbers.setdefault(owner.student, set()).add(owner.id)
    return {student for student, ids in numbers.items() if len(ids) > 1}
