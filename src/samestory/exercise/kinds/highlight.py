"""Highlight: mark words in a passage and choose a label for each mark."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.labels import FAULT_LABELS, LABELS, Label
from samestory.exercise.parts.marking import Marking, Marks, WordMark
from samestory.exercise.registry import kind
from samestory.exercise.sources import Control, Fault, Shown, Sources, Span, SpecError
from samestory.exercise.verdict import Malformed, Verdict, brief
from samestory.language import shown_in
from samestory.text import PhraseError

MOST_MARKS = 2000
LONGEST_TOLD = 40  # words of a mark that are told whole


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
        # Marks on these are neither strays nor finds: readers may have good reason for them.
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
                **shown_in(self.shown.lang),
            },
            "labels": [label.to_json() for label in self.labels],
            "faults": len(self.faults),
        }

    def key(self) -> dict[str, Any]:
        """Return faults, controls and findings that are not scored, their spans as word numbers."""
        return {
            "labelled": bool(self.labels),
            "faults": [{**_told(fault), "counts": fault.label in FAULT_LABELS} for fault in self.faults],
            "controls": list(map(_told, self.controls)),
            "neutral": list(map(_told, self.neutral)),
        }

    def right(self) -> Marks:
        """Return a mark on each fault's phrase."""
        return Marks(tuple(WordMark(*f.words, f.label if self.labels else None) for f in self.faults))

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
        marks: list[WordMark] = []
        for item in items:
            mark = self._mark(item)
            if isinstance(mark, Malformed):
                return mark
            marks.append(mark)
        # Each mark once, in the order of the text: how often it was made earns nothing.
        return Marks(tuple(sorted(set(marks), key=lambda m: (m.first, m.last, m.label or ""))))

    def _mark(self, item: object) -> WordMark | Malformed:
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
            return WordMark(first, last)
        if isinstance(label, str) and label in known:
            return WordMark(first, last, label)
        return Malformed(f"{brief(label)!r} is no label here; choose among {', '.join(known)}.")

    def grade(self, answer: Marks, points: float) -> Verdict:
        """Grade the marks; `exercise.marking` says how."""
        return self._marking.grade(answer, points)

    @cached_property
    def _marking(self) -> Marking:
        size = len(self.shown.passage.words)
        return Marking(size, self.faults, self.controls, self.neutral, bool(self.labels))

    def told(self, answer: Marks) -> list[Told]:
        """Return the words of each mark, of a long one those at both ends, and its label."""
        names = {label.id: label.name for label in self.labels}
        lines = []
        for mark in answer.marks:
            marked = self._words[mark.first : mark.last + 1]
            if len(marked) > LONGEST_TOLD:
                marked = (*marked[:12], "… ", *marked[-6:])
            lines.append(("".join(marked).strip(), names.get(mark.label or "", ""), True))
        return lines

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Each word of the passage with what stands behind it."""
        texts = (paragraph.texts for paragraph in self.shown.passage.paragraphs)
        # The texts of a paragraph alternate: what stands between, a word, what stands between.
        return tuple(one[at] + one[at + 1] for one in texts for at in range(1, len(one) - 1, 2))

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
            # Each of these needs no reading, so none may earn more than a fifth.
            Sample("everything in one mark", _raw([(0, size - 1)], label), 0, 0.2),
            Sample("every word", _raw(every, label), 0, 0.2),
            Sample("every other word", _raw(every[::2], label), 0, 0.2),
            Sample("every sentence", _raw(in_sentences, label), 0, 0.2),
            *(Sample(f"everything in pieces of {n}", _raw(_pieces(size, n), label), 0, 0.2) for n in (4, 9, 17)),
            Sample("the controls", _raw([c.words for c in self.controls], label), 0, 0),
            *(Sample(f"key shifted by {by}", self._shifted(by, size), 0, 1) for by in (-2, -1, 1, 2)),
        ]

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return marks anywhere, and marks near the key's, so that every partial credit comes up."""
        size = len(self.shown.passage.words)
        labels = [*(label.id for label in self.labels), None]
        starts = [dice.randrange(size) for _ in range(dice.randint(0, 12))]
        marks = [(start, start + dice.choice([0, 0, 1, 2, 3, 5, 8, 20, 90])) for start in starts]
        known = [one.words for one in (*self.faults, *self.neutral)] + [one.words for one in self.controls]
        for first, last in known:
            if dice.random() < 0.5:
                marks.append((first + dice.randint(-3, 3), last + dice.randint(-3, 3)))
        kept = [(max(0, first), min(size - 1, last)) for first, last in marks]
        return {"marks": [{"from": a, "to": b, "label": dice.choice(labels)} for a, b in kept if a <= b]}

    def _shifted(self, by: int, size: int) -> dict[str, Any]:
        moved = [(max(0, m.first + by), min(size - 1, m.last + by), m.label) for m in self.right().marks]
        return {"marks": [{"from": a, "to": b, "label": label} for a, b, label in moved if a <= b]}


def _told(one: Fault | Control) -> dict[str, Any]:
    return {**asdict(one), "evidence": [each.to_json() for each in one.evidence]}


def _items(raw: object) -> list[object] | None:
    if raw is None:
        return []
    if isinstance(raw, Mapping):
        if "marks" in raw:
            # Marks within marks are nobody's answer, and would call this without end.
            return _items(raw["marks"]) if not isinstance(raw["marks"], Mapping) else None
        return list(raw.items())
    if isinstance(raw, str):
        return [raw]
    return list(raw) if isinstance(raw, (list, tuple)) else None


def _raw(spans: Iterable[Span], label: str | None) -> dict[str, Any]:
    return {"marks": [{"from": first, "to": last, "label": label} for first, last in spans]}


def _pieces(size: int, length: int) -> list[Span]:
    return [(first, min(first + length, size) - 1) for first in range(0, size, length)]
