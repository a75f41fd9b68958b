"""One index over the sentences of many texts: which pairs of sentences may tell the same in other words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from samestory.comparison.passage.alignment import Aligned, disagreement, score_of
from samestory.comparison.passage.likeness import likeness
from samestory.comparison.passage.reading import Reading, weight
from samestory.words.key import root

COMMON = 40
TRIED = 8
FEWEST = 3


def kin(texts: Sequence[Reading], least: float) -> dict[tuple[int, int], list[Aligned]]:
    """Return, for every two texts i < j, the pairs of sentences that score `least` or more, each sentence once.

    For each sentence the eight that share most of its rarer words are looked at; a word that stands in more than 40
    sentences leads to none.
    """
    homes = [(i, n) for i, text in enumerate(texts) for n in range(len(text.segments))]
    families = [_families(texts[i], n) for i, n in homes]
    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(families):
        for family in sorted(own):
            index[family].append(number)
    rarity = {family: 1 / (1 + 0.15 * log(max(1.0, len(places) / 2))) for family, places in index.items()}
    found: dict[tuple[int, int], list[Aligned]] = defaultdict(list)
    for number, other in _promising(homes, families, index, rarity):
        (i, m), (j, n) = homes[number], homes[other]
        one, two = texts[i].segments[m], texts[j].segments[n]
        measure = likeness(texts[i], one, texts[j], two, rarity)
        score = score_of(measure) - disagreement(texts[i], one, texts[j], two)
        if score >= least:
            found[i, j].append(Aligned(m, n, score, measure))
    return {pair: _once(rows) for pair, rows in found.items()}


def _families(text: Reading, number: int) -> dict[str, float]:
    one = text.segments[number]
    return {root(key): weight(key) for key in text.keys[one.first : one.last + 1] if weight(key) > 0}


def _promising(
    homes: Sequence[tuple[int, int]],
    families: Sequence[Mapping[str, float]],
    index: Mapping[str, Sequence[int]],
    rarity: Mapping[str, float],
) -> list[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for number, own in enumerate(families):
        totals: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for family in sorted(own):
            if len(index[family]) <= COMMON:
                for other in index[family]:
                    if homes[other][0] != homes[number][0]:
                        totals[other] += own[family] * rarity[family]
                        counts[other] += 1
        likely = [(totals[other] / (3 + len(families[other])), other) for other in totals if counts[other] >= FEWEST]
        for _, other in sorted(likely, reverse=True)[:TRIED]:
            found.add((min(number, other), max(number, other)))
    return sorted(found)


def _once(rows: list[Aligned]) -> list[Aligned]:
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for row in sorted(rows, key=lambda one: (-one.score, abs(one.a - one.b), one.a, one.b)):
        if row.a not in used_a and row.b not in used_b:
            used_a.add(row.a)
            used_b.add(row.b)
            kept.append(row)
    return kept
