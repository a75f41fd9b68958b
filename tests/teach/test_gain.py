"""What a class gained: unbiased by which form is harder, with an interval that says how sure it is."""

import random
from statistics import fmean

import pytest

from samestory.teach.classroom.statistic import (
    alpha,
    correlation,
    mean_change,
    mean_of_orders,
    smallest_gain,
    student_t,
)


def test_a_harder_form_is_no_gain() -> None:
    """Form B is harder by 1: those who took it last seem to lose, the others seem to gain, and nobody did."""
    dice = random.Random(1)
    first_a = [-1 + dice.gauss(0, 0.2) for _ in range(20)]
    first_b = [+1 + dice.gauss(0, 0.2) for _ in range(8)]
    found = mean_of_orders(first_a, first_b)
    assert found
    assert found.low < 0 < found.high
    assert abs(found.value) < 0.2
    # All taken together would have shown a loss, since more began with form A.
    assert fmean([*first_a, *first_b]) < -0.3


@pytest.mark.parametrize("sizes", [(3, 20), (0, 9), (0, 0)])
def test_too_few_in_an_order_give_no_figure(sizes: tuple[int, int]) -> None:
    assert mean_of_orders([1.0] * sizes[0], [1.0] * sizes[1]) is None


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """Of 2,000 classes of 6 and 6 at least 93 in 100 intervals hold the true gain of 0.5."""
    dice = random.Random(7)
    held = 0
    for _ in range(2000):
        groups = [[0.5 + sign + dice.gauss(0, 1) for _ in range(6)] for sign in (0.4, -0.4)]
        found = mean_of_orders(*groups)
        assert found
        held += found.low <= 0.5 <= found.high
    assert 0.93 <= held / 2000 <= 0.97


@pytest.mark.parametrize(("degrees", "expected"), [(4, 2.776), (6, 2.447), (10, 2.228), (30, 2.042), (120, 1.980)])
def test_students_t_is_that_of_the_tables(degrees: int, expected: float) -> None:
    assert student_t(degrees) == pytest.approx(expected, abs=0.01)


def test_a_larger_class_sees_a_smaller_gain() -> None:
    dice = random.Random(3)
    seen = [
        smallest_gain(found)
        for size in (6, 24, 96)
        if (found := mean_of_orders(*([dice.gauss(0, 1) for _ in range(size)] for _ in "ab")))
    ]
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == 3


def test_a_change_of_paired_shares() -> None:
    assert mean_change([0.1, 0.2, 0.3]) is None
    found = mean_change([-0.2, -0.3, -0.25, -0.2, -0.3])
    assert found
    assert found.high < 0


def test_alpha_is_1_where_all_exercises_agree_and_none_where_nothing_varies() -> None:
    rows = [[at / 20] * 4 for at in range(20)]
    found = alpha(rows)
    assert found
    assert found.value == pytest.approx(1)
    assert alpha([[0.5, 0.5]] * 20) is None
    assert alpha(rows[:14]) is None
    assert alpha([[one[0]] for one in rows]) is None


def test_alpha_of_a_known_table() -> None:
    """Two exercises that correlate by .5 with like spread: alpha is 2 * .5 / (1 + .5)."""
    rows = [(x, y) for x, y in [(0, 0), (0, 0), (0, 0), (0, 1), (1, 0), (1, 1), (1, 1), (1, 1)] * 3]
    found = alpha(rows)
    assert found
    assert found.value == pytest.approx(2 / 3, abs=1e-9)
    assert found.low < found.value < found.high


def test_a_correlation_needs_enough_pairs_and_some_spread() -> None:
    line = [(float(at), 2.0 * at) for at in range(15)]
    assert correlation(line) == pytest.approx(1)
    assert correlation(line[:14]) is None
    assert correlation([(1.0, float(at)) for at in range(15)]) is None
