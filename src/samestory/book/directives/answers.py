"""The directive `{answers} 01-on-the-page`: every answer of a lesson behind a fold, for the teacher's plan of it.

They are written from the exercises themselves, so they change when a key does. The fold needs no script, and prints as
it stands: open it first.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.book.tree.places import address_of
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.exercise.verdict import Part

HERE = "notebooks/"
IN_FULL = {"rewrite": "For example", "brief": "For example", "code": "One way"}  # kinds whose answer is a text
DONE_WITH = {"caught": "Mark", "found": "Mark", "trusted": "Leave alone"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that an answer is made of: what it is about, what becomes of it, and why."""

    about: str
    place: str
    why: str


class AnswersDirective(SphinxDirective):
    """Puts the answers to a lesson's exercises on the page, closed until somebody opens them."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; a lesson without exercises stops the page with a message that names it."""
        lesson, course = self.arguments[0], load_shipped()
        if lesson not in course.lessons:
            raise fault(self, f"There is no lesson {lesson!r} with exercises; there are: {', '.join(course.lessons)}.")
        page = f"{HERE}{lesson}"
        known = page in self.env.found_docs
        raw = nodes.raw("", answers(course.lesson(lesson), address_of(page) if known else ""), format="html")
        self.set_source_info(raw)
        return [raw]


def answers(exercises: list[Exercise], address: str = "") -> str:
    """Return the answers to these exercises as HTML, with links to where they stand if there is an `address`."""
    each = "\n".join(_answer(exercise, number, address) for number, exercise in enumerate(exercises, 1))
    return (
        '<details class="sb-answers"><summary>Answers to all exercises</summary>\n'
        f"<p>In the order of the page. To print them, leave this open.</p>\n{each}</details>"
    )


def lines(exercise: Exercise) -> list[Line]:
    """Return what the whole solution says, part by part."""
    places, abouts = _places(exercise), _abouts(exercise)
    return [
        Line(abouts.get(part.id) or _about(part), places.get(part.id) or DONE_WITH.get(part.outcome, ""), _why(part))
        for part in exercise.solution().parts
    ]


def _answer(exercise: Exercise, number: int, address: str) -> str:
    card, kind = exercise.card, exercise.card.kind
    title = html.escape(f"{number}. {card.title}")
    if address:
        title = f'<a class="reference internal" href="{address}#{card.id}">{title}</a>'
    points = f"{card.points:g} point{'' if card.points == 1 else 's'}"
    if not exercise.counts:
        points = "extra, in no sum" if card.extra else "a check of words, in no sum"
    facts = f"{kind}, {card.minutes:g} min, {points}"
    whole = ""
    if kind in IN_FULL:
        given = exercise.task.right().to_json()
        text = html.escape(given.get("text") or given.get("source") or "")
        whole = f"<p>{IN_FULL[kind]}:</p><pre>{text}</pre>"
    tag = "ol" if kind == "order" else "ul"
    each = "".join(f"<li>{_item(line)}</li>" for line in lines(exercise))
    return (
        f'<h3>{title}</h3>\n<p class="sb-answers-facts">{facts}</p>\n<p>{html.escape(card.solution)}</p>\n'
        f"{whole}<{tag}>{each}</{tag}>\n"
    )


def _item(line: Line) -> str:
    place = f"<b>{html.escape(line.place)}:</b> " if line.place else ""
    return f"{place}{html.escape(line.about)}<br>{html.escape(line.why)}"


def _about(part: Part) -> str:
    """What a part is about; its whole heading where that says no more than the outcome."""
    return part.about or part.heading


def _why(part: Part) -> str:
    return f"{part.said} ({part.certainty})" if part.certainty else part.said


def _abouts(exercise: Exercise) -> dict[str, str]:
    """The full text of the things that a match joins; its headings only number them."""
    if exercise.card.kind != "match":
        return {}
    view = exercise.view()
    return {one["id"]: one["text"] for one in (*view["items"], *view["others"])}


def _places(exercise: Exercise) -> dict[str, str]:
    """Where a thing goes, by its id, in the kinds in which things go somewhere."""
    view, right = exercise.view(), exercise.task.right().to_json()
    match exercise.card.kind:
        case "classify":
            return _named(right["placed"], view["groups"])
        case "match":
            partners = _named(right["pairs"], [*view["others"], {"id": "none", "text": "no partner"}])
            return {one["id"]: "left over" for one in view["others"]} | partners
        case "choose":
            sure = right.get("confidence")
            return dict.fromkeys(right["chosen"], f"How sure: {sure}") if sure else {}
    return {}


def _named(chosen: Mapping[str, str], named: list[dict[str, Any]]) -> dict[str, str]:
    texts = {one["id"]: str(one["text"]) for one in named}
    return {name: texts[where] for name, where in chosen.items()}
