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

What of the `others` has `needs` answers every item that takes it wrongly: what its partner would have to be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.grading import MOST_GUESSED, Fill, Reply, Scheme, Slot
from samestory.exercise.parts.pairing import NO_PARTNER, PairedItem, check_pairs, item_of
from samestory.exercise.parts.placing import Placing, read_placing
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Malformed, Verdict

UNPAIRED = "Give it a partner, or say that it has none: a reasoned guess teaches more than a gap."


@kind
@dataclass(frozen=True)
class Match:
    """The task of an exercise of the kind `match`."""

    name: ClassVar[str] = "match"
    heads: tuple[str, str]
    items: tuple[PairedItem, ...]
    others: tuple[PairedItem, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `heads`, `items` and `others`; an item has `text`, or `quote` pointing at an article."""
        check_pairs(spec)
        task = cls(
            (spec["heads"][0], spec["heads"][1]),
            tuple(item_of(one, str(at + 1), sources) for at, one in enumerate(spec["items"])),
            tuple(item_of(one, chr(65 + at), sources) for at, one in enumerate(spec["others"])),
        )
        # Refused at the door: on a page nobody would see that reading is not needed.
        for name, guess in task._rules():
            if task.scheme.share(task._fills(guess)) > MOST_GUESSED:
                found = f"the answer “{name}” would earn more than half without reading: add items or reorder them"
                raise SpecError(found, "items")
        return task

    @property
    def worth(self) -> float:
        """A point for each pair and for each item without a partner."""
        return len(self.scheme.slots)

    @property
    def _names(self) -> list[str]:
        return [item.id for item in self.items]

    def view(self) -> dict[str, Any]:
        """Return both lists."""
        items, others = ([one.shown() for one in some] for some in (self.items, self.others))
        return {"heads": list(self.heads), "items": items, "others": others}

    def key(self) -> dict[str, Any]:
        """Return the scheme."""
        return self.scheme.to_json()

    @cached_property
    def scheme(self) -> Scheme:
        """A slot for each item, then for each of the others that has no partner."""
        slots = [self._slot(item) for item in self.items]
        # What nobody sought on the other side has a slot as well: leaving it alone is half of the exercise.
        slots += [_lonely(one, Reply(), "left") for one in self._unsought]
        of = sum(bool(item.partners) for item in self.items)
        lone = len(slots) - of
        told = f"{{right}} of {of} pairs found"
        told += f"; {{trusted}} of {lone} without a partner left alone." if lone else "."
        return Scheme(tuple(slots), ((told, ""),), Reply(UNPAIRED, outcome="unanswered", bare=True), "pairs", of)

    @property
    def _unsought(self) -> list[PairedItem]:
        """The others that have no partner."""
        sought = {name for item in self.items for name in item.partners}
        return [one for one in self.others if one.id not in sought]

    def _slot(self, item: PairedItem) -> Slot:
        marks = {one.id: one.mark for one in self.others}
        best = f"Its partner is {marks[item.partners[0]]}." if item.partners else "It has no partner."
        # What is foreseen of this very pair goes before what the partner taken would have asked of any item.
        asked = {one.id: one.needs for one in self.others if one.needs and one.id not in item.partners}
        foreseen = [Reply(f"{why} {best}", (other,)) for other, why in (asked | dict(item.wrong)).items()]
        if not item.partners:
            return _lonely(item, Reply(best), NO_PARTNER, *foreseen)
        right = [
            Reply(to=(other,), credit=1.0, more=f" (with {marks[other]})", solved=f"With {marks[other]}")
            for other in item.partners
        ]
        return Slot(item.id, (*right, *foreseen, Reply(best)), item.said, item.evidence, item.cut)

    def right(self) -> Placing:
        """Return every item with its best partner, or with none."""
        return Placing("pairs", tuple((item.id, (*item.partners, NO_PARTNER)[0]) for item in self.items))

    def parse(self, raw: object) -> Placing | Malformed:
        """Read {item: partner}, or {"pairs": {item: partner}}; `none` for an item that has no partner."""
        others = [*(item.id for item in self.others), NO_PARTNER]
        how = f'Give each item a partner or "{NO_PARTNER}", such as {{"{self._names[0]}": "{others[0]}"}}.'
        return read_placing(raw, "pairs", self._names, "partner", others, how)

    def grade(self, answer: Placing, points: float) -> Verdict:
        """Grade pair by pair, then what was left alone."""
        return self.scheme.grade(self._fills(answer), points)

    def _fills(self, answer: Placing) -> list[Fill]:
        taken = {other for _, other in answer.pairs}
        alone = [Fill("taken" if one.id in taken else "left", one.heading) for one in self._unsought]
        return answer.fills({item.id: item.heading for item in self.items}) + alone

    def _rules(self) -> Iterator[tuple[str, Placing]]:
        """Answers by a rule that asks for no reading."""
        others = [item.id for item in self.others]
        for other in (*others, NO_PARTNER):
            # One partner for everything is what somebody tries who reads nothing, and so are both diagonals.
            yield f"all with {other}", Placing("pairs", tuple((name, other) for name in self._names))
        yield "straight down", Placing("pairs", tuple(zip(self._names, others, strict=False)))
        yield "straight up", Placing("pairs", tuple(zip(self._names, reversed(others), strict=False)))

    def samples(self) -> list[Sample]:
        """Return the key, nothing, one pair alone, and the answers by a rule."""
        one = next(pair for pair in self.right().pairs if pair[1] != NO_PARTNER)
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"pairs": {}}, 0, 0)]
        found.append(Sample("one pair alone", Placing("pairs", (one,)).to_json(), 0, 0.75))
        return found + [Sample(name, guess.to_json(), 0, MOST_GUESSED) for name, guess in self._rules()]

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return an answer by chance."""
        others = [*(item.id for item in self.others), NO_PARTNER]
        return {"pairs": {name: dice.choice(others) for name in self._names if dice.random() < 0.8}}

    def places(self) -> dict[str, str]:
        """Return each item's partner, and that an item of the second list which has none is left over."""
        texts = {one.id: one.wording.text for one in self.others}
        partners = {name: texts.get(other, "no partner") for name, other in self.right().pairs}
        return dict.fromkeys(texts, "left over") | partners

    def texts(self) -> dict[str, str]:
        """Return the whole words of each item: a heading cuts them short and puts a number before them."""
        return {one.id: one.wording.text for one in (*self.items, *self.others)}

    def chosen(self, answer: Placing) -> dict[str, str]:
        """Return the partner that each item was given."""
        names = {one.id: f"with {one.heading}" for one in self.others}
        return {name: names.get(other, "no partner") for name, other in answer.pairs}

    def told(self, answer: Placing) -> list[Told]:
        """Return each item with what was said of it."""
        names, items = {one.id: one.heading for one in self.others}, {one.id: one.wording for one in self.items}
        return [
            (items[name].text, f"with {names[other]}" if other in names else "no partner", bool(items[name].source))
            for name, other in answer.pairs
        ]


def _lonely(item: PairedItem, wrong: Reply, alone: str, *foreseen: Reply) -> Slot:
    """The slot of an item that has no partner; `alone` is the value that says so."""
    right = Reply(to=(alone,), credit=1.0, outcome="trusted", head="Rightly left alone", solved="No partner")
    return Slot(item.id, (right, *foreseen, wrong), item.said, item.evidence, item.cut)
