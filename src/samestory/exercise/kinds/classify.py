"""Classify: put each item into a group. Where a group is for sound items, both scores are counted."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample
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
    """A group; a `sound` one is for what is right as it stands."""

    id: str
    text: str
    sound: bool


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
    sound: bool


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
    groups: tuple[Group, ...]
    items: tuple[Item, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `groups` and `items`; an item has `text`, or `quote` pointing at an article."""
        groups = tuple(Group(one["id"], one["text"], bool(one.get("sound"))) for one in spec["groups"])
        each_once(spec["groups"], "groups")
        each_once(spec["items"], "items")
        known = {group.id for group in groups}
        for at, one in enumerate(spec["items"]):
            unknown = {one["group"], *one.get("also", ()), *one.get("wrong", {})} - known
            if unknown:
                found = f"item {one['id']!r} names the group {sorted(unknown)[0]!r}, which is not there"
                raise SpecError(found, "items", at)
        sound = {group.id for group in groups if group.sound}
        return cls(groups, tuple(_item(one, sources, sound) for one in spec["items"]))

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
        names = ("group", "also", "heading", "said", "wrong", "sound")
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
            "sound": [group.id for group in self.groups if group.sound],
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
        return len(self.items) - len(answer.placed)

    def grade(self, answer: Placed, points: float) -> Verdict:
        """Grade item by item."""
        placed = dict(answer.placed)
        parts = tuple(self._part(item, placed.get(item.id)) for item in self.items)
        right = sum(part.outcome == "right" for part in parts)
        measures = self._measures(placed)
        headline = f"{right} of {len(parts)} in the right group."
        if measures:
            caught, trusted = measures
            both = f"Caught {caught.count} of {caught.of}; rightly trusted {trusted.count} of {trusted.of}."
            headline = f"{both} {headline}"
        return Verdict("graded", rounded(right / len(parts) * points), points, headline, measures, parts)

    def _measures(self, placed: dict[str, str]) -> tuple[Measure, ...]:
        sound = {group.id for group in self.groups if group.sound}
        if not sound:
            return ()
        # what may be called sound or faulty is neither a fault to catch nor a passage to trust
        settled = [item for item in self.items if len({name in sound for name in (item.group, *item.also)}) == 1]
        faults = [item.id for item in settled if not item.sound]
        controls = [item.id for item in settled if item.sound]
        caught = sum(name in placed and placed[name] not in sound for name in faults)
        trusted = sum(placed.get(name) in sound for name in controls)
        return (Measure("caught", caught, len(faults)), Measure("trusted", trusted, len(controls)))

    def _part(self, item: Item, group: str | None) -> Part:
        if group is None:
            said = "Put it into a group; a reasoned guess teaches more than a gap."
            return Part(item.id, "unanswered", part_heading("unanswered", item.heading), said, 0.0, 1.0)
        outcome: Outcome = "right" if group in (item.group, *item.also) else "wrong"
        said = item.said
        if outcome == "wrong" and group in item.wrong:
            said = f"{item.wrong[group]} {item.said}"
        earned = 1.0 if outcome == "right" else 0.0
        heading = part_heading(outcome, item.heading)
        return Part(item.id, outcome, heading, said, earned, 1.0, None, None, item.evidence)

    def samples(self) -> list[Sample]:
        """Return the key, nothing, and everything in one group."""
        count = len(self.items)
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"placed": {}}, 0, 0)]
        for group in self.groups:
            share = sum(group.id in (item.group, *item.also) for item in self.items) / count
            raw = {"placed": {item.id: group.id for item in self.items}}
            found.append(Sample(f"all in {group.id}", raw, share - 0.01, min(share + 0.01, 0.75)))
        return found


def _item(one: Mapping[str, Any], sources: Sources, sound: set[str]) -> Item:
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
        one["group"] in sound,
    )
