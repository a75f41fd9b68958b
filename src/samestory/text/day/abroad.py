"""The forms in which German, Spanish, Russian and Arabic print days; what is found has the parts of an English date."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from samestory.language.pack import Pack, pack_of
from samestory.words.day_name import MONTHS

_S = r"(?:[ \t\u00a0\u2009\u202f]{1,3})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|٣[٠١]|[١٢][٠-٩]|٠?[١-٩])"
_YEAR = r"(?:[12]\d{3}|[١٢][٠-٩]{3})"
# Between a weekday and its date: takes “, dem ”, “ día ”, “ (” and “ الموافق ”.
_LINK = rf"(?:{_S}?\({_S}?|[,،]?{_S}(?:(?:dem|den|der|am|el|día|الموافق|в){_S})?)"
_TO = rf"{_S}?(?:bis|und|al|y|по|и|إلى|[-–—]){_S}?(?:(?:zum|el){_S})?"
_BEFORE_YEAR = rf"(?:[,،]?{_S}(?:de|del|عام|سنة)?{_S}?)"
_RU_BEFORE = rf"(?:[Вв]о?|[Дд]о|[Сс]|[Нн]а|[Кк]|[Вв]ечером|[Уу]тром|[Нн]очью){_S}"
_SHORTEST_ALONE = 4  # letters: “Mo” and “So” are days only beside a date


def days_abroad(text: str, pack: Pack) -> Iterator[tuple[int, int, bool, dict[str, str]]]:
    """Yield start, end, whether it is a date, and the parts of each day that `text` prints, in order.

    The parts have English values, so that they are reckoned as those of an English text.

    >>> [(text, parts["month"]) for *_, parts in days_abroad("am 3. März", pack_of("de")) for text in ["3. März"]]
    [('3. März', 'March')]
    """
    taken = 0
    for found in _pattern(pack.code).finditer(text):
        parts = {name: value for name, value in found.groupdict().items() if value}
        start = found.start(next(name for name in ("whole", "alone", "alone_") if name in parts))
        if start < taken or not _is_meant(pack, text, start, parts):
            continue
        taken = found.end()
        yield start, found.end(), "whole" in parts, dict(_english(pack, parts))


def _is_meant(pack: Pack, text: str, start: int, parts: dict[str, str]) -> bool:
    """Whether a weekday or “mañana” alone is a day: not each week's, not a morning, not a name's."""
    if "whole" in parts or "of_month" in parts:
        return True
    before = re.findall(r"[^\W\d_]+", text[max(0, start - 24) : start])[-2:]
    return pack.no_day_after.isdisjoint(word.lower() for word in before) and pack.no_day_after.isdisjoint(before)


def _english(pack: Pack, parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    first = parts.get("from") or parts.get("day") or parts.get("number_day")
    if first:
        yield "day", str(int(first))
    if "from" in parts:
        yield "to_day", str(int(parts["day"]))
    if "number_month" in parts:
        yield "month", MONTHS[int(parts["number_month"]) - 1]
    for name in ("month", "of_month"):
        if name in parts:
            yield "month", pack.months[parts[name]]
    if "of_month" in parts:
        yield "month_word", "in"
    for name in ("year", "number_year", "of_year"):
        if name in parts:
            yield "year", str(int(parts[name]))
    for name in ("weekday", "weekday_alone"):
        if name in parts:
            yield "weekday", pack.weekdays[parts[name]]
    for name in ("which", "which_behind"):
        if name in parts and pack.which[parts[name]] != "this":
            yield "which", pack.which[parts[name]]
    if "today" in parts:
        yield "today", pack.today[parts["today"]]


@cache
def _pattern(code: str) -> re.Pattern[str]:
    pack = pack_of(code)
    assert pack is not None
    weekday, month, which = _either(pack.weekdays), _either(pack.months), _either(pack.which)
    # A weekday in Arabic may have “and” before it in one word.
    edge = r"(?<!\w)و?" if code == "ar" else r"(?<!\w)"
    joint = rf"(?:{'|'.join(map(re.escape, sorted(pack.joint - {'.', '-'}))) or '(?!)'}){_S}"
    behind = rf"(?:\.?[ºª°]|\.o|\.|-?го|-?е)?(?!\d){_S}?(?:{joint})?"
    year = rf"(?:{_BEFORE_YEAR}(?P<year>{_YEAR})(?!\d)(?:{_S}(?:года|г\.))?)?"
    short = rf"(?:\.(?={_S}{_YEAR}))?(?:/{month}\b)?"
    # Takes “3.3.2026” and “03/03/2026”, leaves “1.2.3”.
    figures = rf"""(?P<number_day>{_DAY})(?P<mark>[./])(?P<number_month>1[0-2]|0?[1-9])(?P=mark)
        (?P<number_year>{_YEAR})(?!\d)"""
    date = rf"""(?P<whole>(?:(?P<weekday>{weekday})\.?{_LINK})?
        (?:(?:(?P<from>{_DAY})\.?{_TO})?(?<![\d.,:/])(?P<day>{_DAY}){behind}(?P<month>{month})\b{short}{year}
          |(?<![\d.,:/]){figures}))"""
    alone = _either(form for form in pack.weekdays if len(form) >= _SHORTEST_ALONE)
    lead = rf"(?:{_RU_BEFORE})(?:(?P<which>{which}){_S})?" if code == "ru" else rf"(?:(?P<which>{which}){_S})?"
    no_date = rf"(?!\.?{_LINK}{_DAY}[.]?{_S}?(?:{joint})?{month})"
    loose = rf"{lead}(?P<alone>(?P<weekday_alone>{alone})\b{no_date}(?:{_S}(?P<which_behind>{which})\b)?)"
    other = rf"""(?P<alone_>(?P<today>{_either(pack.today)})\b
        |(?P<of_month>{month})\b{_BEFORE_YEAR}(?P<of_year>{_YEAR})\b)"""
    return re.compile(rf"{edge}(?:{date}|{loose}|{other})", re.VERBOSE)


def _either(forms: Iterable[str]) -> str:
    """The forms as alternatives of a pattern, the longest first, their spaces kept."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form) for form in ordered) + ")" if ordered else "(?!)"
