"""The record keeps what was answered and when; it is read tolerantly and says which of several is the newest."""

import pytest
from made_notebooks import record

from samestory.answer import Record, newest
from samestory.answer.record import instant, now

GIVEN = Record("greeting", "0123456789ab", {"text": "hello"}, "2026-11-21T12:00:00Z", 2)


def test_a_record_survives_its_json() -> None:
    assert Record.from_json(GIVEN.to_json()) == GIVEN


@pytest.mark.parametrize("raw", [None, 7, "", "{", [], {}, {"exercise": ""}, {"exercise": "x"}, [1], ["{"], b"{}"])
def test_what_is_no_record_is_none(raw: object) -> None:
    assert Record.from_json(raw) is None


def test_fields_of_the_wrong_type_are_passed_over() -> None:
    odd = Record.from_json(record(spec=7, when=None, hints=True, schema="one", first="yes"))
    assert odd == Record("greeting", "", {"text": "hello"}, "", 0, 0)


def test_counts_stay_within_reason() -> None:
    odd = Record.from_json(record(hints=-5, schema=10**12))
    assert odd
    assert (odd.hints, odd.schema) == (0, 10**6)


@pytest.mark.parametrize(
    ("when", "seconds"),
    [
        ("1970-01-02T00:00:00Z", 86_400.0),
        ("1970-01-02", 86_400.0),
        ("1970-01-02T02:00:00+02:00", 86_400.0),
        (" 1970-01-02T00:00:00 ", 86_400.0),
        ("yesterday", None),
        ("", None),
        ("99999-01-01", None),
        ("1970-01-02T25:00:00Z", None),
    ],
)
def test_a_time_is_read_or_it_is_none(when: str, seconds: float | None) -> None:
    assert instant(when) == seconds


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "٢٠٢٦-١١-٢١"])
def test_a_time_at_the_edge_does_no_harm(when: str) -> None:
    instant(when)


def test_now_can_be_read_back() -> None:
    assert instant(now()) is not None


def dated(*whens: str) -> list[Record]:
    return [Record("greeting", "", {"text": str(at)}, when) for at, when in enumerate(whens)]


@pytest.mark.parametrize(
    ("whens", "counts"),
    [
        (("2026-01-02", "2026-01-01"), 0),
        (("2026-01-01", "2026-01-02"), 1),
        (("2026-01-01T12:00:00+02:00", "2026-01-01T11:00:00Z"), 1),
        (("2026-01-01", "2026-01-01"), 1),
        (("garbage", "2026-01-01", ""), 1),
        (("garbage", ""), 1),
        (("2999-01-01", "2026-01-01"), 1),
        (("2999-01-01", "2998-01-01"), 0),
        (("2999-01-01", "garbage"), 0),
    ],
)
def test_the_newest_counts_and_a_clock_that_is_wrong_counts_less(whens: tuple[str, ...], counts: int) -> None:
    assert newest(dated(*whens), now=instant("2026-06-01")) == counts
