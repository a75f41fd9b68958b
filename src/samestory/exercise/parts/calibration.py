"""How sure somebody was beside how often that was right; `widget/web/grading/calibration.mjs` takes the same steps."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

CHANCE_POINTS = 25  # percentage points between the two that twelve items bring by chance in one case of ten


@dataclass(frozen=True, slots=True)
class Calibration:
    """How many were `right`, of how many, and the same by how sure (per cent).

    `said` is the mean of how sure, `over` how far it lies above the share that was right, both in percentage points.
    """

    right: int
    of: int
    by_steps: tuple[tuple[str, int, int], ...]
    said: int
    over: int


def calibration(judged: Iterable[tuple[str, bool]]) -> Calibration | None:
    """Return it out of how sure one was of each item, in per cent, and whether it was right; None of nothing.

    >>> found = calibration([("100", True), ("100", False), ("50", True)])
    >>> found.said, found.over, found.by_steps
    (83, 17, (('50', 1, 1), ('100', 1, 2)))
    """
    rows = list(judged)
    if not rows:
        return None
    right = sum(is_right for _, is_right in rows)
    said = sum(int(step) for step, _ in rows) / len(rows)
    steps = sorted({step for step, _ in rows}, key=int)
    by_steps = tuple(
        (step, sum(ok for one, ok in rows if one == step), sum(one == step for one, _ in rows)) for step in steps
    )
    over = said - 100 * right / len(rows)
    return Calibration(right, len(rows), by_steps, math.floor(said + 0.5), math.floor(over + 0.5))


def in_words(found: Calibration) -> str:
    """Return what that says.

    >>> in_words(Calibration(6, 12, (), 90, 40))[:92]
    'You were 90 in 100 sure on the average, and 6 of 12 were right. You were surer than you were'
    """
    less = f"With so few items, a difference of less than {CHANCE_POINTS} points is what chance brings."
    sure = f"You were {found.said} in 100 sure on the average, and {found.right} of {found.of} were right."
    if abs(found.over) < CHANCE_POINTS:
        return f"{sure} The two go together as well as {found.of} items can show. {less}"
    how = "surer than you were right" if found.over > 0 else "less sure than you were right"
    return f"{sure} You were {how}, by {abs(found.over)} points. {less}"
