"""Read `course.yml`, check it, and build the plan of the course."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samestory.case.lines import KeyPath, Sheet
from samestory.case.problem import CaseError, Problem
from samestory.case.sheets import read_course
from samestory.course.syllabus import (
    EarlierForms,
    PlannedCheck,
    PlannedChecks,
    PlannedLesson,
    PlannedStation,
    PlannedTests,
    Printed,
    ShortCourse,
    Syllabus,
)


class CourseError(CaseError):
    """A `course.yml` that cannot be used; `problems` holds everything that is wrong with it."""


def load_syllabus(path: Path) -> Syllabus:
    """Read the plan of a course. Raises CourseError with every problem found, the line of each named."""
    sheet, problems = read_course(path)
    if sheet and not problems:
        problems = list(_taken_twice(sheet))
    if sheet is None or problems:
        raise CourseError(problems)
    return _syllabus(sheet.data)


def _syllabus(data: dict[str, Any]) -> Syllabus:
    return Syllabus(
        # A lesson whose plan names no page has one of its own name.
        tuple(PlannedLesson(**{"page": one["lesson"], **one}) for one in data["lessons"]),
        _tests(data["tests"]) if "tests" in data else None,
        _later(data["later"]) if "later" in data else None,
        Printed(**{name: tuple(pages) for name, pages in data.get("printed", {}).items()}),
        _short(data["short"]) if "short" in data else ShortCourse(),
    )


def _tests(given: dict[str, Any]) -> PlannedTests:
    first, second = given["forms"]
    before = given.get("earlier")
    return PlannedTests(
        given["lesson"],
        (first, second),
        **given["pages"],
        minutes=given["minutes"],
        third=given.get("third", ""),
        earlier=EarlierForms(before["lesson"], tuple(before["forms"])) if before else None,
    )


def _short(given: dict[str, Any]) -> ShortCourse:
    return ShortCourse(given["page"], tuple(PlannedStation(**one) for one in given["stations"]))


def _later(given: dict[str, Any]) -> PlannedChecks:
    checks = tuple(PlannedCheck(**one) for one in given["checks"])
    return PlannedChecks(given["lesson"], given["page"], given["minutes"], checks)


def _taken_twice(sheet: Sheet) -> Iterator[Problem]:
    """Yield a problem for each name or week that stands for two things: what is told by it would be told of both."""
    for what, places in _names(sheet.data).items():
        times = Counter(name for _, name in places)
        seen = set()
        for place, name in places:
            # The first of them stands; it is the later one that an author has just added.
            if times[name] > 1 and name in seen:
                yield sheet.problem(place, f"{what} {name} again", f"each {what} once", "name another, or remove one")
            seen.add(name)


def _names(data: dict[str, Any]) -> dict[str, list[tuple[KeyPath, str]]]:
    """Return the lessons, pages, exercises and weeks that are named, each with its place in the file."""
    lessons: list[tuple[KeyPath, str]] = []
    pages: list[tuple[KeyPath, str]] = []
    for at, one in enumerate(data["lessons"]):
        if "page" in one or all(one["lesson"] != name for _, name in lessons):  # a lesson again is told once
            pages.append((("lessons", at, "page"), one.get("page", one["lesson"])))
        lessons.append((("lessons", at, "lesson"), one["lesson"]))
    exercises: list[tuple[KeyPath, str]] = []
    weeks: list[tuple[KeyPath, str]] = []
    if tests := data.get("tests"):
        lessons.append((("tests", "lesson"), tests["lesson"]))
        pages += [(("tests", "pages", turn), tests["pages"][turn]) for turn in ("first", "second")]
        exercises += [(("tests", "forms", at), name) for at, name in enumerate(tests["forms"])]
        if "third" in tests:
            exercises.append((("tests", "third"), tests["third"]))
        if before := tests.get("earlier"):
            lessons.append((("tests", "earlier", "lesson"), before["lesson"]))
            exercises += [(("tests", "earlier", "forms", at), name) for at, name in enumerate(before["forms"])]
    if later := data.get("later"):
        lessons.append((("later", "lesson"), later["lesson"]))
        pages.append((("later", "page"), later["page"]))
        for at, one in enumerate(later["checks"]):
            exercises += [(("later", "checks", at, half), one[half]) for half in ("practised", "fresh")]
            weeks.append((("later", "checks", at, "week"), str(one["week"])))
    return {"lesson": lessons, "page": pages, "exercise": exercises, "week": weeks}
