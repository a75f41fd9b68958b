"""Numbers told differently: two accounts give one thing numbers that can't both be right. Neither need be a slip."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.comparison.number.alike import counts_the_same, tells_the_same
from samestory.comparison.number.amount import Amount, amounts
from samestory.comparison.number.moment import Moment
from samestory.comparison.number.placed import StatedFigure, figures_in_place, of_other_clauses
from samestory.comparison.number.rivals import by_kind, differ, is_told_too, rivals
from samestory.comparison.number.then import then_for_now
from samestory.text.document import Document, Text, as_document
from samestory.thresholds import threshold

# How much the words right beside two amounts rank, against the sentences around.
RANK_BESIDE = threshold(__name__, "RANK_BESIDE")


@dataclass(frozen=True, slots=True)
class NumberConflict:
    """`text_a[a_start:a_end]` and `text_b[b_start:b_end]` are numbers given to one thing, and don't fit each other.

    Places count code points, `a_span` and `b_span` are the sentences. `counted` says what is counted or measured, in
    words of the texts or by its unit; `likeness` (0 to 1) how far the sentences tell the same. `later` is "a" or "b"
    where that account was written on a later day and the number is one that grows, such as of the dead; else empty.
    It is a conflict between two texts, always *possible*: it doesn't say which is right, nor that one is wrong.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    counted: str
    likeness: float
    later: str
    reason: str


def numbers(a: Text, b: Text) -> tuple[NumberConflict, ...]:
    """Return the numbers that `a` and `b` give differently to one thing, in the order of `a`.

    Units, rounding and hedges are understood: “nearly 2,000” is no conflict with 1,998, nor 10 miles with 16
    kilometers, nor “12 of 15” with 80 percent. Years, times of day, ages, and another unit to the same number count
    where all around them is the same; so does last year's figure in the place of this year's. Days are left aside; so
    is what a text says in both ways. Blank out quotations before, where they should be told apart.

    >>> found = numbers("The fire in Vell killed 12 people.", "Fifteen people died in the fire in Vell.")
    >>> [(one.counted, one.reason) for one in found]
    [('dead', 'For what may be one count (dead) one has “12” and the other “Fifteen”.')]
    """
    a, b = as_document(a), as_document(b)
    found: list[NumberConflict] = []
    for one, other, likeness in (*_best(a, b), *figures_in_place(a, b), *then_for_now(a, b)):
        new = _conflict(a, one, b, other, likeness)
        # What two measures see is said once.
        if not any(_is_one(new, each) for each in found):
            found.append(new)
    return tuple(sorted(found, key=lambda each: (each.a_start, each.b_start)))


def _is_one(one: NumberConflict, other: NumberConflict) -> bool:
    a = one.a_start < other.a_end and other.a_start < one.a_end
    return a or (one.b_start < other.b_end and other.b_start < one.b_end)


def _best(a: Document, b: Document) -> Iterator[tuple[Amount, Amount, float]]:
    """Pairs of amounts that differ, of which each fits the other better than any else does, with their likeness."""
    # Most accounts count other things, and this is seen in one step.
    if by_kind(a).keys().isdisjoint(by_kind(b)):
        return
    ranked = sorted(_promising(a, b), key=lambda pair: -pair[2])
    ranks: dict[Amount, list[float]] = defaultdict(list)
    for one, other, rank, _ in ranked:
        ranks[one].append(rank)
        ranks[other].append(rank)
    # Where two amounts fit one as well as each other, nothing tells which of them is meant.
    is_best = {each: not row[1:] or row[0] > row[1] for each, row in ranks.items()}
    for one, other, rank, likeness in ranked:
        is_pair = is_best[one] and is_best[other] and rank == ranks[one][0] == ranks[other][0]
        if is_pair and differ(one, other) and not is_told_too(one, other) and not of_other_clauses(one, other):
            yield one, other, likeness


def _promising(a: Document, b: Document) -> Iterator[tuple[Amount, Amount, float, float]]:
    """Pairs of amounts that count the same in sentences that tell the same, with rank and likeness."""
    for one in amounts(a):
        for other in rivals(one, b):
            if counts_the_same(one, other) and (score := tells_the_same(one, other)):
                yield one, other, score + RANK_BESIDE * _beside(one, other), score


def _beside(one: Amount, other: Amount) -> float:
    """How much of the words right beside two amounts is the same, 0 to 1."""
    return len(one.near & other.near) / max(1, len(one.near | other.near))


def _conflict(a: Document, one: StatedFigure, b: Document, other: StatedFigure, score: float) -> NumberConflict:
    counted = _counted(a, one, b, other)
    shown, against = a.text[one.start : one.end], b.text[other.start : other.end]
    reason = f"For what may be one count ({counted}) one has “{shown}” and the other “{against}”."
    later = _later(a, b) if isinstance(one, Amount) and one.harm else ""
    if later:
        reason += " The later account may know more."
    spans = one.start, one.end, other.start, other.end, one.home.span, other.home.span
    return NumberConflict(*spans, counted, round(score, 4), later, reason)


def _counted(a: Document, one: StatedFigure, b: Document, other: StatedFigure) -> str:
    """What is counted, in a word of the first text that names it, or by its unit."""
    if isinstance(one, Moment) or isinstance(other, Moment):
        return one.kind if isinstance(one, Moment) else ""
    if one.harm:
        return one.harm
    for text, amount in ((a, one), (b, other)):
        row = range(amount.after, min(amount.after + 5, len(text.words)))
        is_named = one.unit == "count" and amount.head
        if word := next((text.words[n].text for n in row if is_named and text.words[n].root == amount.head), ""):
            return word
    if one.unit == "count" or one.unit.startswith("share"):
        return one.measure or "people"
    # A currency has no measure of its own.
    return one.unit if one.measure else "money"


def _later(a: Document, b: Document) -> str:
    if not (a.written and b.written) or a.written == b.written:
        return ""
    return "a" if a.written > b.written else "b"
