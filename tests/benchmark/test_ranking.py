"""Right proposals before wrong ones."""

from hypothesis import given
from hypothesis import strategies as st
from interval import Share
from ranking import area, first

WEIGHED = st.lists(st.tuples(st.sampled_from([0.1, 0.2, 0.5, 0.9]), st.booleans()), max_size=30)


def test_the_area_is_one_if_every_right_proposal_weighs_more_and_half_if_all_weigh_the_same() -> None:
    assert area([(0.9, True), (0.8, True), (0.1, False)]) == 1.0
    assert area([(0.5, True), (0.5, False), (0.5, False)]) == 0.5
    assert area([(0.1, True), (0.9, False)]) == 0.0


def test_without_both_there_is_no_area() -> None:
    assert area([(0.9, True)]) is None
    assert area([]) is None


@given(WEIGHED)
def test_turned_round_the_area_is_what_is_left_of_one(proposals: list[tuple[float, bool]]) -> None:
    here, there = area(proposals), area([(weight, not right) for weight, right in proposals])
    assert (here is None) == (there is None)
    if here is not None and there is not None:
        assert abs(here + there - 1) < 1e-9


def test_of_equal_weights_the_wrong_ones_count_first() -> None:
    assert first([(0.5, True), (0.5, False), (0.9, True)], most=2) == Share(1, 2)
    assert first([]) == Share(0, 0)
