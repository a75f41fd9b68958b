"""Find the days that a text names, and work out which day of the calendar each one is."""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from samestory.text.cut import CutText
from samestory.text.day.feast import reckon_feast
from samestory.text.day.form import PrintedDay, printed
from samestory.text.day.relative import from_anchor, from_publication, from_weeks
from samestory.text.day.tense import follows_past, looks_ahead
from samestory.text.day.words import weekday_number
from samestory.text.day.written import (
    Reckoned,
    reckon_date,
    reckon_day,
    reckon_ordinal,
    reckon_weekday,
    weekday_step,
)
from samestory.words.day_name import WEEKDAYS

DateForm = Literal["date", "weekday", "relative", "period"]
_AWAY = ("before", "after", "earlier", "later", "prior")
# Takes the stop of “harbour. ” and any line's end, leaves the stops of “Mr. ” and “Feb. ”.
_OVER = re.compile(r"[a-z]{3}[.!?][\"”’)]*\s|[\r\n]")
_HAS_NOUN = re.compile(r"[ \u00a0]{1,3}\w")
FARTHEST_ANCHOR = 160  # characters between “two days before” and the day that it counts from


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A day as a text names it: `text[start:end]`, counted in code points, and what it comes to in the calendar.

    `date` is the day, or the first one of a period whose `last` day is given too; both None where the text does not
    tell. `weekday` is the printed one by its full English name; `fits` says whether it is that of the printed date,
    None if not both are there; `true_weekday` is the date's own. `steps` tell how `date` was found. `form`: *date* (a
    day and a month), *weekday* (a weekday alone), *relative* (yesterday, two days ago), *period* (a week, a year).
    """

    start: int
    end: int
    text: str
    weekday: str | None
    date: datetime.date | None
    last: datetime.date | None
    steps: tuple[str, ...]
    fits: bool | None
    true_weekday: str | None
    form: DateForm


def dates(text: str | CutText, published: datetime.date | None = None) -> tuple[DatePhrase, ...]:
    """Return every day that `text` names, in order; without `published` only those printed with their year have dates.

    A weekday alone is the next such day where the sentence looks ahead, else the last one; `published` itself counts.
    Weeks begin on Monday. A date without a year is the one nearest to `published`.

    >>> (found,) = dates("The talks are planned for Thursday.", datetime.date(2022, 2, 22))
    >>> found.steps
    ('Thursday, said on Tue 22 Feb 2022 -> Thu 24 Feb 2022',)
    >>> [(one.fits, one.true_weekday) for one in dates("On Tuesday, 1 March 2022, and on Sunday, March 6, 2023.")]
    [(True, 'Tuesday'), (False, 'Monday')]
    """
    cut = CutText.of(text)
    forms = printed(cut)
    found = [None if _counts_from_another(one) else _phrase(cut, one, published) for one in forms]
    # A second round, since “two days before the vote on 5 May” counts from a day that comes after it.
    for n, one in enumerate(forms):
        if found[n] is None:
            anchor = _anchor(cut.text, n, forms, found)
            found[n] = _made(cut.text, one, from_anchor(one.parts, anchor, _shown(cut.text, one)), "relative")
    return tuple(one for one in found if one is not None)


def _counts_from_another(one: PrintedDay) -> bool:
    return "beside" in one.parts or one.parts.get("way", "").lower() in _AWAY


def _anchor(text: str, n: int, forms: list[PrintedDay], found: list[DatePhrase | None]) -> datetime.date | None:
    """The day to count from: after “two days before” that which follows in the sentence, else the one named last."""
    own = forms[n]
    after = found[n + 1] if n + 1 < len(found) else None
    if own.parts.get("way", "").lower() in ("before", "after", "prior"):
        between = text[own.end : after.start] if after else ""
        if after and after.date and len(between) <= FARTHEST_ANCHOR and not _OVER.search(between):
            return after.date
        if _HAS_NOUN.match(text, own.end):  # “two days after the storm”, whose day is not told
            return None
    before = found[n - 1] if n else None
    near = before is not None and own.start - before.end <= 2 * FARTHEST_ANCHOR
    # A week or a month is no day that one could count from.
    return before.date if before is not None and near and before.form != "period" else None


def _shown(text: str, one: PrintedDay) -> str:
    return " ".join(text[one.start : one.end].split())


def _phrase(cut: CutText, one: PrintedDay, published: datetime.date | None) -> DatePhrase:
    """A day that counts from the day of publication, or is printed with its month."""
    parts, shown = one.parts, _shown(cut.text, one)

    def made(reckoned: Reckoned, form: DateForm) -> DatePhrase:
        return _made(cut.text, one, reckoned, form)

    if one.is_date:
        return made(reckon_date(parts, published, shown), "date")
    if "feast" in parts:
        return made(reckon_feast(parts["feast"], parts.get("feast_year"), published, shown), "date")
    if "ordinal" in parts:
        return made(reckon_ordinal(parts["weekday"], int(parts["ordinal"]), published, shown), "date")
    if "weeks" in parts or "day_week" in parts:
        return made(from_weeks(parts, published, shown), "relative")
    # Only these can lie on either side of publication, so only for them the sentence is searched for a tense.
    has_tense = not parts.keys().isdisjoint(("day_only", "weekday", "month"))
    ahead = has_tense and looks_ahead(cut, one.start, one.end)
    if "day_only" in parts:
        return made(reckon_day(int(parts["day_only"]), ahead, published, shown), "date")
    if "weekday" in parts and "of_week" not in parts:
        # “Thursday week” lies ahead, whatever the verbs beside it say.
        which, weeks = _which(cut.text, one), int("week_on" in parts)
        return made(reckon_weekday(parts["weekday"], which, ahead or weeks > 0, published, shown, weeks), "weekday")
    return made(from_publication(parts, ahead, published, shown), _form(parts))


def _which(text: str, one: PrintedDay) -> str:
    """The “last”, “next” or “this” before a weekday; “died this Tuesday” is told of the last one."""
    which = one.parts.get("which", "").lower()
    return "" if which == "this" and follows_past(text, one.start) else which


def _form(parts: dict[str, str]) -> DateForm:
    if "today" in parts or parts.get("counted", "").lower() in ("day", "night", "fortnight"):
        return "relative"
    return "weekday" if "of_week" in parts or "week_day" in parts else "period"


def _made(text: str, one: PrintedDay, reckoned: Reckoned, form: DateForm) -> DatePhrase:
    printed_day = one.parts.get("weekday") or one.parts.get("week_day")
    weekday = WEEKDAYS[weekday_number(printed_day)] if printed_day else None
    fits, steps = None, reckoned.steps
    if form == "date" and weekday and reckoned.first:
        fits, step = weekday_step(weekday, reckoned.first)
        steps = (*steps, step)
    own = WEEKDAYS[reckoned.first.weekday()] if reckoned.first and not (reckoned.last and form == "period") else None
    return DatePhrase(
        one.start,
        one.end,
        text[one.start : one.end],
        weekday,
        reckoned.first,
        reckoned.last,
        steps,
        fits,
        own,
        form,
    )
