"""How alike two sentences are: by the words that stand in the same order, and by those that they share at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from samestory.comparison.passage.reading import Reading, Segment, weight
from samestory.comparison.passage.run import runs
from samestory.words.key import root

LONGEST = 400


@dataclass(frozen=True, slots=True)
class Likeness:
    """`order`: share of the words that both have in the same order, 0 to 1, of both sentences together.
    `kept`: the same of the shorter one alone. `content`: share of the weight of content words that both hold.
    `evidence`: how many shared words are neither small nor name nor title. `longest`: longest shared run in words.
    """

    order: float
    kept: float
    content: float
    content_of_shorter: float
    shared: int
    evidence: int
    longest: int


def likeness(a: Reading, one: Segment, b: Reading, other: Segment, rarity: Mapping[str, float]) -> Likeness:
    """Compare sentence `one` of `a` with sentence `other` of `b`; `rarity` weighs each word family."""
    left, right = a.keys[one.first : one.last + 1], b.keys[other.first : other.last + 1]
    same, longest = _in_order(left, right)
    mine, theirs = _weights(left, rarity), _weights(right, rarity)
    common = mine.keys() & theirs.keys()
    shared_weight = sum(min(mine[k], theirs[k]) for k in common)
    total_a, total_b = sum(mine.values()), sum(theirs.values())
    families = set(common)
    evidence = sum(
        a.evidence[one.first + n] for n, key in enumerate(left) if root(key) in families and weight(key) >= 1.0
    )
    return Likeness(
        2 * same / (len(left) + len(right)),
        same / min(len(left), len(right)),
        2 * shared_weight / (total_a + total_b) if total_a + total_b else 0.0,
        shared_weight / min(total_a, total_b) if min(total_a, total_b) else 0.0,
        len(families),
        evidence,
        longest,
    )


def _in_order(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[int, int]:
    if left == right:
        return len(left), len(left)
    if max(len(left), len(right)) > LONGEST:
        found = [run.size for run in runs(left, right)]
    else:
        found = [one.size for one in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()]
    return sum(found), max(found, default=0)


def _weights(keys: tuple[str, ...], rarity: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key in keys:
        if weight(key):
            family = root(key)
            found[family] = max(found.get(family, 0.0), weight(key) * rarity.get(family, 1.0))
    return found
