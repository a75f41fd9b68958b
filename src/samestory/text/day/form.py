"""The forms in which a text prints days: one pattern for dates, one for words such as “last Thursday”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from samestory.text.cut import CutText
from samestory.text.day.abroad import days_abroad
from samestory.text.day.feast import ALWAYS_A_DAY, ONLY_ON
from samestory.text.day.words import (
    EVERY_WEEK_BEFORE,
    MONTH_ANY,
    MONTH_FULL,
    NAMED_DAY_BEFORE,
    NO_DAY_AFTER,
    NO_DAY_BEFORE,
    WEEKDAY_ANY,
    WEEKDAY_FULL,
)
from samestory.text.once import once

# Every repetition is bounded, so that no text makes the search slow.
_S = r"(?:[ \t\u00a0\u2009\u202f]{1,3})"
_GAP = rf"(?:{_S}|[ \t\u00a0]{{0,3}}\r?\n[ \t\u00a0]{{0,3}})"
_DASH = r"[-‐‑–—]"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
# A date without its year never ends right before these: “May 5%”, “May 5.2”, “May 5:30”.
_END = r"(?![0-9%]|[.,:/][0-9])"
# Four digits that count something are no year: “On 5 May 2000 troops left.”
_COUNTED = r"people|troops|soldiers|men|women|children|workers|members|jobs|homes|houses|miles|kilometres|feet|dollars"
_YEAR = rf"[0-9]{{4}}(?![0-9]|,[0-9]{{3}}|{_S}(?:{_COUNTED})\b)"
_OF = rf"{_S}(?:of{_S})?|{_DASH}|"
_TO = rf"(?:{_S}?{_DASH}{_S}?|{_S}(?:to|through|until){_S})"
_AND = rf"(?:{_TO}|{_S}(?:and|or){_S})"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})?(?:[ \u00a0]?[ap]\.?m\b\.?)?"
_PART = r"(?:early|late|morning|afternoon|evening|night|noon|midnight|midday|lunchtime|local[ ]time"
_PART += r"|(?:this|next|last)[ ]week"
_PART += rf"|(?:at|around|about|by)[ ](?:noon|midnight|{_CLOCK})|{_CLOCK}(?:[ ]local[ ]time)?)"

# Takes “Feb. 24, 2022”, “3-5 May”, “2022-02-24” and “24/02/2022”; leaves “May 5,000 people” and “1/2”.
_WRITTEN = rf"""
    (?P<month>{MONTH_ANY}){_S}(?P<day>{_DAY})(?:st|nd|rd|th)?\b
        (?:(?:{_TO}(?P<to_month>{MONTH_ANY}){_S}|{_AND})(?P<to_day>{_DAY})(?:st|nd|rd|th)?\b(?![:.%][0-9]|,[0-9]{{3}}))?
        (?:(?:,?{_GAP}|,)(?P<year>{_YEAR})|{_END})
  | (?P<day_>{_DAY})(?:st|nd|rd|th)?\b
        (?:{_AND}(?P<to_day_>{_DAY})(?:st|nd|rd|th)?\b)?
        (?:{_OF})(?P<month_>{MONTH_ANY})(?:(?:,?{_GAP}|{_DASH}|,)(?P<year_>{_YEAR})|{_END})
  | (?P<iso>[0-9]{{4}}(?P<iso_mark>[-/])[0-9]{{2}}(?P=iso_mark)[0-9]{{2}})(?![-/0-9])
  | (?P<slashed>[0-9]{{1,2}}(?P<mark>[/.]|-)[0-9]{{1,2}}(?P=mark)[0-9]{{4}})(?![-/0-9]|\.[0-9])
"""
# The weekday before a date: takes “Monday afternoon, the ” before “5th of May”.
_BEFORE = rf"""
    (?P<weekday>{WEEKDAY_ANY})
    (?:,?{_S}{_PART}){{0,3}}
    (?:{_S}?,{_GAP}?|{_GAP}|{_S}?[(—–]{_S}?)
    (?:on{_S})?(?:the{_S})?
"""
# The weekday behind a date: takes “ (a Monday)” and “, which was a Monday”; leaves “, Monday, 5 May”, another date.
_AFTER = rf"""
    {_S}?\({_S}?(?:a{_S})?(?P<weekday_in>{WEEKDAY_ANY}){_S}?\)
  | ,?{_S}(?:(?:which|that){_S})?(?:(?:(?:was|is|were|fell{_S}on|falls{_S}on|being|it{_S}was){_S})?an?)
        {_S}(?P<weekday_a>{WEEKDAY_ANY})(?!{_S}?(?:,{_S}?)?(?:{MONTH_ANY}{_S}|{_DAY}\b))
  | {_S}?[—–]{_S}?(?:a{_S})?(?P<weekday_dash>{WEEKDAY_ANY})(?:{_S}?[—–])?
  | ,{_S}(?P<weekday_comma>{WEEKDAY_ANY})(?=[,.;:)\r\n]|$)(?!,?{_S}(?:{MONTH_ANY}|{_DAY}\b))
