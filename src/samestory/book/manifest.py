"""What the lessons hold, for the parts of the book that count what is done: the contents and the page of results."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.case import Course
from samestory.case.shipped import folder
from samestory.exercise import Exercise
from samestory.widget.element import FORMS

TESTS, LATER = "tests", "later-checks"  # what their exercises name as their lesson; their pages have other names
WEEKS = {1: "week-one", 4: "week-four"}  # weeks after the second test, and how the names of the checks begin
PRACTISED, FRESH = "news", "quernmouth"
SPEC_START = 6  # hex digits that tell all exercises apart; web/progress.mjs cuts as many
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_MINUTES = re.compile(r"^\*About (\d+) minutes", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Task:
    """An exercise as the counting parts see it: `spec` tells its edition, `faults` and `controls` what it counts.

    `counts` is false where the points enter no sum.
    """

    id: str
    title: str
    spec: str
    points: float
    minutes: int
    extra: bool
    counts: bool
    faults: int
    controls: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: `slug` is the name of its page, `minutes` what the page says that it takes."""

    slug: str
    title: str
    minutes: int
    tasks: tuple[Task, ...]


def lessons(course: Course, pages: Path | None = None) -> list[Lesson]:
    """Return the lessons that have a page and exercises, in order; `pages` is the folder of their notebooks.

    >>> from samestory.case import load_shipped
    >>> first = lessons(load_shipped())[0]
    >>> first.slug, first.title, first.minutes
    ('01-on-the-page', '1 · What is on this page?', 35)
    """
    found = []
    for slug in course.lessons:
        page = (pages or folder("notebooks")) / f"{slug}.md"
        if page.is_file():
            tasks = tuple(task(one) for one in course.lesson(slug))
            text = page.read_text("utf-8")
            title, minutes = _HEADING.search(text), _MINUTES.search(text)
            told = int(minutes[1]) if minutes else sum(one.minutes for one in tasks if not one.extra)
            found.append(Lesson(slug, title[1].strip() if title else slug, told, tasks))
    return found


def task(exercise: Exercise) -> Task:
    """Return what is counted of an exercise; one that counts no faults and no controls has 0 of both."""
    card = exercise.card
    counted = {measure.name: measure.of for measure in exercise.solution().measures}
    faults, controls = counted.get("caught", 0), counted.get("trusted", 0)
    spec, counts = exercise.fingerprint(), exercise.counts
    return Task(card.id, card.title, spec, card.points, card.minutes, card.extra, counts, faults, controls)


def forms(course: Course) -> dict[str, Any] | None:
    """Return the two tests: their items with group and soundness, by form; None unless both are there.

    The rows by which gains and losses are told are the tests' groups, which both forms share.
    """
    known = course.exercises
    if any(name not in known or known[name].card.kind != "classify" for name in FORMS):
        return None
    return {name: _form(known[name]) for name in FORMS}


def _form(exercise: Exercise) -> dict[str, Any]:
    key, view = exercise.key(), exercise.view()
    items = {name: item["group"] for name, item in key["items"].items()}
    also = {name: item["also"] for name, item in key["items"].items() if item["also"]}
    groups = [{"id": one["id"], "text": one["text"], "sound": one["id"] in key["sound"]} for one in view["groups"]]
    return {"spec": exercise.fingerprint(), "items": items, "also": also, "groups": groups}


def later_checks(course: Course) -> list[dict[str, Any]]:
    """Return the delayed checks that are there: the week, and the exercises on practised and on fresh passages."""
    known = course.exercises
    found = []
    for week, name in WEEKS.items():
        pair = {"practised": f"{name}-{PRACTISED}", "fresh": f"{name}-{FRESH}"}
        if all(one in known for one in pair.values()):
            found.append({"week": week, **{part: _named(known[one]) for part, one in pair.items()}})
    return found


def _named(exercise: Exercise) -> dict[str, str]:
    return {"id": exercise.card.id, "spec": exercise.fingerprint()}


def counted_pages(course: Course, lessons: Sequence[Lesson]) -> dict[str, dict[str, Any]]:
    """Return what the contents count, by the name of a page: the starts of the exercises' specs, and how many.

    Only one of the two tests is done on each of their pages: the first page is done with either, the second with both.
    """
    pages = {lesson.slug: _page([one.spec for one in lesson.tasks if not one.extra]) for lesson in lessons}
    tests = [one.fingerprint() for one in course.lesson(TESTS)]
    if len(tests) == len(FORMS):
        pages["00-first-test"] = {**_page(tests), "of": 1}
        pages["11-second-test"] = {**_page(tests), "of": 1, "before": 1}
    checks = [one.fingerprint() for one in course.lesson(LATER)]
    if checks:
        pages["12-later-checks"] = _page(checks)
    return pages


def _page(specs: Sequence[str]) -> dict[str, Any]:
    return {"specs": "".join(spec[:SPEC_START] for spec in specs), "of": len(specs)}
