"""Numbers told differently: two accounts give one thing numbers that can't both be right. Neither need be a slip."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.comparison.number.alike import counts_the_same, tells_the_same
from samestory.comparison.number.amount import Amount, amounts, by_sentence
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.thresholds import threshold, thresholds

MOST_OF_A_KIND = 12  # amounts of one kind that are looked at in the other text, for one in this
# How much the words right beside two amounts rank, against the sentences around.
RANK_BESIDE = threshold(__name__, "RANK_BESIDE")
BY_CHANCE = 20  # below that a number stands in two sentences by chance
# How far a number may move when miles are told in kilometres, or weeks in months; and two bounds of one kind.
OTHER_UNIT, TWO_BOUNDS = thresholds(__name__, "OTHER_UNIT", "TWO_BOUNDS")


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
    kilometers, nor “12 of 15” with 80 percent. Years, days, hours and ages are left aside; so is what a text says in
    both ways. Blank out quotations before, where they should be told apart.

    >>> found = numbers("The fire in Vell killed 12 people.", "Fifteen people died in the fire in Vell.")
    >>> [(one.counted, one.reason) for one in found]
    [('dead', 'For what may be one count (dead) one has “12” and the other “Fifteen”.')]
    """
    a, b = as_document(a), as_document(b)
    # Most accounts count other things, and this is seen in one step.
    if _by_kind(a).keys().isdisjoint(_by_kind(b)):
        return ()
    ranked = sorted(_promising(a, b), key=lambda pair: -pair[2])
    ranks: dict[Amount, list[float]] = defaultdict(list)
    for one, other, rank, _ in ranked:
        ranks[one].append(rank)
        ranks[other].append(rank)
    # Where two amounts fit one as well as each other, nothing tells which of them is meant.
    is_best = {each: not row[1:] or row[0] > row[1] for each, row in ranks.items()}
    found = [
        _conflict(a, one, b, other, likeness)
        for one, other, rank, likeness in ranked
        if is_best[one] and is_best[other] and rank == ranks[one][0] == ranks[other][0] and not _told_too(one, other)
    ]
    return tuple(sorted(found, key=lambda each: (each.a_start, each.b_start)))


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts of one thing can't both be right, by what rounding and hedges leave open."""
    if one.bound == other.bound == "least" or one.bound == other.bound == "most":
        # Two bounds always leave room for each other; but two accounts that counted to 12 and to 15 differ.
        return abs(one.middle - other.middle) > TWO_BOUNDS * max(one.middle, other.middle)
    give = OTHER_UNIT * max(one.middle, other.middle) if one.measure != other.measure else 0.0
    return one.low > other.high + give or other.low > one.high + give


def _promising(a: Document, b: Document) -> Iterator[tuple[Amount, Amount, float, float]]:
    """Pairs of amounts that count the same in sentences that tell the same, with rank and likeness."""
    for one in amounts(a):
        for other in _rivals(one, b):
            if counts_the_same(one, other) and (score := tells_the_same(one, other)):
                yield one, other, score + RANK_BESIDE * _beside(one, other), score


def _beside(one: Amount, other: Amount) -> float:
    """How much of the words right beside two amounts is the same, 0 to 1."""
    return len(one.near & other.near) / max(1, len(one.near | other.near))


def _rivals(one: Amount, text: Document) -> list[Amount]:
    """The amounts of a text that may count what `one` does; of a kind that stands there often, only the first ones."""
    found = {other: None for kind in _kinds(one) for other in _by_kind(text).get(kind, ())[:MOST_OF_A_KIND]}
    return list(found)


@once
def _by_kind(text: Document) -> Mapping[tuple[str, str], Sequence[Amount]]:
    found: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for one in amounts(text):
        for kind in _kinds(one):
            found[kind].append(one)
    return found


def _kinds(one: Amount) -> list[tuple[str, str]]:
    """Under what an amount is looked up: its unit, and for a count each word that may name what is counted."""
    named = {*one.kinds, one.harm, "" if one.head or one.harm else "anybody"} - {""}
    return [(one.unit, name) for name in sorted(named)] if one.unit == "count" else [(one.unit, "")]


def _told_too(one: Amount, other: Amount) -> bool:
    """Whether the two fit each other, or one of the texts, or of the two sentences, gives the other's number, too."""
    a, b = one.home.document, other.home.document
    return (
        not differ(one, other)
        or any(_fits(one, each) for each in _rivals(one, b))
        or any(_fits(other, each) for each in _rivals(other, a))
        or _stands(one, by_sentence(b)[other.home.first])
        or _stands(other, by_sentence(a)[one.home.first])
    )


def _stands(one: Amount, beside: Sequence[Amount]) -> bool:
    """Whether a number stands among these, of whatever; a small one may do so by chance."""
    return one.middle >= BY_CHANCE and any(one.unit == each.unit and not differ(one, each) for each in beside)


def _fits(one: Amount, other: Amount) -> bool:
    return counts_the_same(one, other) and not differ(one, other)


def _conflict(a: Document, one: Amount, b: Document, other: Amount, score: float) -> NumberConflict:
    counted = _counted(a, one, b, other)
    shown, against = a.text[one.start : one.end], b.text[other.start : other.end]
    reason = f"For what may be one count ({counted}) one has “{shown}” and the other “{against}”."
    later = _later(a, b) if one.harm else ""
    if later:
        reason += " The later account may know more."
    spans = one.start, one.end, other.start, other.end, one.home.span, other.home.span
    return NumberConflict(*spans, counted, round(score, 4), later, reason)


def _counted(a: Document, one: Amount, b: Document, other: Amount) -> str:
    """What is counted, in a word of the first text that names it, or by its unit."""
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
