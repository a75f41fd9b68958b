"""d' and c out of two scores: what they say of a careful reader, a trusting one, a doubting one and a guessing one."""

from random import Random

import pytest

from samestory.exercise.parts.discernment import chance_range, discernment, gain


def test_the_shares_are_plain_and_only_d_prime_and_c_are_corrected():
    found = discernment(caught=(6, 6), trusted=(6, 6))
    assert (found.hits, found.false_alarms) == (1, 0)
    assert found.d_prime == pytest.approx(2.9304676)
    assert found.bias == 0


def test_numbers_worked_out_with_a_table_of_the_normal_curve():
    # caught 4 of 6: 4.5/7 = 0.642857, z = 0.36611; doubted 1 of 6: 1.5/7 = 0.214286, z = -0.79164
    found = discernment(caught=(4, 6), trusted=(5, 6))
    assert found.d_prime == pytest.approx(0.36611 + 0.79164, abs=1e-4)
    assert found.bias == pytest.approx((0.79164 - 0.36611) / 2, abs=1e-4)


@pytest.mark.parametrize("caught", [(0, 6), (3, 6), (6, 6)])
def test_who_doubts_sound_passages_as_often_as_faults_tells_nothing_apart(caught):
    found = discernment(caught, (6 - caught[0], 6))
    assert found.d_prime == pytest.approx(0)


def test_c_is_above_0_for_who_trusts_everything_and_below_0_for_who_doubts_everything():
    assert discernment((0, 6), (6, 6)).bias == pytest.approx(1.4652338)
    assert discernment((6, 6), (0, 6)).bias == pytest.approx(-1.4652338)


def test_without_faults_or_without_sound_passages_nothing_can_be_said():
    assert discernment((0, 0), (3, 4)) is None
    assert discernment((3, 4), (0, 0)) is None


@pytest.mark.parametrize("count", [(7, 6), (-1, 6), (1, 0)])
def test_a_count_that_is_no_part_of_its_whole_is_refused(count):
    with pytest.raises(ValueError, match=f"{count[0]} of {count[1]} is no count"):
        discernment(count, (1, 2))


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (6, 6), (5, 7), (20, 20)])
def test_nine_in_ten_of_those_who_toss_a_coin_come_out_within_the_chance_range(size):
    dice = Random(f"coins for {size}")
    bound, tosses = chance_range(*size), 2000
    within = 0
    for _ in range(tosses):
        hits, trusted = (sum(dice.random() < 0.5 for _ in range(of)) for of in size)
        within += abs(discernment((hits, size[0]), (trusted, size[1])).d_prime) <= bound + 1e-3
    # Counts are coarse, so more may lie within; of 2000 the standard error is 0.007.
    assert within / tosses > 0.9 - 0.02
    assert bound <= discernment((size[0], size[0]), (size[1], size[1])).d_prime + 1e-4


def test_the_more_items_the_less_guessing_can_do():
    bounds = [chance_range(of, of) for of in (4, 6, 12, 24)]
    assert bounds == sorted(bounds, reverse=True)


def test_nothing_to_guess_at_is_refused():
    with pytest.raises(ValueError, match="nothing to guess"):
        chance_range(0, 3)


def test_one_persons_gain_between_two_forms_of_twelve_is_wider_than_what_a_course_brings():
    value, low, high = gain(((3, 6), (4, 6)), ((5, 6), (5, 6)))
    assert low < 0 < value < high
    assert gain(((0, 0), (1, 1)), ((1, 1), (1, 1))) is None


def test_the_interval_of_a_gain_holds_the_true_one_in_most_of_simulated_pairs():
    dice, runs, held = Random("gains"), 1000, 0
    for _ in range(runs):
        forms = [tuple((sum(dice.random() < 0.7 for _ in range(12)), 12) for _ in range(2)) for _ in range(2)]
        _, low, high = gain(*forms)
        held += low <= 0 <= high
    assert 0.92 <= held / runs <= 1
