"""The plan of a course as values: which lessons there are, in which order, with which tests, and what is printed."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

Audience = Literal["everyone", "coders"]


@dataclass(frozen=True, slots=True)
class PlannedLesson:
    """A lesson: `lesson` is what its exercises name, `page` its page's name, `minutes` what it takes without extras.

    `audience` is `everyone` for a lesson that asks for no code. `ask` is the plan's question for the class, if any.
    """

    lesson: str
    page: str
    minutes: int
    audience: Audience = "everyone"
    ask: str = ""


@dataclass(frozen=True, slots=True)
class EarlierForms:
    """Forms that no page asks for any more, by the ids of their exercises; answers to them are still read."""

    lesson: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedTests:
    """The two forms of a test, by the ids of their exercises, and the pages on which one of them is drawn.

    `third` is one more form, for weeks later; it stands on the page of the later checks.
    """

    lesson: str
    forms: tuple[str, str]
    first: str
    second: str
    minutes: int
    third: str = ""
    earlier: EarlierForms | None = None


@dataclass(frozen=True, slots=True)
class PlannedCheck:
    """A check some weeks after the second test: an exercise on what was practised, and one on fresh passages."""

    week: int
    practised: str
    fresh: str


@dataclass(frozen=True, slots=True)
class PlannedChecks:
    """The later checks, which share a page; `minutes` is what each week's takes."""

    lesson: str
    page: str
    minutes: int
    checks: tuple[PlannedCheck, ...]


@dataclass(frozen=True, slots=True)
class PlannedStation:
    """A station of the short course: the page of a lesson, the name of the station there, the minutes it takes."""

    page: str
    station: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ShortCourse:
    """A way through some stations of the lessons; `page` tells of it, named from the top of the book."""

    page: str = ""
    stations: tuple[PlannedStation, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """The book on paper, by pages named from its top: what is left out (`*` for any), and what comes early."""

    leave_out: tuple[str, ...] = ()
    early: tuple[str, ...] = ()

    def leaves_out(self, page: str) -> bool:
        """Whether a page of the book is not printed.

        >>> Printed(("book/teaching/*",)).leaves_out("book/teaching/plans/01")
        True
        """
        return any(fnmatchcase(page, pattern) for pattern in self.leave_out)


@dataclass(frozen=True, slots=True)
class Syllabus:
    """A course's plan. What it leaves out is not planned: lessons that it doesn't name are sorted by name."""

    lessons: tuple[PlannedLesson, ...] = ()
    tests: PlannedTests | None = None
    later: PlannedChecks | None = None
    printed: Printed = Printed()
    short: ShortCourse = ShortCourse()

    def place(self, lesson: str) -> tuple[int, str]:
        """Return what sorts lessons as the plan does: those that are not in its list after all others, by name."""
        names = [one.lesson for one in self.lessons]
        # The name decides among lessons that the plan leaves out, which all share the last place.
        return (names.index(lesson) if lesson in names else len(names), lesson)

    def pages(self, lesson: str) -> tuple[str, ...]:
        """Return the pages of a lesson, of the tests or of the later checks; else the page that has its name."""
        planned: dict[str, tuple[str, ...]] = {one.lesson: (one.page,) for one in self.lessons}
        if self.tests:
            planned[self.tests.lesson] = (self.tests.first, self.tests.second)
        if self.later:
            planned[self.later.lesson] = (self.later.page,)
        return planned.get(lesson, (lesson,))

    def number(self, lesson: str) -> int | None:
        """Return the number by which people call a lesson, from 1; None for one that is not in the list."""
        at, _ = self.place(lesson)
        return at + 1 if at < len(self.lessons) else None

    def minutes(self, lesson: str) -> int | None:
        """Return what a lesson of the list takes without its extras; None for one that is not in it."""
        return next((one.minutes for one in self.lessons if one.lesson == lesson), None)

    def ask(self, lesson: str) -> str:
        """Return the plan's question for the class on a lesson; empty where there is none."""
        return next((one.ask for one in self.lessons if one.lesson == lesson), "")

    def forms(self) -> tuple[str, ...]:
        """The ids of the test's forms; none without tests."""
        return self.tests.forms if self.tests else ()

    def earlier_forms(self) -> tuple[str, ...]:
        """The ids of forms that were asked for before."""
        return self.tests.earlier.forms if self.tests and self.tests.earlier else ()

    def test_pages(self) -> tuple[str, ...]:
        """The pages on which forms of the test stand, and no others may print any of them."""
        planned = (self.tests.first, self.tests.second) if self.tests else ()
        return (*planned, self.later.page) if self.later else planned

    def kept_apart(self) -> frozenset[str]:
        """Lessons of exercises whose answers nobody should meet while looking up others."""
        earlier = self.tests.earlier if self.tests else None
        return frozenset(one.lesson for one in (self.tests, self.later, earlier) if one)

    def named(self) -> tuple[str, ...]:
        """Every exercise that the plan names."""
        checks = self.later.checks if self.later else ()
        third = (self.tests.third,) if self.tests and self.tests.third else ()
        halves = (name for one in checks for name in (one.practised, one.fresh))
        return (*self.forms(), *third, *self.earlier_forms(), *halves)


UNPLANNED = Syllabus()
