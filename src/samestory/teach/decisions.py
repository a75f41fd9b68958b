"""A teacher's decisions, read at every grading from a table that any spreadsheet edits.

    student,section,what,do,value,why
    Ana Lee,,odd-phrases,points,4,her second reading holds
    ,,which-day,excuse,,the question was unclear
    Bo Kim,B,,due,2026-03-08T10:00+01:00,ill
    Bo Kim,B,,attempt,best,
    Ana Lee,,07-odd-phrases,remark,"Look at the credit line again.",

An empty student is everybody, `what` an exercise (a lesson, for a remark). Of two lines about one thing the one about
a student comes before the one about a section, and that before the one about everybody. Nothing here is ever written
over.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from samestory.errors import SameStoryError
from samestory.teach.handin.arrival import exact_time
from samestory.teach.handin.merge import Attempt, AttemptPolicy
from samestory.teach.keys import Keys
from samestory.teach.row import Graded, Row
from samestory.teach.site.match import name_key
from samestory.teach.site.sheet import TableSheet, read_sheet

_COLUMNS = ("student", "section", "what", "do", "value", "why")
_ON_EXERCISES = ("points", "excuse")
_ACTIONS = (*_ON_EXERCISES, "remark", "due", "attempt")


class DecisionError(SameStoryError):
    """A table of decisions with lines that can't be followed; the message names each."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the table; `who` is the student's name as it is compared, or empty for everybody."""

    line: int
    who: str
    student: str
    section: str
    what: str
    do: str
    value: str
    why: str

    def is_about(self, student: str, number: str, section: str) -> bool:
        """Whether it concerns a student, who is named or numbered in it."""
        here = not self.section or self.section.casefold() == section.casefold()
        # A name of nothing but signs has no key: it is compared as it stands.
        named = self.student in (student, number) or (bool(self.who) and self.who == name_key(student))
        return here and (not self.student or named)

    @property
    def about(self) -> tuple[str, str]:
        """What it decides: an exercise's points (none, where it is excused), when work is due, which attempt counts."""
        return self.what, "points" if self.do == "excuse" else self.do


class Decisions:
    """All decisions; `used` are those that changed something, with what they changed."""

    def __init__(self, lines: Sequence[Decision] = ()) -> None:
        self._lines = lines
        self.used: dict[Decision, list[str]] = {}
        # By name or number: a class of thousands may have as many lines.
        self._by_student: dict[str, list[Decision]] = defaultdict(list)
        for one in lines:
            for name in {one.who, one.student} if one.student else {""}:
                self._by_student[name].append(one)

    @property
    def lines(self) -> Sequence[Decision]:
        """Every line of the table."""
        return self._lines

    def policy(self, student: str, number: str, section: str, usual: AttemptPolicy) -> AttemptPolicy:
        """Return which answer of a student counts, and until when."""
        for one in _narrowest(self._about(student, number, section, ("due", "attempt"))):
            attempt = cast(Attempt, one.value)  # the table was checked as it was read
            new = replace(usual, due=exact_time(one.value)) if one.do == "due" else replace(usual, attempt=attempt)
            if new != usual:
                self._note(one, student, section)
            usual = new
        return usual

    def applied(self, row: Row) -> Row:
        """Return a row with the decisions about it."""
        graded = list(row.graded)
        remarks = list(row.remarks)
        for one in self._about(row.student, row.id, row.section, ("remark",)):
            if row.lesson and one.what in ("", row.lesson, row.lesson.partition(": ")[0]):
                remarks.append(one.value)
                self._note(one, row.student, row.section)
        for one in _narrowest(self._about(row.student, row.id, row.section, _ON_EXERCISES)):
            for at, each in enumerate(graded):
                if each.keyed.exercise.card.id == one.what:
                    graded[at] = _decided(each, one)
                    self._note(one, row.student, row.section)
        return replace(row, graded=tuple(graded), remarks=tuple(remarks))

    def taken(self) -> dict[int, list[str]]:
        """Return by their lines the decisions that changed something since this was last asked, with what they did."""
        found = {one.line: names for one, names in self.used.items()}
        self.used = {}
        return found

    def add_used(self, taken: Mapping[int, Sequence[str]]) -> None:
        """Note what decisions changed in another process, or before grading was stopped."""
        by_line = {one.line: one for one in self._lines}
        for line, names in taken.items():
            known = self.used.setdefault(by_line[line], [])
            known += [name for name in names if name not in known]

    def unused(self) -> list[Decision]:
        """Decisions that concerned nobody who handed in."""
        return [one for one in self._lines if one not in self.used]

    def _about(self, student: str, number: str, section: str, actions: Sequence[str]) -> list[Decision]:
        """The lines about a student, the narrowest last, so that it is the one that holds."""
        keys = {"", name_key(student), number, student}
        lines = {one: None for key in keys for one in self._by_student.get(key, ()) if one.do in actions}
        about = [one for one in lines if one.is_about(student, number, section)]
        return sorted(about, key=lambda one: (bool(one.student), bool(one.section), one.line))

    def _note(self, one: Decision, student: str, section: str) -> None:
        known = self.used.setdefault(one, [])
        name = f"{student} ({section})" if section else student
        if name not in known:
            known.append(name)


