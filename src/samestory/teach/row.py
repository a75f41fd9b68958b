"""A line of the gradebook: what one student handed in of one lesson, and what was made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from samestory.answer import Note, Record
from samestory.exercise import Verdict
from samestory.exercise.parts.discernment import Discernment, discernment
from samestory.exercise.verdict import rounded
from samestory.teach.handin.merge import ChosenAnswer
from samestory.teach.keys import Keyed

Status = Literal["graded", "nothing answered", "needs a look", "unreadable", "nothing handed in"]


@dataclass(frozen=True)
class File:
    """A file that was handed in; `sha256` is empty where it could not be opened, `problem` where it could be used."""

    name: str
    sha256: str
    size: int
    problem: str = ""


@dataclass(frozen=True)
class Graded:
    """An exercise of the lesson, and what was made of the answer to it (`chosen` is None: there was none).

    `excused` says why it counts for nothing, where a teacher has excused it. `first` is the verdict on the first look,
    where that was another answer than the one that counts: then the one that counts came after feedback.
    """

    keyed: Keyed
    verdict: Verdict
    chosen: ChosenAnswer | None
    excused: str = ""
    first: Verdict | None = None

    @property
    def looked(self) -> Verdict:
        """The verdict on the first look: both scores come from it."""
        return self.first or self.verdict

    @property
    def counts(self) -> bool:
        """False if it counts in no sum: an extra one, one of a kind that only checks words, or an excused one."""
        return self.keyed.exercise.counts and not self.excused


@dataclass(frozen=True)
class Row:
    """A line of the gradebook: one student, one lesson (or form of a test), or a file that can't be read.

    `unknown` holds the answers to exercises that nobody here has a key to. `handed_in` is the site's time of the
    latest file as ISO 8601, or empty; `late` is set where the site says that one of the files was.
    `remarks` are the teacher's.
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
    late: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Graded, ...]:
        """The exercises that count in sums."""
        return tuple(one for one in self.graded if one.counts)

    @property
    def points(self) -> float:
        # Rounded again: a sum of rounded points may end in 0000001.
        return rounded(sum(one.verdict.points for one in self.counted))

    @property
    def of(self) -> float:
        return rounded(sum(one.keyed.exercise.card.points for one in self.counted))

    def measured(self, name: str) -> tuple[int, int]:
        """How many were caught (or rightly trusted) at the first look, of how many in the lesson."""
        return self.found(name)[0], sum(one.keyed.measured.get(name, 0) for one in self.counted)

    def found(self, name: str) -> tuple[int, int]:
        """How many were caught (or noticed, or rightly trusted) at the first look, of how many that were answered."""
        return _sum_of(name, (one.looked for one in self.counted))

    def found_after(self, name: str) -> tuple[int, int]:
        """The same, of the answers that count, which may have come after feedback."""
        return _sum_of(name, (one.verdict for one in self.counted))

    @property
    def hints_first(self) -> int:
        """How many hints had been opened before the first looks at faults and sound passages."""
        return sum(one.chosen.first.hints for one in self.counted if one.chosen and one.looked.measures)

    @property
    def hits(self) -> tuple[int, int]:
        """How many faults were taken for faults, of whatever kind, of how many that were looked at."""
        caught, of = self.found("caught")
        return caught + self.found("noticed")[0], of

    @property
    def discerned(self) -> Discernment | None:
        """d' and c of the first looks, over what was answered: nobody has doubted what they have not looked at."""
        return discernment(self.hits, self.found("trusted"))


def _sum_of(name: str, verdicts: Iterable[Verdict]) -> tuple[int, int]:
    measures = [m for one in verdicts for m in one.measures if m.name == name]
    return sum(m.count for m in measures), sum(m.of for m in measures)
