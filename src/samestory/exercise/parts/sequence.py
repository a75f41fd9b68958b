"""Compare an order with the right one: pairs, Kendall's tau, what need not move; and an order to start from.

The right order is told by ranks, from 0 on; items of one rank are tied and may stand in any order among themselves.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations, count

FAR = 1 / 3  # a start order's tau lies between minus this and 0, so that neither it nor its reverse is worth much


def pairs(ranks: Mapping[str, int], order: Sequence[str]) -> tuple[int, int]:
    """Return how many pairs stand the right way round, and of how many; tied items make no pair.

    >>> pairs({"vote": 0, "repair": 1, "return": 2}, ["vote", "return", "repair"])
    (2, 3)
    """
    untied = [(ranks[one], ranks[other]) for one, other in combinations(order, 2) if ranks[one] != ranks[other]]
    return sum(one < other for one, other in untied), len(untied)


def tau(ranks: Mapping[str, int], order: Sequence[str]) -> float:
    """Return Kendall's tau, from -1 (turned round) to 1 (right), over the pairs that are not tied.

    >>> tau({"vote": 0, "repair": 1, "return": 2}, ["return", "repair", "vote"])
    -1.0
    """
    right, of = pairs(ranks, order)
    return (2 * right - of) / of


def longest(ranks: Mapping[str, int], order: Sequence[str]) -> tuple[str, ...]:
    """Return the most items that stand in the right order among themselves; of several sets, the one that ends first.

    >>> longest({"vote": 0, "repair": 1, "return": 2}, ["return", "vote", "repair"])
    ('vote', 'repair')
    """
    best: list[tuple[str, ...]] = []
    for at, name in enumerate(order):
        # Equal ranks may follow each other: tied items stand in any order.
        before = [kept for kept in best[:at] if ranks[kept[-1]] <= ranks[name]]
        best.append((*max(before, key=len, default=()), name))
    return max(best, key=len, default=())


def start_order(seed: str, ranks: Mapping[str, int]) -> tuple[str, ...]:
    """Return an order that looks shuffled and is the same wherever it is made; it is never right, and its tau near 0.

    >>> start_order("ferry", {"vote": 0, "repair": 1, "return": 2})
    ('repair', 'return', 'vote')

    From three items of two ranks on, some order fits.
    """
    # By digest and not by chance: Python and every later edition come to the same order.
    shuffles = (tuple(sorted(ranks, key=partial(_digest, seed, n))) for n in count())
    return next(order for order in shuffles if -FAR <= tau(ranks, order) <= 0)


def _digest(seed: str, n: int, name: str) -> bytes:
    return hashlib.sha256(f"{seed} {n} {name}".encode()).digest()
