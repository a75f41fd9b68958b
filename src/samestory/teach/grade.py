"""Grade what students handed in: every answer anew, nothing run, no score believed, no submission left out."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Literal

from samestory.answer import Note, Reading, Record, read_answers
from samestory.exercise import Verdict
from samestory.exercise.discernment import Discernment, discernment
from samestory.exercise.verdict import not_attempted, rounded
from samestory.teach.archive import Allowance, UnreadableError
from samestory.teach.keys import Keyed, Keys
from samestory.teach.merge import Chosen, merged
from samestory.teach.remarks import remarks
from samestory.teach.submissions import Submission

LOST_APART = 10  # files of one student that can't be read and have a row each; the rest share one
Status = Literal["graded", "nothing answered", "needs a look", "unreadable"]


@dataclass(frozen=True)
class File:
    """A file that was handed in; `sha256` is empty where it could not be opened, `problem` where it could be used."""

    name: str
    sha256: str
    size: int
    problem: str = ""


@dataclass(frozen=True)
class Graded:
    """An exercise of the lesson, and what was made of the answer to it (`chosen` is None: there was none)."""

    keyed: Keyed
    verdict: Verdict
    chosen: Chosen | None

    @property
    def counts(self) -> bool:
        """False if it counts in no sum: an extra one, or one of a kind that only checks words."""
        return self.keyed.exercise.counts


@dataclass(frozen=True)
class Row:
    """A line of the gradebook: one student, one lesson, or a file that can't be read.

    `unknown` holds the answers to exercises that nobody here has a key to.
    """

    student: str
    id: str
    files: tuple[File, ...]
    lesson: str
    status: Status
    graded: tuple[Graded, ...]
    notes: tuple[Note, ...]
    unknown: tuple[Record, ...] = ()

    @property
    def counted(self) -> tuple[Graded, ...]:
        """The exercises that count in sums."""
        return tuple(one for one in self.graded if one.counts)

    @property
    def points(self) -> float:
        return rounded(sum(one.verdict.points for one in self.counted))

    @property
    def of(self) -> float:
        return rounded(sum(one.keyed.exercise.card.points for one in self.counted))

    def measured(self, name: str) -> tuple[int, int]:
        """How many were caught (or rightly trusted), of how many in the lesson."""
        return self.found(name)[0], sum(one.keyed.measured.get(name, 0) for one in self.counted)

    def found(self, name: str) -> tuple[int, int]:
        """How many were caught (or noticed, or rightly trusted), of how many that were answered."""
        measures = [m for one in self.counted for m in one.verdict.measures if m.name == name]
        return sum(m.count for m in measures), sum(m.of for m in measures)

    @property
    def hits(self) -> tuple[int, int]:
        """How many faults were taken for faults, of whatever kind, of how many that were looked at."""
        caught, of = self.found("caught")
        return caught + self.found("noticed")[0], of

    @property
    def discerned(self) -> Discernment | None:
        """d' and c over what was answered: nobody has doubted what they have not looked at."""
        return discernment(self.hits, self.found("trusted"))


@dataclass(frozen=True)
class _Read:
    """A file after it was read."""

    file: File
    reading: Reading
    notes: tuple[Note, ...]
    expected: bool  # to be a notebook: its name says so, or it could not even be opened


def grade(submissions: Sequence[Submission], keys: Keys, now: float | None = None) -> Iterator[list[Row]]:
    """The rows of one student after the other. Submissions come sorted by student; `now` is seconds since 1970."""
    for _, handed_in in groupby(submissions, key=lambda one: (one.student, one.id)):
        mine = list(handed_in)
        yield grade_student(mine, keys, now)


def grade_student(mine: Sequence[Submission], keys: Keys, now: float | None = None) -> list[Row]:
    """The rows of one student: one a lesson, and one for each notebook that can't be read."""
    who = mine[0].student, mine[0].id
    allowance = Allowance()
    read = [_read(one, allowance) for one in mine]
    good = [one for one in read if not one.file.problem]
    bad = [one for one in read if one.file.problem]
    chosen = merged([(one.file.name, found) for one in good for found in one.reading.found], now)
    unknown = [one for name, one in chosen.items() if name not in keys.by_id]
    homes = [(one, _lessons_of(one, keys)) for one in good]
    rows: list[Row] = []
    for lesson in sorted({lesson for _, lessons in homes for lesson in lessons}):
        belonging = [one for one, lessons in homes if lesson in lessons]
        rows.append(_row(*who, lesson, belonging, chosen, keys, () if rows else unknown))
    aside = [one for one in bad if rows and not one.expected]
    if aside:
        rows[0] = _with_note(rows[0], aside)
    lost = [_lost(*who, one) for one in bad if one not in aside]
    return rows + lost[:LOST_APART] + _together(lost[LOST_APART:])


