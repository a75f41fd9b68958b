"""How close two sentences are: by the words that stand in the same order, and by those that they share at all."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from samestory.comparison.passage.run import runs
from samestory.comparison.passage.segment import Segment
from samestory.comparison.passage.weight import weight
from samestory.thresholds import thresholds
from samestory.words.key import root

LONGEST_LINED_UP = 400  # words; of longer sentences, such as a page without stops, only the runs are compared
OF_CONTENT, OF_CONTENT_OF_SHORTER = thresholds(__name__, "OF_CONTENT", "OF_CONTENT_OF_SHORTER")
OF_ORDER, OF_KEPT, FOR_EACH_TOO_FEW = thresholds(__name__, "OF_ORDER", "OF_KEPT", "FOR_EACH_TOO_FEW")


@dataclass(frozen=True, slots=True)
class Closeness:
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

    @property
    def score(self) -> float:
        """One figure from 0 to 1 for how likely two sentences tell the same thing."""
        return _score(self.content, self.content_of_shorter, self.order, self.kept, self.shared)


@dataclass(frozen=True, slots=True)
class WeighedSegment:
    """A sentence with the weight of each of its word families among the sentences that it is compared with."""

    segment: Segment
    families: Mapping[str, float]
    total: float


def weighed(one: Segment, rarity: Mapping[str, float]) -> WeighedSegment:
    """Return a sentence with its families weighed by `rarity`, once for all that it is compared with."""
    families = {family: worth * rarity.get(family, 1.0) for family, worth in one.families.items()}
    return WeighedSegment(one, families, sum(families.values()))


def closeness(one: WeighedSegment, other: WeighedSegment, least: float) -> Closeness | None:
    """Compare two sentences. None if they cannot score `least`."""
    mine, theirs = one.families, other.families
    common = [family for family in mine if family in theirs]
    shared = sum(min(mine[family], theirs[family]) for family in common)
    total, lighter = one.total + other.total, min(one.total, other.total)
    content = 2 * shared / total if total else 0.0, shared / lighter if lighter else 0.0
    # To line two sentences up costs most: first see whether it could be enough if all words of the shorter one were
    # shared, and in order; then if those were that are.
    for most in (min(one.segment.size, other.segment.size), _in_both(one.segment.counts, other.segment.counts)):
        if _score(*content, *_shares(most, one.segment, other.segment), len(common)) < least:
            return None
    same, longest = _in_order(one.segment.keys, other.segment.keys)
    shares = _shares(same, one.segment, other.segment)
    return Closeness(*shares, *content, len(common), _proving(one.segment, theirs), longest)


def _in_both(one: Mapping[str, int], other: Mapping[str, int]) -> int:
    """How many words two sentences share, in whatever order."""
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return sum(min(count, more[key]) for key, count in fewer.items() if key in more)


def _shares(same: int, one: Segment, other: Segment) -> tuple[float, float]:
    """What so many words are of both sentences together, and of the shorter one."""
    return 2 * same / (one.size + other.size), same / min(one.size, other.size)


def _score(content: float, of_shorter: float, order: float, kept: float, shared: int) -> float:
    # Up to three shared word families may be chance, most of all in a short sentence.
    few = 0.0 if shared >= 4 else FOR_EACH_TOO_FEW * (4 - shared)
    # Content weighs most: who tells a thing in other words keeps its nouns, but not their order.
    return OF_CONTENT * content + OF_CONTENT_OF_SHORTER * of_shorter + OF_ORDER * order + OF_KEPT * kept - few


def _proving(one: Segment, shared: Container[str]) -> int:
    """How many words of these families are neither small nor everyday, nor names, titles or figures."""
    words = zip(one.keys, one.evidence, strict=True)
    return sum(proves and weight(key) >= 1 and root(key) in shared for key, proves in words)


def _in_order(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[int, int]:
    """How many words stand in both in the same order, and how many of them at most in a row."""
    if left == right:
        return len(left), len(left)
    if max(len(left), len(right)) > LONGEST_LINED_UP:
        found = [run.size for run in runs(left, right)]
        return sum(found), max(found, default=0)
    return _lined_up(left, right)


# Two sentences meet again where the same texts are cut in another way: once around shared quotations, once around all.
@lru_cache(maxsize=4096)
def _lined_up(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[int, int]:
    # Without `autojunk=False` the matcher passes over frequent words in sentences of 200 words or more.
    found = [one.size for one in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()]
    return sum(found), max(found)
