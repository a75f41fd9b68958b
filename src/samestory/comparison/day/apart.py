"""Whether two days that texts give cannot be the same day."""

from datetime import date

from samestory.text.day.form import printed
from samestory.text.day.read import DatePhrase
from samestory.text.day.words import month_number, weekday_number

FARTHEST = 10  # days: two weekdays farther apart belong to two events
SAME_WEEK = 4  # days: so do those that are farther apart than this, unless all else is the same


def days_apart(one: DatePhrase, other: DatePhrase, told_alike: bool) -> bool:
    """Return whether the days differ; `told_alike` says that the sentences are close, which days far apart need.

    Where the day of publication is not known, weekdays are compared by name and dates by day and month. The same
    weekday a week apart is no difference: a tense may have been misread.
    """
    if one.date and other.date:
        return _resolved_apart(one, one.date, other, other.date, told_alike)
    if one.date or other.date:
        # Where one day is resolved and the other is not, nobody knows how far apart they may be.
        return told_alike and _named_apart(one, other)
    return _named_apart(one, other)


def together(one: DatePhrase, other: DatePhrase) -> bool:
    """Return whether both surely are one day; what cannot be told is neither apart nor together."""
    if one.date and other.date:
        return one.date <= (other.last or other.date) and other.date <= (one.last or one.date)
    left, right = one.weekday or one.true_weekday, other.weekday or other.true_weekday
    mine, theirs = _month_and_day(one), _month_and_day(other)
    return (left is not None and left == right) or (mine is not None and mine == theirs)


def one_after_the_other(one: DatePhrase, other: DatePhrase) -> bool:
    """Return whether the second day is the one after the first; by name where a day of publication is not known."""
    if one.date and other.date:
        return (other.date - (one.last or one.date)).days == 1
    left, right = one.weekday or one.true_weekday, other.weekday or other.true_weekday
    return bool(left and right) and (weekday_number(str(right)) - weekday_number(str(left))) % 7 == 1


def _resolved_apart(one: DatePhrase, day: date, other: DatePhrase, other_day: date, told_alike: bool) -> bool:
    gap = max((other_day - (one.last or day)).days, (day - (other.last or other_day)).days)
    if gap <= 0:
        return False
    are_written = one.form == other.form == "date"
    if gap > FARTHEST:
        # A weekday so far off was said of another week; a written date may be a misprint.
        return told_alike and are_written
    if gap > SAME_WEEK and not are_written and not told_alike:
        return False
    return are_written or one.true_weekday is None or one.true_weekday != other.true_weekday


def _named_apart(one: DatePhrase, other: DatePhrase) -> bool:
    mine, theirs = _month_and_day(one), _month_and_day(other)
    if mine and theirs:
        return mine != theirs
    left, right = one.weekday or one.true_weekday, other.weekday or other.true_weekday
    return left is not None and right is not None and left != right


def _month_and_day(one: DatePhrase) -> tuple[int, int] | None:
    if one.form != "date":
        return None
    if one.date:
        return one.date.month, one.date.day
    parts = printed(one.text)[0].parts
    return (month_number(parts["month"]), int(parts["day"])) if "month" in parts and "day" in parts else None
