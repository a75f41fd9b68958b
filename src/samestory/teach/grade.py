"""Grade what students handed in: every answer anew, nothing run, no score believed, no submission left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePosixPath
from typing import Literal

from samestory.answer import Note, Reading, Record, read_answers
from samestory.exercise import Verdict
from samestory.exercise.parts.discernment import Discernment, discernment
from samestory.exercise.verdict import not_attempted, rounded
from samestory.teach.handin.arrival import Arrival, time_in
from samestory.teach.handin.intake import Allowance, UnreadableError
from samestory.teach.handin.merge import ChosenAnswer, merged
from samestory.teach.handin.nbgrader import STAMP
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.remarks import remarks_on

LOST_APART = 10  # files of one student that can't be read and have a row each; the rest share one
TOO_LARGE = "It takes more memory than there is here. Grade this student alone, or ask for a smaller file."
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
    chosen: ChosenAnswer | None

    @property
    def counts(self) -> bool:
        """False if it counts in no sum: an extra one, or one of a kind that only checks words."""
        return self.keyed.exercise.counts


@dataclass(frozen=True)
class Row:
    """A line of the gradebook: one student, one lesson (or form of a test), or a file that can't be read.

    `unknown` holds the answers to exercises that nobody here has a key to. `handed_in` is the site's time of the
    latest file as ISO 8601, or empty.
    """

    student: str
    id: str
    files: tuple[File, ...]
    lesson: str
    status: Status
    graded: tuple[Graded, ...]
    notes: tuple[Note, ...]
    unknown: tuple[Record, ...] = ()
    section: str = ""
    handed_in: str = ""

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
    arrival: Arrival
    expected: bool  # to hold answers: its name or its beginning says so, or it could not even be opened


def grade(submissions: Sequence[Submission], keys: Keys, now: float | None = None) -> Iterator[list[Row]]:
    """The rows of one student after the other. Submissions come sorted by student; `now` is seconds since 1970."""
    for _, handed_in in groupby(submissions, key=lambda one: (one.section, one.student, one.id)):
        mine = list(handed_in)
        try:
            rows = grade_student(mine, keys, now)
        except MemoryError:  # one student's files must not cost the others their points
            rows = [_too_large(mine)]
        yield rows


def _too_large(mine: Sequence[Submission]) -> Row:
    """The row of a student whose files take more memory than there is."""
    files = tuple(File(one.file, "", 0, TOO_LARGE) for one in mine[:LOST_APART])
    who, notes = mine[0], (Note(TOO_LARGE, True),)
    return Row(who.student, who.id, files, "", "unreadable", (), notes, section=who.section)


def grade_student(mine: Sequence[Submission], keys: Keys, now: float | None = None) -> list[Row]:
    """The rows of one student: one a lesson or form of a test, and one for each notebook that can't be read."""
    who = mine[0]
    allowance = Allowance()
    read = _stamped([_read(one, allowance) for one in mine])
    good = [one for one in read if not one.file.problem]
    bad = [one for one in read if one.file.problem]
    pairs = [(one.arrival, found) for one in good for found in one.reading.found]
    chosen = merged(pairs, now, lambda record: _left(record, keys))
    unknown = [one for name, one in chosen.items() if name not in keys.by_id]
    homes = [(one, _rows_of(one, keys)) for one in good]
    rows: list[Row] = []
    for name in sorted({name for _, names in homes for name in names}):
        belonging = [one for one, names in homes if name in names]
        rows.append(_row(who, name, belonging, chosen, keys, () if rows else unknown))
    aside = [one for one in bad if rows and not one.expected]
    if aside:
        rows[0] = _with_note(rows[0], aside)
    lost = [_lost(who, one) for one in bad if one not in aside]
    return rows + lost[:LOST_APART] + _together(lost[LOST_APART:])


def _read(one: Submission, allowance: Allowance) -> _Read:
    notebook = ".ipynb" in one.file.lower() or bool(one.problem)
    late = (Note("Handed in late, says Canvas."),) if one.late else ()
    arrival = Arrival(one.file, time_in(one.file), one.modified)
    try:
        content = one.read(allowance)
        reading = allowance.within(read_answers(content.data))
    except (UnreadableError, MemoryError) as error:
        problem = TOO_LARGE if isinstance(error, MemoryError) else str(error)
        return _Read(File(one.file, "", 0, problem), Reading(), (*one.notes, *late), arrival, True)
    if _is_stamp(one.file) and len(content.data) < 1000:
        arrival = replace(arrival, when=time_in(content.data.decode("utf-8", "replace")))
    file = File(one.file, content.sha256, content.size, reading.problem)
    notes = (*one.notes, *late, *content.notes, *reading.notes)
    return _Read(file, reading, notes, arrival, notebook or reading.saved)


