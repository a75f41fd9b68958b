"""Does one article derive from another: wholly, partly or not, with and without the quotations that both carry."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.passage.alignment import candidates
from samestory.comparison.passage.pairs import passages_beside
from samestory.comparison.passage.segment import between_quotations
from samestory.comparison.passage.shared import SharedPassage
from samestory.comparison.quotation.pairs import QuotationPair, quotations
from samestory.comparison.sureness import Sureness
from samestory.text.document import Document, Text, as_document
from samestory.thresholds import thresholds

# The classes of the METER corpus (Gaizauskas et al. 2001, "The METER corpus"), for newspaper copy and its wire.
DerivationLevel = Literal["wholly", "partly", "not"]
# The least shares of an article's words in shared passages; set on assembled articles, see the book's page on measures.
LEAST_WHOLLY, LEAST_PARTLY = thresholds(__name__, "LEAST_WHOLLY", "LEAST_PARTLY")
# Sentences that may tell the same, at a lower bar than a passage's: only their order counts.
LEAST_ANCHOR, OF_SHORTER = thresholds(__name__, "LEAST_ANCHOR", "OF_SHORTER")
FEWEST_ANCHORS, SHORTEST_PART, SHORTEST_QUOTED = 6, 4, 3


@dataclass(frozen=True, slots=True)
class InOrder:
    """How many sentences that may tell the same follow each other alike in both texts, and `reversed` if one text were.

    `tells` is true if they are many and twice as many as in the reversed text, so that chance is no explanation: the
    same story in the same order.
    """

    in_order: int
    reversed: int
    tells: bool


@dataclass(frozen=True, slots=True)
class Derivation:
    """How article b may derive from article a.

    `level` is judged on prose alone, since two reporters may hear one speaker; `with_quotations` counts those too.
    `share` and `share_with_quotations` are the parts of b's words (0 to 1) in shared passages, `copied` the part in
    *sure* prose passages. `reasons` say in words what the level rests on. It is never a proof: both may follow a third.
    """

    level: DerivationLevel
    with_quotations: DerivationLevel
    certainty: Sureness
    share: float
    share_with_quotations: float
    copied: float
    order: InOrder
    reasons: tuple[str, ...]
    passages: tuple[SharedPassage, ...]


def derivation(a: Text, b: Text) -> Derivation:
    """Say how far article `b` may derive from article `a`, and why."""
    a, b = as_document(a), as_document(b)
    return derivation_beside(a, b, quotations(a, b))


def derivation_beside(
    a: Document, b: Document, pairs: Sequence[QuotationPair], found: tuple[SharedPassage, ...] | None = None
) -> Derivation:
    """Return what `derivation` does, for one who has paired the quotations, or found the passages, already."""
    found = passages_beside(a, b, pairs) if found is None else found
    prose = [one for one in found if one.kind == "prose"]
    all_words = set(range(len(b.words)))
    shared_quotations = _covered(b, (one for one in found if one.kind == "quotation"))
    # Taken from the whole as well as from the part: a page that is half quotation may be copied in its other half.
    prose_words = all_words - shared_quotations
    share = _part(_covered(b, prose) & prose_words, prose_words)
    copied = _part(_covered(b, (one for one in prose if one.certainty == "sure")) & prose_words, prose_words)
    with_quotations = _part(_covered(b, found), all_words)
    order = _order(a, b, pairs)
    level, whole = _level(share, order), _level(with_quotations, order)
    # Sure if the copied passages alone give this level, without anything reworded and without the order.
    certainty: Sureness = "sure" if _level(copied, InOrder(0, 0, False)) == level else "possible"
    reasons = _reasons(found, share, copied, order, len(shared_quotations))
    return Derivation(level, whole, certainty, share, with_quotations, copied, order, reasons, found)


def _covered(b: Document, found: Iterable[SharedPassage]) -> set[int]:
    covered: set[int] = set()
    for one in found:
        covered.update(b.numbers(one.b_start, one.b_end))
    return covered


def _part(some: set[int], of: set[int]) -> float:
    return round(len(some) / len(of), 4) if of else 0.0


def level_of(share: float) -> DerivationLevel:
    """Return the level that a share (0 to 1) of an article's words in shared passages gives by itself."""
    return "wholly" if share >= LEAST_WHOLLY else "partly" if share >= LEAST_PARTLY else "not"


def _level(share: float, order: InOrder) -> DerivationLevel:
    level = level_of(share)
    return "partly" if level == "not" and order.tells else level


def _order(a: Document, b: Document, pairs: Iterable[QuotationPair]) -> InOrder:
    """Whether what may tell the same comes in one order; a text read backwards shows what chance would give.

    The places are quotations that pair up and, between quotations, sentences or parts of them of four words or more.
    """
    left, right = between_quotations(a), between_quotations(b)
    places = [(one.a.start, one.b.start) for one in pairs if one.drift.shared >= SHORTEST_QUOTED]
    for pair in candidates(left, right, LEAST_ANCHOR):
        one, other = left[pair.a], right[pair.b]
        if min(one.size, other.size) >= SHORTEST_PART:
            places.append((a.starts[one.first], b.starts[other.first]))
    # Of places that begin together in `a` the later comes first, so that no two of them rise.
    forth = _longest_rising([at for _, at in sorted(places, key=lambda pair: (pair[0], -pair[1]))])
    back = _longest_rising([-at for _, at in sorted(places)])
    shorter = min(len(left), len(right))
    return InOrder(forth, back, forth >= max(FEWEST_ANCHORS, OF_SHORTER * shorter, 2 * back))


def _longest_rising(numbers: list[int]) -> int:
    """The length of the longest strictly rising subsequence (Fredman 1975)."""
    tops: list[int] = []
    for number in numbers:
        at = bisect_left(tops, number)
        tops[at : at + 1] = [number]
    return len(tops)


def _reasons(
    found: tuple[SharedPassage, ...], share: float, copied: float, order: InOrder, in_quotations: int
) -> tuple[str, ...]:
    prose = [one for one in found if one.kind == "prose"]
    sure, reworded = (sum(one.certainty == kind for one in prose) for kind in ("sure", "possible"))
    quoted = _count(len(found) - len(prose), "quotation")
    said = []
    if copied:
        said.append(
            f"{copied:.0%} of the second’s own prose stands in {_count(sure, 'passage')} copied or lightly edited"
        )
    if reworded:
        part = f"{share - copied:.0%} of the second’s prose"
        said.append(f"{_count(reworded, 'passage')} may tell the same in other words, which shows no copying ({part})")
    if in_quotations:
        said.append(f"{quoted} in both ({in_quotations} words): their speaker may be the only common source")
    if order.tells:
        chance = f"{order.reversed} would, by chance, if one of them were read backwards"
        said.append(f"the same story in the same order: {order.in_order} places follow each other alike ({chance})")
    return tuple(said) or ("no shared passage found",)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
