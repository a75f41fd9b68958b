"""Highlight: mark words in a passage and choose a label for each mark.

A fault is caught when at least half of its core is marked and little lies beyond its reach; else it
earns by token F1 against the phrase. Marking a control costs half a fault. Marks on other words are free
up to the number of faults + 3 marks in all; each one beyond costs a quarter. And whoever marks more than a
quarter of the words that nobody speaks of does not tell them apart: the points shrink, to nothing where all
are marked, however the marks are cut.
"""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample
from samestory.exercise.labels import LABELS, Label
from samestory.exercise.registry import kind
from samestory.exercise.sources import Control, Fault, Shown, Sources, Span, SpecError
from samestory.exercise.verdict import Malformed, Measure, Outcome, Part, Verdict, brief, part_heading, rounded, total
from samestory.text import PhraseError

CORE_NEEDED = 0.5
LABEL_SHARE = 0.25
CONTROL_COST = 0.5
STRAY_COST = 0.25
SPARE_MARKS = 3
PARTLY = 0.25
MOST_MARKS = 2000
FREE_SHARE = 0.25
FEW_WORDS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """The words from `first` to `last`, both included, and the label chosen for them."""

    first: int
    last: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """An answer: the marks in the order in which they stand."""

    marks: tuple[Mark, ...]

    @property
    def empty(self) -> bool:
        """True if nothing is marked."""
        return not self.marks

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"marks": [{"from": m.first, "to": m.last, "label": m.label} for m in self.marks]}


