"""Line up the sentences of two texts: which of one may be which of the other, in whatever order they stand."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from samestory.comparison.passage.likeness import Likeness, likeness
from samestory.comparison.passage.reading import Reading, Segment, weight
from samestory.words.key import root

TRIED = 4
COMMON = 60


@dataclass(frozen=True, slots=True)
class Aligned:
    """Segment number `a` of one text and number `b` of the other, how alike they are, and the score they won by."""

    a: int
    b: int
    score: float
    likeness: Likeness


def aligned(a: Reading, b: Reading, least: float) -> list[Aligned]:
    """Return pairs of segments that score `least` or more, each segment once, the likeliest first."""
    found = candidates(a, b, least)
    found.sort(key=lambda pair: (-pair.score, abs(pair.a - pair.b), pair.a, pair.b))
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for pair in found:
        if pair.a not in used_a and pair.b not in used_b:
            used_a.add(pair.a)
            used_b.add(pair.b)
            kept.append(pair)
    return kept


def candidates(a: Reading, b: Reading, least: float) -> list[Aligned]:
    """Return every pair of segments looked at that scores `least` or more, in the order of both texts.

    Only pairs that share a word found in at most 60 sentences are looked at, and for each sentence the four best.
    """
    in_a, in_b = _families(a), _families(b)
    rarity = _rarity(in_a, in_b)
    found = []
    for i, j in sorted(_promising(in_a, in_b, rarity)):
        one, other = a.segments[i], b.segments[j]
        measure = likeness(a, one, b, other, rarity)
        score = score_of(measure) - disagreement(a, one, b, other)
        if score >= least:
            found.append(Aligned(i, j, score, measure))
    return found


def score_of(measure: Likeness) -> float:
    """One figure from 0 to 1 for how likely two sentences tell the same thing."""
    few = 0.0 if measure.shared >= 4 else 0.08 * (4 - measure.shared)
    return 0.45 * measure.content + 0.25 * measure.content_of_shorter + 0.2 * measure.order + 0.1 * measure.kept - few


def disagreement(a: Reading, one: Segment, b: Reading, other: Segment) -> float:
    """What it costs that both sentences give figures and not the same ones, as two days of a stock index do."""
    left = {key for key in a.keys[one.first : one.last + 1] if key[:1].isdigit() or key[:1] in "$€£"}
    right = {key for key in b.keys[other.first : other.last + 1] if key[:1].isdigit() or key[:1] in "$€£"}
    if not left or not right:
        return 0.0
    agreed = len(left & right) / min(len(left), len(right))
    return 0.14 if agreed == 0 else 0.07 if agreed < 0.5 else 0.0


def _families(text: Reading) -> list[set[str]]:
    return [{root(key) for key in text.keys[one.first : one.last + 1] if weight(key) > 0.0} for one in text.segments]


def _rarity(in_a: list[set[str]], in_b: list[set[str]]) -> Mapping[str, float]:
    """What a family of words is worth: less the more of the sentences hold it (from 1 down to about 0.4)."""
    counts: dict[str, int] = defaultdict(int)
    for families in (*in_a, *in_b):
        for family in families:
            counts[family] += 1
    return {family: 1 / (1 + 0.35 * log(max(1.0, count / 2))) for family, count in counts.items()}


def _promising(in_a: list[set[str]], in_b: list[set[str]], rarity: Mapping[str, float]) -> set[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for j, families in enumerate(in_b):
        for family in families:
            index[family].append(j)
    best_of_b: dict[int, list[tuple[float, int]]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for i, families in enumerate(in_a):
        totals: dict[int, float] = defaultdict(float)
        for family in sorted(families):
            places = index.get(family, ())
            if len(places) <= COMMON:
                for j in places:
                    totals[j] += rarity[family] * weight(family)
        best = sorted(((total / (3 + len(in_b[j])), j) for j, total in totals.items()), reverse=True)
        found.update((i, j) for _, j in best[:TRIED])
        for total, j in best:
            best_of_b[j].append((total, i))
    for j, scores in best_of_b.items():
        found.update((i, j) for _, i in sorted(scores, reverse=True)[:TRIED])
    return found
