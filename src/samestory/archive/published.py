"""When an article was published, as exactly as its corpus says: a stretch of time, from a second to a year."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_EPOCH = date(1970, 1, 1).toordinal()
_A_DAY = 24 * 60 * 60
# Takes “1854” and “1854-03”; leaves “1854-03-07”.
_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


def time_of(published: str) -> tuple[int, int] | None:
    """Return the first and the last second, counted from 1970 in UTC, at which an article may have been published.

    A time with its zone is one second. A time without a zone counts as its day, since nobody knows whose clock it was;
    a month and a year as a whole. None for what can't be read. ISO 8601, the dates of e-mail and feeds, and seconds or
    milliseconds since 1970 are read.

    >>> time_of("2024-03-05T10:00:00+01:00")
    (1709629200, 1709629200)
    >>> time_of("2024-03-05") == time_of("2024-03-05 10:00")
    True
    """
    try:
        return _read(published.strip())
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _read(text: str) -> tuple[int, int] | None:
    if month := _MONTH.fullmatch(text):
        return _months(int(month[1]), *((int(month[2]),) * 2 if month[2] else (1, 12)))
    if re.fullmatch(r"\d{9,10}|\d{13}", text):
        second = int(text) // (1000 if len(text) == 13 else 1)
        return second, second
    if not text:
        return None
    moment = _moment(text)
    if moment.tzinfo is None:
        start = (moment.toordinal() - _EPOCH) * _A_DAY
        return start, start + _A_DAY - 1
    second = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    return second, second


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return parsedate_to_datetime(text)


def _months(year: int, first: int, last: int) -> tuple[int, int]:
    """The first and last second of some months of a year."""
    start = date(year, first, 1).toordinal() - _EPOCH
    days = 31 if last == 12 else date(year, last + 1, 1).toordinal() - date(year, last, 1).toordinal()
    end = date(year, last, 1).toordinal() - _EPOCH + days
    return start * _A_DAY, end * _A_DAY - 1