def _read(one: Submission, allowance: Allowance) -> _Read:
    notebook = ".ipynb" in one.file.lower() or bool(one.problem)
    late = (Note("Handed in late, says Canvas."),) if one.late else ()
    try:
        content = one.read(allowance)
    except UnreadableError as problem:
        return _Read(File(one.file, "", 0, str(problem)), Reading(), (*one.notes, *late), True)
    reading = read_answers(content.data)
    file = File(one.file, hashlib.sha256(content.data).hexdigest(), len(content.data), reading.problem)
    return _Read(file, reading, (*one.notes, *late, *content.notes, *reading.notes), notebook)


def _lessons_of(one: _Read, keys: Keys) -> set[str]:
    """The lessons of a file: by its answers, else by the exercises that it asks for, else by its name."""
    answered = {keys.lesson_of(found.record.exercise) for found in one.reading.found} - {""}
    named = {keys.lesson_of(name) for name in one.reading.named} - {""}
    stem = PurePosixPath(one.file.name).name
    return answered or named or {lesson for lesson in keys.lessons if lesson in stem} or {""}


def _row(
    student: str,
    number: str,
    lesson: str,
    belonging: Sequence[_Read],
    chosen: Mapping[str, Chosen],
    keys: Keys,
    unknown: Sequence[Chosen],
) -> Row:
    due, later = _due(keys.lesson(lesson) if lesson else [], chosen)
    graded = tuple(_graded(one, chosen.get(one.exercise.card.id)) for one in due)
    answers = [(one.keyed, one.verdict, one.chosen) for one in graded if one.chosen]
    notes = [note for one in belonging for note in one.notes] + list(remarks(answers, unknown, later))
    answered = any(one.chosen and one.verdict.state != "not attempted" for one in graded)
    status: Status = "graded" if answered else "nothing answered"
    if any(note.look for note in notes):
        status = "needs a look"
    files = tuple(one.file for one in belonging)
    left_over = tuple(one.found.record for one in unknown)
    return Row(student, number, files, lesson, status, graded, tuple(dict.fromkeys(notes)), left_over)


def _due(lesson: Sequence[Keyed], chosen: Mapping[str, Chosen]) -> tuple[list[Keyed], list[Keyed]]:
    """The exercises of a lesson that count now, and those that come later: a form of a test that is not done yet.

    Where an answered exercise waits for one that is not answered, that one belongs to another day and another notebook.
    """
    awaited = {name for one in lesson if one.exercise.card.id in chosen for name in one.exercise.card.until}
    later = [one for one in lesson if one.exercise.card.id in awaited - chosen.keys()]
    return [one for one in lesson if one not in later], later


def _graded(keyed: Keyed, chosen: Chosen | None) -> Graded:
    card = keyed.exercise.card
    if chosen is None:
        return Graded(keyed, not_attempted(card.points), None)
    try:
        verdict = keyed.exercise.verdict(chosen.found.record.answer)
    except Exception as error:  # our own fault, and no reason to leave the others ungraded
        said = f"This answer could not be graded: {type(error).__name__} in the exercise. Please report it."
        verdict = Verdict("unreadable", 0.0, card.points, said)
    return Graded(keyed, verdict, chosen)


def _lost(student: str, number: str, one: _Read) -> Row:
    notes = (Note(one.file.problem, True), *one.notes)
    return Row(student, number, (one.file,), "", "unreadable", (), notes)


def _together(lost: Sequence[Row]) -> list[Row]:
    """One row for all these files: nobody reads a thousand."""
    if len(lost) < 2:
        return list(lost)
    files = tuple(file for row in lost for file in row.files)
    reasons = dict.fromkeys(row.notes[0] for row in lost)
    notes = (Note(f"{len(files)} more files that can’t be read.", True), *list(reasons)[:5])
    return [Row(lost[0].student, lost[0].id, files, "", "unreadable", (), notes)]


def _with_note(row: Row, aside: Sequence[_Read]) -> Row:
    names = ", ".join(one.file.name for one in aside[:20])
    names += f" and {len(aside) - 20} more" if len(aside) > 20 else ""
    files = (*row.files, *(one.file for one in aside))
    note = Note(f"Also handed in, and no notebook: {names}.")
    return Row(row.student, row.id, files, row.lesson, row.status, row.graded, (*row.notes, note), row.unknown)
