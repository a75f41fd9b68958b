"""The course in force: the cases and lessons that ship with the package, or those that a folder names as its own."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from samestory.case.load import load_case
from samestory.case.model import Case
from samestory.case.problem import UnknownError
from samestory.course.own import own_course
from samestory.course.syllabus import UNPLANNED, Syllabus
from samestory.errors import SameStoryError
from samestory.exercise import Exercise

# It takes `exercise("odd-phrases")` in a cell of a page; it leaves a name in single marks, which no page uses.
_SHOWN = re.compile(r'\bexercise\("([\w-]+)"\)')
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Course:
    """The cases in force, and their exercises by id; ids are unique over all cases. `syllabus` is the plan."""

    cases: Mapping[str, Case]
    syllabus: Syllabus = UNPLANNED

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """All exercises by id, lesson by lesson: in the order of the page, then those that it doesn't show."""
        found = [one for case in self.cases.values() for one in case.exercises.values()]
        orders = {lesson: page_order(lesson) for lesson in {one.card.lesson for one in found}}

        def place(one: Exercise) -> tuple[str, int]:
            order = orders[one.card.lesson]
            # An exercise that no page shows comes behind all that one does.
            return one.card.lesson, order.get(one.card.id, len(order))

        return {one.card.id: one for one in sorted(found, key=place)}

    def exercise(self, name: str) -> Exercise:
        """Return the exercise with this id; UnknownError names the nearest ids."""
        # Case by case, not by `exercises`: for that every page would have to be read.
        for case in self.cases.values():
            if name in case.exercises:
                return case.exercises[name]
        near = difflib.get_close_matches(str(name), self.exercises, n=3)
        known = f"Did you mean {' or '.join(near)}?" if near else f"The lessons have them: {', '.join(self.lessons)}."
        raise UnknownError(f"There is no exercise {name!r}. {known}")

    def lesson(self, name: str) -> list[Exercise]:
        """Return a lesson's exercises in the order of its page; an empty list for a lesson without any."""
        return [one for one in self.exercises.values() if one.card.lesson == name]

    @property
    def lessons(self) -> list[str]:
        """The lessons that have exercises: in the order of the plan, then those that it doesn't name, by name."""
        return sorted({one.card.lesson for one in self.exercises.values()}, key=self.syllabus.place)


def folder(name: str) -> Path:
    """Return where `seeds` or `notebooks` lie; SameStoryError if the package is not whole."""
    # An installed wheel first; in a checkout there is no folder `shipped`.
    for place in (_PACKAGE / "shipped" / name, _PACKAGE.parent.parent / name):
        if place.is_dir():
            return place
    raise SameStoryError(f"The folder {name!r} is missing from this installation: install samestory again.")


def page_order(lesson: str) -> dict[str, int]:
    """Return the place of each exercise on a lesson's page, from 0; nothing for a lesson without a page."""
    own = own_course()
    home = own.lessons if own and not own.shipped else folder("notebooks")
    pages = [page for name in syllabus_in(home).pages(lesson) if (page := home / f"{name}.md").is_file()]
    shown = [name for page in pages for name in _SHOWN.findall(page.read_text("utf-8"))]
    # The first time counts: a page may show an exercise again.
    return {name: at for at, name in enumerate(dict.fromkeys(shown))}


@cache
def syllabus_in(home: Path) -> Syllabus:
    """Return the plan of the course whose pages lie in a folder; an empty one where there is no `course.yml`.

    Raises CourseError for a plan that cannot be used.
    """
    from samestory.course.load import load_syllabus  # here, for it stands above the cases, as this module will

    plan = home / "course.yml"
    return load_syllabus(plan) if plan.is_file() else UNPLANNED


def case_folders() -> list[Path]:
    """Return the folders of the cases in force, in order: those that ship, or a folder's own."""
    own = own_course()
    if own and not own.shipped:
        return list(own.cases)
    return [*sorted(path.parent for path in folder("seeds").glob("*/case.yml")), *(own.cases if own else ())]


def load_shipped() -> Course:
    """Load every case in force, and the plan, once: those that ship, or those that this folder names as its own.

    Raises CaseError if one is unsound, OwnCourseError for a `samestory.toml` that can't be used.
    """
    own = own_course()
    return _loaded(tuple(case_folders()), folder("notebooks") if own is None or own.shipped else None)


@cache
def _loaded(folders: tuple[Path, ...], plan: Path | None) -> Course:
    """Load these cases with the plan in the folder `plan`, if there is one."""
    cases = [load_case(path) for path in folders]
    names = [name for case in cases for name in case.exercises]
    # An answer names nothing but the id, so two exercises of one id could not be told apart.
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise SameStoryError(f"Two cases have an exercise {min(twice)!r}: choose another id in one of them.")
    for one in (one for case in cases for one in case.exercises.values()):
        for name in one.card.until:
            if name not in names:  # its verdict would never show
                raise SameStoryError(
                    f"The exercise {one.card.id!r} waits until {name!r} is done, and there is no such."
                )
    syllabus = syllabus_in(plan) if plan else UNPLANNED
    if lost := [name for name in syllabus.named() if name not in names]:
        raise SameStoryError(f"course.yml names an exercise {lost[0]!r}, and no case has it: write it or name another.")
    return Course({case.id: case for case in cases}, syllabus)
