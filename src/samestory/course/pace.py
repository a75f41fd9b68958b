"""How long a lesson takes: words at a reader's pace, and seconds for what is to be decided, out of `pace.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from samestory.exercise import Exercise

# Fields of a view that nobody reads: names for programs, and hints, which are opened only if need be.
_UNREAD = frozenset(
    ("id", "spec", "mode", "kind", "schema", "lesson", "until", "hints", "mark", "article", "letter", "line", "limits")
)


@cache
def pace() -> Mapping[str, Any]:
    """Return the figures of `pace.toml`."""
    return tomllib.loads(files("samestory.course").joinpath("pace.toml").read_text("utf-8"))


def reading_minutes(words: float) -> float:
    """Return the minutes for so many words."""
    return float(words / pace()["words_a_minute"])


def looking_minutes(name: str) -> float:
    """Return the minutes for a `figure` or an `explorer`, its words not counted."""
    return float(pace()[name] / 60)


def exercise_minutes(exercise: Exercise) -> float:
    """Return the minutes to read an exercise, to answer each of its items, and to read what the check says.

    >>> from samestory.course import load_shipped
    >>> 0.5 < exercise_minutes(load_shipped().exercise("ticket-page")) < 3
    True
    """
    view = exercise.view()
    told = sum(count(part.said) for part in exercise.solution().parts) * pace()["feedback_read"]
    words = sum(map(count, texts_in(view)))
    return reading_minutes(words + told) + items_in(view) * float(pace()["seconds"][view["kind"]]) / 60


def is_apart(exercise: Exercise) -> bool:
    """Whether an exercise is extra and a sitting of its own; other extras are in everybody's way, and take time."""
    return exercise.card.extra and exercise.card.kind in pace()["apart"]


def count(text: str) -> int:
    """Return the number of words of a text, as a reader's pace counts them."""
    return len(text.split())


def items_in(view: Mapping[str, Any]) -> int:
    """Return how many times an exercise asks for a decision."""
    if "claims" in view:  # a table: a decision in each cell
        return len(view["articles"]) * len(view["claims"])
    return int(view["faults"]) if "faults" in view else len(view.get("items", "1"))


def texts_in(value: Any) -> Iterator[str]:
    """Yield all that a view shows to be read; a passage is cut into words there, and is put together again."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        if "texts" in value:
            yield "".join(value["texts"])
            return
        for name, inside in value.items():
            if name not in _UNREAD:
                yield from texts_in(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from texts_in(inside)