def _is_stamp(file: str) -> bool:
    return PurePosixPath(file).name == STAMP


def _stamped(read: Sequence[_Read]) -> list[_Read]:
    """The files with the times that nbgrader's stamps in their folders tell; a stamp that tells one goes with them."""
    stamps = {_folder(one): one for one in read if _is_stamp(one.file.name) and one.arrival.when}
    if not stamps:
        return list(read)
    used: set[str] = set()
    stamped = []
    for one in read:
        above = [_folder(one), *(str(folder) for folder in PurePosixPath(_folder(one)).parents)]
        stamp = next((stamps[folder] for folder in above if folder in stamps), None)
        if stamp and one is not stamp:
            used.add(stamp.file.name)
            one = replace(one, arrival=replace(one.arrival, when=stamp.arrival.when))
        stamped.append(one)
    return [one for one in stamped if one.file.name not in used]


def _folder(one: _Read) -> str:
    return str(PurePosixPath(one.file.name).parent)


def _left(record: Record, keys: Keys) -> int | None:
    """How many items an answer leaves empty, where the exercise measures once; None for any other exercise."""
    known = keys.by_id.get(record.exercise)
    if known is None or not known.exercise.card.once:
        return None
    try:
        return known.exercise.left(record.answer)
    except Exception:  # our own fault: the verdict will name it
        return 0


def _rows_of(one: _Read, keys: Keys) -> set[str]:
    """The rows of a file: by its answers, else by the exercises that it asks for, else by its name."""
    answered = {keys.row_of(found.record.exercise) for found in one.reading.found} - {""}
    named = {keys.row_of(name) for name in one.reading.named} - {""}
    stem = PurePosixPath(one.file.name).name
    return answered or named or {name for name in keys.rows if name.partition(": ")[0] in stem} or {""}


def _row(
    who: Submission,
    name: str,
    belonging: Sequence[_Read],
    chosen: Mapping[str, ChosenAnswer],
    keys: Keys,
    unknown: Sequence[ChosenAnswer],
) -> Row:
    due = keys.rows.get(name, [])
    graded = tuple(_graded(one, chosen.get(one.exercise.card.id)) for one in due)
    answers = [(one.keyed, one.verdict, one.chosen) for one in graded if one.chosen]
    later = [other for one, _, _ in answers for other in keys.other_forms(one) if other.exercise.card.id not in chosen]
    notes = [note for one in belonging for note in one.notes] + list(remarks_on(answers, unknown, later))
    answered = any(one.chosen and one.verdict.state != "not attempted" for one in graded)
    status: Status = "graded" if answered else "nothing answered"
    if any(note.look for note in notes):
        status = "needs a look"
    files, left_over = tuple(one.file for one in belonging), tuple(one.found.record for one in unknown)
    row = Row(who.student, who.id, files, name, status, graded, tuple(dict.fromkeys(notes)), left_over)
    return replace(row, section=who.section, handed_in=max((one.arrival.when for one in belonging), default=""))


def _graded(keyed: Keyed, chosen: ChosenAnswer | None) -> Graded:
    card = keyed.exercise.card
    if chosen is None:
        return Graded(keyed, not_attempted(card.points), None)
    try:
        verdict = keyed.exercise.verdict(chosen.found.record.answer)
    except Exception as error:  # our own fault, and no reason to leave the others ungraded
        said = f"This answer could not be graded: {type(error).__name__} in the exercise. Please report it."
        verdict = Verdict("unreadable", 0.0, card.points, said)
    return Graded(keyed, verdict, chosen)


def _lost(who: Submission, one: _Read) -> Row:
    notes = (Note(one.file.problem, True), *one.notes)
    row = Row(who.student, who.id, (one.file,), "", "unreadable", (), notes)
    return replace(row, section=who.section, handed_in=one.arrival.when)


def _together(lost: Sequence[Row]) -> list[Row]:
    """One row for all these files: nobody reads a thousand."""
    if len(lost) < 2:
        return list(lost)
    files = tuple(file for row in lost for file in row.files)
    reasons = dict.fromkeys(row.notes[0] for row in lost)
    notes = (Note(f"{len(files)} more files that can’t be read.", True), *list(reasons)[:5])
    return [replace(lost[0], files=files, notes=notes)]


def _with_note(row: Row, aside: Sequence[_Read]) -> Row:
    names = ", ".join(one.file.name for one in aside[:20])
    names += f" and {len(aside) - 20} more" if len(aside) > 20 else ""
    files = (*row.files, *(one.file for one in aside))
    return replace(row, files=files, notes=(*row.notes, Note(f"Also handed in, and no notebook: {names}.")))
