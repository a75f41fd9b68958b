"""Grade an answer by a scheme: slots, and for each value that can stand in one an outcome, a credit and words.

A kind whose answers fill slots (the group of an item, the word in a cell, one number) turns its task into a `Scheme`
once. This module walks it in Python, `widget/web/grading/scheme.mjs` on the page: both find for each slot the first
reply that takes its value, and from all of them the share of the points, the headline and the measures.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

from samestory.exercise.parts.agreement import kappa
from samestory.exercise.parts.both_scores import both_scores, scores_in_words
from samestory.exercise.verdict import Evidence, Measure, Outcome, Part, Verdict, part_heading, rounded, total

Measured = Literal["spoken", "silent"]
Takes = Callable[[Sequence[str], str], bool]
HeadlinePiece = tuple[str, str]
RIGHT_OR_NOT: tuple[HeadlinePiece, ...] = (("Right.", "right"), ("Close.", "near"), ("Not so.", "wrong"))
MOST_GUESSED = 0.5  # of the points: more by a rule that asks for no reading, and a spec is refused
FAULTY = ("caught", "noticed", "missed")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a slot answers to the values `to`, or to every value if there are none.

    `first` is said before the words of the slot; of a `bare` reply it is all, without the slot's evidence. Without an
    `outcome` the credit tells it. `head` stands for the words of the outcome, `more` behind what the slot is about,
    `solved` is what a solution shows of it. `score` is the outcome that both scores count.
    """

    first: str = ""
    to: tuple[str, ...] = ()
    credit: float = 0.0
    outcome: Outcome | None = None
    head: str = ""
    more: str = ""
    solved: str = ""
    score: Outcome | None = None
    bare: bool = False

    @property
    def found(self) -> Outcome:
        """The outcome."""
        return self.outcome or ("right" if self.credit == 1 else "near" if self.credit else "wrong")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that an answer fills, with its replies in the order in which they are tried.

    Its best reply tells what it is worth. A value that no reply takes is not spoken of. `measure` is counted over the
    slots that name it, `spoken` and `silent` only together. A slot with an `aside` is worth that share of the points
    (0 to 1), and only beside others that earn something.
    """

    id: str
    replies: tuple[Reply, ...]
    said: str = ""
    evidence: tuple[Evidence, ...] = ()
    about: str = ""
    measure: Measured | None = None
    aside: float = 0.0

    @property
    def accepted(self) -> tuple[str, ...]:
        """The values that earn all, the best one first."""
        return tuple(value for one in self.replies if one.credit == 1 for value in one.to)


@dataclass(frozen=True, slots=True)
class Fill:
    """What stands in a slot: None if nothing does.

    `about` is what the heading is about, where the slot does not say it: what the page shows anyhow. `first` is said
    before anything else, and `why` in place of a reply to every value.
    """

    value: str | None
    about: str = ""
    first: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """All that grading needs. `empty` is the reply to a slot with nothing in it.

    The share of the points is made of the `credits` (their sum out of `of`, less the wrong ones out of `wrongs` that
    could be given), of `pairs` (of which there are `of`; what is rightly left alone counts in the share of the pairs
    found), or of what is `beyond chance`. Where values must be `varied`, one and the same everywhere earns nothing.

    The headline is made of pieces, each with the name of a count: without a name it always stands, else where the
    count is above 0. In braces a piece can hold counts too. With `scores`, both scores stand before it.
    """

    slots: tuple[Slot, ...]
    headline: tuple[HeadlinePiece, ...]
    empty: Reply | None = None
    rule: Literal["credits", "pairs", "beyond chance"] = "credits"
    of: float = 1.0
    wrongs: int = 0
    varied: bool = False
    scores: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the scheme as plain values, without what says nothing."""
        slots = [{**_plain(slot), "replies": [_plain(one) for one in slot.replies]} for slot in self.slots]
        empty = {"empty": _plain(self.empty)} if self.empty else {}
        return {**_plain(self), "slots": slots, "headline": [list(piece) for piece in self.headline], **empty}

    def grade(self, fills: Sequence[Fill], points: float, takes: Takes | None = None) -> Verdict:
        """Grade what stands in the slots, one `Fill` for each in their order, out of `points`.

        `takes` tells whether the values of a reply take one that was given; without it, whether it is among them.
        """
        given = [self._given(*one, takes) for one in zip(self.slots, fills, strict=True)]
        counts, share = self._counted(given)
        measures = _measures(given)
        counts.update({one.name: one.count for one in measures})
        rest = "".join(text.format_map(counts) for text, when in self.headline if not when or counts[when])
        headline = f"{scores_in_words(measures)} {rest}".strip() if self.scores else rest
        parts = tuple(part for one in given if (part := one.part()))
        told = rest if self.scores else None
        return Verdict("graded", rounded(share * points), points, headline, measures, parts, told)

    def share(self, fills: Sequence[Fill]) -> float:
        """Return the share of the points, 0 to 1, that an answer earns."""
        return self._counted([self._given(*one, None) for one in zip(self.slots, fills, strict=True)])[1]

    def _given(self, slot: Slot, fill: Fill, takes: Takes | None) -> "_Given":
        # An empty slot has a reply of its own: one to every value would call it wrong.
        if fill.value is None:
            return _Given(slot, fill, self.empty)
        takes = takes or _listed
        return _Given(slot, fill, next((one for one in slot.replies if not one.to or takes(one.to, fill.value)), None))

    def _counted(self, given: "Sequence[_Given]") -> tuple[Counter[str], float]:
        """The counts by name, and the share of the points."""
        main = [one for one in given if not one.slot.aside]
        counts = _counts(main)
        share = self._share(main, counts)
        # Asides come last, for they take their share of what the others have earned: sure of nothing earns nothing.
        for aside, credit in [(one.slot.aside, one.credit) for one in given if one.slot.aside]:
            share = share * (1 - aside) + (aside if share and credit == 1 else 0.0)
        # `unsure` is right without all of the points: what is missing is then the aside.
        counts["full"], counts["unsure"] = int(share == 1), int(counts["right"] > 0 and share != 1)
        return counts, share

    def _share(self, main: "Sequence[_Given]", counts: Counter[str]) -> float:
        if self.rule == "pairs":
            found, alone = counts["right"], counts["trusted"]
            return (found + alone * found / self.of) / len(main)
        # Chance follows from the answer itself, so who says one word everywhere gets what chance gets.
        if self.rule == "beyond chance":
            beyond = kappa([(one.slot.accepted, one.fill.value) for one in main])
            counts["chance"] = beyond.by_chance
            return beyond.share
        # One value for all that is right throughout is right: only where something is amiss is it a trick.
        values = {one.fill.value for one in main}
        counts["constant"] = int(self.varied and len(values) == 1 and None not in values and counts["amiss"] > 0)
        share = total(one.credit for one in main) / self.of - (counts["wrong"] / self.wrongs if self.wrongs else 0.0)
        return 0.0 if counts["constant"] else max(0.0, share)


