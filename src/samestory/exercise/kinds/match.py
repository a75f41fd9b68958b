"""Match: find each item's partner in a second list, and leave alone what has none.

A pair is worth a point. So is an item rightly left alone, on either side, but only in the share of the pairs that
were found: who leaves everything alone, or gives everything one partner, earns next to nothing.

The smallest spec, beside what every exercise has:

    heads: [The report, The record]
    items:
      - {id: stop, text: It stops., partner: halt, say: Both tell of the stop.}
      - {id: fare, text: It is dear., say: The record has no word of money.}
      - {id: crew, text: The crew rests., partner: hands, say: All hands are the crew.}
    others: [{id: hands, text: All hands have leave.}, {id: halt, text: It halts.}]
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.parts.pairing import NONE, Item, Partners, check_pairs, item_of, partners_in
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Malformed, Outcome, Part, Verdict, brief, rounded
from samestory.exercise.verdict import part_heading as headed

GUESSED = 0.5  # the most that pairing by a rule, without reading, may earn
GAP = "Give it a partner, or say that it has none: a reasoned guess teaches more than a gap."


@dataclass(frozen=True, slots=True)
class Paired:
    """An answer: the partner given to each item, or `none`, in the exercise's order."""

    pairs: tuple[tuple[str, str], ...]

    @property
    def empty(self) -> bool:
        """True if nothing has been said of any item."""
        return not self.pairs

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"pairs": dict(self.pairs)}


