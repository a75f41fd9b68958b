"""An amount that an account gives: the number, what bends it, its unit, what is counted and what stands beside it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from samestory.comparison.number.written import WrittenNumber, number_written_at
from samestory.comparison.passage.segment import Segment, segments
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import thresholds
from samestory.words.day_name import MONTH_KEYS
from samestory.words.key import root
from samestory.words.lists import groups_in, pairs_in, words_in
from samestory.words.wording import is_content, is_number

Bound = Literal["", "near", "least", "most", "below"]
# How much a hedge gives: “about” a tenth, “nearly” a tenth below, “more than” up to twice as much, “up to” half.
NEAR, BELOW, LEAST, MOST = thresholds(__name__, "NEAR", "BELOW", "LEAST", "MOST")
FARTHEST_HEAD, FARTHEST_RATE = 4, 7  # words behind a number in which stand what it counts, and “each day”
MOST_WORDS_TOLD = 120  # words: what is longer, such as a table, is no sentence
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_PAUSE = re.compile(r"[,;:.!?()–—-]")
_ANYBODY = frozenset(map(root, words_in("amounts", "anybody")))


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """`text[start:end]` gives a number from `low` to `high` in `unit` (hundredths, metres, days, “dollar”, “count”).

    `head` is the family of what is counted, empty for people of any kind; `harm` is what was done to them, `rate` the
    time for which it holds, `side` whether it is added to others or a part of them. `near` holds the families of the
    words between the pauses around it,
    `kinds` of those that may name what is counted, `said` of those that say of which kind: “union” of “union members”.
    `first` and `after` are the words of it, `home` is its sentence.
    """

    start: int
    end: int
    home: Segment
    first: int
    after: int
    low: float
    high: float
    bound: Bound
    unit: str
    head: str
    harm: str
    rate: str
    side: str
    near: frozenset[str]
    kinds: frozenset[str]
    said: frozenset[str]
    measure: str

    @property
    def middle(self) -> float:
        """The number itself: what stands in the text, whatever bends it."""
        return self.high if self.bound in ("most", "below") else self.low if self.bound == "least" else self._half

    @property
    def _half(self) -> float:
        return (self.low + self.high) / 2


@once
def by_sentence(text: Document) -> Mapping[int, Sequence[Amount]]:
    """Return the amounts of a document by the number of the first word of their sentence."""
    found: dict[int, list[Amount]] = defaultdict(list)
    for one in amounts(text):
        found[one.home.first].append(one)
    return found


@once
def amounts(text: Document) -> tuple[Amount, ...]:
    """Return the amounts of a document in order; no years, days, hours, ages, ranks and numbers of houses or pages."""
    return tuple(one for home in segments(text) if home.size <= MOST_WORDS_TOLD for one in _in_sentence(text, home))


def _in_sentence(text: Document, home: Segment) -> Iterator[Amount]:
    words = text.folded
    found, at = [], home.first
    while at <= home.last:
        value = number_written_at(words, at)
        found += [value] if value else []
        at = value.after if value else at + 1
    for value in found:
        if not _is_other(text, words, value):
            yield _amount(text, home, words, value)


def _is_other(text: Document, words: tuple[str, ...], one: WrittenNumber) -> bool:
    """Whether a number is a year, a day, an hour, an age, a name's, or a pronoun."""
    before, behind = list(words[max(0, one.first - 2) : one.first]), list(words[one.after : one.after + 2])
    shown = words[one.first]
    if one.after == one.first + 1 and (_YEAR.fullmatch(shown) or (shown == "one" and behind[:1] != ["person"])):
        return True
    if MONTH_KEYS & {*before[-1:], *behind[:1]} or {"aged", "age", "no", "number", "page", "at"} & set(before[-1:]):
        # “At 7” is an hour; “at 7 percent” is none.
        return "at" not in before[-1:] or not (one.unit or behind[:1] in (["percent"], ["per"], ["least"]))
    if behind[:1] and behind[0] in {"pm", "am", "p.m.", "a.m.", "o'clock"}:
        return True
    if behind in (["years", "old"], ["year", "old"]) or words_in("amounts", "away") & set(behind):
        return True
    if before[-1:] == ["in"] and behind[:1] in (["years"], ["months"], ["decades"]):
        # “The highest water in nine years” says how rare it is.
        return any(
            word.endswith("est") or word in {"first", "time", "most"} for word in words[one.first - 6 : one.first]
        )
    # A name's number, as in “Boeing 737” or “Article 5”, and an age between commas, as in “Lind, 54, won”.
    last = text.words[one.first - 1] if one.first else None
    is_named = last is not None and last.is_capital and one.first - 1 > 0 and _gap(text, one.first) == " "
    opens = last is not None and _PAUSE.search(_gap(text, one.first - 1) or ".") is not None
    is_aside = "," in _gap(text, one.first) and _PAUSE.search(_gap(text, one.after) or ".") is not None
    return not one.unit and ((is_named and not opens and not behind[:1]) or is_aside)


