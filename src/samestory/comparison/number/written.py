"""A number as news writes it, read from a row of words: “4,000”, “1.9 million”, “two-thirds”, “12 of 15”, “a dozen”."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from samestory.thresholds import threshold, thresholds
from samestory.words.lists import pairs_in
from samestory.words.wording import NUMBER_WORDS, SCALES

# Takes “4,000”, “$1.9”, “3.4%” and “£30m”; leaves “10:30”, “2019-20” and “16-kilometer”.
_FIGURE = re.compile(r"([$€£¥]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(%|bn|mn|m|km|kg)?")
_SHORT_SCALES = {"bn": 1e9, "mn": 1e6, "m": 1e6}
_BIG = {**SCALES, "dozen": 12.0}
_SHARES = frozenset({"percentage", "percent", "per", "point"})
# How far a number may stand for its neighbours: 2,000 for 1,900 to 2,100, “2 million” for all that is rounded to it.
ROUND_FIGURE, ROUND_SCALE = thresholds(__name__, "ROUND_FIGURE", "ROUND_SCALE")
GIVE_OF_FRACTION = threshold(__name__, "GIVE_OF_FRACTION")
MOST_OF = 10_000  # “12 of 15”: a greater whole is none, but a place or a year


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """Words `first` to `after` (not included) write `value`, give or take `give`.

    `unit` is what is written in one with it: %, a currency's sign, km, kg; or “part” for a fraction and for a part of a
    whole, which are given in hundredths.
    """

    first: int
    after: int
    value: float
    give: float = 0.0
    unit: str = ""


def number_written_at(words: Sequence[str], at: int) -> WrittenNumber | None:
    """Return the number that begins at word `at` of `words` (folded), or None.

    >>> number_written_at("paid $1.9 million for".split(), 1)
    WrittenNumber(first=1, after=3, value=1900000.0, give=50000.0, unit='$')
    >>> number_written_at("two-thirds of them".split(), 0).value
    66.666
    """
    found = _fraction(words, at) or _vague(words, at) or _number(words, at)
    return _of_whole(words, found) if found and not found.unit else found


def _number(words: Sequence[str], at: int) -> WrittenNumber | None:
    plain = _figure(words, at) or _in_words(words, at)
    if not plain:
        return None
    after, scale = plain.after, 1.0
    while after < len(words) and words[after] in _BIG:
        scale, after = scale * _BIG[words[after]], after + 1
    if scale == 1:
        return replace(plain, value=plain.value * _scale_of_range(words, plain))
    # “1.9 million” is rounded to its last decimal, “2 million” to a whole one.
    step = max(plain.give * 2, 0.0) if "." in words[at] else 1.0
    return replace(plain, after=after, value=plain.value * scale, give=min(step / 2, plain.value * ROUND_SCALE) * scale)


def _scale_of_range(words: Sequence[str], lower: WrittenNumber) -> float:
    """What the lower end of a range is counted in, which only the upper end says: “between 24 and 26 million”."""
    joint = tuple(words[lower.after : lower.after + 1])
    is_range = joint == ("to",) or (joint == ("and",) and {"between", "of"} & set(words[lower.first - 1 : lower.first]))
    upper = _figure(words, lower.after + 1) if is_range and lower.after + 1 < len(words) else None
    if not upper or upper.after >= len(words) or lower.value >= upper.value:
        return 1.0
    return SCALES.get(words[upper.after], 1.0)


def _figure(words: Sequence[str], at: int) -> WrittenNumber | None:
    found = _FIGURE.fullmatch(words[at])
    if not found:
        return None
    sign, whole, decimals, tail = found.groups()
    whole, scale = whole.replace(",", ""), _SHORT_SCALES.get(tail or "", 1.0)
    value = float(whole + (decimals or ""))
    unit = sign or ("" if scale > 1 else tail or "")
    if decimals:
        return WrittenNumber(at, at + 1, value * scale, 0.5 * 10.0 ** (1 - len(decimals)) * scale, unit)
    if scale > 1 or _is_share(words, at, unit):
        return WrittenNumber(at, at + 1, value * scale, min(0.5, value * ROUND_SCALE) * scale, unit)
    # Below a hundred things can be counted, so that a round number is taken as it stands.
    zeros = len(whole) - len(whole.rstrip("0")) if len(whole) > 2 else 0
    return WrittenNumber(at, at + 1, value, min(10.0**zeros / 2, value * ROUND_FIGURE) if zeros else 0.0, unit)


def _is_share(words: Sequence[str], at: int, unit: str) -> bool:
    return unit == "%" or (at + 1 < len(words) and words[at + 1] in {"percent", "per"})


def _in_words(words: Sequence[str], at: int) -> WrittenNumber | None:
    """A number in words; “a” counts only before a dozen, a hundred and the like."""
    tens, _, units = words[at].partition("-")
    if words[at] == "a" and at + 1 < len(words) and words[at + 1] in {*_BIG, "fortnight"}:
        return WrittenNumber(at, at + 1, 1.0)
    # “Half a million” is no million.
    if (
        words[at] == "half"
        and list(words[at + 1 : at + 2]) == ["a"]
        and not _BIG.keys().isdisjoint(words[at + 2 : at + 3])
    ):
        return WrittenNumber(at, at + 2, 1 / 2)
    # “Half a percentage point”; half a year is none.
    if words[at] == "half" and list(words[at + 1 : at + 2]) == ["a"] and set(words[at + 2 : at + 3]) & _SHARES:
        return WrittenNumber(at, at + 2, 1 / 2)
    if words[at] == "a" and list(words[at + 1 : at + 2]) == ["percentage"]:
        return WrittenNumber(at, at + 1, 1.0)
    if tens not in NUMBER_WORDS or (units and units not in NUMBER_WORDS):
        return None
    return WrittenNumber(at, at + 1, float(NUMBER_WORDS[tens]) + float(NUMBER_WORDS.get(units, 0)))


def _vague(words: Sequence[str], at: int) -> WrittenNumber | None:
    """A number that nobody counted, as the middle of what it may be: “hundreds”."""
    if words[at] not in _vague_plurals() or (at and words[at - 1] in {"of", "the"}):
        return None
    least, most = _vague_plurals()[words[at]]
    return WrittenNumber(at, at + 1, (least + most) / 2, (most - least) / 2)


def _fraction(words: Sequence[str], at: int) -> WrittenNumber | None:
    """A fraction in words, if its whole follows: “half of the farms”, “two-thirds of the votes”."""
    row = [*words[at].split("-"), *words[at + 1 : at + 2]]
    count = "1" if words[at] in {"a", "half"} else NUMBER_WORDS.get(row[0], "")
    name = "half" if words[at] == "half" else row[1] if len(row) > 1 else ""
    after = at + (2 if "-" not in words[at] and words[at] != "half" else 1)
    if not count or name not in _parts() or set(words[after : after + 1]).isdisjoint({"of", "the"}):
        return None
    # “A third” is said of 31 as of 35 in a hundred; a fraction of more parts is hardly finer.
    return WrittenNumber(at, after, float(count) * _parts()[name], GIVE_OF_FRACTION, "part")


def _of_whole(words: Sequence[str], found: WrittenNumber) -> WrittenNumber:
    """The part of a whole that a number begins: “12 of 15”, “nine out of ten”, “four in five”; else the number."""
    behind = list(words[found.after : found.after + 3])
    skip = 2 if behind[:2] == ["out", "of"] else 1 if behind[:1] in (["of"], ["in"]) else 0
    skip += bool(skip) and behind[skip : skip + 1] == ["the"]
    whole = _number(words, found.after + skip) if skip and found.after + skip < len(words) else None
    # “Four in five” is a part; “3 in 2019” is none.
    in_figures = behind[:1] == ["in"] and words[found.first][:1].isdigit()
    if not whole or whole.unit or in_figures or not found.value < whole.value <= MOST_OF:
        return found
    return WrittenNumber(found.first, whole.after, 100 * found.value / whole.value, 0.5, "part")


@cache
def _parts() -> Mapping[str, float]:
    return {word: float(share) for word, share in pairs_in("amounts", "parts").items()}


@cache
def _vague_plurals() -> Mapping[str, tuple[float, float]]:
    rows = {word: limits.split() for word, limits in pairs_in("amounts", "vague").items()}
    return {word: (float(least), float(most)) for word, (least, most) in rows.items()}
