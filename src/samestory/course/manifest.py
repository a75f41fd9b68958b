"""What the lessons hold, for the parts of the book that count what is done: the contents and the page of results."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.course import Course
from samestory.course.shipped import folder
from samestory.exercise import Exercise
from samestory.exercise.seal import sealed_key

SPEC_START = 6  # hex digits that tell all exercises apart; web/progress.mjs cuts as many
# It takes `# 1 · What is on this page?`; it leaves `## Before you start`.
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManifestTask:
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
    """A lesson: `slug` is the name of its page, `title` the page's heading, `minutes` what the plan says it takes."""

    slug: str
    title: str
    minutes: int
    tasks: tuple[ManifestTask, ...]


def lessons(course: Course, pages: Path | None = None) -> list[Lesson]:
    """Return the lessons that have a page and exercises, in order; `pages` is the folder of their notebooks.

    >>> from samestory.course import load_shipped
    >>> first = lessons(load_shipped())[0]
    >>> first.slug, first.title, first.minutes
    ('01-on-the-page', '1 · What is on this page?', 55)
    """
    found, plan = [], course.syllabus
    for name in course.lessons:
        slug = plan.pages(name)[0]
        page = (pages or folder("notebooks")) / f"{slug}.md"
        # Tests and later checks are counted on pages of their own (see `counted_pages`).
        if name not in plan.kept_apart() and page.is_file():
            tasks = tuple(task(one) for one in course.lesson(name))
            title = _HEADING.search(page.read_text("utf-8"))
            # An edition without a plan adds up what the exercises say; extras are nobody's duty.
            minutes = plan.minutes(name) or sum(one.minutes for one in tasks if not one.extra)
            found.append(Lesson(slug, title[1].strip() if title else slug, minutes, tasks))
    return found


def task(exercise: Exercise) -> ManifestTask:
    """Return what is counted of an exercise; one that counts no faults and no controls has 0 of both."""
    card = exercise.card
    counted = {measure.name: measure.of for measure in exercise.solution().measures}
    faults, controls = counted.get("caught", 0), counted.get("trusted", 0)
    spec, counts = exercise.fingerprint(), exercise.counts
    return ManifestTask(card.id, card.title, spec, card.points, card.minutes, card.extra, counts, faults, controls)


def forms(course: Course) -> dict[str, Any] | None:
    """Return the two tests by form, the group of each item closed; None unless both are there.

    The rows by which gains and losses are told are the tests' groups, which both forms share.
    """
    known, names = course.exercises, course.syllabus.forms()
    # The gains are told by groups, which only this kind has.
    if not names or any(name not in known or known[name].card.kind != "classify" for name in names):
        return None
    return {name: {**_form(known[name]), "closed": sealed_key(known[name])} for name in names}


def earlier_forms(course: Course) -> dict[str, Any]:
    """Return the forms that no page asks for any more, with the group of each item: nothing is given away by it."""
    known = {name: course.exercises[name] for name in course.syllabus.earlier_forms()}
    return {name: {**_form(one), **_groups_of_items(one)} for name, one in known.items()}


def _form(exercise: Exercise) -> dict[str, Any]:
    task: Any = exercise.task  # of the kind `classify`: `forms` asks
    groups = [{"id": one.id, "text": one.text, "sound": one.sound} for one in task.groups]
    steps = {"sure": exercise.view()["sure"]} if task.sure else {}
    names = {"id": exercise.card.id, "title": exercise.card.title, "spec": exercise.fingerprint()}
    return {**names, "ids": [item.id for item in task.items], "groups": groups, **steps}


def _groups_of_items(exercise: Exercise) -> dict[str, Any]:
    task: Any = exercise.task
    also = {item.id: list(item.also) for item in task.items if item.also}
    return {"items": {item.id: item.group for item in task.items}, "also": also}


def later_checks(course: Course) -> list[dict[str, Any]]:
    """Return the delayed checks that are there: the week, and the exercises on practised and on fresh passages."""
    known, later = course.exercises, course.syllabus.later
    found = []
    for one in later.checks if later else ():
        pair = {"practised": one.practised, "fresh": one.fresh}
        if all(name in known for name in pair.values()):
            found.append({"week": one.week, **{part: _named(known[name]) for part, name in pair.items()}})
    return found


def _named(exercise: Exercise) -> dict[str, str]:
    return {"id": exercise.card.id, "spec": exercise.fingerprint()}


def counted_pages(course: Course, lessons: Sequence[Lesson]) -> dict[str, dict[str, Any]]:
    """Return what the contents count, by the name of a page: the starts of the exercises' specs, and how many.

    Only one of the two tests is done on each of their pages: the first page is done with either, the second with both.
    """
    pages = {lesson.slug: _page([one.spec for one in lesson.tasks if not one.extra]) for lesson in lessons}
    tests, later = course.syllabus.tests, course.syllabus.later
    both = [course.exercises[name].fingerprint() for name in course.syllabus.forms() if name in course.exercises]
    if tests and len(both) == len(tests.forms):
        pages[tests.first] = {**_page(both), "of": 1}
        pages[tests.second] = {**_page(both), "of": 1, "before": 1}
    checks = [one.fingerprint() for one in course.lesson(later.lesson)] if later else []
    if later and checks:
        pages[later.page] = _page(checks)
    return pages


def pages_of_tests(course: Course) -> dict[str, str]:
    """Return the names of the pages with the two tests and the later checks, as far as the plan has them."""
    tests, later = course.syllabus.tests, course.syllabus.later
    found = {"first": tests.first, "second": tests.second} if tests else {}
    return {**found, "later": later.page} if later else found


def _page(specs: Sequence[str]) -> dict[str, Any]:
    return {"specs": "".join(spec[:SPEC_START] for spec in specs), "of": len(specs)}
