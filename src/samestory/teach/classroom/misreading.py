"""What a class misread most: the wrong choices that most of those who answered have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from samestory.exercise import Part
from samestory.teach.classroom.tally import Choice, ClassTally, ExerciseTally, RowTally
from samestory.teach.classroom.wall import StudentNames, is_for_the_wall

FEWEST = 2  # a mistake of one student is talked about with that student
_Z = 1.96
_DID = {"missed": "left this unmarked", "doubted": "marked this as a fault", "noticed": "gave this another label"}

_TOOK = {"chosen": "chose this", "left out": "left this out"}  # of options of which several may be chosen


@dataclass(frozen=True, slots=True)
class Misreading:
    """A wrong choice that `count` of `of` students made, and the part of the verdict that says why it is wrong."""

    row: str
    exercise: ExerciseTally
    choice: Choice
    count: int
    of: int
    part: Part

    @property
    def sentence(self) -> str:
        """What these students did, as the end of a sentence; `quoted` follows, where it is not empty."""
        if self._is_one_of_many:
            return _TOOK[self.choice.words]
        return _DID[self.choice.outcome] if self.choice.is_plain and self.choice.outcome in _DID else "answered"

    @property
    def quoted(self) -> str:
        """The words that were chosen; empty where the sentence says all."""
        return "" if self.choice.is_plain or self._is_one_of_many else self.choice.words

    @property
    def _is_one_of_many(self) -> bool:
        return getattr(self.exercise.keyed.exercise.task, "many", False) and self.choice.words in _TOOK


def misreadings(tally: ClassTally, most: int = 3, with_keys: bool = False) -> list[Misreading]:
    """Return the wrong choices that a class shares most, one an exercise at most, the surest first.

    They are ordered by the lower end of their share's 95 % interval (Wilson 1927), so that 12 of 20 stand before 2 of
    2. Tests and assigned exercises are left out unless `with_keys`: what is shown to a class gives answers away.
    """
    best: dict[str, Misreading] = {}
    names = StudentNames(student for row in tally.rows.values() for _, student in row.students)
    for row in tally.rows.values():
        for exercise in row.exercises.values():
            # What only checks words has no right and wrong.
            if exercise.keyed.exercise.has_points and (with_keys or is_for_the_wall(exercise)):
                for one in _misread(row, exercise):
                    if exercise.keyed.exercise.is_typed and names.are_in(one.choice.words):
                        continue
                    name = exercise.keyed.exercise.card.id
                    if name not in best or _rank(one) > _rank(best[name]):
                        best[name] = one
    return sorted(best.values(), key=_rank, reverse=True)[:most]


def _rank(one: Misreading) -> float:
    return lower_end(one.count, one.of)


def lower_end(count: int, of: int) -> float:
    """The lower end of Wilson's 95 % interval of a share (1927, doi 10.1080/01621459.1927.10502953).

    >>> lower_end(12, 20) > lower_end(2, 2)
    True
    """
    share, spread = count / of, _Z**2 / of
    return (share + spread / 2 - _Z * sqrt(share * (1 - share) / of + spread / of / 4)) / (1 + spread)


def _misread(row: RowTally, exercise: ExerciseTally) -> Iterator[Misreading]:
    for part in exercise.parts:
        for one in row.chosen(exercise, part):
            if one.choice.is_wrong and one.count >= FEWEST:
                said = explained(exercise, part, one.choice)
                if said is not None:
                    yield Misreading(row.name, exercise, one.choice, one.count, exercise.looked_at(part), said)


def explained(exercise: ExerciseTally, part: str, choice: Choice) -> Part | None:
    """Return what the exercise says to somebody who chose so, from one such answer; None if it says so no longer."""
    verdict = exercise.keyed.exercise.verdict(exercise.examples[part, choice])
    return next((one for one in verdict.parts if part in ("", one.id) and one.outcome == choice.outcome), None)