@kind
@dataclass(frozen=True)
class Highlight:
    """The task of an exercise of the kind `highlight`."""

    name: ClassVar[str] = "highlight"
    shown: Shown
    labels: tuple[Label, ...]
    faults: tuple[Fault, ...]
    controls: tuple[Control, ...]
    neutral: tuple[Fault, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `passage`, `labels`, `findings` and `controls` (`all`, or a list of ids).

        `all` leaves out findings that are open: where readers may differ, nobody loses a point.
        """
        where = spec["passage"]
        every = sources.faults(where, None)
        labels = tuple(LABELS[label] for label in spec.get("labels", ()))
        if spec["findings"] == "all":
            sure = [fault for fault in every if fault.certainty != "open"]
            faults = tuple(f for f in sure if not labels or f.label in {label.id for label in labels})
        else:
            faults = sources.faults(where, spec["findings"])
        if not faults:
            raise SpecError("no finding of this kind stands in the passage: widen it, or name findings that do")
        wrong = [f"{f.id} ({f.label})" for f in faults if labels and f.label not in {label.id for label in labels}]
        if wrong:
            raise SpecError(f"the label of {', '.join(wrong)} is not among the labels to choose from")
        chosen = {fault.id for fault in faults}
        named = spec.get("controls", "all")
        controls = sources.controls(where, None if named == "all" else named)
        neutral = tuple(fault for fault in every if fault.id not in chosen)
        return cls(sources.shown(where), labels, faults, controls, neutral)

    @property
    def worth(self) -> float:
        """A point for each fault."""
        return len(self.faults)

    def view(self) -> dict[str, Any]:
        """Return the passage as numbered words, and the labels to choose from."""
        passage = self.shown.passage
        return {
            "passage": {
                "outlet": self.shown.outlet,
                "date": self.shown.date,
                "paragraphs": [
                    {
                        "kind": "h" if paragraph.first in self.shown.headings else "p",
                        "first": paragraph.first,
                        "texts": list(paragraph.texts),
                    }
                    for paragraph in passage.paragraphs
                ],
                "sentences": list(passage.sentence_starts),
            },
            "labels": [label.to_json() for label in self.labels],
            "faults": len(self.faults),
        }

    def key(self) -> dict[str, Any]:
        """Return faults, controls and findings that are not scored, their spans as word numbers."""
        return {
            "labelled": bool(self.labels),
            "faults": [asdict(fault) for fault in self.faults],
            "controls": [asdict(control) for control in self.controls],
            "neutral": [asdict(fault) for fault in self.neutral],
        }

    def right(self) -> Marks:
        """Return a mark on each fault's phrase."""
        return Marks(tuple(Mark(*f.words, f.label if self.labels else None) for f in self.faults))

    def parse(self, raw: object) -> Marks | Malformed:
        """Read marks by word number, or a list of phrases, (phrase, label) pairs, or {phrase: label}."""
        items = _items(raw)
        if items is None:
            return Malformed(
                "Give a list of phrases from the passage, such as "
                '["first phrase", "second phrase"], or pairs of a phrase and its label.'
            )
        if len(items) > MOST_MARKS:
            return Malformed(f"That is {len(items)} marks; an answer holds at most {MOST_MARKS}.")
        marks: list[Mark] = []
        for item in items:
            mark = self._mark(item)
            if isinstance(mark, Malformed):
                return mark
            marks.append(mark)
        return Marks(tuple(sorted(set(marks), key=lambda m: (m.first, m.last, m.label or ""))))

    def _mark(self, item: object) -> Mark | Malformed:
        label: object = None
        if isinstance(item, Mapping):
            first, last, label = item.get("from"), item.get("to"), item.get("label")
            if type(first) is not int or type(last) is not int:
                return Malformed("A mark needs the numbers of its first and last word, `from` and `to`.")
            if not 0 <= first <= last < len(self.shown.passage.words):
                return Malformed("A mark lies outside the passage: this answer was given to another text.")
        else:
            phrase = item
            if isinstance(item, (list, tuple)) and len(item) == 2:
                phrase, label = item
            if not isinstance(phrase, str) or len(phrase) > 10_000:
                return Malformed("A mark is a phrase from the passage, or a pair of a phrase and its label.")
            try:
                first, last = self.shown.passage.find(phrase)
            except PhraseError:
                return Malformed(f"“{brief(phrase)}” does not stand in the passage: copy the words as printed.")
        known = [label.id for label in self.labels]
        if label is None or not known:
            return Mark(first, last)
        if isinstance(label, str) and label in known:
            return Mark(first, last, label)
        return Malformed(f"{brief(label)!r} is no label here; choose among {', '.join(known)}.")

    def grade(self, answer: Marks, points: float) -> Verdict:
        """Grade the marks as this module's first lines say."""
        marks = answer.marks
        marked = {word for mark in marks for word in _span(mark)}
        parts = [self._fault_part(fault, marks) for fault in self.faults]
        parts += [_control_part(control, marked) for control in self.controls]
        strays = [mark for mark in marks if not self._speaks_of(mark)]
        excess = max(0, min(len(marks) - len(self.faults) - SPARE_MARKS, len(strays)))
        parts += [_stray_part(mark) for mark in strays]
        parts += [_unscored_part(one) for one in self.neutral if any(_meets(m, one.words) for m in marks)]
        parts.sort(key=lambda part: part.words or (0, 0))
        earned = total(part.earned for part in parts) - excess * STRAY_COST
        restraint = self._restraint(marked)
        share = max(0.0, earned / len(self.faults)) * restraint
        caught = sum(part.outcome == "caught" for part in parts)
        trusted = sum(part.outcome == "trusted" for part in parts)
        headline = f"Caught {caught} of {len(self.faults)}; rightly trusted {trusted} of {len(self.controls)}."
        if excess:
            headline += f" {excess} {'mark' if excess == 1 else 'marks'} too many on other words cost points."
        if restraint < 1:
            headline += " So many other words are marked that the points shrink."
        return Verdict(
            "graded",
            rounded(share * points),
            points,
            headline,
            (Measure("caught", caught, len(self.faults)), Measure("trusted", trusted, len(self.controls))),
            tuple(parts),
        )

    def _restraint(self, marked: set[int]) -> float:
        """Return 1 where most words that nobody speaks of are left alone, down to 0 where none is."""
        rest = self._rest
        if len(rest) < FEW_WORDS:
            return 1.0
        return min(1.0, len(rest - marked) / len(rest) / (1 - FREE_SHARE))

    @cached_property
    def _rest(self) -> frozenset[int]:
        """The words beyond every fault's reach, every control and every unscored finding."""
        return frozenset(range(len(self.shown.passage.words))) - self._reached - self._spoken_of

    def _speaks_of(self, mark: Mark) -> bool:
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

    def _fault_part(self, fault: Fault, marks: tuple[Mark, ...]) -> Part:
        touching = [mark for mark in marks if _meets(mark, fault.words)]
        place = self._place(fault, touching)
        outcome: Outcome = "caught" if place == 1 else "partly" if place >= PARTLY else "missed"
        said, earned = fault.said, place if place >= PARTLY else 0.0
        if self.labels and earned:
            label = max(touching, key=lambda mark: _shared(mark, fault.core)).label
            if label not in (fault.label, *fault.also):
                earned *= 1 - LABEL_SHARE
                given = f"You called it {LABELS[label].name}" if label else "You chose no label"
                said = f"{given}; here it is {LABELS[fault.label].name}. {said}"
        heading = part_heading(outcome, fault.heading)
        return Part(
            fault.id,
            outcome,
            heading,
            said,
            rounded(earned),
            1.0,
            fault.words,
            fault.certainty,
            fault.evidence,
        )

    def _place(self, fault: Fault, touching: list[Mark]) -> float:
        if not touching:
            return 0.0
        words = {word for mark in touching for word in _span(mark)}
        covered = len(words & _range(fault.core)) / len(_range(fault.core))
        beyond = words - self._reached
        phrase = _range(fault.words)
        if covered >= CORE_NEEDED and len(beyond) <= max(2, len(phrase) // 2):
            return 1.0
        hit = len(words & phrase)
        return 2 * hit / (hit + len(beyond) + len(phrase)) if hit else 0.0

    def samples(self) -> list[Sample]:
        """Return the key, nothing, and attempts to score without reading."""
        size = len(self.shown.passage.words)
        starts = [*self.shown.passage.sentence_starts, size]
        label = self.labels[0].id if self.labels else None
        every = [(n, n) for n in range(size)]
        in_sentences = [(a, b - 1) for a, b in itertools.pairwise(starts)]
        return [
            Sample("key", self.right().to_json(), 1, 1),
            Sample("nothing", {"marks": []}, 0, 0),
            Sample("everything in one mark", _raw([(0, size - 1)], label), 0, 0.2),
            Sample("every word", _raw(every, label), 0, 0.2),
            Sample("every other word", _raw(every[::2], label), 0, 0.2),
            Sample("every sentence", _raw(in_sentences, label), 0, 0.2),
            *(Sample(f"everything in pieces of {n}", _raw(_pieces(size, n), label), 0, 0.2) for n in (4, 9, 17)),
            Sample("the controls", _raw([c.words for c in self.controls], label), 0, 0),
            *(Sample(f"key shifted by {by}", self._shifted(by, size), 0, 1) for by in (-2, -1, 1, 2)),
        ]

    def _shifted(self, by: int, size: int) -> dict[str, Any]:
        moved = [(max(0, m.first + by), min(size - 1, m.last + by), m.label) for m in self.right().marks]
        return {"marks": [{"from": a, "to": b, "label": label} for a, b, label in moved if a <= b]}


def _items(raw: object) -> list[object] | None:
    if raw is None:
        return []
    if isinstance(raw, Mapping):
        if "marks" in raw:
            return _items(raw["marks"]) if not isinstance(raw["marks"], Mapping) else None
        return list(raw.items())
    if isinstance(raw, str):
        return [raw]
    return list(raw) if isinstance(raw, (list, tuple)) else None


def _raw(spans: Iterable[Span], label: str | None) -> dict[str, Any]:
    return {"marks": [{"from": first, "to": last, "label": label} for first, last in spans]}


def _range(span: Span) -> set[int]:
    return set(range(span[0], span[1] + 1))


def _pieces(size: int, length: int) -> list[Span]:
    return [(first, min(first + length, size) - 1) for first in range(0, size, length)]


def _span(mark: Mark) -> range:
    return range(mark.first, mark.last + 1)


def _shared(mark: Mark, span: Span) -> int:
    return min(mark.last, span[1]) - max(mark.first, span[0]) + 1


def _meets(mark: Mark, span: Span) -> bool:
    return mark.first <= span[1] and span[0] <= mark.last


def _control_part(control: Control, marked: set[int]) -> Part:
    words = _range(control.words)
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


def _stray_part(mark: Mark) -> Part:
    said = "The key neither doubts these words nor vouches for them; a few such marks cost nothing."
    return Part(f"stray-{mark.first}", "stray", part_heading("stray", ""), said, 0.0, 0.0, (mark.first, mark.last))
