"""Read an answer that gives something to each of several items: a group, a partner, or a word for each of a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samestory.exercise.grading import Fill
from samestory.exercise.verdict import Malformed, brief

MOST_ITEMS = 1000


@dataclass(frozen=True, slots=True)
class Placing:
    """An answer: what was given to each item, in the exercise's order; `field` is its name in the canonical form."""

    field: str
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """True if nothing was given to any item."""
        return not self.pairs

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {self.field: dict(self.pairs)}

    def fills(self, abouts: Mapping[str, str]) -> list[Fill]:
        """Return what was given to each item, by id what a heading says of it."""
        given = dict(self.pairs)
        return [Fill(given.get(name), about) for name, about in abouts.items()]


def read_placing(
    raw: object, field: str, items: Sequence[str], what: str, values: Sequence[str], how: str
) -> Placing | Malformed:
    """Read {item: value}, or {field: {item: value}}; None is as if the item were not there. Never raises.

    `what` names a value in a message (a group, say), and `how` is the message on what is no mapping at all.

    >>> raw = {"placed": {"told": "later", "back": None}}
    >>> read_placing(raw, "placed", ["back", "told"], "group", ["later"], "Give a group for each item.").pairs
    (('told', 'later'),)
    """
    # A text there is a value for an item that happens to be called like the field.
    if isinstance(raw, Mapping) and not isinstance(raw.get(field, ""), str):
        raw = raw[field]
    if raw is None:
        return Placing(field)
    if not isinstance(raw, Mapping) or len(raw) > MOST_ITEMS:
        return Malformed(how)
    for name, value in raw.items():
        if refused := unknown("item", name, items):
            return refused
        if value is not None and (refused := unknown(what, value, values)):
            return refused
    return Placing(field, tuple((name, raw[name]) for name in items if raw.get(name) is not None))


def unknown(what: str, given: object, known: Sequence[str]) -> Malformed | None:
    """Return what to tell whoever names a thing that is not there, or None for one that is.

    >>> unknown("group", "later", ["now", "never"])
    Malformed(message="There is no group 'later'; the groups are now, never.")
    """
    if isinstance(given, str) and given in known:
        return None
    return Malformed(f"There is no {what} {brief(given)!r}; the {what}s are {', '.join(known)}.")
