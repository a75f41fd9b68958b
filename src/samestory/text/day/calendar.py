"""Reckoning with days: what may lie beyond the calendar's edges (years 1 to 9999) is None, never an error."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from samestory.words.day_name import MONTHS, WEEKDAYS

DaySpan = tuple[date, date]


def day(year: int, month: int, number: int) -> date | None:
    """Return the day of the Gregorian calendar, or None if there is none, as 31 June.

    >>> day(2024, 2, 29), day(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def moved(start: date, days: int) -> date | None:
    """Return the day so many days after `start` (before it, if negative)."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def nearest(month: int, number: int, to: date) -> date | None:
    """Return the day and month in the year that brings it nearest to the day `to`.

    >>> nearest(12, 30, to=date(2022, 1, 2))
    datetime.date(2021, 12, 30)
    """
    days = [found for year in (to.year - 1, to.year, to.year + 1) if (found := day(year, month, number))]
    # Of two days equally near the earlier one is taken: news mostly tells of what is past.
    return min(days, key=lambda one: (abs((one - to).days), one), default=None)


def weekday_from(start: date, weekday: int, ahead: bool, without_today: bool = False) -> date | None:
    """Return the first such weekday (0 is Monday) from `start` on, or back from it; `start` itself counts."""
    step = (weekday - start.weekday()) % 7 if ahead else -((start.weekday() - weekday) % 7)
    if step == 0 and without_today:
        step = 7 if ahead else -7
    return moved(start, step)


def week(of: date, weeks: int) -> DaySpan | None:
    """Return Monday and Sunday of the week that is `weeks` after the week of the day `of`."""
    first = moved(of, 7 * weeks - of.weekday())
    last = moved(first, 6) if first else None
    return (first, last) if first and last else None


def month(of: date, months: int) -> DaySpan | None:
    """Return the first and the last day of the month that is `months` after the month of the day `of`."""
    # Months are counted from the year 0, so that a step over New Year needs no case of its own.
    at = of.year * 12 + of.month - 1 + months
    first = day(at // 12, at % 12 + 1, 1)
    return (first, first.replace(day=monthrange(first.year, first.month)[1])) if first else None


def year(number: int) -> DaySpan | None:
    """Return the first and the last day of a year."""
    first, last = day(number, 1, 1), day(number, 12, 31)
    return (first, last) if first and last else None


def day_shown(one: date) -> str:
    """Return a day as people read it.

    >>> day_shown(date(2022, 2, 22))
    'Tue 22 Feb 2022'
    """
    return f"{WEEKDAYS[one.weekday()][:3]} {one.day} {MONTHS[one.month - 1][:3]} {one.year}"
