"""The sentences of a document as they are compared: in numbers of words, cut where quotations stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from samestory.comparison.passage.weight import evidence, weight
from samestory.text.document import Document
from samestory.text.once import once
from samestory.words.key import root

_CLOSING = ".!?…,;:)]”’\"'"


@dataclass(frozen=True)
class Segment:
    """Words `first` to `last` (both included) of one sentence of a document; they are compared together."""

    document: Document = field(repr=False)
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first + 1

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What its words are compared by."""
        return self.document.keys[self.first : self.last + 1]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often it has each key."""
        return Counter(self.keys)

    @cached_property
    def families(self) -> Mapping[str, float]:
        """The families of its words that prove anything, each with the weight of its heaviest word."""
        found: dict[str, float] = {}
        for key in self.keys:
            if worth := weight(key):
                family = root(key)
                found[family] = max(found.get(family, 0.0), worth)
        return found

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its numbers in figures, and its sums of money."""
        return frozenset(key for key in self.keys if key[:1].isdigit() or key[:1] in "$€£")

    @cached_property
    def evidence(self) -> tuple[bool, ...]:
        """Of each word whether it is more than a small word, a name, a title or a figure."""
        return evidence(self.document)[self.first : self.last + 1]

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets in the document's text, with the closing marks and stops that belong to its last word."""
        text, end = self.document.text, self.document.words[self.last].end
        while end < len(text) and text[end] in _CLOSING:
            end += 1
        return self.document.words[self.first].start, end


def segments(one: Document, without: Iterable[tuple[int, int]] = ()) -> tuple[Segment, ...]:
    """Return the sentences of a document, cut where the spans `without` (in code points) stand."""
    holes = sorted(_first_and_after(one, start, end) for start, end in without)
    found: list[Segment] = []
    at_hole = 0
    for first, after in _sentences(one):
        while at_hole < len(holes) and holes[at_hole][0] < after:
            begin, end = holes[at_hole]
            _add(found, one, first, begin)
            first = max(first, end)
            # A quotation of several sentences is a hole in the next one, too.
            if end > after:
                break
            at_hole += 1
        _add(found, one, first, after)
    return tuple(found)


@once
def between_quotations(one: Document) -> tuple[Segment, ...]:
    """Return the sentences of a document, or what is left of them between its quotations."""
    return segments(one, [part for said in one.quotations for part in said.parts])


@once
def _sentences(one: Document) -> tuple[tuple[int, int], ...]:
    return tuple(_first_and_after(one, sentence.start, sentence.end) for sentence in one.sentences)


def _first_and_after(one: Document, start: int, end: int) -> tuple[int, int]:
    """The number of the first word that starts in a span, and of the first one behind the span."""
    inside = one.numbers(start, end)
    return inside.start, inside.stop


@once
def _made(one: Document) -> dict[tuple[int, int], Segment]:
    """The segments that were compared already: what was worked out for one pair of texts serves the next."""
    return {}


def _add(found: list[Segment], one: Document, first: int, after: int) -> None:
    if after > first:
        found.append(_made(one).setdefault((first, after), Segment(one, first, after - 1)))
