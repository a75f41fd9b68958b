"""An explorer: one thing to turn, and what a lesson shows at each of its stops.

Where a kernel runs, its controls are ipywidgets that call the lesson's own function. On a page the same states,
worked out when the book is built, are stepped through.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from samestory.lesson.svg_ids import with_own_ids
from samestory.widget.explorer.element import ControlKind, ExplorerState, explorer_element, joined

FEWEST_STATES, MOST_STATES = 2, 8  # states: more than eight are no longer looked at
BUTTONS = 4  # stops that stand side by side as buttons; more are stepped through


@dataclass(frozen=True, slots=True)
class Turned:
    """What can be chosen, by name: one of `names`, or several at a time, and what to call `show` with in each state."""

    label: str
    control: ControlKind
    names: tuple[str, ...]
    texts: tuple[str, ...]
    values: tuple[Any, ...]
    start: int


def explore(
    show: Callable[[Any], Any],
    over: Mapping[str, Any] | Sequence[Any],
    *,
    label: str,
    start: Any = None,
    several: bool = False,
) -> "Explorer":
    """Return an explorer that shows `show(value)` for the value that is chosen.

    `over` maps what a stop is called to its value, in order; a sequence of values calls each by its own text.
    `label` names what is turned. `start` is a stop or its value; without it, the first is shown first. With `several`,
    stops can be ticked together and `show` gets a tuple of their values, first the empty one. `show` returns a
    figure, a table, a clipping, or a list of them. There are two to eight states, so up to three stops that can be
    ticked. Raises ValueError, in plain words, for anything else.
    """
    return Explorer(show, turned(over, label, start, several))


def turned(over: Mapping[str, Any] | Sequence[Any], label: str, start: Any, several: bool) -> Turned:
    """Return what an explorer offers, or raise ValueError, which says what is wrong with it.

    >>> turned({"in": True, "out": False}, "Furniture", "out", several=False).start
    1
    >>> turned(["Ann", "Ben"], "Who", None, several=True).texts
    ('none', 'Ben', 'Ann', 'Ann and Ben')
    """
    if not (isinstance(label, str) and label.strip()):
        raise ValueError("An explorer needs a label that says what is turned, such as label='Words in a row'.")
    # Asked by what it can do: a column of pandas and an array of numpy are lists here, and no Sequence.
    is_list = hasattr(over, "__len__") and hasattr(over, "__getitem__") and not isinstance(over, str | bytes)
    if not is_list:
        given = f"{over!r:.60}"
        raise ValueError(
            f"{label!r} needs its stops as a mapping of text to value or as a list of values, not {given}."
        )
    stops = list(over.items()) if isinstance(over, Mapping) else [(str(value), value) for value in over]
    names = tuple(str(name) for name, _ in stops)
    # Stops are told apart by their text alone, on the page as in `start`.
    if len(set(names)) < len(names) or not all(name.strip() for name in names):
        raise ValueError(f"{label!r} has two stops of the same text, or one with none: {', '.join(map(repr, names))}.")
    states = 2 ** len(stops) if several else len(stops)
    if not FEWEST_STATES <= states <= MOST_STATES:
        raise ValueError(f"{label!r} has {states} states; an explorer has {FEWEST_STATES} to {MOST_STATES}.")
    if not several:
        control: ControlKind = "choice" if len(stops) <= BUTTONS else "scale"
        return Turned(label, control, names, names, tuple(value for _, value in stops), _start(label, stops, start))
    # The states count in twos, the first stop highest: `is_ticked` and the page’s script reckon with that order.
    ticked = [
        [stop for stop, on in zip(stops, marks, strict=True) if on] for marks in product((0, 1), repeat=len(stops))
    ]
    pairs = [(joined([str(name) for name, _ in some]), tuple(value for _, value in some)) for some in ticked]
    texts, values = zip(*pairs, strict=True)
    return Turned(label, "ticks", names, texts, values, _start(label, pairs, start))


def _start(label: str, stops: Sequence[tuple[str, Any]], start: Any) -> int:
    if start is None:
        return 0
    # Of plain values only: an array compared with == is no yes or no, and True would be found at 1.
    plain = isinstance(start, str | int | float | tuple)
    for at, (name, value) in enumerate(stops):
        if name == str(start) or value is start or (plain and type(value) is type(start) and value == start):
            return at
    raise ValueError(
        f"{label!r} can't start at {start!r:.60}: its stops are {', '.join(repr(name) for name, _ in stops)}."
    )


class Explorer:
    """An explorer ready to be shown by a notebook or a page.

    `states` holds what it shows at each stop; all are drawn at once, so that a fault in any of them shows at once.
    """

    def __init__(self, show: Callable[[Any], Any], what: Turned) -> None:
        self._show, self._what = show, what
        shown = [shown_parts(show(value), text) for text, value in zip(what.texts, what.values, strict=True)]
        self._plain = "\n\n".join(map(repr, shown[what.start]))
        self.states = [
            ExplorerState(text, self._html(parts, text)) for text, parts in zip(what.texts, shown, strict=True)
        ]

    def __repr__(self) -> str:
        what = self._what
        return f"{what.label}: {'; '.join(what.texts)}\n\n{what.texts[what.start]}\n\n{self._plain}"

    def _html(self, parts: Sequence[Any], text: str) -> str:
        markup = "".join(part._repr_html_() for part in parts)
        return with_own_ids(markup, f"{self._what.label}: {text}")

    def at(self, number: int) -> str:
        """Return the HTML of a state, from 0, worked out anew."""
        text = self._what.texts[number]
        return self._html(shown_parts(self._show(self._what.values[number]), text), text)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widgets' own bundle, with the element that a page shows in their place."""
        from samestory.widget.explorer.widget import explorer_widget

        what = self._what
        widget = explorer_widget(what.label, what.control, what.names, self.states, what.start, self.at)
        shown = widget._repr_mimebundle_(**kwargs)
        data, metadata = shown if isinstance(shown, tuple) else (shown or {}, {})
        element = explorer_element(what.label, what.control, what.names, self.states, what.start)
        return {**data, "text/plain": repr(self), "text/html": element}, metadata


def shown_parts(shown: Any, text: str) -> Sequence[Any]:
    """Return what `show` gave as things that have HTML of their own; `text` names the stop in the ValueError."""
    parts = list(shown) if isinstance(shown, list | tuple) else [shown]
    for part in parts:
        if not hasattr(part, "_repr_html_"):
            given = "nothing" if part is None else type(part).__name__
            raise ValueError(
                f"At {text!r}, show gives {given}: it must return a figure, a table, a clip, or a list of them."
            )
    if not parts:
        raise ValueError(f"At {text!r}, show gives an empty list: let it return at least one figure, table or clip.")
    return parts
