"""The items that an exercise of the kind `match` pairs, and what must be true of them before anybody is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samestory.exercise.parts.wording import Wording, wording_of
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence

NO_PARTNER = "none"


@dataclass(frozen=True, slots=True)
class PairedItem:
    """An item of either list; `mark` is the number or letter that stands beside its words.

    `partners` are those that it may have, the best one first (none: it has no partner), `wrong` is said to mistakes
    that are foreseen; items of the second list have neither, and `needs`, what their partner would have to be: it is
    said to any item that takes one of them wrongly, where nothing of that very pair is foreseen.
    """

    id: str
    mark: str
    wording: Wording
    said: str
    evidence: tuple[Evidence, ...]
    partners: tuple[str, ...]
    wrong: Mapping[str, str]
    needs: str = ""

    @property
    def heading(self) -> str:
        """Mark and words, short enough for a heading."""
        return f"{self.mark}. {self.wording.short}"

    @property
    def cut(self) -> str:
        """The heading where it does not hold all words, else nothing."""
        return self.heading if self.wording.cut else ""

    def shown(self) -> dict[str, str | None]:
        """Return what a learner sees of it."""
        return {"id": self.id, "mark": self.mark, "text": self.wording.text, "source": self.wording.source}


def check_pairs(spec: Mapping[str, Any]) -> None:
    """Raise SpecError for ids that stand twice or lead nowhere, and for what is left without a sentence."""
    items, others = spec["items"], spec["others"]
    each_once(items, "items")
    each_once(others, "others")
    known = {one["id"] for one in others}
    # Across both lists, for the parts of a verdict are told apart by these ids.
    taken = known.intersection((NO_PARTNER, *(one["id"] for one in items)))
    if taken:
        raise SpecError(f"the id {min(taken)!r} has another meaning already: take another one", "others")
    for at, one in enumerate(items):
        unknown = {*partners_in(one), *one.get("wrong", {})} - known - {NO_PARTNER}
        if unknown or NO_PARTNER in partners_in(one):
            name = min(unknown, default=NO_PARTNER)
            raise SpecError(f"item {one['id']!r} names the partner {name!r}, which is not there", "items", at)
    sought = {name for one in items for name in partners_in(one)}
    if not sought:
        raise SpecError("no item has a partner: give at least one", "items")
    for at, one in enumerate(others):
        # What is left alone on the other side is explained too, and only its own `say` can do that.
        if one["id"] not in sought and "say" not in one:
            raise SpecError(f"{one['id']!r} is nobody's partner: say why in `say`", "others", at)


def partners_in(one: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the partners that an item of a spec names, the best one first."""
    return (one["partner"], *one.get("also", ())) if "partner" in one else ()


def item_of(one: Mapping[str, Any], mark: str, sources: Sources) -> PairedItem:
    """Return an item from its spec, which has `text`, or `quote` pointing at an article."""
    evidence = sources.evidence(one.get("evidence", ()))
    wrong = dict(one.get("wrong", {}))
    return PairedItem(
        one["id"],
        mark,
        wording_of(one, sources),
        one.get("say", ""),
        evidence,
        partners_in(one),
        wrong,
        one.get("needs", ""),
    )
