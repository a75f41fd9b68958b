"""Shares with Wilson's interval."""

import pytest
from interval import Share


@pytest.mark.parametrize(
    ("hit", "of", "low", "high"),
    # Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_that_of_the_published_table(hit: int, of: int, low: float, high: float) -> None:
    assert Share(hit, of).interval == pytest.approx((low, high), abs=5e-5)


def test_nothing_has_no_interval_and_is_printed_as_a_dash() -> None:
    assert Share().interval is None
    assert str(Share()) == "–"


def test_shares_add_up() -> None:
    assert Share(1, 2) + Share(6, 8) == Share(7, 10)
    assert str(Share(7, 10)) == "7 of 10 (.40–.89)"
