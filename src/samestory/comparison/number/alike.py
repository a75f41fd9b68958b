"""Whether two amounts are given to one thing: the same counted, in sentences that tell the same of the same day."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from samestory.comparison.number.amount import Amount
from samestory.comparison.number.around import harms
from samestory.comparison.passage.segment import Segment
from samestory.comparison.passage.weight import weight
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import threshold, thresholds
from samestory.words.day_name import MONTH_KEYS, WEEKDAY_KEYS
from samestory.words.key import root
from samestory.words.lists import words_in
from samestory.words.wording import is_number

# What two sentences must share to tell the same, in weights of word families and as parts of the shorter one: enough;
# much of two long ones; or little, but nearly all of two short ones.
ENOUGH, PART_OF_ENOUGH = thresholds(__name__, "ENOUGH", "PART_OF_ENOUGH")
MUCH, PART_OF_MUCH = thresholds(__name__, "MUCH", "PART_OF_MUCH")
LITTLE, PART_OF_LITTLE, PART_OF_BOTH = thresholds(__name__, "LITTLE", "PART_OF_LITTLE", "PART_OF_BOTH")
# A short sentence shares most of its few words with many a long one.
LEAST_OF_LONGER = threshold(__name__, "LEAST_OF_LONGER")
# The share from which on sums need no word in common right beside them.
TOLD_ALIKE = threshold(__name__, "TOLD_ALIKE")
# The share of the longer sentence, days left out, from which on two name one thing though they name two days.
TOLD_SAME_BUT_DAY, FEWEST_SAME = threshold(__name__, "TOLD_SAME_BUT_DAY"), 5
SAME_FIGURE = threshold(__name__, "SAME_FIGURE")  # what it weighs that both give one more number, and the same
_PLACE_BEFORE = frozenset({"in", "at", "near", "off", "from", "outside"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
_PAST = frozenset({"last", "next", "previous", "previously"})
_SAYING = words_in("saying", "quotation", "stated") | {"said", "says", "told"}


def counts_the_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts measure one thing in one unit: cars a day and cars a day, the dead and the dead."""
    if (one.unit, one.rate, one.side) != (other.unit, other.rate, other.side):
        return False
    if one.harm and other.harm and one.harm != other.harm:
        return False
    # What rose is not what fell.
    if _way(one) * _way(other) < 0:
        return False
    # Union members are no board members.
    if one.said and other.said and not one.said & other.said:
        return False
    if one.unit == "count":
        return _same_head(one, other)
    return one.unit != "share of" or not (one.kinds and other.kinds) or bool(one.kinds & other.kinds)


def _same_head(one: Amount, other: Amount) -> bool:
    if one.head and other.head:
        return one.head == other.head or (one.head in other.kinds and other.head in one.kinds)
    if not one.head and not other.head:
        return one.harm == other.harm and (bool(one.harm) or bool(one.near & other.near))
    # “Killing 12” may mean the workers of the other account; “12 people” need not.
    bare, named = (one, other) if not one.head else (other, one)
    return not bare.kinds and bool(bare.harm) and bare.harm == named.harm


def tells_the_same(one: Amount, other: Amount) -> float:
    """How much the sentences of two amounts share (0 to 1); 0 if too little, or if place, day or year part them."""
    if _parted(one, other):
        return 0.0
    return _score(one, other)


def told_of_one(one: Amount, other: Amount) -> float:
    """As `tells_the_same`, where the first has the other's number, too, as that of a time gone by."""
    return 0.0 if homes_parted(one.home, other.home) else _score(one, other, figures=1)


def share_told(a: Segment, b: Segment) -> float:
    """The share (0 to 1) of the sentence that says more which both say, numbers left out."""
    mine, theirs = _worth(a), _worth(b)
    longer = max(LITTLE, sum(mine.values()), sum(theirs.values()))
    return sum(min(mine[name], theirs[name]) for name in mine.keys() & theirs.keys()) / longer


def _score(one: Amount, other: Amount, figures: int = 0) -> float:
    mine, theirs = _worth(one.home), _worth(other.home)
    both = sum(min(mine[name], theirs[name]) for name in mine.keys() & theirs.keys())
    same_figures = figures + len(_others(one) & _others(other))
    both += SAME_FIGURE * same_figures
    # Every day's trading is told in the same words, so that something must show that it is one day.
    if not same_figures and (_market(one) or _market(other)) and not _days(one.home) & _days(other.home):
        return 0.0
    shorter, longer = sorted((sum(mine.values()), sum(theirs.values())))
    share, of_longer = both / max(LITTLE, shorter), both / max(LITTLE, longer)
    if of_longer < LEAST_OF_LONGER:
        return 0.0
    if one.unit not in ("count", "share of") and not one.near & other.near and share < TOLD_ALIKE:
        return 0.0
    is_enough = (both >= ENOUGH and share >= PART_OF_ENOUGH) or (both >= MUCH and share >= PART_OF_MUCH)
    is_nearly_all = both >= LITTLE and share >= PART_OF_LITTLE and of_longer >= PART_OF_BOTH
    return min(1.0, share) if is_enough or is_nearly_all else 0.0


@once
def _worth(home: Segment) -> Mapping[str, float]:
    """The word families of a sentence but its numbers, each with its weight; what is done to people is one family."""
    found: dict[str, float] = {}
    row = home.document.folded[home.first : home.last + 1]
    for key, word in zip(home.keys, row, strict=True):
        if not is_number(key) and weight(key):
            found[harms().get(word) or root(key)] = weight(key)
    return found


