"""Line up the sentences of texts: which of one may tell what one of another does, in whatever order they stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from samestory.comparison.holders import Holders
from samestory.comparison.passage.closeness import Closeness, WeighedSegment, closeness, weighed
from samestory.comparison.passage.segment import Segment
from samestory.thresholds import thresholds

# Of two texts, and of many, where an index of all of them must lead to less.
MOST_TRIED, MOST_TRIED_OF_MANY = 4, 8  # sentences that are looked at for one sentence, those first that share most
MOST_HOLDERS, MOST_HOLDERS_OF_MANY = 60, 40  # a word that stands in more sentences leads to none of them
FEWEST_OF_MANY = 3  # word families that two sentences share
# How fast a word loses worth with the sentences that hold it.
FALL, FALL_OF_MANY = thresholds(__name__, "FALL", "FALL_OF_MANY")
NO_FIGURE_AGREES, FEW_FIGURES_AGREE = thresholds(__name__, "NO_FIGURE_AGREES", "FEW_FIGURES_AGREE")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Segment number `a` of one text and number `b` of the other, how close they are, and the score they won by."""

    a: int
    b: int
    score: float
    closeness: Closeness


def aligned(a: Sequence[Segment], b: Sequence[Segment], least: float) -> list[Aligned]:
    """Return pairs of segments that score `least` or more, each segment once, the likeliest first."""
    return _each_once(candidates(a, b, least))


def candidates(a: Sequence[Segment], b: Sequence[Segment], least: float) -> list[Aligned]:
    """Return every pair of segments looked at that scores `least` or more, in the order of both texts.

    Only pairs that share a word found in at most 60 sentences are looked at, and for each sentence the four best.
    """
    rarity = _rarity([*a, *b], FALL)
    left, right = [weighed(one, rarity) for one in a], [weighed(one, rarity) for one in b]
    holders = Holders((one.families for one in b), MOST_HOLDERS)
    likely: set[tuple[int, int]] = set()
    # The best of both sides, so that `candidates(b, a)` looks at the same pairs.
    likely_for_b: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, one in enumerate(left):
        best = _likeliest(b, holders.sharing(one.families))
        likely.update((i, j) for _, j in best[:MOST_TRIED])
        for total, j in best:
            likely_for_b[j].append((total, i))
    for j, scores in likely_for_b.items():
        likely.update((i, j) for _, i in sorted(scores, reverse=True)[:MOST_TRIED])
    return [row for i, j in sorted(likely) if (row := _scored(i, left[i], j, right[j], least))]


def aligned_among(texts: Sequence[Sequence[Segment]], least: float) -> dict[tuple[int, int], list[Aligned]]:
    """Return, for every two texts i < j, the pairs of segments that score `least` or more, each segment once.

    For each sentence the eight that share most of its rarer words are looked at; a word that stands in more than 40
    sentences leads to none.
    """
    homes = [(i, n) for i, text in enumerate(texts) for n in range(len(text))]
    every = [one for text in texts for one in text]
    rarity = _rarity(every, FALL_OF_MANY)
    worth = [weighed(one, rarity) for one in every]
    holders = Holders((one.families for one in every), MOST_HOLDERS_OF_MANY)
    likely: set[tuple[int, int]] = set()
    for number, one in enumerate(worth):
        totals = holders.sharing(one.families, FEWEST_OF_MANY)
        abroad = {other: total for other, total in totals.items() if homes[other][0] != homes[number][0]}
        best = _likeliest(every, abroad)[:MOST_TRIED_OF_MANY]
        likely.update((min(number, other), max(number, other)) for _, other in best)
    found: dict[tuple[int, int], list[Aligned]] = defaultdict(list)
    for number, other in sorted(likely):
        (i, m), (j, n) = homes[number], homes[other]
        if row := _scored(m, worth[number], n, worth[other], least):
            found[i, j].append(row)
    return {pair: _each_once(rows) for pair, rows in found.items()}


def _rarity(every: Iterable[Segment], fall: float) -> Mapping[str, float]:
    """What a family of words is worth: less the more of the sentences hold it (from 1 down to about 0.4)."""
    counts: dict[str, int] = defaultdict(int)
    for one in every:
        for family in one.families:
            counts[family] += 1
    return {family: 1 / (1 + fall * log(max(1.0, count / 2))) for family, count in counts.items()}


def _likeliest(others: Sequence[Segment], totals: Mapping[int, float]) -> list[tuple[float, int]]:
    """What a segment shares with others, those first that share most for their length."""
    # The 3 keeps a sentence of two words from being likest to everything that has both.
    return sorted(((total / (3 + len(others[n].families)), n) for n, total in totals.items()), reverse=True)


def _scored(i: int, one: WeighedSegment, j: int, other: WeighedSegment, least: float) -> Aligned | None:
    found = closeness(one, other, least)
    score = found.score - _disagreement(one.segment, other.segment) if found else 0.0
    return Aligned(i, j, score, found) if found and score >= least else None


def _disagreement(one: Segment, other: Segment) -> float:
    """What it costs that both sentences give figures and not the same ones, as two days of a stock index do."""
    if not one.figures or not other.figures:
        return 0.0
    agreed = len(one.figures & other.figures) / min(len(one.figures), len(other.figures))
    # A cost and no veto: a figure may have been corrected, or misprinted, in the same sentence.
    return NO_FIGURE_AGREES if agreed == 0 else FEW_FIGURES_AGREE if agreed < 0.5 else 0.0


def _each_once(found: Iterable[Aligned]) -> list[Aligned]:
    """Give each segment to the pair that scores most; of two that score the same, the one that keeps its place."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for pair in sorted(found, key=lambda one: (-one.score, abs(one.a - one.b), one.a, one.b)):
        if pair.a not in used_a and pair.b not in used_b:
            used_a.add(pair.a)
            used_b.add(pair.b)
            kept.append(pair)
    return kept