"""
# Takes the date with its weekday, “last week on Monday, 5 May”; leaves the “5 May” of “1/5 May” and of “$5 May offer”.
_DATE = re.compile(
    rf"(?<![\w$€£])(?=[0-9A-Zadfjlmnostw])(?:(?:this|next|last){_S}week,?{_S}on{_S})?"
    rf"(?:{_BEFORE})?(?<![-/\d])(?:{_WRITTEN})(?:{_AFTER})?",
    re.VERBOSE,
)

_NUMBER = r"a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,3}"
_FEAST, _MOVING = (
    "|".join(re.escape(name).replace(r"\ ", _S).replace("'", "['’]") for name in names)
    for names in (ALWAYS_A_DAY, ONLY_ON)
)
_EARLY = r"(?:(?P<part>early|earlier|late|later|mid)[ \u00a0-])?"
# Takes “last Thursday”, “two days before”, “late next week”, “in March” and “since 2014”; leaves “March on Rome”,
# “may go” and “2,014 people”.
_LOOSE = re.compile(
    rf"""(?<![\w$€£/])(?:
    (?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast){_S})?(?P<weekday>{WEEKDAY_FULL})
        (?:,?{_S}(?:the{_S})(?P<ordinal>{_DAY})(?:st|nd|rd|th)\b(?!{_S}[a-z]{{3,}}{_S}of\b)
          |{_S}(?:of{_S})?(?P<of_week>last|next|this){_S}week\b
          |{_S}(?P<week_on>week)\b(?=[.,;:!?)]|$|{_S}(?:at|to|for|when|and|he|she|it|they|we|I)\b))?
  | (?i:(?P<weeks>an?|one|two|three|four){_S}(?P<weeks_unit>week|fortnight)s?{_S}(?P<weeks_way>from|ago){_S}
        (?P<weeks_day>{WEEKDAY_FULL}|(?:today|tomorrow|yesterday)\b))
  | (?i:(?P<day_week>tomorrow){_S}week)\b(?=[.,;:!?)]|$)
  | [Oo]n{_S}the{_S}(?P<day_only>{_DAY})(?:st|nd|rd|th)\b(?=[.,;:!?)]|$
        |{_S}(?:he|she|they|it|we|I|the|a|an|at|in|when|after|before|with|for|to|and|but|as|his|her|their)\b)
  | (?P<feast>{_FEAST}|(?:(?<=[Oo]n[ \u00a0])(?:{_MOVING})|(?:{_MOVING})(?=,?{_S}[12][0-9]{{3}}\b)))
        (?:,?{_S}(?P<feast_year>[12][0-9]{{3}}))?\b
  | (?i:{_EARLY}(?P<this>last|next|this|the{_S}(?:coming|previous|following)){_S}(?P<unit>weekend|week|month|year))\b
        (?:,?{_S}(?:on{_S})?(?P<week_day>{WEEKDAY_FULL})(?!,?{_S}(?:{MONTH_ANY}|{_DAY}\b)))?
  | (?i:(?P<number>{_NUMBER}){_S}(?P<counted>day|night|week|fortnight|month|year)s?{_S}
        (?P<way>ago|before|after|earlier|later|prior|from{_S}now|hence))\b
  | (?i:in{_S}(?P<time_number>{_NUMBER}){_S}(?P<time_unit>day|week|fortnight|month|year)(?:s['’]|['’]s){_S}time)\b
  | (?i:the{_S}(?P<before_last>week|month|year){_S}before{_S}last)\b
  | (?i:the{_S}(?P<beside>next{_S}day|following{_S}day|day{_S}after|day{_S}before|previous{_S}day|same{_S}day))\b
        (?!{_S}(?:tomorrow|yesterday)\b)
  | (?P<today>(?i:(?:the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow))|(?:the{_S})?night{_S}before{_S}last
        |last{_S}night|this{_S}(?:morning|afternoon|evening)|yesterday|today|tomorrow|tonight))\b
  | (?P<month_word>(?i:in|since|until|by|from|during|last|next|this|of|early|late|mid){_S}|[Mm]id-)?
        (?P<month>{MONTH_FULL}|{MONTH_ANY}(?={_S}[0-9]{{4}}\b))
        (?:,?{_S}(?:of{_S})?(?P<year>[12][0-9]{{3}})\b)?(?!{_S}[0-9])
  | (?P<year_word>(?i:in|since|by|until|during|from|of|before|after|early|late|mid){_S}|[Mm]id-)
        (?P<year_only>[12][0-9]{{3}})(?![0-9\w%]|[.,:/–-][0-9]|{_S}(?:{_COUNTED})\b)
    )""",
    re.VERBOSE,
)
# “The Sept. 11 attacks”: the name of an event, whose year may be long ago.
_NAMES_AN_EVENT = re.compile(
    rf"{_S}(?:terror(?:ist)?{_S})?(?:attacks?|attackers|hijack\w+|riots?|rioters|insurrection\w*|uprising|massacre|coup)\b"
)
_WORD_BEFORE = re.compile(r"([\w’']+)[ \t\u00a0]+$")
_WORD_AFTER = re.compile(r"[ \t\u00a0]+([\w’']+)")


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed at `text[start:end]` (code points): the named parts of its form, those that are there."""

    start: int
    end: int
    is_date: bool
    parts: dict[str, str]


