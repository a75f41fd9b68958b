"""Years, times of day and ages as news writes them: no amounts, but two accounts may differ in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.number.amount import MOST_WORDS_TOLD
from samestory.comparison.number.around import PAUSE, gap_before
from samestory.comparison.passage.segment import Segment, segments
from samestory.text.document import Document
from samestory.text.once import once
from samestory.words.wording import NUMBER_WORDS

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# Takes “7.15”, “18:05” and “5.20am”; leaves “3.5” and “7.150”.
_TIME = re.compile(r"(\d{1,2})[.:]([0-5]\d)([ap]m)?")
_HOUR = re.compile(r"(\d{1,2})([ap]m)?")
_AGED = re.compile(r"(\d{1,3})-years?-olds?")
_HALVES = {"am": 0, "a.m.": 0, "pm": 720, "p.m.": 720}  # minutes
_QUARTERS = {"quarter": 15, "half": 30}
_FIXED = {"noon": 720, "midday": 720, "midnight": 0}
# Before a time: it says when something happens, and not that it does so earlier or later.
_AT = frozenset({"at", "until", "till", "from", "by", "to"})
HALF_A_DAY, DAY = 720, 1440  # minutes
ONE_BIRTHDAY = 1  # years: of two days of writing, a birthday may lie between


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """`text[start:end]` gives a year, an age in years, or a time of day in minutes since midnight.

    `either` if nothing says which half of the day is meant. `first` and `after` are its words, `home` is its sentence.
    """

    start: int
    end: int
    home: Segment
    first: int
    after: int
    kind: Literal["year", "age", "time of day"]
    value: int
    either: bool = False

    def fits(self, other: "Moment") -> bool:
        """Whether both can be right; two of unlike kind always can."""
        if self.kind != other.kind or self.value == other.value:
            return True
        if self.kind == "age":
            return abs(self.value - other.value) <= ONE_BIRTHDAY
        if self.kind == "time of day" and (self.either or other.either):
            return self.value % HALF_A_DAY == other.value % HALF_A_DAY
        return False


_Read = tuple[int, Literal["year", "age", "time of day"], int, bool]  # the word behind it, kind, value, either


@once
def moments(text: Document) -> tuple[Moment, ...]:
    """Return the years, times of day and ages of a document in order.

    >>> [(one.kind, one.value) for one in moments(Document("In 1998 Moe, 61, left at quarter to 7, or at 6.45 pm."))]
    [('year', 1998), ('age', 61), ('time of day', 405), ('time of day', 1125)]
    """
    return tuple(one for home in segments(text) if home.size <= MOST_WORDS_TOLD for one in _in_sentence(text, home))


def _in_sentence(text: Document, home: Segment) -> Iterator[Moment]:
    at = home.first
    while at <= home.last:
        read = _time(text, home, at) or _age(text, home, at) or _year(text, home, at)
        if read:
            after, kind, value, either = read
            span = text.words[at].start, text.words[after - 1].end
            yield Moment(*span, home, at, after, kind, value, either)
        at = read[0] if read else at + 1


def _word(text: Document, home: Segment, at: int) -> str:
    return text.folded[at] if home.first <= at <= home.last else ""


def _year(text: Document, home: Segment, at: int) -> _Read | None:
    word = text.folded[at]
    before = _word(text, home, at - 1)
    if not _YEAR.fullmatch(word) or before in {"at", "about", "some", "than", "nearly"}:
        return None
    # “In 1998”, “the treaty of 1956”; 1956 metres are no year, and behind a name it may be a number of that.
    behind = _word(text, home, at + 1) if PAUSE.search(gap_before(text, at + 1)) is None else ""
    is_time = before in {"in", "since", "of", "from", "by", "until", "during", "before", "after", "to"}
    return (at + 1, "year", int(word), False) if is_time and not behind.endswith("s") else None


def _age(text: Document, home: Segment, at: int) -> _Read | None:
    word = text.folded[at]
    if found := _AGED.fullmatch(word):
        return at + 1, "age", int(found[1]), False
    if not (word.isdecimal() and word.isascii() and len(word) <= 3):
        return None
    if _word(text, home, at + 1) in {"year", "years"} and _word(text, home, at + 2) == "old":
        return at + 3, "age", int(word), False
    if _word(text, home, at - 1) == "aged":
        return at + 1, "age", int(word), False
    is_aside = at > home.first and text.words[at - 1].is_capital and gap_before(text, at).strip() in {",", "("}
    closes = at < len(text.words) - 1 and gap_before(text, at + 1).strip()[:1] in {",", ")"}
    return (at + 1, "age", int(word), False) if is_aside and closes and len(word) == 2 else None


def _time(text: Document, home: Segment, at: int) -> _Read | None:
    word, before = text.folded[at], _word(text, home, at - 1)
    if word in _FIXED and before == "at":
        return at + 1, "time of day", _FIXED[word], False
    past = _told_by_hands(text, home, at)
    return past if past else _in_figures(text, home, at) if before in _AT else None


def _told_by_hands(text: Document, home: Segment, at: int) -> _Read | None:
    """“Quarter to seven”, “ten minutes past 4”."""
    word = text.folded[at]
    minutes = _QUARTERS.get(word, int(NUMBER_WORDS.get(word, 0)))
    to = at + 1 + (_word(text, home, at + 1) == "minutes")
    hour = NUMBER_WORDS.get(_word(text, home, to + 1), _word(text, home, to + 1))
    if not 0 < minutes <= 30 or _word(text, home, to) not in {"past", "to"} or not hour.isdecimal():
        return None
    # “From ten to four” is a span.
    if not 1 <= int(hour) <= 12 or (word not in _QUARTERS and _word(text, home, at - 1) != "at"):
        return None
    value = int(hour) * 60 + (minutes if _word(text, home, to) == "past" else -minutes)
    return _with_half(text, home, to + 2, value % HALF_A_DAY, "")


def _in_figures(text: Document, home: Segment, at: int) -> _Read | None:
    word, behind = text.folded[at], _word(text, home, at + 1)
    found, whole = _TIME.fullmatch(word), _HOUR.fullmatch(NUMBER_WORDS.get(word, word))
    if found and int(found[1]) < 24:
        value, is_full = int(found[1]) * 60 + int(found[2]), int(found[1]) > 12 or found[1].startswith("0")
        if is_full:
            return at + 1 + (behind in _HALVES), "time of day", value, False
        # “At 3.50 euros” is a price.
        is_price = ":" not in word and not found[3] and behind in {"percent", "per", "million", "euros", "dollars"}
        return None if is_price else _with_half(text, home, at + 1, value % HALF_A_DAY, found[3] or "")
    if whole and 1 <= int(whole[1]) <= 12 and (whole[2] or behind in _HALVES or behind == "o'clock"):
        after = at + 1 + (behind == "o'clock")
        return _with_half(text, home, after, int(whole[1]) * 60 % HALF_A_DAY, whole[2] or "")
    return None


def _with_half(text: Document, home: Segment, after: int, value: int, half: str) -> _Read:
    """A time with the half of the day that is written in one with it, or behind it."""
    behind = _word(text, home, after)
    if not half and behind in _HALVES:
        half, after = behind, after + 1
    return after, "time of day", value + _HALVES.get(half, 0), not half
