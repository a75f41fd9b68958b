"""Which articles hang together: the groups that pairs make (Tarjan 1975, union by size with halved paths)."""

from array import array
from collections.abc import Iterable


def groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of `count` things, from 0, the least of those that pairs join it to, itself if none does.

    >>> groups(5, [(4, 1), (1, 3)])
    [0, 1, 2, 1, 1]
    """
    parent, size = array("q", range(count)), array("q", [1]) * count

    def top(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in pairs:
        small, large = sorted((top(a), top(b)), key=size.__getitem__)
        if small != large:
            parent[small] = large
            size[large] += size[small]
    # Named by the first member, whatever the order of the pairs.
    first: dict[int, int] = {}
    return [first.setdefault(top(one), one) for one in range(count)]
