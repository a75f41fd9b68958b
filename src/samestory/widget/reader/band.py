"""The bands of the reader: passages of two texts that correspond, from the surest kind to a weak echo."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from samestory.comparison import Derivation, QuotationPair, SharedPassage, quotations
from samestory.comparison.passage.alignment import aligned
from samestory.comparison.passage.derivation import LEAST_ANCHOR, SHORTEST_PART, SHORTEST_QUOTED, derivation_beside
from samestory.comparison.passage.segment import between_quotations
from samestory.comparison.sureness import Sureness
from samestory.text.document import Document, Text, as_document
from samestory.widget.reader.words import ChangedSpan, WordByWord, changed_words, kept_words

BandLayer = Literal["quoted", "run", "reworded", "echo"]
# What a character of a band weighs where two contradict each other in their order.
WORTH: dict[BandLayer, float] = {"quoted": 4, "run": 4, "reworded": 2, "echo": 1}

SHORTEST_OF_NAMES = 8  # words of an echo in which only names, titles and days are alike; a dateline has fewer


@dataclass(frozen=True, slots=True)
class Band:
    """Passages of two texts that correspond. `a` and `b` are their parts, in code points of each whole text.

    `in_order` is true for those that follow each other alike in both texts: by them the texts scroll together.
    `words` has offsets into the parts, joined by one space.
    """

    a: tuple[ChangedSpan, ...]
    b: tuple[ChangedSpan, ...]
    layer: BandLayer
    is_quotation: bool
    certainty: Sureness
    words: WordByWord
    in_order: bool = False

    @property
    def start(self) -> ChangedSpan:
        """Where it starts in each text."""
        return self.a[0][0], self.b[0][0]


@dataclass(frozen=True, slots=True)
class Bands:
    """All bands of two texts in the order of the first, and how the second may derive from it."""

    bands: tuple[Band, ...]
    derivation: Derivation


@lru_cache(maxsize=32)
def bands(a: Text, b: Text) -> Bands:
    """Return the passages of two texts that correspond.

    Echoes, sentences that are only weakly alike, are shown where so many of them come in the same order that chance
    is no explanation: one alone proves nothing.
    """
    a, b = as_document(a), as_document(b)
    pairs = quotations(a, b)
    found = derivation_beside(a, b, pairs)
    made = [_of_quotation(a.text, b.text, pair) for pair in pairs if _is_telling(pair)]
    made += [_of_prose(a.text, b.text, one) for one in found.passages if one.kind == "prose"]
    # One weak likeness proves nothing; so many in one order are no chance, and only then are they worth a look.
    if found.order.tells:
        made += _echoes(a, b, made)
    made = [band for band in made if band.a and band.b]
    # Bands that start together in the first text stand with falling starts in the second: a rising chain takes one.
    made.sort(key=lambda band: (band.start[0], -band.start[1]))
    return Bands(tuple(_with_order(made)), found)


def _is_telling(pair: QuotationPair) -> bool:
    """A shared quotation of a word or two is no band, unless nothing in it changed and it has three."""
    return pair.certainty == "possible" or pair.drift.shared >= SHORTEST_QUOTED


def _of_quotation(a: str, b: str, pair: QuotationPair) -> Band:
    layer: BandLayer = "quoted" if pair.certainty == "sure" else "reworded"
    return _band(a, pair.a.parts, b, pair.b.parts, layer, pair.certainty, is_quotation=True)


def _of_prose(a: str, b: str, one: SharedPassage) -> Band:
    layer: BandLayer = "reworded" if one.level == "reworded" else "run"
    return _band(a, ((one.a_start, one.a_end),), b, ((one.b_start, one.b_end),), layer, one.certainty)


def _echoes(a: Document, b: Document, known: Sequence[Band]) -> list[Band]:
    """Sentences, or parts of them between quotations, that are weakly alike and in no other band."""
    left, right = between_quotations(a), between_quotations(b)
    made: list[Band] = []
    for pair in aligned(left, right, LEAST_ANCHOR):
        one, other = left[pair.a], right[pair.b]
        taken = any(_meets(one.span, band.a) or _meets(other.span, band.b) for band in known)
        # Where only names are alike, more words are asked for: two datelines of one day in one town are no echo.
        least = SHORTEST_PART if pair.closeness.evidence else SHORTEST_OF_NAMES
        if min(one.size, other.size) >= least and not taken:
            made.append(_band(a.text, (one.span,), b.text, (other.span,), "echo", "possible"))
    return made


def _meets(span: ChangedSpan, parts: Iterable[ChangedSpan]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in parts)


def _band(
    a: str,
    parts_a: tuple[ChangedSpan, ...],
    b: str,
    parts_b: tuple[ChangedSpan, ...],
    layer: BandLayer,
    certainty: Sureness,
    is_quotation: bool = False,
) -> Band:
    parts_a, parts_b = _trimmed(a, parts_a), _trimmed(b, parts_b)
    # Of retold prose nearly every word would count as changed; there what has stayed is what tells.
    compare = changed_words if is_quotation or layer == "run" else kept_words
    words = compare(joined_parts(a, parts_a), joined_parts(b, parts_b))
    return Band(parts_a, parts_b, layer, is_quotation, certainty, words)


def _trimmed(text: str, parts: Iterable[ChangedSpan]) -> tuple[ChangedSpan, ...]:
    """The parts without space at their edges."""
    kept = []
    for start, end in parts:
        inside = text[start:end]
        left = len(inside) - len(inside.lstrip())
        if inside.strip():
            kept.append((start + left, start + len(inside.rstrip())))
    return tuple(kept)


def joined_parts(text: str, parts: Iterable[ChangedSpan]) -> str:
    """The parts of a passage as one text."""
    return " ".join(text[start:end] for start, end in parts)


def placed(spans: Iterable[ChangedSpan], parts: Sequence[ChangedSpan]) -> list[ChangedSpan]:
    """Return spans of the joined parts as spans of the whole text, cut where a part ends."""
    found = []
    for start, end in spans:
        at = 0
        for part_start, part_end in parts:
            size = part_end - part_start
            low, high = max(start - at, 0), min(end - at, size)
            if low < high:
                found.append((part_start + low, part_start + high))
            # The one space by which the parts are joined.
            at += size + 1
    return found


def _with_order(made: Sequence[Band]) -> list[Band]:
    """Note which bands are in order: the heaviest chain that rises in both texts."""
    weights = [WORTH[band.layer] * min(_size(band.a), _size(band.b)) for band in made]
    chain = heaviest_rising([band.start[1] for band in made], weights)
    return [replace(one, in_order=number in chain) for number, one in enumerate(made)]


def _size(parts: Sequence[ChangedSpan]) -> int:
    return sum(end - start for start, end in parts)


def heaviest_rising(numbers: Sequence[int], weights: Sequence[float]) -> set[int]:
    """Return the places of the strictly rising subsequence of most weight.

    >>> sorted(heaviest_rising([5, 1, 2, 9, 3], [1, 1, 1, 2, 1]))
    [1, 2, 3]
    """
    tops: list[tuple[int, float, int]] = []  # (number, best weight of a chain that ends there, its last place)
    before: list[int] = []
    for place, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        at = bisect_left(tops, number, key=lambda top: top[0])
        before.append(tops[at - 1][2] if at else -1)
        total = weight + (tops[at - 1][1] if at else 0.0)
        after = at
        # A chain that ends at a higher number and weighs no more can never become the best one, and goes.
        while after < len(tops) and tops[after][1] <= total:
            after += 1
        tops[at:after] = [(number, total, place)] if at == len(tops) or after > at or tops[at][0] != number else []
    last = tops[-1][2] if tops else -1
    chain: set[int] = set()
    while last >= 0:
        chain.add(last)
        last = before[last]
    return chain
