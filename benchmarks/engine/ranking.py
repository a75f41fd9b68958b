"""How well weights put right proposals before wrong ones."""

from collections.abc import Sequence
from itertools import product

from interval import Share

FIRST = 20  # as many as somebody reads

Weighed = Sequence[tuple[float, bool]]  # weight and whether it is right


def first(proposals: Weighed, most: int = FIRST) -> Share:
    """How many of the weightiest are right; of equal weights the wrong ones come first, so that luck is no merit."""
    order = sorted(proposals, key=lambda one: (-one[0], one[1]))[:most]
    return Share(sum(right for _, right in order), len(order))


def area(proposals: Weighed) -> float | None:
    """The chance that a right proposal weighs more than a wrong one, a tie counting half; None without both.

    That is the area under the curve of hits against false alarms (Hanley and McNeil, Radiology 143, 1982).

    >>> area([(0.9, True), (0.5, True), (0.5, False)])
    0.75
    """
    rights = [weight for weight, right in proposals if right]
    wrongs = [weight for weight, right in proposals if not right]
    if not rights or not wrongs:
        return None
    wins = sum((right > wrong) + (right == wrong) / 2 for right, wrong in product(rights, wrongs))
    return wins / (len(rights) * len(wrongs))
