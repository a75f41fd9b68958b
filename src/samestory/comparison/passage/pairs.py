"""The passages that two texts share: copied, lightly edited or told in other words, prose apart from quotation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from samestory.comparison.passage.alignment import Aligned, aligned
from samestory.comparison.passage.closeness import Closeness
from samestory.comparison.passage.run import runs
from samestory.comparison.passage.segment import Segment, segments
from samestory.comparison.passage.shared import (
    SHORTEST_QUOTATION,
    SharedPassage,
    chains,
    of_chain,
    of_quotation,
    of_sentences,
)
from samestory.comparison.quotation.pairs import QuotationPair, mirrored, quotations
from samestory.text.document import Document, Text, as_document
from samestory.thresholds import threshold

# Least score at which two sentences may tell the same; below it most pairs only speak of the same thing.
LEAST_SCORE = threshold(__name__, "LEAST_SCORE")
LONG_QUOTATION = 40  # characters: so long, two forms of which it is only possible that they are one are a passage, too


def passages(a: Text, b: Text) -> tuple[SharedPassage, ...]:
    """Return the passages that two texts share, in the order of `a`; `passages(b, a)` finds the same ones.

    First the quotations that both have, then the sentences around them, then runs of seven words or more in what
    is left. A run of names and titles is no passage.

    >>> one = "The ferry to Nordo stopped on Monday after a storm tore its landing stage away."
    >>> [(found.level, found.certainty) for found in passages(one, "Late news. " + one)]
    [('verbatim', 'sure')]
    """
    a, b = as_document(a), as_document(b)
    return passages_beside(a, b, quotations(a, b))


def passages_beside(a: Document, b: Document, pairs: Iterable[QuotationPair]) -> tuple[SharedPassage, ...]:
    """Return what `passages(a, b)` does, for one who has paired the quotations of `a` and `b` already."""
    # Compared in one order whichever is given, so that both orders find the same passages.
    if b.text < a.text:
        found = passages_beside(b, a, mirrored(pairs))
        return tuple(sorted((one.mirrored for one in found), key=_order))
    quoted = [pair for pair in pairs if _is_long(pair)]
    left = segments(a, (part for pair in quoted for part in pair.a.parts))
    right = segments(b, (part for pair in quoted for part in pair.b.parts))
    is_same = a.text == b.text
    alike = _itself(left) if is_same else aligned(left, right, LEAST_SCORE)
    shared = [of_quotation(pair) for pair in quoted]
    shared += [one for pair in alike if (one := of_sentences(left[pair.a], right[pair.b], pair.closeness))]
    if not is_same:
        free_a = _free(a, left, (left[pair.a] for pair in alike), "a")
        free_b = _free(b, right, (right[pair.b] for pair in alike), "b")
        shared += [one for chain in chains(runs(free_a, free_b)) if (one := of_chain(a, b, chain))]
    return tuple(_merged(sorted(shared, key=_order), a.text, b.text))


def _order(passage: SharedPassage) -> tuple[int, int, int, int]:
    return passage.a_start, passage.a_end, passage.b_start, passage.b_end


def _is_long(pair: QuotationPair) -> bool:
    return pair.drift.shared >= SHORTEST_QUOTATION or (
        pair.certainty == "possible" and min(len(pair.a.text), len(pair.b.text)) > LONG_QUOTATION
    )


def _itself(text: Sequence[Segment]) -> list[Aligned]:
    """A text beside itself: each sentence is its own."""
    # Nine shared families are more than any rule asks for: a short sentence is still its own.
    return [Aligned(n, n, 1.0, Closeness(1, 1, 1, 1, 9, sum(one.evidence), one.size)) for n, one in enumerate(text)]


def _free(one: Document, of: Iterable[Segment], used: Iterable[Segment], side: str) -> list[str]:
    """The keys of a text, with one that stands nowhere else for each word that a sentence or quotation has used."""
    nowhere = [f"{side} {n}" for n in range(len(one.keys))]
    keys = list(nowhere)
    for segment in of:
        keys[segment.first : segment.last + 1] = segment.keys
    for segment in used:
        keys[segment.first : segment.last + 1] = nowhere[segment.first : segment.last + 1]
    return keys


def _merged(found: list[SharedPassage], a: str, b: str) -> list[SharedPassage]:
    """Join copied passages that only space parts in both texts."""
    kept: list[SharedPassage] = []
    for one in found:
        if kept and _joins(kept[-1], one, a, b):
            kept[-1] = replace(kept[-1], a_end=one.a_end, b_end=one.b_end)
        else:
            kept.append(one)
    return kept


def _joins(last: SharedPassage, one: SharedPassage, a: str, b: str) -> bool:
    both = [(each.level, each.kind, each.certainty) for each in (last, one)]
    follows = last.a_end <= one.a_start and last.b_end <= one.b_start
    if both != [("verbatim", "prose", "sure")] * 2 or not follows:
        return False
    return not a[last.a_end : one.a_start].strip() and not b[last.b_end : one.b_start].strip()