def _gap(text: Document, at: int) -> str:
    """What stands between a word and the one before it."""
    if not 0 < at < len(text.words):
        return ""
    return text.text[text.words[at - 1].end : text.words[at].start]


def _amount(text: Document, home: Segment, words: tuple[str, ...], one: WrittenNumber) -> Amount:
    after, unit, times, measure = _unit(words, one)
    low, high, bound = _bent(words, one)
    begin, stop = _chunk(text, home, one.first, after)
    near = list(range(begin, one.first)) + list(range(after, stop))
    kinds, said, head = _counted(text, words, after, stop)
    rate = _rate(words, after)
    return Amount(
        text.words[one.first].start,
        text.words[after - 1].end,
        home,
        one.first,
        after,
        low * times,
        high * times,
        bound,
        unit,
        "" if head in _ANYBODY else head,
        _harm(words, one.first, after, begin, stop),
        rate,
        _side(words, one.first, after),
        frozenset(root(text.keys[n]) for n in near if is_content(text.keys[n]) and not is_number(text.keys[n])),
        kinds,
        said,
        measure,
    )


def _unit(words: tuple[str, ...], one: WrittenNumber) -> tuple[int, str, float, str]:
    """Where a number with its unit ends, what it measures, how much its unit is of that, and the unit as written."""
    behind = words[one.after] if one.after < len(words) else ""
    if one.unit in ("%", "part"):
        return one.after, "share of" if one.unit == "part" or behind == "of" else "share", 1.0, "percent"
    if behind == "percent" or words[one.after : one.after + 2] == ("per", "cent"):
        after = one.after + (1 if behind == "percent" else 2)
        return after, "share of" if words[after : after + 1] == ("of",) else "share", 1.0, "percent"
    if one.unit in _currencies():
        return one.after + (_currencies().get(behind) == _currencies()[one.unit]), _currencies()[one.unit], 1.0, ""
    if behind in _currencies():
        return one.after + 1, _currencies()[behind], 1.0, ""
    # The unit may stand in one with the number: “750km”.
    unit = one.unit or behind
    if unit in _measures():
        measure, times = _measures()[unit]
        return one.after + (not one.unit), measure, times, root(unit)
    return one.after, "count", 1.0, ""


def _bent(words: tuple[str, ...], one: WrittenNumber) -> tuple[float, float, Bound]:
    """The least and the most that a number may be, and what bends it."""
    low, high = one.value - one.give, one.value + one.give
    bound = _bound(words, one.first)
    if bound == "near":
        return min(low, one.value * (1 - NEAR)), max(high, one.value * (1 + NEAR)), bound
    if bound == "least":
        return one.value, one.value * LEAST, bound
    if bound == "most":
        return one.value * MOST, one.value, bound
    return (one.value * (1 - BELOW), one.value, bound) if bound == "below" else (low, high, bound)