def printed(text: str | CutText) -> list[PrintedDay]:
    """Return the days that `text` prints, in order; none overlaps another.

    >>> [one.parts["weekday"] for one in printed("Lind left on Monday. Ruby Tuesday was shut.")]
    ['Monday']
    """
    return _printed(CutText.of(text))


@once
def _printed(cut: CutText) -> list[PrintedDay]:
    text = cut.text
    if cut.pack:
        return [PrintedDay(*one) for one in days_abroad(text, cut.pack)]
    found = list(_dates(text))
    taken = 0
    kept = []
    # The written date goes first where two forms begin at one place.
    for one in merge(found, _loose(text, found), key=lambda each: (each.start, not each.is_date)):
        if one.start >= taken:
            kept.append(one)
            taken = one.end
    return kept


def _dates(text: str) -> Iterator[PrintedDay]:
    for form in _DATE.finditer(text):
        parts = {name.rstrip("_"): value for name, value in form.groupdict().items() if value}
        for name in ("weekday_in", "weekday_a", "weekday_dash", "weekday_comma"):
            if name in parts:
                after = parts.pop(name)
                parts.setdefault("weekday", after)
        start = form.start()
        # With a year or a weekday the day itself is meant, even before “attacks”.
        if not parts.keys() & {"year", "weekday", "iso", "slashed"} and _is_an_event(text, form):
            continue
        if "weekday" in parts and form.group("weekday") and _is_a_name(text, form):
            del parts["weekday"]
            start = next(form.start(name) for name in ("month", "day_", "iso", "slashed") if form.group(name))
        # “Monday (5 May)”: a bracket that opened within the date is closed within it.
        is_open = "(" in text[start : form.end()] and text[form.end() : form.end() + 1] == ")"
        yield PrintedDay(start, form.end() + (is_open and ")" not in text[start : form.end()]), True, parts)


def _is_an_event(text: str, form: re.Match[str]) -> bool:
    is_named = _word_before(text, form.start()).lower() == "the"
    return is_named and _NAMES_AN_EVENT.match(text, form.end()) is not None


def _is_a_name(text: str, form: re.Match[str]) -> bool:
    """Whether the weekday in front of a date is the end of a name: “The Sun, 5 May”, “Ruby Tuesday, Jan. 5”."""
    before = _word_before(text, form.start("weekday"))
    return before in NO_DAY_BEFORE or (before in ("the", "The") and form.group("weekday") in ("Sun", "SUN"))


def _loose(text: str, dates: list[PrintedDay]) -> Iterator[PrintedDay]:
    """The looser forms; a weekday that a date follows belongs to the date."""
    at = 0
    start = 0
    while form := _LOOSE.search(text, start):
        start = form.end()
        while at < len(dates) and dates[at].end <= form.start():
            at += 1
        if at < len(dates) and dates[at].start < form.end():
            start = max(dates[at].end, form.start() + 1)
            continue
        parts = {name: value for name, value in form.groupdict().items() if value}
        if _is_day(text, form, parts):
            yield PrintedDay(form.start(), form.end(), False, parts)


def _is_day(text: str, form: re.Match[str], parts: dict[str, str]) -> bool:
    before = _word_before(text, form.start())
    if "weekday" in parts:
        after = _WORD_AFTER.match(text, form.end())
        is_day = before not in NO_DAY_BEFORE and before not in NAMED_DAY_BEFORE
        is_one = before.lower() not in EVERY_WEEK_BEFORE or "which" in parts
        return is_day and is_one and not (after and after.group(1) in NO_DAY_AFTER)
    # “March” and “May” alone may be a walk and a verb, so a month wants “in” before it or a year behind it.
    if "month" in parts:
        return "year" in parts or "month_word" in parts
    if "today" in parts:  # USA Today
        return not (parts["today"][0].isupper() and before[:1].isupper())
    return True


def _word_before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, at - 24) : at])
    return found.group(1) if found else ""
