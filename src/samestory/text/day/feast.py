"""Days with a name of their own: Christmas Eve, Good Friday, Thanksgiving."""

from datetime import date

from samestory.text.day.calendar import day, day_shown, moved, weekday_from
from samestory.text.day.words import month_number, weekday_number
from samestory.text.day.written import Reckoned, reckoned
from samestory.words.lists import pairs_in

_FIXED = pairs_in("calendar", "feasts")
_OTHERS = pairs_in("calendar", "feasts behind on")
ALWAYS_A_DAY, ONLY_ON = (
    tuple(_FIXED),
    tuple(_OTHERS),
)  # “on Good Friday” is a day, “Good Friday is sad” none of this year


def reckon_feast(name: str, year: str | None, published: date | None, text: str) -> Reckoned:
    """Reckon a feast: in the year printed, else the one nearest to the day of publication."""
    usual = " ".join(name.replace("’", "'").split())
    if year:
        return reckoned(feast(usual, int(year)), None, text, "")
    if published is None:
        return Reckoned(None, None, (f"{text}: no year is printed, and the day of publication is not known",))
    around = [found for shift in (-1, 0, 1) if (found := feast(usual, published.year + shift))]
    nearest = min(around, key=lambda one: (abs((one - published).days), one), default=None)
    return reckoned(nearest, None, text, f", said on {day_shown(published)}")


def feast(name: str, year: int) -> date | None:
    """Return the day of a feast in a year; None beyond the calendar. Thanksgiving and the like are those of the United
    States.

    >>> feast("Good Friday", 2022), feast("Thanksgiving", 2022)
    (datetime.date(2022, 4, 15), datetime.date(2022, 11, 24))
    """
    if name in _FIXED:
        month, number = _FIXED[name].split()
        return day(year, month_number(month), int(number))
    first, *rest = _OTHERS[name].split()
    if first == "Easter":
        sunday = easter(year)
        return moved(sunday, int(rest[0])) if sunday else None
    if len(rest) == 1:
        return day(year, month_number(first), int(rest[0]))
    # “Thursday November 22” is the first Thursday from 22 November on.
    start = day(year, month_number(rest[0]), int(rest[1]))
    return weekday_from(start, weekday_number(first), ahead=True) if start else None


def easter(year: int) -> date | None:
    """Return Easter Sunday in the Gregorian calendar, by the anonymous algorithm.

    Source: J. Meeus, Astronomical Algorithms, chapter 8.

    >>> easter(2022), easter(2024)
    (datetime.date(2022, 4, 17), datetime.date(2024, 3, 31))
    """
    century, in_century = divmod(year, 100)
    golden = year % 19
    quarter, left = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - quarter - moon + 15) % 30
    to_sunday = (32 + 2 * left + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, number = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day(year, month, number + 1)
