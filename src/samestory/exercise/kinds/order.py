"""Order: put items in sequence. What is scored is pairs: how many stand the right way round.

The share of the points is Kendall's tau, at least 0: right pairs less wrong pairs, out of all pairs whose order the key
tells (Kendall 1938, "A New Measure of Rank Correlation"). A random order gets half of the pairs right and so, on
average over many, a tau of 0; two neighbours swapped among five cost a fifth. What is said is about items: the fewest
that would have to move are those that stand wrong.

The smallest spec, beside what every exercise has; items stand in the right order, and a `tied` one may change places
with the one above it:

    items: [{id: vote, text: The council votes., say: It came first.},
            {id: repair, text: The engine is repaired., say: It took two days.},
            {id: fair, text: The fair opens., tied: true, say: It was on the same day.},
            {id: return, text: The ferry is back., say: It came last.}]
    wrong: [{first: return, then: repair, say: A ferry without an engine sails nowhere.}]
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Numbered, Sample, Told
from samestory.exercise.parts.placing import MOST_ITEMS, unknown
from samestory.exercise.parts.sequence import FAR, longest, pairs, start_order, tau
from samestory.exercise.parts.wording import Wording, wording_of
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence, Malformed, Outcome, Part, Verdict, part_heading, rounded


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """An item; those of one `rank` may stand in any order among themselves."""

    id: str
    wording: Wording
    rank: int
    said: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """A foreseen mistake: `first` stands before `then`, which belongs before it."""

    first: str
    then: str
    said: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """An answer: the ids of all items from first to last; none as long as nothing has been moved."""

    order: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """True if nothing has been moved."""
        return not self.order

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"order": list(self.order)}


@kind
@dataclass(frozen=True)
class OrderTask:
    """The task of an exercise of the kind `order`; `items` stand in the right order, `start` as they are shown."""

    name: ClassVar[str] = "order"
    numbered: ClassVar[Numbered] = "everywhere"
    items: tuple[OrderedItem, ...]
    start: tuple[str, ...]
    swaps: tuple[Swap, ...]
    ends: tuple[str, str]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `items` in their right order, `wrong` (first, then, say) and the names of both `ends`."""
        each_once(spec["items"], "items")
        items: list[OrderedItem] = []
        for one in spec["items"]:
            rank = items[-1].rank + (not one.get("tied")) if items else 0
            items.append(_item(one, rank, sources))
        if len({item.rank for item in items}) < 2:
            raise SpecError("all items are tied, so that every order is right: take a `tied` away", "items")
        ranks = {item.id: item.rank for item in items}
        if tau(ranks, sorted(ranks)) == 1:
            raise SpecError("the ids give the order away: the alphabet has the same one; choose others", "items")
        swaps = tuple(Swap(one["first"], one["then"], one["say"]) for one in spec.get("wrong", ()))
        _check(swaps, ranks)
        ends = spec.get("ends", ("first", "last"))
        return cls(tuple(items), start_order(spec.get("id", ""), ranks), swaps, (ends[0], ends[1]))

    @property
    def worth(self) -> float:
        """A point for each item."""
        return len(self.items)

    @property
    def _ranks(self) -> dict[str, int]:
        return {item.id: item.rank for item in self.items}

    def view(self) -> dict[str, Any]:
        """Return the items in their start order, and the names of both ends."""
        wordings = {item.id: item.wording for item in self.items}
        shown = [{"id": name, **asdict(wordings[name])} for name in self.start]
        return {"items": shown, "ends": list(self.ends)}

    def key(self) -> dict[str, Any]:
        """Return each item's rank and message, in the right order, and the foreseen mistakes."""
        items = []
        for one in self.items:
            evidence = [each.to_json() for each in one.evidence]
            plain = {"id": one.id, "heading": one.wording.short, "rank": one.rank, "said": one.said}
            items.append({**plain, "evidence": evidence})
        return {"items": items, "swaps": [asdict(swap) for swap in self.swaps]}

    def right(self) -> Ordered:
        """Return the items as the spec lists them."""
        return Ordered(tuple(item.id for item in self.items))

    def parse(self, raw: object) -> Ordered | Malformed:
        """Read a list of all ids, or {"order": [...]}; an empty list is no answer yet."""
        given = raw.get("order") if isinstance(raw, Mapping) else raw
        if given is None:
            return Ordered(())
        example = ", ".join(f'"{name}"' for name in self.start)
        if not isinstance(given, (list, tuple)) or len(given) > MOST_ITEMS:
            return Malformed(f"Give all items from {self.ends[0]} to {self.ends[1]} in a list, such as [{example}].")
        for at, name in enumerate(given):
            if refused := unknown("item", name, self.start):
                return refused
            if name in given[:at]:
                return Malformed(f"{name!r} stands in your list twice.")
        missing = [name for name in self.start if name not in given]
        if given and missing:
            return Malformed(f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing from your list.")
        return Ordered(tuple(given))

    def grade(self, answer: Ordered, points: float) -> Verdict:
        """Grade pair by pair, and say of each item where it belongs."""
        ranks, order = self._ranks, answer.order
        right, of = pairs(ranks, order)
        share = max(0.0, (2 * right - of) / of)
        kept = longest(ranks, order)
        parts = tuple(self._part(item, order, item.id in kept) for item in self.items)
        moves = len(order) - len(kept)
        headline = f"{right} of {of} pairs stand the right way round."
        if moves:
            headline += f" Moving {moves} {'item' if moves == 1 else 'items'} would set the rest right."
        if moves and not share:
            headline += " Chance alone gets half of the pairs, so this earns nothing."
        return Verdict("graded", rounded(share * points), points, headline, (), parts)

    def _part(self, item: OrderedItem, order: Sequence[str], kept: bool) -> Part:
        at = order.index(item.id) + 1
        # Tied items share a range of places, in any order.
        first = sum(other.rank < item.rank for other in self.items) + 1
        last = sum(other.rank <= item.rank for other in self.items)
        if kept:
            heading = part_heading("right", item.wording.short)
            return Part(item.id, "right", heading, item.said, 1.0, 1.0, None, None, item.evidence)
        near = first <= at <= last
        outcome: Outcome = "near" if near else "wrong"
        span = f"in place {first} or {last}" if first + 1 == last else f"in a place from {first} to {last}"
        belongs = f"in place {first}" if first == last else span
        place = f"You put it in place {at}; it belongs {belongs}."
        if near:
            place = f"Place {at} is right, but not beside what you put before or after it."
        # A foreseen mistake is told before the item's own words, for it is about what the learner did.
        foreseen = [swap.said for swap in self.swaps if _about(swap, item.id, order, self._ranks)]
        said = " ".join([place, *foreseen, item.said])
        earned = 0.5 if near else 0.0
        return Part(
            item.id, outcome, part_heading(outcome, item.wording.short), said, earned, 1.0, None, None, item.evidence
        )

    def chosen(self, answer: Ordered) -> dict[str, str]:
        """Return each item's place."""
        return {name: f"place {at + 1}" for at, name in enumerate(answer.order)}

    def told(self, answer: Ordered) -> list[Told]:
        """Return each item with its place."""
        items = {item.id: item.wording for item in self.items}
        return [(items[name].text, f"place {at + 1}", bool(items[name].source)) for at, name in enumerate(answer.order)]

    def samples(self) -> list[Sample]:
        """Return the key, nothing, the start order and every order that needs no reading."""
        right, start = self.right().order, self.start
        _, of = pairs(self._ranks, right)
        found = [
            Sample("key", {"order": list(right)}, 1, 1),
            Sample("nothing", {"order": []}, 0, 0),
            Sample("the start order", list(start), 0, 0),
            Sample("the start order turned round", list(start[::-1]), 0, FAR),
            Sample("the right order turned round", list(right[::-1]), 0, 0),
            Sample("the alphabet of the ids", sorted(right), 0, 0.99),
        ]
        for at, (one, other) in enumerate(zip(self.items, self.items[1:], strict=False)):
            swapped = [*right[:at], other.id, one.id, *right[at + 2 :]]
            # Two neighbours swapped are one pair turned from right to wrong; tied ones lose nothing.
            share = max(0.0, 1 - 2 * (one.rank != other.rank) / of)
            found.append(Sample(f"{one.id} and {other.id} swapped", swapped, share, share))
        return found

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return the right order with a few items moved, or with many."""
        order = list(self.right().order)
        for _ in range(dice.choice([0, 1, 1, 2, 20])):
            order.insert(dice.randrange(len(order)), order.pop(dice.randrange(len(order))))
        return {"order": order}


def _about(swap: Swap, name: str, order: Sequence[str], ranks: Mapping[str, int]) -> bool:
    """Whether a foreseen mistake was made, and is to be said of this item: the misplaced one of the two."""
    if order.index(swap.first) > order.index(swap.then):
        return False
    kept = longest(ranks, order)
    return name == (swap.then if swap.first in kept else swap.first)


def _check(swaps: Sequence[Swap], ranks: Mapping[str, int]) -> None:
    """Raise SpecError for a foreseen mistake that names an unknown item, or is none."""
    for at, swap in enumerate(swaps):
        for name in (swap.first, swap.then):
            if name not in ranks:
                raise SpecError(f"it names the item {name!r}, which is not there", "wrong", at)
        if ranks[swap.first] <= ranks[swap.then]:
            raise SpecError(f"{swap.first!r} before {swap.then!r} is no mistake: turn the two round", "wrong", at)


def _item(one: Mapping[str, Any], rank: int, sources: Sources) -> OrderedItem:
    evidence = sources.evidence(one.get("evidence", ()))
    return OrderedItem(one["id"], wording_of(one, sources), rank, one["say"], evidence)
