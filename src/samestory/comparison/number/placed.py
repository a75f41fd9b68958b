"""Figures in one place of two sentences: the same words before or behind, but another year, hour, age or unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samestory.comparison.day.hour import zones_named
from samestory.comparison.number.alike import counts_the_same, figures_beside, homes_parted, share_told, times_named
from samestory.comparison.number.amount import Amount, amounts
from samestory.comparison.number.moment import Moment, moments
from samestory.comparison.number.rivals import MOST_OF_A_KIND, differ, is_told_too
from samestory.comparison.number.unit import is_money
from samestory.comparison.passage.segment import Segment
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import threshold, thresholds
from samestory.words.day_name import MONTH_KEYS
from samestory.words.key import root
from samestory.words.wording import is_content, is_number

# The least share of the longer sentence that both have, if one word beside the two figures is the same, and if two are.
ONE_BESIDE, TWO_BESIDE = thresholds(__name__, "ONE_BESIDE", "TWO_BESIDE")
SAME_STORY = threshold(__name__, "SAME_STORY")
LONG = 18  # words: a sentence of so many tells several things
WORDS_BESIDE, FARTHEST_WORD = 2, 5  # words of weight on each side, and how far off they may stand

StatedFigure = Amount | Moment


def figures_in_place(a: Document, b: Document) -> Iterator[tuple[StatedFigure, StatedFigure, float]]:
    """Return figures of `a` and `b` that can't both be right, with the share (0 to 1) that both sentences have.

    Points of a percentage and per cent, or miles and kilometres, are another unit to the same number. A figure that the
    other text gives, too, is left out; so are sentences that name other people, places, days or zones of time.
    """
    for one in _figures(a):
        for other in _in_place(one, b):
            if is_unlike(one, other) and not _parts(one, other) and not _stands_too(one, other):
                share = share_told(one.home, other.home)
                if share >= (TWO_BESIDE if _beside_both(one, other) > 1 else ONE_BESIDE):
                    yield one, other, share


def is_unlike(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether two figures of one place can't both be right."""
    if isinstance(one, Moment) or isinstance(other, Moment):
        return isinstance(one, Moment) and isinstance(other, Moment) and not one.fits(other)
    if one.unit == other.unit:
        return counts_the_same(one, other) and differ(one, other)
    # With the same number, one of the units was mistaken; with another one it may have been converted.
    return one.written == other.written and one.side == other.side


@once
def _figures(text: Document) -> tuple[StatedFigure, ...]:
    return *amounts(text), *moments(text)


@once
def _by_place(text: Document) -> Mapping[tuple[str, str], Sequence[StatedFigure]]:
    found: dict[tuple[str, str], list[StatedFigure]] = defaultdict(list)
    for one in _figures(text):
        for place in _places(one):
            found[place].append(one)
    return found


def _places(one: StatedFigure) -> Iterator[tuple[str, str]]:
    for kind in _kinds_of(one):
        yield from ((kind, word) for side in _sides_of(one) for word in side)


def _in_place(one: StatedFigure, text: Document) -> list[StatedFigure]:
    """The figures of a text of that kind beside a word that stands beside `one`, each once; the first ones of many."""
    found = {other: None for place in _places(one) for other in _by_place(text).get(place, ())[:MOST_OF_A_KIND]}
    return list(found)


def _kinds_of(one: StatedFigure) -> tuple[str, ...]:
    """What may be confused: all currencies, points and per cent, measures of one sort; pounds are money and weight."""
    if isinstance(one, Moment):
        return (one.kind,)
    if is_money(one.unit):
        return ("money", "weight") if one.unit == "pound" else ("money",)
    return ("share",) if one.unit == "points" else (one.unit,)


def _sides_of(one: StatedFigure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The families of the words of weight before a figure and behind it, the nearest first."""
    before = range(one.first - 1, max(one.home.first, one.first - FARTHEST_WORD) - 1, -1)
    behind = range(one.after, min(one.home.last, one.after + FARTHEST_WORD - 1) + 1)
    keys = one.home.document.keys
    sides = (
        [root(keys[n]) for n in side if is_content(keys[n]) and not is_number(keys[n])] for side in (before, behind)
    )
    left, right = (tuple(side[:WORDS_BESIDE]) for side in sides)
    return left, right


def _beside_both(one: StatedFigure, other: StatedFigure) -> int:
    """How many families stand on the same side of both."""
    pairs = zip(_sides_of(one), _sides_of(other), strict=True)
    return sum(len(set(mine) & set(theirs)) for mine, theirs in pairs)


def _parts(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether the sentences tell two things: of others, of other days or numbers, or by another word in that place."""
    a, b = one.home, other.home
    if zones_named(a.document.text, a.span) != zones_named(b.document.text, b.span):
        return True
    mine, theirs = figures_beside(a, one.first, one.after), figures_beside(b, other.first, other.after)
    # With all the rest the same, and a third number too, both accounts tell one thing, whatever years they name.
    is_same_story = bool(mine & theirs) and share_told(a, b) >= SAME_STORY
    own = {each.home.document.folded[each.first] for each in (one, other)}
    if times_named(a) - own != times_named(b) - own and not is_same_story:
        return True
    dates = _dates(a), _dates(b)
    if all(dates) and not dates[0] & dates[1]:
        return True
    return homes_parted(a, b) or bool(mine and theirs and not mine & theirs) or _is_replaced(one, other)


def _dates(home: Segment) -> frozenset[tuple[str, str]]:
    """The months of a sentence, each with the word before and behind it that may be a day."""
    keys = home.keys
    months = [n for n, key in enumerate(keys) if key in MONTH_KEYS]
    return frozenset(
        (keys[n], keys[at]) for n in months for at in (n - 1, n + 1) if keys[at : at + 1] and is_number(keys[at])
    )


def _is_replaced(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether on a side another word is nearest, and neither stands in the other sentence: “built in”, “mended in”."""
    mine, theirs = ({root(key) for key in each.home.keys} for each in (one, other))
    pairs = zip(_sides_of(one), _sides_of(other), strict=True)
    return any(a and b and a[0] not in theirs and b[0] not in mine for a, b in pairs)


def of_other_clauses(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether two figures of long sentences belong to other deeds: “promised 40 nurses”, “lost 25 nurses”."""
    if min(one.home.size, other.home.size) < LONG:
        return False
    (before, _), (theirs, _) = _sides_of(one), _sides_of(other)
    return bool(before and theirs) and not set(before) & set(theirs)


def _stands_too(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether the other text gives this figure as well, or this one the other's."""
    if isinstance(one, Moment) and isinstance(other, Moment):
        a, b = one.home.document, other.home.document
        return _has(moments(b), one) or _has(moments(a), other)
    return isinstance(one, Amount) and isinstance(other, Amount) and is_told_too(one, other)


def _has(found: Sequence[Moment], one: Moment) -> bool:
    return any(one.kind == each.kind and one.fits(each) for each in found)
