"""Counts what is done: marks the lessons in the contents, and draws the parts of the page of results.

A browser does the counting, from what it keeps; here it is told what each lesson holds. Without a script nothing shows.
"""

import posixpath
from dataclasses import asdict
from functools import cache
from typing import Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.course import load_shipped, manifest
from samestory.course.shipped import folder
from samestory.widget.awaited import awaited
from samestory.widget.element import data_inside

RESULTS_SCRIPT = "results.js"
PARTS = ("lessons", "tests", "later", "keep", "certificate")
PAGES = "notebooks"  # the folder of the lessons, from the top of the book
UNSCRIPTED = (
    "Your results are counted by your own browser, which needs JavaScript for it; it is switched off. "
    "No other machine has them."
)


class ResultsDirective(SphinxDirective):
    """Puts a part of the results on the page, by its name; the part `lessons` also carries what the lessons hold."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; an unknown part stops the page with a message that names those there are."""
        part = self.arguments[0]
        if part not in PARTS:
            raise fault(self, f"There is no part {part!r} of the results; there are: {', '.join(PARTS)}.")
        for page in (*sorted(folder("notebooks").glob("*.md")), folder("notebooks") / "course.yml"):
            self.env.note_dependency(str(page))  # the lessons' titles, and the plan
        inside = data_inside(told_of_the_course()) + awaited(UNSCRIPTED, RESULTS_SCRIPT) if part == PARTS[0] else ""
        raw = nodes.raw("", f'<div class="sb-results" data-part="{part}">{inside}</div>', format="html")
        self.set_source_info(raw)
        return [raw]


@cache
def told_of_the_course() -> dict[str, Any]:
    """Return all that the page of results needs to know of the course."""
    course = load_shipped()
    return {
        "lessons": [asdict(lesson) for lesson in manifest.lessons(course)],
        "forms": manifest.forms(course),
        "earlier": manifest.earlier_forms(course),
        "later": manifest.later_checks(course),
        "pages": manifest.pages_of_tests(course),
    }


@cache
def counted() -> dict[str, dict[str, Any]]:
    """Return what the contents count, by the name of a page."""
    course = load_shipped()
    return manifest.counted_pages(course, manifest.lessons(course))


def name_the_lessons(listed: nodes.Node | None, builder: Builder, page: str) -> None:
    """Say of each link in the list of pages which lesson it leads to; `page` is where the list stands."""
    lessons = {
        builder.get_relative_uri(page, name): posixpath.basename(name)
        for name in builder.env.found_docs
        if posixpath.dirname(name) == PAGES
    }
    for link in listed.findall(nodes.reference) if listed else ():
        if lesson := lessons.get(link["refuri"].partition("#")[0]):
            link["lesson"] = lesson
