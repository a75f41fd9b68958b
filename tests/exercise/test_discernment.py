"""d' and c out of two scores: what they say of a careful reader, a trusting one, a doubting one and a guessing one."""

import pytest

from samestory.exercise.parts.discernment import discernment


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
