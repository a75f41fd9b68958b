"""The items that an exercise of the kind `match` pairs, and what must be true of them before anybody is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence

NONE = "none"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of either list; `mark` is the number or letter that stands beside its words."""

    id: str
    mark: str
    text: str
    source: str | None
    said: str
    evidence: tuple[Evidence, ...]

    @property
    def heading(self) -> str:
        """Mark and words, short enough for a heading."""
        text = self.text if len(self.text) <= 90 else f"{self.text[:88].rsplit(' ', 1)[0]} …"
        return f"{self.mark}. {text}"


@dataclass(frozen=True, slots=True)
class Partners:
    """The partners that an item may have (the first is the best; none: it has no partner), and wrong ones foreseen."""

    right: tuple[str, ...]
    wrong: Mapping[str, str]


def check_pairs(spec: Mapping[str, Any]) -> None:
    """Raise SpecError for ids that stand twice or lead nowhere, and for what is left without a sentence."""
    items, others = spec["items"], spec["others"]
    each_once(items, "items")
    each_once(others, "others")
    known = {one["id"] for one in others}
    taken = known.intersection((NONE, *(one["id"] for one in items)))
    if taken:
        raise SpecError(f"the id {min(taken)!r} has another meaning already: take another one", "others")
    for at, one in enumerate(items):
        unknown = {*partners_in(one), *one.get("wrong", {})} - known - {NONE}
        if unknown or NONE in partners_in(one):
            name = min(unknown, default=NONE)
            raise SpecError(f"item {one['id']!r} names the partner {name!r}, which is not there", "items", at)
    sought = {name for one in items for name in partners_in(one)}
    if not sought:
        raise SpecError("no item has a partner: give at least one", "items")
    for at, one in enumerate(others):
        if one["id"] not in sought and "say" not in one:
            raise SpecError(f"{one['id']!r} is nobody's partner: say why in `say`", "others", at)


def partners_in(one: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the partners that an item of a spec names, the best one first."""
    return (one["partner"], *one.get("also", ())) if "partner" in one else ()


def item_of(one: Mapping[str, Any], mark: str, sources: Sources) -> Item:
    """Return an item from its spec, which has `text`, or `quote` pointing at an article."""
    text, source = one.get("text", ""), None
    if "quote" in one:
        (quoted,) = sources.evidence([one["quote"]])
        text, source = quoted.quote, quoted.source
    return Item(one["id"], mark, text, source, one.get("say", ""), sources.evidence(one.get("evidence", ())))
