"""The exercises that a submission is graded with: those that ship, and those in a teacher's folder of keys."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from samestory.case import CaseError, load_exercises
from samestory.course import Course
from samestory.errors import SameStoryError
from samestory.exercise import Exercise
from samestory.teach.draw import Draw, read_draw


@dataclass(frozen=True)
class Keyed:
    """An exercise with its key. `assigned`: the learner is shown points and measures, and nothing of the key."""

    exercise: Exercise
    assigned: bool

    @cached_property
    def fingerprint(self) -> str:
        """Of what gives an answer its meaning: a record with another one answers an earlier version."""
        return self.exercise.fingerprint()

    @cached_property
    def key_version(self) -> str:
        """12 hex digits that change when the key does, or the points that it gives."""
        # With the points: results that were graded out of others should not look alike.
        text = json.dumps([self.exercise.key(), self.exercise.card.points], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @cached_property
    def measured(self) -> Mapping[str, int]:
        """How many faults there are to catch and sound passages to trust, by the name of the measure."""
        return {measure.name: measure.of for measure in self.exercise.solution().measures}

    @cached_property
    def worth(self) -> frozenset[str]:
        """The parts of the verdict that earn points."""
        return frozenset(part.id for part in self.exercise.solution().parts if part.possible > 0)


class Keys:
    """All exercises by id, and the lessons that they make up."""

    def __init__(self, keyed: Iterable[Keyed], draw: Draw | None = None) -> None:
        self.by_id = {one.exercise.card.id: one for one in keyed}
        self.draw = draw or Draw()

    def due(self, row: str, student: str) -> list[Keyed]:
        """The exercises of a row that a student has: all, or of a set that was drawn from, those drawn for them."""
        mine = self.draw.due(student)
        others = set(self.draw.of) - mine if mine is not None else set()
        return [one for one in self.rows.get(row, []) if one.exercise.card.id not in others]

    def row_of(self, exercise: str) -> str:
        """The name of the row that an exercise counts in: its lesson's, or its own for a form of a test.

        `tests: test-a`. An empty text for an exercise that is not known.
        """
        known = self.by_id.get(exercise)
        if known is None:
            return ""
        lesson = known.exercise.card.lesson
        # A form that waits for no other is a test all the same, and never added to what stands beside it.
        own = self.other_forms(known) or known.exercise.card.once
        return f"{lesson}: {exercise}" if own else lesson

    def other_forms(self, one: Keyed) -> list[Keyed]:
        """The other forms of a test, of which each waits for the others."""
        card = one.exercise.card
        waited = [self.by_id[name] for name in card.until if name in self.by_id]
        return [other for other in waited if card.id in other.exercise.card.until]

    @cached_property
    def rows(self) -> dict[str, list[Keyed]]:
        """The exercises that count in each row, by its name."""
        rows: dict[str, list[Keyed]] = {}
        for name, one in self.by_id.items():
            rows.setdefault(self.row_of(name), []).append(one)
        return rows

    @cached_property
    def lessons(self) -> list[str]:
        return sorted({one.exercise.card.lesson for one in self.by_id.values()})


def load_keys(course: Course, folder: Path | None, assigned: bool = False) -> Keys:
    """The course's exercises, and those of `folder` beside them; all of the course's may have been `assigned`.

    Raises CaseError for a file that is unsound, SameStoryError for a folder without any and for an id that is taken.
    """
    shipped = [Keyed(one, assigned or one.card.mode == "assigned") for one in course.exercises.values()]
    if folder is None:
        return Keys(shipped)
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in (".yml", ".yaml"))
    if (folder / "case.yml").is_file():
        found = f"{folder} is a case, not a folder of exercises alone: samestory assign hands it out, and"
        raise SameStoryError(f"{found} samestory grade … --case {folder} grades it.")
    if not files:
        raise SameStoryError(f"{folder} holds no file of exercises (*.yml).")
    given = [(path, one) for path in files for one in _exercises(path, course).values()]
    problems = list(_taken(given, course))
    if problems:
        raise SameStoryError("\n".join(problems))
    return Keys([*shipped, *(Keyed(one, True) for _, one in given)], read_draw(folder))


def _taken(given: Iterable[tuple[Path, Exercise]], course: Course) -> Iterator[str]:
    """What to do about each id that two exercises have: an answer in a notebook names nothing but the id."""
    first: dict[str, Path] = {}
    # In the order of the files, so that the message names the one that came second.
    for path, one in given:
        name = one.card.id
        if name in course.exercises:
            lesson = course.exercises[name].card.lesson
            yield f"{path} has an exercise {name!r}, and so has the course, in lesson {lesson}: choose another id."
        elif name in first:
            yield (
                f"{path} has an exercise {name!r}, and so has {first[name]}: "
                "give one of them another id, or take one of the files away."
            )
        first.setdefault(name, path)


def _exercises(path: Path, course: Course) -> dict[str, Exercise]:
    """The exercises of a file that points at one of the course's cases: the first with which it is sound."""
    errors = []
    for case in course.cases.values():
        try:
            return load_exercises(path, case)
        except CaseError as error:
            errors.append(error)
    # The case with the fewest problems is most likely the one that the file was written for.
    raise min(errors, key=lambda error: len(error.problems))