@kind
@dataclass(frozen=True)
class Match:
    """The task of an exercise of the kind `match`."""

    name: ClassVar[str] = "match"
    heads: tuple[str, str]
    items: tuple[Item, ...]
    others: tuple[Item, ...]
    partners: Mapping[str, Partners]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `heads`, `items` and `others`; an item has `text`, or `quote` pointing at an article."""
        check_pairs(spec)
        task = cls(
            (spec["heads"][0], spec["heads"][1]),
            tuple(item_of(one, str(at + 1), sources) for at, one in enumerate(spec["items"])),
            tuple(item_of(one, chr(65 + at), sources) for at, one in enumerate(spec["others"])),
            {one["id"]: Partners(partners_in(one), dict(one.get("wrong", {}))) for one in spec["items"]},
        )
        for name, guess in task._guesses():
            if task._share(dict(guess.pairs)) > GUESSED:
                found = f"the answer “{name}” would earn more than half without reading: add items or reorder them"
                raise SpecError(found, "items")
        return task

    @property
    def worth(self) -> float:
        """A point for each pair and for each item without a partner."""
        return len(self._with_partner) + len(self._alone)

    @property
    def _with_partner(self) -> list[str]:
        return [item.id for item in self.items if self.partners[item.id].right]

    @property
    def _alone(self) -> list[str]:
        """The other items that have no partner, after those of the first list."""
        sought = {name for one in self.partners.values() for name in one.right}
        here = [item.id for item in self.items if not self.partners[item.id].right]
        return here + [item.id for item in self.others if item.id not in sought]

    def view(self) -> dict[str, Any]:
        """Return both lists."""
        names = ("id", "mark", "text", "source")
        both = ([{name: getattr(item, name) for name in names} for item in all_] for all_ in (self.items, self.others))
        return {"heads": list(self.heads), **dict(zip(("items", "others"), both, strict=True))}

    def key(self) -> dict[str, Any]:
        """Return the partners and every message."""
        return {
            "partners": {n: {"right": list(one.right), "wrong": dict(one.wrong)} for n, one in self.partners.items()},
            "alone": self._alone,
            "items": {
                item.id: {"heading": item.heading, "said": item.said, "evidence": [asdict(e) for e in item.evidence]}
                for item in (*self.items, *self.others)
            },
        }

    def right(self) -> Paired:
        """Return every item with its best partner, or with none."""
        return Paired(tuple((item.id, (*self.partners[item.id].right, NONE)[0]) for item in self.items))

    def parse(self, raw: object) -> Paired | Malformed:
        """Read {item: partner}, or {"pairs": {item: partner}}; `none` for an item that has no partner."""
        if isinstance(raw, Mapping) and not isinstance(raw.get("pairs", ""), str):
            raw = raw["pairs"]
        if raw is None:
            return Paired(())
        items, others = [item.id for item in self.items], [*(item.id for item in self.others), NONE]
        if not isinstance(raw, Mapping) or len(raw) > 1000:
            return Malformed(f'Give each item a partner or "{NONE}", such as {{"{items[0]}": "{others[0]}"}}.')
        for name, other in raw.items():
            if not isinstance(name, str) or name not in items:
                return Malformed(f"There is no item {brief(name)!r}; the items are {', '.join(items)}.")
            if other is not None and (not isinstance(other, str) or other not in others):
                return Malformed(f"There is no partner {brief(other)!r}; the partners are {', '.join(others)}.")
        return Paired(tuple((name, raw[name]) for name in items if raw.get(name) is not None))

    def grade(self, answer: Paired, points: float) -> Verdict:
        """Grade pair by pair, then what was left alone."""
        pairs = dict(answer.pairs)
        found, alone = self._counts(pairs)
        of, lone = len(self._with_partner), len(self._alone)
        headline = f"{found} of {of} pairs found."
        if lone:
            headline = f"{found} of {of} pairs found; {alone} of {lone} without a partner left alone."
        parts = [self._part(item, pairs.get(item.id)) for item in self.items]
        parts += [self._other_part(item, pairs) for item in self.others if item.id in self._alone]
        return Verdict("graded", rounded(self._share(pairs) * points), points, headline, (), tuple(parts))

    def _counts(self, pairs: Mapping[str, str]) -> tuple[int, int]:
        """The pairs that were found, and the items without a partner that were left alone."""
        found = sum(pairs.get(name) in self.partners[name].right for name in self._with_partner)
        taken = set(pairs.values())
        here = {item.id for item in self.items}
        alone = sum(pairs.get(name) == NONE if name in here else name not in taken for name in self._alone)
        return found, alone

    def _share(self, pairs: Mapping[str, str]) -> float:
        (found, alone), of = self._counts(pairs), len(self._with_partner)
        return (found + alone * found / of) / (of + len(self._alone))

    def _part(self, item: Item, other: str | None) -> Part:
        if other is None:
            return Part(item.id, "unanswered", headed("unanswered", item.heading), GAP, 0.0, 1.0)
        partners, marks = self.partners[item.id], {one.id: one.mark for one in self.others}
        if other in (partners.right or (NONE,)):
            return _of(item, "right", item.said, marks[other]) if partners.right else _of(item, "trusted", item.said)
        best = f"Its partner is {marks[partners.right[0]]}." if partners.right else "It has no partner."
        return _of(item, "wrong", f"{partners.wrong.get(other, '')} {best} {item.said}".strip())

    def _other_part(self, item: Item, pairs: Mapping[str, str]) -> Part:
        return _of(item, "wrong" if item.id in pairs.values() else "trusted", item.said)

    def _guesses(self) -> Iterator[tuple[str, Paired]]:
        """Answers by a rule that asks for no reading."""
        items, others = [item.id for item in self.items], [item.id for item in self.others]
        for other in (*others, NONE):
            yield f"all with {other}", Paired(tuple((name, other) for name in items))
        yield "straight down", Paired(tuple(zip(items, others, strict=False)))
        yield "straight up", Paired(tuple(zip(items, reversed(others), strict=False)))

    def samples(self) -> list[Sample]:
        """Return the key, nothing, one pair alone, and the answers by a rule."""
        one = next(pair for pair in self.right().pairs if pair[1] != NONE)
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"pairs": {}}, 0, 0)]
        found.append(Sample("one pair alone", Paired((one,)).to_json(), 0, 0.75))
        return found + [Sample(name, guess.to_json(), 0, GUESSED) for name, guess in self._guesses()]

    def places(self) -> dict[str, str]:
        """Return each item's partner, and that an item of the second list which has none is left over."""
        texts = {NONE: "no partner", **{one.id: one.text for one in self.others}}
        return dict.fromkeys(self._alone, "left over") | {name: texts[other] for name, other in self.right().pairs}

    def texts(self) -> dict[str, str]:
        """Return the whole words of each item: a heading cuts them short and puts a number before them."""
        return {one.id: one.text for one in (*self.items, *self.others)}

    def told(self, answer: Paired) -> list[Told]:
        """Return each item with what was said of it."""
        names, items = {one.id: one.heading for one in self.others}, {one.id: one for one in self.items}
        return [
            (items[name].text, f"with {names[other]}" if other in names else "no partner", bool(items[name].source))
            for name, other in answer.pairs
        ]


def _of(item: Item, outcome: Outcome, said: str, partner: str = "") -> Part:
    about = f"{item.heading} (with {partner})" if partner else item.heading
    heading = f"Rightly left alone: {about}" if outcome == "trusted" else headed(outcome, about)
    if outcome == "wrong":
        return Part(item.id, outcome, heading, said, 0.0, 1.0, None, None, item.evidence)
    solved = f"With {partner}" if partner else "No partner"
    return Part(item.id, outcome, heading, said, 1.0, 1.0, None, None, item.evidence, about, solved)
