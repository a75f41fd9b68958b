"""Classify: put each item into a group.

A group may be for faults of a text, or for what is sound as it stands; where an exercise has items of both sorts, both
scores are counted. An item that may stand in groups of more than one sort is in neither score.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Self

from samestory.exercise.card import Numbered, Sample, Told
from samestory.exercise.parts.both_scores import both_scores, in_words
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import (
    Evidence,
    Malformed,
    Measure,
    Outcome,
    Part,
    Verdict,
    brief,
    part_heading,
    rounded,
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group; a `fault` one is for faults of a text, a `sound` one for what is right as it stands."""

    id: str
    text: str
    sound: bool
    fault: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An item with the group that it belongs to, others accepted, and what is said about each mistake."""

    id: str
    text: str
    source: str | None
    heading: str
    group: str
    also: tuple[str, ...]
    said: str
    wrong: Mapping[str, str]
    evidence: tuple[Evidence, ...]

    @property
    def accepted(self) -> tuple[str, ...]:
        """The groups in which it may stand."""
        return (self.group, *self.also)


@dataclass(frozen=True, slots=True)
class Placed:
    """An answer: the group of each item that has been placed, in the exercise's order."""

    placed: tuple[tuple[str, str], ...]

    @property
    def empty(self) -> bool:
        """True if no item has been placed."""
        return not self.placed

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"placed": dict(self.placed)}