@dataclass(frozen=True, slots=True)
class _Given:
    """A slot with what stands in it, and the reply to that."""

    slot: Slot
    fill: Fill
    reply: Reply | None

    @property
    def credit(self) -> float:
        return self.reply.credit if self.reply else 0.0

    def part(self) -> Part | None:
        """What is said of the slot."""
        slot, fill, reply = self.slot, self.fill, self.reply
        if reply is None:
            return None
        # A cause told by the answer's form says more than the reply to every other value.
        first = fill.why if fill.why and not reply.to else reply.first
        said = " ".join(filter(None, (fill.first, first, "" if reply.bare else slot.said)))
        about = f"{slot.about or fill.about}{reply.more}"
        heading = f"{reply.head}: {about}" if reply.head else part_heading(reply.found, about)
        # Evidence would give the right answer away where the reply holds it back.
        evidence = () if reply.bare else slot.evidence
        words = (slot.id, reply.found, heading, said, reply.credit, max(one.credit for one in slot.replies))
        return Part(*words, evidence=evidence, about=about, solved=reply.solved)


def _listed(values: Sequence[str], value: str) -> bool:
    return value in values


def _counts(main: Sequence[_Given]) -> Counter[str]:
    """The outcomes, and how many slots earn something (`hit`), are not right (`amiss`), are empty (`left`)."""
    counts = Counter[str](one.reply.found for one in main if one.reply)
    counts["hit"] = sum(one.credit > 0 for one in main)
    counts["amiss"] = len(main) - counts["right"]
    counts["all"] = int(not counts["amiss"])
    counts["left"] = sum(one.fill.value is None for one in main)
    return counts


def _measures(main: Sequence[_Given]) -> tuple[Measure, ...]:
    """Both scores over the slots with a value, then the measures that slots name."""
    scored = [one.reply.score for one in main if one.reply and one.reply.score]
    scores = both_scores([one for one in scored if one in FAULTY], [one for one in scored if one not in FAULTY])
    names: tuple[Measured, ...] = ("spoken", "silent")
    named = [[one.credit == 1 for one in main if one.slot.measure == name] for name in names]
    # Both or neither: a count of silences alone would reward who says nothing.
    return (
        *scores,
        *(Measure(name, sum(some), len(some)) for name, some in zip(names, named, strict=True) if all(named)),
    )


def _plain(one: Any) -> dict[str, Any]:
    """The fields that are not as they are where nothing is said."""
    # A key travels with every page of the book: what is as always need not.
    values = {
        field.name: getattr(one, field.name) for field in fields(one) if getattr(one, field.name) != field.default
    }
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return plain | ({"evidence": [each.to_json() for each in values["evidence"]]} if "evidence" in values else {})
