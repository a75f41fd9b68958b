"""Last names one letter apart: found by an index, which must say what comparing each with each would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.text.source.misspelt import LastNames


def names_of(*borne: tuple[str, int]) -> LastNames:
    names = LastNames()
    for name, bearer in borne:
        names.add(name, bearer)
    return names


@pytest.mark.parametrize(
    ("known", "asked", "is_near"),
    [
        ("blinken", "blinkin", True),
        ("blinken", "blinken", False),  # the same name is no slip
        ("blinken", "blunkin", False),  # two letters
        ("blinken", "blinkens", False),  # one more
        ("blinken", "blnken", False),
        ("bergen", "bergin", True),
        ("berge", "bergi", False),  # too short: two people
        ("a" * 61, "a" * 60 + "b", False),
    ],
)
def test_a_name_is_near_that_differs_in_one_letter(known: str, asked: str, is_near: bool) -> None:
    assert names_of((known, 4)).near(asked) == (4 if is_near else None)


def test_the_first_bearer_that_is_not_too_old_is_found() -> None:
    names = names_of(("holmberg", 7), ("holmberg", 2), ("holmbirg", 5))
    assert [names.near("holmburg", oldest) for oldest in (0, 3, 6, 8)] == [2, 5, 7, None]


@given(st.lists(st.tuples(st.text("ab", min_size=5, max_size=8), st.integers(0, 9))), st.text("ab", max_size=8))
def test_the_index_finds_what_comparing_each_with_each_finds(borne: list[tuple[str, int]], asked: str) -> None:
    near = [
        bearer
        for name, bearer in borne
        if len(name) == len(asked) >= 6 and sum(a != b for a, b in zip(name, asked, strict=True)) == 1
    ]
    assert names_of(*borne).near(asked) == min(near, default=None)
