"""How many letters two words are apart: by RapidFuzz where it is installed, else in Python, with the same answers."""

from collections.abc import Callable
from functools import cache


def distance(left: str, right: str, most: int) -> int:
    """Return how many letters must be put in, left out, changed or swapped with their neighbour; `most` + 1 if more.

    The optimal string alignment of Damerau (1964).

    >>> distance("Blinken", "Blinkin", 2), distance("Kyiv", "Kyvi", 2), distance("Kyiv", "Moscow", 2)
    (1, 1, 3)
    """
    fast = _rapidfuzz()
    return fast(left, right, score_cutoff=most) if fast else in_python(left, right, most)


@cache
def _rapidfuzz() -> Callable[..., int] | None:
    try:
        from rapidfuzz.distance import OSA
    except ImportError:  # as in the pages' Python, which has no wheels
        return None
    return OSA.distance


def in_python(left: str, right: str, most: int) -> int:
    """Return what `distance` does, without RapidFuzz."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    # What both share at either end costs nothing, and most pairs that are compared share much.
    start, ends = 0, (len(left), len(right))
    while start < min(ends) and left[start] == right[start]:
        start += 1
    while min(ends) > start and left[ends[0] - 1] == right[ends[1] - 1]:
        ends = ends[0] - 1, ends[1] - 1
    left, right = left[start : ends[0]], right[start : ends[1]]
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        new = [i]
        for j, b in enumerate(right, 1):
            best = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            new.append(best)
        # No later row gets below this: even a swap, which reaches back two rows, adds one.
        if min(new) > most:
            return most + 1
        before, row = row, new
    return min(row[-1], most + 1)
