"""The passages that two texts share: copied, lightly edited or told in other words, prose apart from quotation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from samestory.comparison.passage.alignment import Aligned, aligned
from samestory.comparison.passage.likeness import Likeness
from samestory.comparison.passage.reading import Reading, Segment, reading
from samestory.comparison.passage.run import runs
from samestory.comparison.passage.shared import (
    SHORTEST_QUOTATION,
    SharedPassage,
    chains,
    of_chain,
    of_quotation,
    of_sentences,
)
from samestory.comparison.quotation.pairs import QuotationPair, quotations

# Least score at which two sentences may tell the same; below it most pairs only speak of the same thing.
LEAST_SCORE = 0.56


def passages(a: str, b: str) -> tuple[SharedPassage, ...]:
    """Return the passages that two texts share, in the order of `a`; `passages(b, a)` finds the same ones.

    First the quotations that both have, then the sentences around them, then runs of seven words or more in what
    is left. A run of names and titles is no passage.

    >>> one = "The ferry to Nordo stopped on Monday after a storm tore its landing stage away."
    >>> [(found.level, found.certainty) for found in passages(one, "Late news. " + one)]
    [('verbatim', 'sure')]
    """
    return beside(a, b, quotations(a, b))


def beside(a: str, b: str, pairs: Iterable[QuotationPair]) -> tuple[SharedPassage, ...]:
    """Return what `passages(a, b)` does, for one who has paired the quotations of `a` and `b` already."""
    if b < a:
        found = beside(b, a, sorted((pair.mirrored for pair in pairs), key=lambda pair: (pair.a.start, pair.b.start)))
        return tuple(sorted((one.mirrored for one in found), key=_order))
    quoted = [pair for pair in pairs if _is_long(pair)]
    left = reading(a, (part for pair in quoted for part in pair.a.parts))
    right = reading(b, (part for pair in quoted for part in pair.b.parts))
    alike = _mirror_of_itself(left) if a == b else aligned(left, right, LEAST_SCORE)
    shared = [of_quotation(pair) for pair in quoted]
    shared += [one for one in (_of_pair(left, right, pair) for pair in alike) if one]
    if a != b:
        shared += _of_runs(left, right, alike)
    return tuple(_merged(sorted(shared, key=_order), a, b))


def _order(passage: SharedPassage) -> tuple[int, int, int, int]:
    return passage.a_start, passage.a_end, passage.b_start, passage.b_end


def _is_long(pair: QuotationPair) -> bool:
    return pair.drift.shared >= SHORTEST_QUOTATION or (
        pair.certainty == "possible" and min(len(pair.a.text), len(pair.b.text)) > 40
    )


def _of_pair(a: Reading, b: Reading, pair: Aligned) -> SharedPassage | None:
    return of_sentences(a, a.segments[pair.a], b, b.segments[pair.b], pair.likeness)


def _mirror_of_itself(text: Reading) -> list[Aligned]:
    """A text beside itself: each sentence is its own."""
    whole = [Likeness(1, 1, 1, 1, 9, sum(text.evidence[s.first : s.last + 1]), s.size) for s in text.segments]
    return [Aligned(n, n, 1.0, one) for n, one in enumerate(whole)]


def _of_runs(a: Reading, b: Reading, pairs: Sequence[Aligned]) -> list[SharedPassage]:
    """Shared runs in the words that no aligned sentence and no quotation has used."""
    free_a = _free(a, (a.segments[pair.a] for pair in pairs))
    free_b = _free(b, (b.segments[pair.b] for pair in pairs))
    keys_a = [key if free_a[n] else f"\0a{n}" for n, key in enumerate(a.keys)]
    keys_b = [key if free_b[n] else f"\0b{n}" for n, key in enumerate(b.keys)]
    return [one for one in (of_chain(a, b, chain) for chain in chains(runs(keys_a, keys_b))) if one]


def _free(text: Reading, used: Iterable[Segment]) -> bytearray:
    free = bytearray(len(text.words))
    for one in text.segments:
        free[one.first : one.last + 1] = b"\x01" * one.size
    for one in used:
        free[one.first : one.last + 1] = bytes(one.size)
    return free


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
