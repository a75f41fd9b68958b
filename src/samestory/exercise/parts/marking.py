"""Score a highlighted answer: both the faults that were marked and the sound passages that were left alone.

A fault is caught when at least half of its core is marked and little lies beyond its reach; else it
earns by token F1 against the phrase. Marking a control costs half a fault. Marks on other words are free
up to the number of faults + 3 marks in all; each one beyond costs a quarter. And whoever marks more than a
quarter of the words that nobody speaks of does not tell them apart: the points shrink, to nothing where all
are marked, however the marks are cut.

The two scores count faults of the text (`labels.FAULT_LABELS`) and controls, where the passage has both; one that is
marked whole but under another label is noticed, not caught. Whoever marks anything has looked at the whole passage.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samestory.exercise.labels import FAULT_LABELS, LABELS
from samestory.exercise.parts.both_scores import both_scores, scores_in_words
from samestory.exercise.sources import Control, Fault, Span
from samestory.exercise.verdict import Measure, Outcome, Part, Verdict, part_heading, rounded, total

# Half: whoever marked most of the words that are wrong has seen them.
CORE_NEEDED = 0.5
LABEL_SHARE = 0.25
# Half a fault: doubting all that looks odd must not pay, and one wrong doubt must not undo a good find.
CONTROL_COST = 0.5
STRAY_COST = 0.25
# Some marks beside the faults are reading, not gaming.
SPARE_MARKS = 3
# Less than this of a phrase is met by marks made without reading.
PARTLY = 0.25
FREE_SHARE = 0.25
# With so few other words, a mark or two by chance would look like marking everything.
FEW_WORDS = 12
WHOLE = ("caught", "noticed", "found")  # outcomes of what was marked as a whole


@dataclass(frozen=True, slots=True)
class WordMark:
    """The words from `first` to `last`, both included, and the label chosen for them."""

    first: int
    last: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """An answer: the marks in the order in which they stand."""

    marks: tuple[WordMark, ...]

    @property
    def empty(self) -> bool:
        """True if nothing is marked."""
        return not self.marks

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"marks": [{"from": m.first, "to": m.last, "label": m.label} for m in self.marks]}


@dataclass(frozen=True)
class Marking:
    """What marks on a passage of `size` words are scored against; `labelled` if a label is asked for.

    `neutral` holds findings of the passage that are not scored.
    """

    size: int
    faults: tuple[Fault, ...]
    controls: tuple[Control, ...]
    neutral: tuple[Fault, ...]
    labelled: bool

    def grade(self, answer: Marks, points: float) -> Verdict:
        """Grade the marks as this module's first lines say."""
        marks = answer.marks
        marked = {word for mark in marks for word in _span(mark)}
        found = [self._fault_part(fault, marks) for fault in self.faults]
        left = [_control_part(control, marked) for control in self.controls]
        parts = found + left
        strays = [mark for mark in marks if not self._speaks_of(mark)]
        # No more than the strays themselves: two marks on one fault are clumsy and cost nothing.
        excess = max(0, min(len(marks) - len(self.faults) - SPARE_MARKS, len(strays)))
        parts += [_stray_part(mark) for mark in strays]
        parts += [_unscored_part(one) for one in self.neutral if any(_meets(m, one.words) for m in marks)]
        parts.sort(key=lambda part: part.words or (0, 0))
        # `total`, not sum: the page adds up in JavaScript and must come to the same points.
        earned = total(part.earned for part in parts) - excess * STRAY_COST
        restraint = self._restraint(marked)
        share = max(0.0, earned / len(self.faults)) * restraint
        measures, rest = self._scores([one.outcome for one in found], [one.outcome for one in left])
        if excess:
            rest += f" {excess} {'mark' if excess == 1 else 'marks'} too many on other words cost points."
        if restraint < 1:
            rest += " So many other words are marked that the points shrink."
        return Verdict(
            "graded",
            rounded(share * points),
            points,
            f"{scores_in_words(measures)} {rest.strip()}".strip(),
            measures,
            tuple(parts),
            rest.strip(),
        )

    def _scores(self, found: list[Outcome], left: list[Outcome]) -> tuple[tuple[Measure, ...], str]:
        """Return both scores, and a sentence on what was found beside them, which may be empty."""
        pairs = list(zip(found, self.faults, strict=True))
        faults = [one for one, fault in pairs if fault.label in FAULT_LABELS]
        # A score of faults without sound passages would reward doubting everything.
        measures = both_scores(faults, left) if faults and left else ()
        others = [one for one, fault in pairs if fault.label not in FAULT_LABELS] if measures else found
        whole = f"{sum(one in WHOLE for one in others)} of {len(others)}"
        if measures:
            return measures, f"Found {whole} others." if others else ""
        alone = f"; {left.count('trusted')} of {len(left)} rightly left alone" if left else ""
        return (), f"Found {whole}{alone}."

    def _restraint(self, marked: set[int]) -> float:
        """Return 1 where most words that nobody speaks of are left alone, down to 0 where none is."""
        rest = self._rest
        if len(rest) < FEW_WORDS:
            return 1.0
        return min(1.0, len(rest - marked) / len(rest) / (1 - FREE_SHARE))

    @cached_property
    def _rest(self) -> frozenset[int]:
        """The words beyond every fault's reach, every control and every unscored finding."""
        return frozenset(range(self.size)) - self._reached - self._spoken_of

    def _speaks_of(self, mark: WordMark) -> bool:
        return not self._spoken_of.isdisjoint(_span(mark))

    @cached_property
    def _spoken_of(self) -> frozenset[int]:
        """The words of every fault, control and unscored finding."""
        found = [fault.words for fault in (*self.faults, *self.neutral)] + [one.words for one in self.controls]
        return frozenset().union(*map(_range, found))

    @cached_property
    def _reached(self) -> frozenset[int]:
        """The words that a mark on some fault may take in without cost."""
        return frozenset().union(*(_range(fault.reach) for fault in self.faults))

    def _fault_part(self, fault: Fault, marks: tuple[WordMark, ...]) -> Part:
        touching = [mark for mark in marks if _meets(mark, fault.words)]
        place = self._place(fault, touching)
        extent = self._extent(fault, touching) if place else ""
        whole: Outcome = "caught" if fault.label in FAULT_LABELS else "found"
        outcome: Outcome = whole if place == 1 else "partly" if place >= PARTLY else "missed"
        said, earned = fault.said, place if place >= PARTLY else 0.0
        # The label counts only where the place was found: a right label on other words is chance.
        if self.labelled and earned:
            # Of several marks on one fault, that which holds most of its core tells the label.
            label = max(touching, key=lambda mark: _shared(mark, fault.core)).label
            if label not in (fault.label, *fault.also):
                earned *= 1 - LABEL_SHARE
                outcome = "noticed" if outcome == "caught" else outcome
                given = f"You called it {LABELS[label].name}" if label else "You chose no label"
                said = f"{given}; here it is {LABELS[fault.label].name}. {said}"
        heading = part_heading(outcome, fault.heading)
        return Part(
            fault.id,
            outcome,
            heading,
            f"{extent} {said}".strip(),
            rounded(earned),
            1.0,
            fault.words,
            fault.certainty,
            fault.evidence,
        )

    def _extent(self, fault: Fault, touching: list[WordMark]) -> str:
        """Return how a mark that doesn't fit lies: beside some of the words that matter, or far beyond them."""
        words = {word for mark in touching for word in _span(mark)}
        core, beyond = _range(fault.core), words - self._reached
        has = len(core & words)
        if has < len(core):
            if len(core) == 1:
                return "Your mark has not the word that matters here."
            return f"Your mark has {has} of the {len(core)} words that matter here."
        if len(beyond) > max(2, len(_range(fault.words)) // 2):
            return f"Your mark goes {len(beyond)} words beyond it."
        return ""

    def _place(self, fault: Fault, touching: list[WordMark]) -> float:
        if not touching:
            return 0.0
        words = {word for mark in touching for word in _span(mark)}
        covered = len(words & _range(fault.core)) / len(_range(fault.core))
        beyond = words - self._reached
        phrase = _range(fault.words)
        # Two words beyond are free even by a short phrase; by a long one, half its length.
        if covered >= CORE_NEEDED and len(beyond) <= max(2, len(phrase) // 2):
            return 1.0
        # Else token F1, over the phrase and what was marked outside of any fault's reach.
        hit = len(words & phrase)
        return 2 * hit / (hit + len(beyond) + len(phrase)) if hit else 0.0


def _range(span: Span) -> set[int]:
    return set(range(span[0], span[1] + 1))


def _span(mark: WordMark) -> range:
    return range(mark.first, mark.last + 1)


def _shared(mark: WordMark, span: Span) -> int:
    return min(mark.last, span[1]) - max(mark.first, span[0]) + 1


def _meets(mark: WordMark, span: Span) -> bool:
    return mark.first <= span[1] and span[0] <= mark.last


def _control_part(control: Control, marked: set[int]) -> Part:
    words = _range(control.words)
    # Half of it at least: a mark that only brushes a control does not doubt it.
    doubted = 2 * len(words & marked) >= len(words)
    outcome: Outcome = "doubted" if doubted else "trusted"
    return Part(
        control.id,
        outcome,
        part_heading(outcome, control.heading),
        control.said,
        -CONTROL_COST if doubted else 0.0,
        0.0,
        control.words,
        None,
        control.evidence,
    )


def _unscored_part(fault: Fault) -> Part:
    why = "Readers may differ here, so it is not scored." if fault.certainty == "open" else "Not asked for here."
    return Part(
        fault.id,
        "stray",
        part_heading("stray", fault.heading),
        f"{why} {fault.said}",
        0.0,
        0.0,
        fault.words,
        fault.certainty,
        fault.evidence,
    )


def _stray_part(mark: WordMark) -> Part:
    said = "The key neither doubts these words nor vouches for them; a few such marks cost nothing."
    return Part(f"stray-{mark.first}", "stray", part_heading("stray", ""), said, 0.0, 0.0, (mark.first, mark.last))
