"""What other tests rest on works: a quadratic step is noticed, and every offender among many is named."""

import pytest
from each import for_each
from growing import assert_in_step, repeated


def walk(text: str) -> int:
    """One step for each sign."""
    return sum(ord(sign) for sign in text)


def walk_anew_from_each_word(text: str) -> int:
    """A quadratic step beside a long plain one."""
    words = text.split()
    return walk(text * 5) + sum(word in words[at:] for at in range(0, len(words), 2) for word in ("ship", "boat"))


def test_a_function_that_walks_once_is_in_step() -> None:
    assert_in_step(walk, repeated("ferry "))


def test_a_quadratic_function_is_noticed() -> None:
    with pytest.raises(AssertionError, match="times as long"):
        assert_in_step(walk_anew_from_each_word, repeated("ferry "), 20_000)


def test_every_offender_is_named_with_what_is_wrong() -> None:
    @for_each([1, 2, 3, 4])
    def is_odd(number: int) -> None:
        if number == 4:
            raise KeyError("four")
        assert number % 2, "even"

    with pytest.raises(AssertionError, match=r"(?s)^2 of 4\n2: AssertionError: even.*\n4: KeyError: 'four'"):
        is_odd()


def test_no_offender_is_no_failure_and_nothing_to_look_at_is_one() -> None:
    seen = []
    for_each([("a", 1), ("b", 2)])(lambda name, number: seen.append((name, number)))()
    assert seen == [("a", 1), ("b", 2)]
    with pytest.raises(AssertionError, match="nothing to look at"):
        for_each([])
