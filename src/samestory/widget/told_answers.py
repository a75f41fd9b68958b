"""The answers to some exercises behind a fold, for the page of a teacher's plan."""

from dataclasses import dataclass

from samestory.exercise import Exercise
from samestory.template import rendered

DONE_WITH = {"caught": "Mark", "found": "Mark", "trusted": "Leave alone"}


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One thing that an answer is made of: what it is about, what becomes of it, and why."""

    about: str
    place: str
    why: str


def answers(exercises: list[Exercise], address: str = "") -> str:
    """Return the answers to these exercises as HTML, with links to where they stand if there is an `address`."""
    template = "widget/answers.html.j2"
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
