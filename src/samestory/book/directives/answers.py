"""The directive `{answers} 01-on-the-page`: every answer of a lesson behind a fold, for the teacher's plan of it.

They are written from the exercises themselves, so they change when a key does. The fold needs no script, and prints as
it stands: open it first.
"""

from dataclasses import dataclass

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.book.tree.places import address_of
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.template import rendered

_HERE = "notebooks/"
DONE_WITH = {"caught": "Mark", "found": "Mark", "trusted": "Leave alone"}


@dataclass(frozen=True, slots=True)
class AnswerLine:
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
        page = f"{_HERE}{lesson}"
        # A book of fewer pages, such as a test’s, has the answers and nothing to link to.
        known = page in self.env.found_docs
        raw = nodes.raw("", answers(course.lesson(lesson), address_of(page) if known else ""), format="html")
        self.set_source_info(raw)
        return [raw]


def answers(exercises: list[Exercise], address: str = "") -> str:
    """Return the answers to these exercises as HTML, with links to where they stand if there is an `address`."""
    template = "book/directives/answers.html.j2"
    return rendered(template, exercises=exercises, address=address, points=_points, lines=answer_lines)


def answer_lines(exercise: Exercise) -> list[AnswerLine]:
    """Return what the whole solution says, part by part."""
    places, texts = exercise.places(), exercise.texts()
    return [
        AnswerLine(
            texts.get(part.id) or part.about or part.heading,  # a whole heading may say no more than the outcome
            places.get(part.id) or DONE_WITH.get(part.outcome, ""),
            f"{part.said} ({part.certainty})" if part.certainty else part.said,
        )
        for part in exercise.solution().parts
    ]


def _points(exercise: Exercise) -> str:
    if exercise.counts:
        return f"{exercise.card.points:g} point{'' if exercise.card.points == 1 else 's'}"
    return "extra, in no sum" if exercise.card.extra else "a check of words, in no sum"
