"""A time is as exact as what was printed, and what can't be read is no time."""

from datetime import UTC, datetime

import pytest

from samestory.archive.published import time_of

DAY = 24 * 60 * 60


def second(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("text", "start", "length"),
    [
        ("2024-03-05", second(2024, 3, 5), DAY),
        ("20240305", second(2024, 3, 5), DAY),
        ("2024-03-05T10:15:00", second(2024, 3, 5), DAY),  # nobody knows whose clock
        ("2024-03-05 10:15:00+00:00", second(2024, 3, 5, 10, 15), 1),
        ("2024-03-05T10:15:00-05:00", second(2024, 3, 5, 15, 15), 1),
        ("2024-03-05T10:15:00Z", second(2024, 3, 5, 10, 15), 1),
        ("Tue, 05 Mar 2024 10:15:00 GMT", second(2024, 3, 5, 10, 15), 1),
        ("1854-02", second(1854, 2, 1), 28 * DAY),
        ("1854", second(1854, 1, 1), 365 * DAY),
        ("1854-11-13", second(1854, 11, 13), DAY),
        ("1709633700", second(2024, 3, 5, 10, 15), 1),
        ("1709633700123", second(2024, 3, 5, 10, 15), 1),
        (" 2024-12 ", second(2024, 12, 1), 31 * DAY),
    ],
)
def test_read(text: str, start: int, length: int) -> None:
    assert time_of(text) == (start, start + length - 1)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "05/03/2024", "2024-13-01", "2024-02-30", "0000", "9" * 400, "None", "12345", "2024-00"]
)
def test_not_read(text: str) -> None:
    assert time_of(text) is None


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31", "0001", "0001-01-01T00:00:00+14:00"])
def test_the_ends_of_the_calendar_are_times(text: str) -> None:
    found = time_of(text)
    assert found is not None
    assert found[0] <= found[1]
