"""Which amounts of another text may count what one amount does, and whether that text gives its number, too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from samestory.comparison.number.alike import counts_the_same
from samestory.comparison.number.amount import Amount, amounts, by_sentence
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import thresholds

MOST_OF_A_KIND = 12  # amounts of one kind that are looked at in the other text, for one in this
BY_CHANCE = 20  # below that a number stands in two sentences by chance
# How far a number may move when miles are told in kilometres, or weeks in months; and two bounds of one kind.
OTHER_UNIT, TWO_BOUNDS = thresholds(__name__, "OTHER_UNIT", "TWO_BOUNDS")


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts of one thing can't both be right, by what rounding and hedges leave open."""
    if one.bound == other.bound == "least" or one.bound == other.bound == "most":
        # Two bounds always leave room for each other; but two accounts that counted to 12 and to 15 differ.
        return abs(one.middle - other.middle) > TWO_BOUNDS * max(one.middle, other.middle)
    give = OTHER_UNIT * max(one.middle, other.middle) if one.measure != other.measure else 0.0
    return one.low > other.high + give or other.low > one.high + give


def rivals(one: Amount, text: Document) -> list[Amount]:
    """The amounts of a text that may count what `one` does; of a kind that stands there often, only the first ones."""
    found = {other: None for kind in _kinds(one) for other in by_kind(text).get(kind, ())[:MOST_OF_A_KIND]}
    return list(found)


@once
def by_kind(text: Document) -> Mapping[tuple[str, str], Sequence[Amount]]:
    """Return the amounts of a document by their unit and what they count."""
    found: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for one in amounts(text):
        for kind in _kinds(one):
            found[kind].append(one)
    return found


def _kinds(one: Amount) -> list[tuple[str, str]]:
    """Under what an amount is looked up: its unit, and for a count each word that may name what is counted."""
    named = {*one.kinds, one.harm, "" if one.head or one.harm else "anybody"} - {""}
    return [(one.unit, name) for name in sorted(named)] if one.unit == "count" else [(one.unit, "")]


def is_told_too(one: Amount, other: Amount) -> bool:
    """Whether one of the two texts, or of the two sentences, gives the number of the other one, too."""
    a, b = one.home.document, other.home.document
    return (
        any(both_fit(one, each) for each in rivals(one, b))
        or any(both_fit(other, each) for each in rivals(other, a))
        or _stands(one, by_sentence(b)[other.home.first])
        or _stands(other, by_sentence(a)[one.home.first])
    )


def _stands(one: Amount, beside: Sequence[Amount]) -> bool:
    """Whether a number stands among these, of whatever; a small one may do so by chance."""
    return one.middle >= BY_CHANCE and any(one.unit == each.unit and not differ(one, each) for each in beside)


def both_fit(one: Amount, other: Amount) -> bool:
    """Whether two amounts count the same and can both be right."""
    return counts_the_same(one, other) and not differ(one, other)
