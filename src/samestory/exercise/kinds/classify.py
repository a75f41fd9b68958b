"""Classify: put each item into a group.

A group may be for faults of a text, or for what is sound as it stands; where an exercise has items of both sorts, both
scores are counted. An item that may stand in groups of more than one sort is in neither score. Where it is asked for,
an answer says of each item how sure it is; that enters no points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Numbered, Sample, Told
from samestory.exercise.grading import Reply, Scheme, Slot
from samestory.exercise.parts.placing import Placing, read_placing
from samestory.exercise.parts.sorting import STEPS, SURE, Sorting
from samestory.exercise.parts.wording import Wording, wording_of
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence, Malformed, Outcome, Verdict

UNPLACED = "Put it into a group; a reasoned guess teaches more than a gap."

# By the sort of an item: what is scored for a right group, for another one of the same sort, and for any other.
SCORES: Mapping[str, tuple[Outcome | None, Outcome | None, Outcome | None]] = {
    "fault": ("caught", "noticed", "missed"),
    "sound": ("trusted", "trusted", "doubted"),
    "": (None, None, None),
}


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """A group; a `fault` one is for faults of a text, a `sound` one for what is right as it stands."""

    id: str
    text: str
    sound: bool
    fault: bool


@dataclass(frozen=True, slots=True)
class SortedItem:
    """An item with the group that it belongs to, others accepted, and what is said about each mistake."""

    id: str
    wording: Wording
    group: str
    also: tuple[str, ...]
    said: str
    wrong: Mapping[str, str]
    evidence: tuple[Evidence, ...]

    @property
    def accepted(self) -> tuple[str, ...]:
        """The groups in which it may stand."""
        return (self.group, *self.also)


@kind
@dataclass(frozen=True)
class Classify:
    """The task of an exercise of the kind `classify`."""

    name: ClassVar[str] = "classify"
    numbered: ClassVar[Numbered] = "on paper"
    groups: tuple[ItemGroup, ...]
    items: tuple[SortedItem, ...]
    sure: bool = False
    lean: bool = False

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `groups`, `items`, `sure` and `lean`; an item has `text`, or `quote` pointing at an article."""
        each_once(spec["groups"], "groups")
        groups = tuple(_group(one, at) for at, one in enumerate(spec["groups"]))
        each_once(spec["items"], "items")
        known = {group.id for group in groups}
        for at, one in enumerate(spec["items"]):
            unknown = {one["group"], *one.get("also", ()), *one.get("wrong", {})} - known
            if unknown:
                found = f"item {one['id']!r} names the group {sorted(unknown)[0]!r}, which is not there"
                raise SpecError(found, "items", at)
        return cls(
            groups, tuple(_item(one, sources) for one in spec["items"]), bool(spec.get(SURE)), bool(spec.get("lean"))
        )

    @property
    def worth(self) -> float:
        """A point for each item."""
        return len(self.items)

    @property
    def _names(self) -> list[str]:
        return [item.id for item in self.items]

    def view(self) -> dict[str, Any]:
        """Return groups and items; where they are asked for, the steps of how sure one is, and that a lean is drawn."""
        items = [{"id": one.id, "text": one.wording.text, "source": one.wording.source} for one in self.items]
        # Only where it is asked for: a field more would make new editions of all that was answered without it.
        steps = {SURE: [{"id": name, "text": text} for name, text in STEPS.items()]} if self.sure else {}
        lean = {"lean": True} if self.lean else {}
        groups = [{"id": group.id, "text": group.text} for group in self.groups]
        return {"groups": groups, "items": items, **steps, **lean}

    def key(self) -> dict[str, Any]:
        """Return the scheme."""
        return self.scheme.to_json()

    @cached_property
    def scheme(self) -> Scheme:
        """Each item with its right groups, the mistakes foreseen, and what both scores count."""
        sorts = [self._sort(item) for item in self.items]
        # Of one sort alone there is no score: who calls everything faulty would catch every fault.
        both = {"fault", "sound"}.issubset(sorts)
        slots = [self._slot(item, sort if both else "") for item, sort in zip(self.items, sorts, strict=True)]
        of = len(slots)
        headline = ((f"{{right}} of {of} in the right group", ""), (", {left} left empty", "left"), (".", ""))
        empty = Reply(UNPLACED, outcome="unanswered", bare=True)
        return Scheme(tuple(slots), headline, empty, of=of, scores=True)

    def _sort(self, item: SortedItem) -> str:
        """Whether all groups in which an item may stand are for faults, or for what is sound."""
        own = [group for group in self.groups if group.id in item.accepted]
        return "fault" if all(one.fault for one in own) else "sound" if all(one.sound for one in own) else ""

    def _slot(self, item: SortedItem, sort: str) -> Slot:
        right, alike, other = SCORES[sort]
        kin = [one.id for one in self.groups if (one.sound if sort == "sound" else one.fault)]
        foreseen = [
            Reply(why, (name,), score=alike if name in kin else other)
            for name, why in item.wrong.items()
            if name not in item.accepted
        ]
        rest = tuple(name for name in kin if name not in (*item.accepted, *item.wrong)) if sort else ()
        wrong = [Reply(to=rest, score=alike)] if rest else []
        # The first reply that takes a group is the one that is told, so a foreseen mistake stands before its sort.
        replies = (Reply(to=item.accepted, credit=1.0, score=right), *foreseen, *wrong, Reply(score=other))
        return Slot(item.id, replies, item.said, item.evidence, item.wording.cut)

    def right(self) -> Sorting:
        """Return every item in its group, for certain."""
        placed = Placing("placed", tuple((item.id, item.group) for item in self.items))
        return Sorting(placed, Placing(SURE, tuple((name, [*STEPS][-1]) for name in self._names if self.sure)))

    def parse(self, raw: object) -> Sorting | Malformed:
        """Read {item: group}, or {"placed": {item: group}}, and beside that {"sure": {item: step}}."""
        groups = [group.id for group in self.groups]
        how = f'Give a group for each item, such as {{"{self._names[0]}": "{groups[0]}"}}.'
        said, raw = self._taken_apart(raw)
        placed = read_placing(raw, "placed", self._names, "group", groups, how)
        steps = (
            f'Say of each item how sure you are, such as {{"{SURE}": {{"{self._names[0]}": "{next(iter(STEPS))}"}}}}.'
        )
        sure = read_placing(said, SURE, self._names, "step", [*STEPS], steps)
        if isinstance(placed, Malformed):
            return placed
        return sure if isinstance(sure, Malformed) else Sorting(placed, sure)

    def _taken_apart(self, raw: object) -> tuple[object, object]:
        """What an answer says of how sure it is, and the rest of it."""
        # A text there is the group of an item that happens to be called so.
        if not self.sure or not isinstance(raw, Mapping) or isinstance(raw.get(SURE, ""), str):
            return None, raw
        return raw[SURE], {name: value for name, value in raw.items() if name != SURE}

    def gaps(self, answer: Sorting) -> tuple[str, ...]:
        """Return the items that have no group yet, or of which it is not said how sure that is."""
        said = [dict(answer.placed.pairs), *([dict(answer.sure.pairs)] if self.sure else [])]
        return tuple(name for name in self._names if not all(name in one for one in said))

    def grade(self, answer: Sorting, points: float) -> Verdict:
        """Grade item by item."""
        return self.scheme.grade(answer.placed.fills({item.id: item.wording.text for item in self.items}), points)

    def told(self, answer: Sorting) -> list[Told]:
        """Return each item with the group that it was put into, and how sure that was."""
        items, groups = {item.id: item.wording for item in self.items}, {group.id: group.text for group in self.groups}
        sure = {name: f" ({STEPS[step].lower()})" for name, step in answer.sure.pairs}
        return [
            (items[name].text, f"{groups[group]}{sure.get(name, '')}", items[name].source is not None)
            for name, group in answer.placed.pairs
        ]

    def chosen(self, answer: Sorting) -> dict[str, str]:
        """Return the group that each item was put into."""
        groups = {group.id: group.text for group in self.groups}
        return {name: groups[group] for name, group in answer.placed.pairs}

    def places(self) -> dict[str, str]:
        """Return each item's group."""
        groups = {group.id: group.text for group in self.groups}
        return {name: groups[group] for name, group in self.right().placed.pairs}

    def samples(self) -> list[Sample]:
        """Return the key, nothing, and everything in one group."""
        count = len(self.items)
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"placed": {}}, 0, 0)]
        for group in self.groups:
            share = sum(group.id in item.accepted for item in self.items) / count
            raw = {"placed": {item.id: group.id for item in self.items}}
            # Points are rounded to two decimals, so the share is met nearly.
            found.append(Sample(f"all in {group.id}", raw, share - 0.01, min(share + 0.01, 0.75)))
        return found

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return an answer by chance."""
        guess = {"placed": {name: dice.choice(self.groups).id for name in self._names if dice.random() < 0.8}}
        steps = {name: dice.choice([*STEPS]) for name in self._names if self.sure and dice.random() < 0.8}
        return {**guess, SURE: steps} if self.sure else guess


def _group(one: Mapping[str, Any], at: int) -> ItemGroup:
    sound, fault = bool(one.get("sound")), bool(one.get("fault"))
    if sound and fault:
        raise SpecError(f"the group {one['id']!r} can't be for faults and for sound items: keep one", "groups", at)
    return ItemGroup(one["id"], one["text"], sound, fault)


def _item(one: Mapping[str, Any], sources: Sources) -> SortedItem:
    return SortedItem(
        one["id"],
        wording_of(one, sources),
        one["group"],
        tuple(one.get("also", ())),
        one["say"],
        dict(one.get("wrong", {})),
        sources.evidence(one.get("evidence", ())),
    )
