"""Grade what students handed in: every answer anew, nothing run, no score believed, no submission left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePosixPath

from samestory.answer import Note, Reading, Record, read_answers
from samestory.exercise import Verdict
from samestory.exercise.verdict import not_attempted
from samestory.teach.decisions import Decisions
from samestory.teach.handin.arrival import Arrival, time_in
from samestory.teach.handin.intake import Allowance, UnreadableError
from samestory.teach.handin.merge import LAST, AttemptPolicy, ChosenAnswer, merged
from samestory.teach.handin.nbgrader import STAMP
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.plain import first_few
from samestory.teach.report.remarks import remarks_on
from samestory.teach.row import File, Graded, Row, Status

LOST_APART = 10  # files of one student that can't be read and have a row each; the rest share one
TOO_LARGE = "It takes more memory than there is here. Grade this student alone, or ask for a smaller file."


@dataclass(frozen=True)
class _Read:
    """A file after it was read."""

    file: File
    reading: Reading
    notes: tuple[Note, ...]
    arrival: Arrival
    expected: bool  # to hold answers: its name or its beginning says so, or it could not even be opened
    late: bool = False


def grade(
    submissions: Sequence[Submission],
    keys: Keys,
    now: float | None = None,
    policy: AttemptPolicy = LAST,
    decisions: Decisions | None = None,
) -> Iterator[list[Row]]:
    """The rows of one student after the other. Submissions come sorted by student; `now` is seconds since 1970."""
    for _, handed_in in groupby(submissions, key=lambda one: (one.section, one.student, one.id)):
        mine = list(handed_in)
        try:
            rows = _decided_rows(mine, keys, now, policy, decisions or Decisions())
        except MemoryError:  # one student's files must not cost the others their points
            rows = [_too_large(mine)]
        yield rows


def _decided_rows(
    mine: Sequence[Submission], keys: Keys, now: float | None, policy: AttemptPolicy, decisions: Decisions
) -> list[Row]:
    who = mine[0]
    policy = decisions.policy(who.student, who.id, who.section, policy)
    return [decisions.applied(row) for row in grade_student(mine, keys, now, policy)]


def _too_large(mine: Sequence[Submission]) -> Row:
    """The row of a student whose files take more memory than there is."""
    files = tuple(File(one.file, "", 0, TOO_LARGE) for one in mine[:LOST_APART])
    who, notes = mine[0], (Note(TOO_LARGE, True),)
    return Row(who.student, who.id, files, "", "unreadable", (), notes, section=who.section)


def grade_student(
    mine: Sequence[Submission], keys: Keys, now: float | None = None, policy: AttemptPolicy = LAST
) -> list[Row]:
    """The rows of one student: one a lesson or form of a test, and one for each notebook that can't be read."""
    who = mine[0]
    allowance = Allowance()
    # Before anything is merged: nbgrader's stamps tell which file came last.
    read = [_with_lateness(one, policy) for one in _stamped([_read(one, allowance) for one in mine])]
    good = [one for one in read if not one.file.problem]
    bad = [one for one in read if one.file.problem]
    pairs = [(one.arrival, found) for one in good for found in one.reading.found]
    chosen = merged(pairs, now, lambda record: _left(record, keys), policy, lambda record: _worth(record, keys))
    unknown = [one for name, one in chosen.items() if name not in keys.by_id]
    homes = [(one, _rows_of(one, keys)) for one in good]
    rows: list[Row] = []
    for name in sorted({name for _, names in homes for name in names}):
        belonging = [one for one, names in homes if name in names]
        # Answers that have no key are remarked on once, in the student's first row.
        rows.append(_row(who, name, belonging, chosen, keys, () if rows else unknown))
    # A picture beside a graded notebook is worth a note; a notebook that can't be read needs a row of its own.
    aside = [one for one in bad if rows and not one.expected]
    if aside:
        rows[0] = _with_note(rows[0], aside)
    lost = [_lost(who, one) for one in bad if one not in aside]
    return rows + lost[:LOST_APART] + _together(lost[LOST_APART:])


def _with_lateness(one: _Read, policy: AttemptPolicy) -> _Read:
    if not policy.is_late(one.arrival):
        return one
    said = f"{one.file.name} came after the due time, at {one.arrival.when}."
    return replace(one, notes=(*one.notes, Note(said)), late=True)


def _worth(record: Record, keys: Keys) -> float:
    """The points of an answer, where several are compared."""
    known = keys.by_id.get(record.exercise)
    try:
        return known.exercise.verdict(record.answer).points if known else 0.0
    except Exception:  # our own fault: the verdict will name it
        return 0.0


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
    # nbgrader's stamp is one line; anything longer is a learner's own file of that name.
    if _is_stamp(one.file) and len(content.data) < 1000:
        arrival = replace(arrival, when=time_in(content.data.decode("utf-8", "replace")))
    file = File(one.file, content.sha256, content.size, reading.problem)
    notes = (*one.notes, *late, *content.notes, *reading.notes)
    return _Read(file, reading, notes, arrival, notebook or reading.saved, one.late)


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
        # The nearest stamp counts: one in the assignment's own folder before one further out.
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
    # A row of a form, such as `tests: test-a`, is looked for by the name of its lesson.
    return answered or named or {name for name in keys.rows if name.partition(": ")[0] in stem} or {""}


