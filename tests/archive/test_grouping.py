"""Pairs make groups, whatever order they come in."""

import random

from samestory.archive.grouping import groups


def test_groups_are_named_by_their_first_member() -> None:
    assert groups(6, [(5, 3), (3, 1), (4, 2)]) == [0, 1, 2, 1, 2, 1]


def test_no_pairs_and_no_things() -> None:
    assert groups(3, []) == [0, 1, 2]
    assert groups(0, []) == []


def test_the_order_of_pairs_makes_no_difference() -> None:
    chance = random.Random(2)
    pairs = [(chance.randrange(500), chance.randrange(500)) for _ in range(300)]
    turned = [(b, a) for a, b in chance.sample(pairs, len(pairs))]
    assert groups(500, pairs) == groups(500, turned)


def test_a_long_chain_is_one_group() -> None:
    assert set(groups(50_000, ((n, n + 1) for n in range(49_999)))) == {0}