def _market(one: Amount) -> bool:
    """Whether its sentence tells of trading or of a quarter's results, as every day's news does in the same words."""
    return not words_in("amounts", "market").isdisjoint(one.home.document.folded[one.home.first : one.home.last + 1])


def _others(one: Amount) -> frozenset[str]:
    return figures_beside(one.home, one.first, one.after)


def figures_beside(home: Segment, first: int, after: int) -> frozenset[str]:
    """The figures of a sentence but for the words `first` to `after` (not included)."""
    text = home.document
    rest = [n for n in range(home.first, home.last + 1) if not first <= n < after]
    shown = [n for n in rest if text.keys[n][:1] in "0123456789$€£" and not _is_named(text, n)]
    # “$26m” and “$26 million” have one figure.
    return frozenset(text.keys[n].strip("$€£%mbnk") for n in shown)


def _is_named(text: Document, number: int) -> bool:
    """Whether a figure stands behind a name or an “at”: “the 500” of a stock index, an hour."""
    return number > 0 and (text.keys[number - 1] == "at" or text.words[number - 1].is_capital)


def _parted(one: Amount, other: Amount) -> bool:
    """Whether the sentences name different people or places, days, or years, or only one of them a time gone by."""
    a, b = one.home, other.home
    if times_named(a) != times_named(b) or homes_parted(a, b):
        return True
    # Both sentences may name both towns: then each number belongs to the one beside it.
    mine, theirs = _names_near(one), _names_near(other)
    return bool(mine and theirs and not mine & theirs and mine & _families(b) and theirs & _families(a))


def homes_parted(a: Segment, b: Segment) -> bool:
    """Whether two sentences name different people or places or days, or a first one and a second one."""
    names, others = _names(a), _names(b)
    if names and others and not (names & _families(b)) and not (others & _families(a)):
        return True
    if _places(a) and _places(b) and not _places(a) & _places(b):
        return True
    ranks = _ORDINALS & set(a.keys), _ORDINALS & set(b.keys)
    if all(ranks) and not ranks[0] & ranks[1]:
        return True
    return bool(_days(a) and _days(b) and not _days(a) & _days(b) and not _is_same_but_day(a, b))


def _is_same_but_day(a: Segment, b: Segment) -> bool:
    """Whether nearly all else is the same: then two accounts of one event may differ in the day as in the number.

    A figure that both have, such as 43 passengers, counts as words do.
    """
    mine, theirs = _worth(a), _worth(b)
    shared = mine.keys() & theirs.keys()
    most = max(sum(row.values()) - sum(row[day] for day in row.keys() & _day_roots()) for row in (mine, theirs))
    figures = SAME_FIGURE * len(figures_beside(a, 0, 0) & figures_beside(b, 0, 0))
    both = sum(mine[name] for name in shared) + figures
    return len(shared) >= FEWEST_SAME and both >= TOLD_SAME_BUT_DAY * (most + figures)


@cache
def _day_roots() -> frozenset[str]:
    return frozenset(map(root, WEEKDAY_KEYS))


@once
def _families(home: Segment) -> frozenset[str]:
    return frozenset(map(root, home.keys))


@once
def times_named(home: Segment) -> frozenset[str]:
    """Return what sets a sentence into a time of its own: its years, “last year”, “next month”."""
    row = home.document.folded[home.first : home.last + 1]
    years = {word for word in row if len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}}
    periods = {"year", "month", "quarter", "season", "decade"}
    return frozenset(years | {before for before, at in pairwise(row) if before in _PAST and at in periods})


@once
def _names(home: Segment) -> frozenset[str]:
    """The families of the words that are names by their capital."""
    return _name_roots(home.document, home.first, home.last + 1)


def _name_roots(text: Document, first: int, after: int) -> frozenset[str]:
    apart = WEEKDAY_KEYS | MONTH_KEYS
    starts = _name_starts(text)
    return frozenset(
        root(text.keys[n]) for n in range(first, after) if text.words[n].start in starts and text.keys[n] not in apart
    )


@once
def _name_starts(text: Document) -> frozenset[int]:
    return frozenset(name.start for name in text.names if not name.opens)


def _names_near(one: Amount) -> frozenset[str]:
    return _names(one.home) & one.near


@once
def _places(home: Segment) -> frozenset[str]:
    text = home.document
    spots = [n for n in range(home.first + 1, home.last + 1) if text.folded[n - 1] in _PLACE_BEFORE]
    return frozenset(name for n in spots for name in _name_roots(text, n, n + 1))


@once
def _days(home: Segment) -> frozenset[str]:
    """The weekdays of what is told; not the one on which somebody said so."""
    text, found = home.document, set()
    for n in range(home.first, home.last + 1):
        before = text.folded[max(home.first, n - 2) : n]
        if text.keys[n] in WEEKDAY_KEYS and not _SAYING & set(before):
            found.add(text.keys[n])
    return frozenset(found)


def _way(one: Amount) -> int:
    """1 if what is measured rises, -1 if it falls, else 0."""
    text = one.home.document
    row = text.folded[max(one.home.first, one.first - 8) : one.after + 3]
    rises, falls = (bool(words_in("amounts", way) & set(row)) for way in ("rising", "falling"))
    return rises - falls
