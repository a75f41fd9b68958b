"""Read a written date: its day in the calendar, the range it opens, and whether its weekday fits."""

from dataclasses import dataclass
from datetime import date

from samestory.text.day.calendar import day, day_shown, moved, nearest, weekday_from
from samestory.text.day.words import month_number, weekday_number
from samestory.words.day_name import MONTHS, WEEKDAYS

NEAR_PUBLICATION = 45  # days from publication within which a date without its year is surely of the nearest year


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a printed day comes to: `first` (and `last` of a range), None where it cannot be told, and how."""

    first: date | None
    last: date | None
    steps: tuple[str, ...]


def reckon_date(parts: dict[str, str], published: date | None, text: str) -> Reckoned:
    """Reckon a written date from the named parts of its form; `text` is the date as printed, for the steps."""
    if "slashed" in parts:
        return _slashed(parts, published, text)
    if "iso" in parts:
        year, month, number = (int(one) for one in parts["iso"].replace("/", "-").split("-"))
        return reckoned(day(year, month, number), None, text, "")
    month, number = month_number(parts["month"]), int(parts["day"])
    if "year" in parts:
        first = day(int(parts["year"]), month, number)
        return reckoned(first, _range_end(first, parts), text, "")
    if published is None:
        return Reckoned(None, None, (f"{text}: no year is printed, and the day of publication is not known",))
    first = nearest(month, number, published)
    if (
        first
        and "weekday" in parts
        # Far from publication, a weekday that does not fit hints at another year; near it, it is a slip worth showing.
        and abs((first - published).days) > NEAR_PUBLICATION
        and not _is_on(first, parts["weekday"])
    ):
        return Reckoned(None, None, (f"{text}: no year is printed, and {day_shown(first)} is no such weekday",))
    return reckoned(first, _range_end(first, parts), text, f", said on {day_shown(published)}")


def reckon_ordinal(weekday: str, number: int, published: date | None, text: str) -> Reckoned:
    """Reckon “Tuesday the 22nd”: the 22nd nearest to the day of publication, which need not be a Tuesday."""
    if published is None:
        return Reckoned(None, None, (f"{text}: no month is printed, and the day of publication is not known",))
    # The nearest 31st may be a month away, and between two of them may lie 62 days.
    around = [found for shift in range(-31, 32) if (found := moved(published, shift)) and found.day == number]
    # Where several days have that number, the one that falls on the weekday is meant.
    right = [one for one in around if one.weekday() == weekday_number(weekday)]
    first = min(right or around, key=lambda one: abs((one - published).days), default=None)
    return reckoned(first, None, text, f", said on {day_shown(published)}")


def reckon_day(number: int, ahead: bool, published: date | None, text: str) -> Reckoned:
    """Reckon “on the 24th”: the next such day where the sentence looks ahead, else the nearest."""
    if published is None:
        return Reckoned(None, None, (f"{text}: no month is printed, and the day of publication is not known",))
    # The next 31st may be two months away, the nearest one never more than one.
    shifts = range(62) if ahead else sorted(range(-31, 32), key=abs)
    first = next((found for shift in shifts if (found := moved(published, shift)) and found.day == number), None)
    return reckoned(first, None, text, f", said on {day_shown(published)}")


def weekday_step(weekday: str, one: date) -> tuple[bool, str]:
    """Return whether the printed `weekday` is that of the day, and the sentence that says so."""
    own = WEEKDAYS[one.weekday()]
    if own == weekday:
        return True, f"{day_shown(one)} is a {own}, as printed"
    return False, f"{day_shown(one)} is a {own}, not a {weekday}"


def _is_on(one: date, weekday: str) -> bool:
    return one.weekday() == weekday_number(weekday)


def reckoned(first: date | None, last: date | None, text: str, said: str) -> Reckoned:
    """Return a day that was reckoned, and the step that says how: `text` is what is printed, `said` what it goes by."""
    if first is None:
        return Reckoned(None, None, (f"{text}: the calendar has no such day",))
    to = f" to {day_shown(last)}" if last else ""
    return Reckoned(first, last, (f"{text}{said} -> {day_shown(first)}{to}",))


def _range_end(first: date | None, parts: dict[str, str]) -> date | None:
    if first is None or "to_day" not in parts:
        return None
    month = month_number(parts["to_month"]) if "to_month" in parts else first.month
    # “28 December to 3 January” ends in the year after.
    last = day(first.year + (month < first.month), month, int(parts["to_day"]))
    return last if last and last > first else None


def _slashed(parts: dict[str, str], published: date | None, text: str) -> Reckoned:
    """Read 22/02/2022: the day first, unless the other order alone gives a day or fits weekday or publication."""
    one, two, year = (int(part) for part in parts["slashed"].replace(".", "/").replace("-", "/").split("/"))
    day_first, month_first = day(year, two, one), day(year, one, two)
    if not day_first or not month_first or day_first == month_first:
        return reckoned(day_first or month_first, None, text, "")
    if "weekday" in parts:
        wanted = weekday_number(parts["weekday"])
        if (day_first.weekday() == wanted) != (month_first.weekday() == wanted):
            chosen = day_first if day_first.weekday() == wanted else month_first
            return reckoned(chosen, None, text, ", read so that its weekday fits")
    chosen = day_first
    # News speaks of days near its own; the step below names the other reading too.
    if published and abs((month_first - published).days) < abs((day_first - published).days):
        chosen = month_first
    order = "the day" if chosen == day_first else "the month"
    return reckoned(chosen, None, text, f", read with {order} first (it may be {MONTHS[two - 1]} or {MONTHS[one - 1]})")


def reckon_weekday(
    weekday: str, which: str, ahead: bool, published: date | None, text: str, weeks: int = 0
) -> Reckoned:
    """Reckon a weekday without a date: the next or the last such day, the day of publication itself included.

    `weeks` are added: “Thursday week”, “a week from Friday”.
    """
    if published is None:
        return Reckoned(None, None, (f"{text}: the day of publication is not known",))
    forward = which in ("next", "coming", "this") or (ahead and which not in ("last", "past"))
    # “Next Tuesday”, said on a Tuesday, is not today; “Tuesday” alone may be.
    first = weekday_from(published, weekday_number(weekday), forward, without_today=which in ("next", "last"))
    first = moved(first, 7 * weeks) if first else None
    if first is None:
        return Reckoned(None, None, (f"{text}: beyond the calendar",))
    maybe = " (some mean the one a week later)" if which == "next" else ""
    return Reckoned(first, None, (f"{text}, said on {day_shown(published)} -> {day_shown(first)}{maybe}",))