def _narrowest(lines: Sequence[Decision]) -> list[Decision]:
    """The last line of each thing that is decided."""
    return list({one.about: one for one in lines}.values())


def _decided(one: Graded, decision: Decision) -> Graded:
    why = f" {decision.why.rstrip('.')}." if decision.why else ""
    if decision.do == "excuse":
        return replace(one, excused=f"Excused by your teacher.{why}")
    points = float(decision.value.replace(",", "."))
    said = f"Your teacher set the points.{why} Graded by the key: {one.verdict.points:g}. {one.verdict.headline}"
    return replace(one, verdict=replace(one.verdict, state="graded", points=points, headline=said, rest=None))


def read_decisions(data: bytes, keys: Keys) -> Decisions:
    """Read the table. Raises SheetError for what is no table, DecisionError with every line that can't be followed."""
    sheet = read_sheet(data)
    heads = [cell.text.strip().casefold() for cell in sheet.rows[0]]
    missing = [name for name in _COLUMNS if name not in heads]
    if missing:
        raise DecisionError(f"The table of decisions lacks {', '.join(missing)}: it needs {', '.join(_COLUMNS)}.")
    lines = [_line(sheet, at, heads) for at in range(1, len(sheet.rows))]
    lines = [one for one in lines if any((one.student, one.what, one.do, one.value, one.why))]
    problems = [f"line {one.line + 1}: {found}" for one in lines if (found := _wrong(one, keys))]
    problems += _contradictions(lines)
    if problems:
        raise DecisionError("\n".join(["Decisions that can’t be followed:", *problems]))
    return Decisions(lines)


def _contradictions(lines: Sequence[Decision]) -> Iterator[str]:
    """Lines that decide one thing in two ways. Remarks may be many."""
    first: dict[tuple[object, ...], Decision] = {}
    for one in lines:
        before = first.setdefault((one.who or one.student, one.section.casefold(), one.about), one)
        if one.do != "remark" and (one.do, one.value) != (before.do, before.value):
            yield f"line {one.line + 1}: it says otherwise than line {before.line + 1}; take one of them away."


def _line(sheet: TableSheet, row: int, heads: Sequence[str]) -> Decision:
    texts = dict(zip(heads, (cell.text.strip() for cell in sheet.rows[row]), strict=False))
    student, section, what, do, value, why = (texts.get(name, "") for name in _COLUMNS)
    return Decision(row, name_key(student), student, section, what, do.casefold(), value, why)


def _wrong(one: Decision, keys: Keys) -> str:
    """What to mend in a line, or an empty text."""
    if one.do not in _ACTIONS:
        return f"there is no {one.do!r}; write one of {', '.join(_ACTIONS)}."
    if one.do in _ON_EXERCISES and one.what not in keys.by_id:
        return f"there is no exercise {one.what!r}; its name stands at the head of its column in grades.csv."
    if one.do == "points":
        return _wrong_points(one, keys)
    if one.do in ("due", "attempt") and one.what:
        return f"{one.do} holds for all that a student hands in; leave `what` empty."
    if one.do == "remark" and one.what and one.what not in {*keys.lessons, *keys.rows}:
        return f"there is no lesson {one.what!r}; write one of {', '.join(keys.lessons)}, or leave `what` empty."
    if one.do == "due" and not exact_time(one.value):
        return f"{one.value!r} is no time with its zone; write one such as 2026-03-01T10:00+01:00."
    if one.do == "attempt" and one.value not in get_args(Attempt):
        return f"there is no attempt {one.value!r}; write one of {', '.join(get_args(Attempt))}."
    if one.do == "remark" and not one.value:
        return "the remark is empty; write it under `value`."
    if one.do == "remark" and not one.student:
        return "a remark needs a student."
    return ""


def _wrong_points(one: Decision, keys: Keys) -> str:
    most = keys.by_id[one.what].exercise.card.points
    try:
        points = float(one.value.replace(",", "."))
    except ValueError:
        points = -1.0
    if not one.student:
        return "points need a student; to leave an exercise out for everybody, write excuse."
    return "" if 0 <= points <= most else f"{one.value!r} is no number from 0 to {most:g}."
