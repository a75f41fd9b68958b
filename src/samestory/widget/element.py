"""The HTML of an exercise for a page without a kernel: a custom element with its data inside."""

import html
import json
from collections.abc import Callable, Sequence
from typing import Any, NotRequired, TypedDict

from samestory.exercise import Exercise
from samestory.exercise.seal import is_sealed, sealed_key
from samestory.widget.awaited import awaited

NEEDS_PYTHON = ' data-needs-python=""'  # tells whoever builds a book which pages have to find a Python
TOSSED = {
    "first": "Both forms of the test stand here, because no script has drawn one of them for you. Toss a coin: "
    "heads, do form A now and form B after the last lesson; tails, the other way round.",
    "second": "Both forms of the test stand here. Do the one that you did not do before the lessons.",
}


class Wait(TypedDict):
    """An exercise that another one's verdict waits for, as the front end knows it.

    One whose first complete check counts is told with its items: it is done when none is left empty.
    """

    id: str
    title: str
    kind: NotRequired[str]
    items: NotRequired[list[str]]
    sure: NotRequired[bool]


def element(
    exercise: Exercise, number: int, waits: Sequence[Wait] = (), *, level: int = 0, anchor: str | None = None
) -> str:
    """Return the element that the front end turns into the exercise, with a text for readers without scripts.

    A practice exercise carries its key, so that the page can grade it, and it carries it closed if its first complete
    check counts; an assigned one carries none. `waits` names what its verdict is kept back until, `level` is that of
    its heading, from 1 (0: the front end's own), `anchor` its id on the page if that is not the exercise's.
    """
    data: dict[str, Any] = {"view": exercise.view()}
    if is_sealed(exercise):
        data["closed"] = sealed_key(exercise)
    elif exercise.card.mode == "practice":
        data["key"] = exercise.key()
    if waits:
        data["until"] = list(waits)
    card = exercise.card
    needs = NEEDS_PYTHON if exercise.needs_python else ""
    prompt = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in card.prompt)
    return (
        f'<same-story-exercise id="{anchor or card.id}" data-number="{number}"{at_level(level)}{needs}>'
        f"{data_inside(data)}"
        f'<div class="ss-fallback"><p><strong>Exercise {number}. {html.escape(card.title)}</strong></p>{prompt}'
        f"{awaited('This exercise needs JavaScript to mark and check; it is switched off in this browser.')}"
        "<p>Meanwhile it can be done on paper, or in the notebook with "
        f'<code>check("{card.id}", answer)</code>.</p></div>'
        "</same-story-exercise>"
    )


def at_level(level: int) -> str:
    """Return what tells an element the level of its heading; nothing for 0."""
    return f' data-level="{level}"' if level else ""


def data_inside(value: Any) -> str:
    """Return plain values as a script element that no browser runs, for the front end to read; they hold no `<`.

    >>> data_inside({"a": "</script>"})
    '<script type="application/json">{"a":"\\\\u003c/script>"}</script>'
    """
    # A “</script>” in an article would end the data there, and what follows would be markup.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json">{text}</script>'


def waits_of(exercise: Exercise, find: Callable[[str], Exercise]) -> list[Wait]:
    """Return what the verdict on an exercise is kept back until; `find` gives the exercise of an id."""
    return [wait_for(find(name)) for name in exercise.card.until]


def wait_for(one: Exercise) -> Wait:
    """Return an exercise as another one waits for it."""
    items = one.gaps(None) if one.card.once else ()
    if not items:
        return Wait(id=one.card.id, title=one.card.title)
    wait = Wait(id=one.card.id, title=one.card.title, kind=one.card.kind, items=list(items))
    return {**wait, "sure": True} if one.view().get("sure") else wait


def placeholder(exercise: Exercise, number: int) -> str:
    """Return what a notebook's cell leaves in its output for hosts that draw no widgets.

    It holds neither data nor key, so that a learner's saved notebook stays small; the book fills it.
    """
    card = exercise.card
    return (
        f'<same-story-exercise id="{card.id}" data-number="{number}" data-cell="">'
        f"<p><strong>Exercise {number}. {html.escape(card.title)}</strong> Run all cells to do it here. Where nothing "
        f'is drawn then, answer in a cell of your own: <code>check("{card.id}", answer)</code>.</p>'
        "</same-story-exercise>"
    )


def drawn_place(turn: str, forms: Sequence[Exercise]) -> str:
    """Return the places of both forms of the test, of which the page shows one; `turn` is `first` or `second`."""
    both = "".join(placeholder(one, 1) for one in forms)
    return f'<same-story-drawn data-turn="{turn}"><p>{TOSSED[turn]}</p>{both}</same-story-drawn>'
