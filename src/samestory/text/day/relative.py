"""Reckon words that name a day from another one: yesterday, two days before, late next week, last March."""

from datetime import date

from samestory.text.day.calendar import DaySpan, day, day_shown, month, moved, week, year
from samestory.text.day.words import month_number, number_of, weekday_number
from samestory.text.day.written import Reckoned, reckon_weekday

_TODAY = {
    "the day before yesterday": -2,
    "the night before last": -2,
    "night before last": -2,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_BESIDE = {"next day": 1, "following day": 1, "day after": 1, "day before": -1, "previous day": -1, "same day": 0}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_SHIFT = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}


def from_publication(parts: dict[str, str], ahead: bool, published: date | None, text: str) -> Reckoned:
    """Reckon a form that counts from the day of publication, or is a month or a year."""
    # A year printed says enough; everything after these two needs the day of publication.
    if "year_only" in parts:
        word = parts["year_word"].strip(" \u00a0\t-").lower()
        return _span(_part(year(int(parts["year_only"])), word), text, "")
    if "month" in parts and "year" in parts:
        first = day(int(parts["year"]), month_number(parts["month"]), 1)
        word = parts.get("month_word", "").strip(" \u00a0\t-").lower()
        return _span(_part(month(first, 0) if first else None, word), text, "")
    if published is None:
        return Reckoned(None, None, (f"{text}: the day of publication is not known",))
    said = f", said on {day_shown(published)}"
    if "today" in parts:
        return _one(moved(published, _TODAY[" ".join(parts["today"].lower().split())]), text, said)
    if "time_number" in parts:
        counted = {"number": parts["time_number"], "counted": parts["time_unit"], "way": "from now"}
        return _ago(counted, published, text, said)
    if "before_last" in parts:
        return _span(_shifted(parts["before_last"].lower(), published, -2), text, said)
    if "this" in parts or "of_week" in parts:
        return _this(parts, published, text, said)
    if "month" in parts:
        return _month(parts, ahead, published, text, said)
    return _ago(parts, published, text, said)


def from_weeks(parts: dict[str, str], published: date | None, text: str) -> Reckoned:
    """Reckon whole weeks from a day: “two weeks from Friday”, “a week ago today”, “tomorrow week”."""
    if published is None:
        return Reckoned(None, None, (f"{text}: the day of publication is not known",))
    back = parts.get("weeks_way", "").lower() == "ago"
    count = number_of(parts.get("weeks", "a")) * (-1 if back else 1)
    count *= _DAYS[parts.get("weeks_unit", "week").lower()] // 7
    named = parts.get("weeks_day") or parts["day_week"]
    if named.lower() not in _TODAY:
        return reckon_weekday(named, "", not back, published, text, count)
    return _one(moved(published, _TODAY[named.lower()] + 7 * count), text, f", said on {day_shown(published)}")


def from_anchor(parts: dict[str, str], anchor: date | None, text: str) -> Reckoned:
    """Reckon “two days before” or “the next day” from the day that the text names beside it."""
    if anchor is None:
        return Reckoned(None, None, (f"{text}: the text names no day to count from",))
    counted = f", counted from {day_shown(anchor)}"
    if "beside" in parts:
        return _one(moved(anchor, _BESIDE[" ".join(parts["beside"].lower().split())]), text, counted)
    back = parts["way"].lower() in ("before", "earlier", "prior")
    count = number_of(parts["number"]) * (-1 if back else 1)
    unit = parts["counted"].lower()
    if unit in _DAYS:
        return _one(moved(anchor, count * _DAYS[unit]), text, counted)
    return _span(month(anchor, count * (12 if unit == "year" else 1)), text, counted)


def _one(found: date | None, text: str, said: str) -> Reckoned:
    if found is None:
        return Reckoned(None, None, (f"{text}: beyond the calendar",))
    return Reckoned(found, None, (f"{text}{said} -> {day_shown(found)}",))


def _span(found: DaySpan | None, text: str, said: str) -> Reckoned:
    if found is None:
        return Reckoned(None, None, (f"{text}: beyond the calendar",))
    return Reckoned(*found, (f"{text}{said} -> {day_shown(found[0])} to {day_shown(found[1])}",))


def _part(span: DaySpan | None, word: str) -> DaySpan | None:
    """The early, middle or late part of a week, a month or a year."""
    if span is None:
        return None
    length = (span[1] - span[0]).days + 1
    # Two fifths, though it is called a third: “early in the week” reaches to Wednesday.
    third = max(1, length * 2 // 5)
    first, last = span
    if word in ("early", "earlier"):
        last = moved(first, third) or last
    elif word in ("late", "later"):
        # The late part of a week begins on Thursday: people mean its last working days as well as its weekend.
        first = moved(last, -third - (length == 7)) or first
    elif word == "mid":
        first, last = moved(first, length // 4) or first, moved(last, -(length // 4)) or last
    return first, last


def _this(parts: dict[str, str], published: date, text: str, said: str) -> Reckoned:
    """“Late next week”, “last month”, and “Tuesday of next week”."""
    shift = _SHIFT[(parts.get("of_week") or parts["this"]).lower().split()[-1]]
    unit = parts.get("unit", "week").lower()
    weekday = parts.get("week_day") or (parts.get("weekday") if "of_week" in parts else None)
    if weekday:
        span = week(published, shift)
        return _one(moved(span[0], weekday_number(weekday)) if span else None, text, said)
    if unit == "weekend":
        own = week(published, shift)
        found = (moved(own[1], -1) or own[1], own[1]) if own else None
    else:
        found = _shifted(unit, published, shift)
    word = parts.get("part", "").lower()
    # “Earlier this week” ends, and “later this week” begins, on the day of publication.
    found = _part(found, "" if shift == 0 and word in ("earlier", "later") else word)
    if found and shift == 0 and word == "earlier":
        found = (found[0], max(found[0], published))
    if found and shift == 0 and word == "later":
        found = (min(found[1], published), found[1])
    return _span(found, text, said)


def _shifted(unit: str, published: date, shift: int) -> DaySpan | None:
    """The week, month or year that is so many after that of publication."""
    if unit == "week":
        return week(published, shift)
    return month(published, shift) if unit == "month" else year(published.year + shift)


def _month(parts: dict[str, str], ahead: bool, published: date, text: str, said: str) -> Reckoned:
    """“In March”: the one before the day of publication, or after it where the sentence looks ahead."""
    word = parts["month_word"].strip(" \u00a0\t-").lower()
    wanted = month_number(parts["month"])
    # “Last March”, said in March, is a year ago; “in March” is the month that runs.
    behind = (published.month - wanted) % 12 or (12 if word == "last" else 0)
    before = (wanted - published.month) % 12 or (12 if word == "next" else 0)
    forward = word == "next" or (ahead and word != "last")
    return _span(_part(month(published, before if forward else -behind), word), text, said)


def _ago(parts: dict[str, str], published: date, text: str, said: str) -> Reckoned:
    count = number_of(parts["number"]) * (-1 if parts["way"].lower() == "ago" else 1)
    unit = parts["counted"].lower()
    if unit in _DAYS and unit != "week":
        return _one(moved(published, count * _DAYS[unit]), text, said)
    # “Three weeks ago” is seldom meant to the day, so it is the whole week.
    if unit == "week":
        return _span(week(published, count), text, said)
    return _span(month(published, count) if unit == "month" else year(published.year + count), text, said)
