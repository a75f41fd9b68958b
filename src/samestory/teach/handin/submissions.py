"""Find what was handed in: a folder or zip of students, sections or lessons, a download of Moodle, Canvas or nbgrader.

Nothing is unpacked to disk, no link is followed, and nothing is left out without being named.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from samestory.answer import Note, read_answers
from samestory.course import folder
from samestory.errors import SameStoryError
from samestory.teach.handin import nbgrader
from samestory.teach.handin.archive import Archive
from samestory.teach.handin.containers import with_sections
from samestory.teach.handin.found_file import FoundFile, Read, Shelf, disk_reader, in_archive, in_folder, is_zip, lost
from samestory.teach.handin.intake import Allowance, UnreadableError
from samestory.teach.handin.label import Labels
from samestory.teach.handin.leaves import Contents
from samestory.teach.handin.names import (
    CHECKPOINTS,
    Who,
    beside_the_point,
    by_site,
    in_order,
    named_by_canvas,
    stem_of,
    tidy_name,
)
from samestory.teach.handin.roster import owners
from samestory.teach.keys import Keys

PEEK = 16 * 1024 * 1024  # bytes of a file that are read to see which lesson it is of
ARCHIVES_DEEP = 2  # a zip of sections may hold zips of students


@dataclass(frozen=True, slots=True)
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
class HandedIn:
    """Everything in a folder or archive: the submissions by student, and what systems had left lying about."""

    submissions: tuple[Submission, ...]
    ignored: tuple[str, ...]


def find_submissions(path: Path, leave_out: Path | None = None, keys: Keys | None = None) -> HandedIn:
    """All submissions in a folder, a .zip or a single file, but for what is in `leave_out` (our own results).

    Sorted by section, student, then file. `keys` tell which lesson an answer is of. Raises UnreadableError if `path`
    itself can't be read.
    """
    within: tuple[str, ...] = ()
    if path.is_dir():
        items = list(in_folder(path, leave_out))
        # A zip alone in a folder was saved there: it is read as if it had been named itself.
        if len(items) == 1 and len(items[0].parts) == 1 and is_zip(items[0]) and not items[0].problem:
            path = path / items[0].parts[0]
            within = items[0].parts if Labels().of(path.name, False).section else ()
    if path.suffix.lower() == ".zip" and not path.is_dir():
        items = list(in_archive(Archive(path), within))
    elif not path.is_dir():
        items = [FoundFile((path.name,), disk_reader(path))]
    shelves = [Shelf() for _ in range(ARCHIVES_DEEP)]
    # Before anything is told from paths: a course of nbgrader may lie in a zip.
    items = [inner for item in items for inner in _opened(item, shelves)]
    courses = nbgrader.courses([item.parts for item in items])
    handed_in: list[FoundFile] = []
    left_aside: list[FoundFile] = []
    for item in items:
        course = nbgrader.course_of(item.parts, courses)
        own = course is not None and nbgrader.student_at(item.parts, course) is None
        (left_aside if own or _lies_about(item) else handed_in).append(item)
    root = stem_of(path.name) if path.is_file() else path.resolve().name
    return _sorted(_with_owners(handed_in, courses, keys, root), left_aside)


def _opened(item: FoundFile, shelves: Sequence[Shelf]) -> Iterator[FoundFile]:
    """The item, or what a zip holds. A zip in a zip is opened where the outer one holds nothing but zips."""
    if not is_zip(item) or item.problem or beside_the_point(item.parts):
        yield item
        return
    shelf, *deeper = shelves
    try:
        inside = list(in_archive(shelf.archive(item), item.parts, item.notes, partial(shelf.reader, item)))
    except UnreadableError as problem:
        yield lost(item.parts, str(problem))
        return
    if not inside:
        yield lost(item.parts, "The zip archive is empty.")
    only_zips = all(is_zip(inner) or beside_the_point(inner.parts) for inner in inside)
    for inner in inside:
        if is_zip(inner) and not inner.problem:
            # What a site says is one student's is not a class: a zip in it stays shut.
            if only_zips and deeper and by_site(item.parts) is None:
                yield from _opened(inner, deeper)
                continue
            inner = lost(inner.parts, "This is a zip archive within a zip archive; it was not opened.")
        yield inner


def _lies_about(item: FoundFile) -> bool:
    return not item.problem and beside_the_point(item.parts) and not _is_checkpoint(item)


def _with_owners(
    items: Sequence[FoundFile], courses: set[tuple[str, ...]], keys: Keys | None, root: str
) -> list[tuple[Who, str, FoundFile]]:
    """Each item with its student and what is doubtful about that."""
    labels = Labels(_lesson_names(keys))
    canvas = named_by_canvas([item.parts for item in items])
    others: list[FoundFile] = []
    from_site: list[tuple[Who, tuple[str, ...], FoundFile]] = []
    for item in items:
        course = nbgrader.course_of(item.parts, courses)
        site = by_site(item.parts, canvas)
        if course is not None:
            from_site.append((Who(tidy_name(item.parts[len(course) + 1])), course, item))
        elif site:
            from_site.append((site[0], item.parts[: site[1]], item))
        else:
            others.append(item)
    found = [(who, "", item) for who, item in with_sections(from_site, labels)]
    holds = _Peek(others, keys)
    named = owners([item.parts for item in others], labels, holds, partial(_tells_apart, others), root)
    return found + [
        (Who(one.student, section=one.section), one.doubt, item) for one, item in zip(named, others, strict=True)
    ]


def _tells_apart(items: Sequence[FoundFile], at: int) -> bool:
    return not items[at].problem and not _is_checkpoint(items[at])


def _lesson_names(keys: Keys | None) -> list[str]:
    try:
        pages = [page.stem for page in folder("notebooks").glob("*.ipynb")]
    except SameStoryError:
        pages = []
    return [*pages, *(keys.lessons if keys else ())]


class _Peek:
    """Reads what is in a file, once, and only of files that somebody asks about."""

    def __init__(self, items: Sequence[FoundFile], keys: Keys | None) -> None:
        self._items, self._keys = items, keys
        self._known: dict[int, Contents] = {}

    def __call__(self, at: int) -> Contents:
        if at not in self._known:
            self._known[at] = self._read(at)
        return self._known[at]

    def _read(self, at: int) -> Contents:
        try:
            reading = read_answers(self._items[at].read(Allowance(PEEK)).data)
        except (UnreadableError, MemoryError):  # whoever grades it says so
            return Contents()
        answers = [(one.record.exercise, one.record.answer) for one in reading.found]
        names = {name for name, _ in answers} or set(reading.named)
        lessons = frozenset(self._lesson_of(name) for name in names)
        text = json.dumps(sorted(answers, key=repr), sort_keys=True, default=str)
        return Contents(lessons, hashlib.sha256(text.encode(errors="replace")).hexdigest())

    def _lesson_of(self, exercise: str) -> str:
        known = self._keys.by_id.get(exercise) if self._keys else None
        return known.exercise.card.lesson if known else exercise


def _sorted(found: Iterable[tuple[Who, str, FoundFile]], left_aside: Iterable[FoundFile]) -> HandedIn:
    everything = sorted(found, key=lambda one: (_who_first(one[0]), _order(one[2])))
    # A copy that Jupyter saved counts only for those who handed in nothing else.
    students = {(who.section, who.student, who.id) for who, _, item in everything if not _is_checkpoint(item)}
    kept: list[Submission] = []
    ignored = [tidy_name("/".join(item.parts)) for item in sorted(left_aside, key=_order)]
    numbered = _shared_names(who for who, _, _ in everything)
    for who, doubt, item in everything:
        name = tidy_name("/".join(item.parts))
        rescued = _is_checkpoint(item) and (who.section, who.student, who.id) not in students
        if _is_checkpoint(item) and not rescued:
            ignored.append(name)
            continue
        notes = (*item.notes, *((Note(doubt, True),) if doubt else ()))
        if rescued:
            notes = (*notes, Note("Only the copy that Jupyter saves by itself was handed in; it was read.", True))
        student = f"{who.student} ({who.id})" if (who.section, who.student) in numbered and who.id else who.student
        kept.append(
            Submission(student, who.id, name, item.read, item.problem, notes, who.late, who.section, item.modified)
        )
    return HandedIn(tuple(kept), tuple(ignored))


def _who_first(who: Who) -> tuple[object, ...]:
    return (in_order(who.section), who.section, in_order(who.student), who.student, who.id)


def _order(item: FoundFile) -> tuple[object, ...]:
    return (in_order(stem_of("/".join(item.parts))), item.parts)


def _is_checkpoint(item: FoundFile) -> bool:
    return not item.problem and CHECKPOINTS in item.parts and item.parts[-1].endswith(".ipynb")


def _shared_names(students: Iterable[Who]) -> set[tuple[str, str]]:
    """Names that more than one number stands behind in a section: their number is then shown."""
    numbers: dict[tuple[str, str], set[str]] = {}
    for who in students:
        numbers.setdefault((who.section, who.student), set()).add(who.id)
    return {student for student, ids in numbers.items() if len(ids) > 1}