def _bound(words: tuple[str, ...], at: int) -> Bound:
    before = words[at - 1] if at else ""
    if before == "to":
        return "most" if words[at - 2 : at - 1] == ("up",) else "below" if words[at - 2 : at - 1] == ("close",) else ""
    if words[max(0, at - 3) : at] == ("as", "many", "as"):
        return "most"
    # “More than” and “fewer than” end alike.
    if before == "than":
        return "most" if words[at - 2 : at - 1] in (("less",), ("fewer",)) else "least"
    bounds: tuple[Bound, ...] = ("near", "least", "most", "below")
    return next((bound for bound in bounds if before in words_in("amounts", bound)), "")


def _chunk(text: Document, home: Segment, first: int, after: int) -> tuple[int, int]:
    """The words around a number up to a pause, an “and”, or another number."""
    begin, stop = first, after
    while begin > home.first and not _ends(text, begin, begin - 1):
        begin -= 1
    while stop <= home.last and not _ends(text, stop, stop):
        stop += 1
    return begin, stop


def _ends(text: Document, gap: int, at: int) -> bool:
    parted = text.folded[at] in {"and", "while", "but", "including", "or"} or is_number(text.keys[at])
    return parted or _PAUSE.search(_gap(text, gap)) is not None


def _counted(
    text: Document, words: tuple[str, ...], after: int, stop: int
) -> tuple[frozenset[str], frozenset[str], str]:
    """The families of words that may name what is counted, of those before the one that does, and of this: a plural."""
    at = after + (words[after : after + 1] == ("of",))
    at += words[at : at + 1] in (("the",), ("its",), ("their",))
    row = []
    for n in range(at, min(at + FARTHEST_HEAD, stop)):
        if not is_content(text.keys[n]):
            break
        row.append(n)
    head = next((n for n in row if _is_plural(words[n])), row[0] if row else None)
    # A number above one counts a plural; where none is seen, the first word has to do.
    kinds = [root(text.keys[n]) for n in row]
    said = frozenset(kinds[: row.index(head)]) if head is not None else frozenset()
    return frozenset(kinds), said, root(text.keys[head]) if head is not None else ""


def _is_plural(word: str) -> bool:
    return word in words_in("amounts", "plural") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _harm(words: tuple[str, ...], first: int, after: int, begin: int, stop: int) -> str:
    """What was done to those counted: the nearest word for it behind the number, else the nearest one before."""
    for n in (*range(after, stop), *reversed(range(begin, first))):
        if words[n] in harms():
            return harms()[words[n]]
    return ""


def _rate(words: tuple[str, ...], after: int) -> str:
    """The time for which a number holds: “each day”, “a year”."""
    row = words[after : after + FARTHEST_RATE]
    times = {"day", "week", "month", "year", "hour"}
    return next(
        (time for before, time in pairwise(row) if before in {"each", "every", "per", "a"} and time in times), ""
    )


def _side(words: tuple[str, ...], first: int, after: int) -> str:
    before, behind = set(words[max(0, first - 3) : first]), set(words[after : after + 3])
    if (before & words_in("amounts", "added")) or set(words[after : after + 1]) & {"more", "other", "others"}:
        # “More than 40” adds to nothing.
        return "" if "than" in before and "more" in before else "added"
    return "part" if before & words_in("amounts", "part") or {"of", "them"} <= behind else ""


@cache
def harms() -> Mapping[str, str]:
    """What is done to people, by each word for it."""
    return {word: line.split()[0] for line in groups_in("amounts")["harm"] for word in line.split()}


@cache
def _currencies() -> Mapping[str, str]:
    return {word: line.split()[0] for line in groups_in("amounts")["currencies"] for word in line.split()}


@cache
def _measures() -> Mapping[str, tuple[str, float]]:
    rows = ((names, of.split()) for names, of in pairs_in("amounts", "measures").items())
    return {name: (measure, float(times)) for names, (measure, times) in rows for name in names.split()}