def _row(
    who: Submission,
    name: str,
    belonging: Sequence[_Read],
    chosen: Mapping[str, ChosenAnswer],
    keys: Keys,
    unknown: Sequence[ChosenAnswer],
) -> Row:
    due = keys.due(name, who.student)
    graded = tuple(_graded(one, chosen.get(one.exercise.card.id)) for one in due)
    answers = [(one.keyed, one.verdict, one.chosen) for one in graded if one.chosen]
    later = [other for one, _, _ in answers for other in keys.other_forms(one) if other.exercise.card.id not in chosen]
    notes = [note for one in belonging for note in one.notes] + list(remarks_on(answers, unknown, later))
    notes += _not_theirs(who, name, chosen, keys)
    answered = any(one.chosen and one.verdict.state != "not attempted" for one in graded)
    status: Status = "graded" if answered else "nothing answered"
    # Last, for a doubt outweighs any grade: a person has to see the row.
    if any(note.look for note in notes):
        status = "needs a look"
    files, left_over = tuple(one.file for one in belonging), tuple(one.found.record for one in unknown)
    row = Row(who.student, who.id, files, name, status, graded, tuple(dict.fromkeys(notes)), left_over)
    when = max((one.arrival.when for one in belonging), default="")
    return replace(row, section=who.section, handed_in=when, late=any(one.late for one in belonging))


def _not_theirs(who: Submission, name: str, chosen: Mapping[str, ChosenAnswer], keys: Keys) -> list[Note]:
    """What to look at where exercises were drawn: answers to those of others, or a student who is on no list."""
    drawn = [one.exercise.card.id for one in keys.rows.get(name, ()) if one.exercise.card.id in keys.draw.of]
    mine = keys.draw.due(who.student)
    if drawn and mine is None:
        return [Note("Nothing was drawn for anybody of this name, so all exercises of the set count.", True)]
    others = [one for one in drawn if one in chosen and one not in (mine or ())]
    if others:
        return [Note(f"Answers to exercises that were drawn for others, not counted: {first_few(others)}.", True)]
    return []


def _graded(keyed: Keyed, chosen: ChosenAnswer | None) -> Graded:
    card = keyed.exercise.card
    if chosen is None:
        return Graded(keyed, not_attempted(card.points), None)
    # Where no feedback was shown before, in a test and where the teacher grades, the answer is the first look itself.
    if card.once or keyed.assigned:
        chosen = replace(chosen, look=None)
    try:
        verdict = keyed.exercise.verdict(chosen.found.record.answer)
    except Exception as error:  # our own fault, and no reason to leave the others ungraded
        said = f"This answer could not be graded: {type(error).__name__} in the exercise. Please report it."
        verdict = Verdict("unreadable", 0.0, card.points, said)
    return Graded(keyed, verdict, chosen, first=_first_verdict(keyed, chosen))


def _first_verdict(keyed: Keyed, chosen: ChosenAnswer) -> Verdict | None:
    """The verdict on a first look that is another answer; None where the answer that counts is the first look."""
    look = chosen.first
    if keyed.exercise.card.once or keyed.assigned or look.answer == chosen.found.record.answer:
        return None
    try:
        verdict = keyed.exercise.verdict(look.answer)
    except Exception:  # our own fault: the verdict on the answer that counts will name it
        return None
    return verdict if verdict.state == "graded" else None


def _lost(who: Submission, one: _Read) -> Row:
    notes = (Note(one.file.problem, True), *one.notes)
    row = Row(who.student, who.id, (one.file,), "", "unreadable", (), notes)
    return replace(row, section=who.section, handed_in=one.arrival.when)


def _together(lost: Sequence[Row]) -> list[Row]:
    """One row for all these files: nobody reads a thousand."""
    # A row that stands for one file would hide why it can't be read, and save nothing.
    if len(lost) < 2:
        return list(lost)
    files = tuple(file for row in lost for file in row.files)
    reasons = dict.fromkeys(row.notes[0] for row in lost)
    notes = (Note(f"{len(files)} more files that can’t be read.", True), *list(reasons)[:5])
    return [replace(lost[0], files=files, notes=notes)]


def _with_note(row: Row, aside: Sequence[_Read]) -> Row:
    names = first_few([one.file.name for one in aside])
    files = (*row.files, *(one.file for one in aside))
    return replace(row, files=files, notes=(*row.notes, Note(f"Also handed in, and no notebook: {names}.")))