@kind
@dataclass(frozen=True)
class Classify:
    """The task of an exercise of the kind `classify`."""

    name: ClassVar[str] = "classify"
    numbered: ClassVar[Numbered] = "on paper"
    groups: tuple[Group, ...]
    items: tuple[Item, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `groups` and `items`; an item has `text`, or `quote` pointing at an article."""
        each_once(spec["groups"], "groups")
        groups = tuple(_group(one, at) for at, one in enumerate(spec["groups"]))
        each_once(spec["items"], "items")
        known = {group.id for group in groups}
        for at, one in enumerate(spec["items"]):
            unknown = {one["group"], *one.get("also", ()), *one.get("wrong", {})} - known
            if unknown:
                found = f"item {one['id']!r} names the group {sorted(unknown)[0]!r}, which is not there"
                raise SpecError(found, "items", at)
        return cls(groups, tuple(_item(one, sources) for one in spec["items"]))

    @property
    def worth(self) -> float:
        """A point for each item."""
        return len(self.items)

    def view(self) -> dict[str, Any]:
        """Return groups and items."""
        return {
            "groups": [{"id": group.id, "text": group.text} for group in self.groups],
            "items": [{"id": item.id, "text": item.text, "source": item.source} for item in self.items],
        }

    def key(self) -> dict[str, Any]:
        """Return each item's group and messages."""
        names = ("group", "also", "heading", "said", "wrong")
        return {
            "items": {
                item.id: {
                    **{name: getattr(item, name) for name in names},
                    "also": list(item.also),
                    "wrong": dict(item.wrong),
                    "evidence": [asdict(one) for one in item.evidence],
                }
                for item in self.items
            },
            "sound": sorted(self._sound),
            "fault": sorted(self._fault),
        }

    def right(self) -> Placed:
        """Return every item in its group."""
        return Placed(tuple((item.id, item.group) for item in self.items))

    def parse(self, raw: object) -> Placed | Malformed:
        """Read {item: group}, or {"placed": {item: group}}."""
        if isinstance(raw, Mapping) and not isinstance(raw.get("placed", ""), str):
            raw = raw["placed"]
        if raw is None:
            return Placed(())
        items, groups = [item.id for item in self.items], [group.id for group in self.groups]
        if not isinstance(raw, Mapping) or len(raw) > 1000:
            return Malformed(f'Give a group for each item, such as {{"{items[0]}": "{groups[0]}"}}.')
        for name, group in raw.items():
            if name not in items:
                return Malformed(f"There is no item {brief(name)!r}; the items are {', '.join(items)}.")
            if group is not None and (not isinstance(group, str) or group not in groups):
                return Malformed(f"There is no group {brief(group)!r}; the groups are {', '.join(groups)}.")
        return Placed(tuple((name, raw[name]) for name in items if raw.get(name) is not None))

    def left(self, answer: Placed) -> int:
        """Return how many items have no group yet."""
        return len(self.gaps(answer))

    def gaps(self, answer: Placed) -> tuple[str, ...]:
        """Return the items that have no group yet."""
        placed = dict(answer.placed)
        return tuple(item.id for item in self.items if item.id not in placed)

    def grade(self, answer: Placed, points: float) -> Verdict:
        """Grade item by item."""
        placed = dict(answer.placed)
        parts = tuple(self._part(item, placed.get(item.id)) for item in self.items)
        right = sum(part.outcome == "right" for part in parts)
        measures, left = self._measures(placed), self.left(answer)
        gaps = f", {left} left empty" if left else ""
        rest = f"{right} of {len(parts)} in the right group{gaps}."
        headline = f"{in_words(measures)} {rest}".strip()
        return Verdict("graded", rounded(right / len(parts) * points), points, headline, measures, parts, rest)

    @property
    def _sound(self) -> frozenset[str]:
        return frozenset(group.id for group in self.groups if group.sound)

    @property
    def _fault(self) -> frozenset[str]:
        return frozenset(group.id for group in self.groups if group.fault)

    def _measures(self, placed: Mapping[str, str]) -> tuple[Measure, ...]:
        """Return both scores over the items that were placed, where there are items of both sorts."""
        faults = [item for item in self.items if self._fault.issuperset(item.accepted)]
        sound = [item for item in self.items if self._sound.issuperset(item.accepted)]
        if not faults or not sound:
            return ()
        return both_scores(
            [self._caught(item, placed[item.id]) for item in faults if item.id in placed],
            ["trusted" if placed[item.id] in self._sound else "doubted" for item in sound if item.id in placed],
        )

    def _caught(self, item: Item, group: str) -> Outcome:
        if group in item.accepted:
            return "caught"
        return "noticed" if group in self._fault else "missed"

    def _part(self, item: Item, group: str | None) -> Part:
        if group is None:
            said = "Put it into a group; a reasoned guess teaches more than a gap."
            return Part(item.id, "unanswered", part_heading("unanswered", item.heading), said, 0.0, 1.0)
        outcome: Outcome = "right" if group in item.accepted else "wrong"
        said = item.said
        if outcome == "wrong" and group in item.wrong:
            said = f"{item.wrong[group]} {item.said}"
        earned = 1.0 if outcome == "right" else 0.0
        heading = part_heading(outcome, item.heading)
        return Part(item.id, outcome, heading, said, earned, 1.0, None, None, item.evidence)

    def told(self, answer: Placed) -> list[Told]:
        """Return each item with the group that it was put into."""
        items, groups = {item.id: item for item in self.items}, {group.id: group.text for group in self.groups}
        return [(items[name].text, groups[group], items[name].source is not None) for name, group in answer.placed]

    def places(self) -> dict[str, str]:
        """Return each item's group."""
        groups = {group.id: group.text for group in self.groups}
        return {name: groups[group] for name, group in self.right().placed}

    def samples(self) -> list[Sample]:
        """Return the key, nothing, and everything in one group."""
        count = len(self.items)
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"placed": {}}, 0, 0)]
        for group in self.groups:
            share = sum(group.id in item.accepted for item in self.items) / count
            raw = {"placed": {item.id: group.id for item in self.items}}
            found.append(Sample(f"all in {group.id}", raw, share - 0.01, min(share + 0.01, 0.75)))
        return found


def _group(one: Mapping[str, Any], at: int) -> Group:
    sound, fault = bool(one.get("sound")), bool(one.get("fault"))
    if sound and fault:
        raise SpecError(f"the group {one['id']!r} can't be for faults and for sound items: keep one", "groups", at)
    return Group(one["id"], one["text"], sound, fault)


def _item(one: Mapping[str, Any], sources: Sources) -> Item:
    text, source = one.get("text"), None
    if "quote" in one:
        (quoted,) = sources.evidence([one["quote"]])
        text, source = quoted.quote, quoted.source
    assert text is not None, "the schema asks for text or quote"
    return Item(
        one["id"],
        text,
        source,
        text if len(text) <= 90 else f"{text[:88].rsplit(' ', 1)[0]} …",
        one["group"],
        tuple(one.get("also", ())),
        one["say"],
        dict(one.get("wrong", {})),
        sources.evidence(one.get("evidence", ())),
    )
