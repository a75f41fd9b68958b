"""Which of several answers to one exercise counts: the one given last."""

from collections.abc import Sequence

from samestory.answer.record import Record, instant

# As much as a wrong time zone, or a clock that is a little fast, can explain.
A_DAY = 86_400.0


def rank(record: Record, now: float | None = None) -> tuple[int, float]:
    """Sorts records by time. One with no readable time, or dated more than a day after `now`, comes first:
    a clock that is wrong should not outrank one that is right."""
    seconds = instant(record.when)
    if seconds is None:
        return 0, 0.0
    if now is not None and seconds > now + A_DAY:
        return 1, seconds
    return 2, seconds


def newest(records: Sequence[Record], now: float | None = None) -> int:
    """The index of the record that counts: the newest, and among equals the last."""
    return max(range(len(records)), key=lambda at: (rank(records[at], now), at))
