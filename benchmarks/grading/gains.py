"""How often the class page's interval for a gain holds the true one, in simulated classes of several sizes.

    python benchmarks/grading/gains.py

A learner tells faults from sound passages with some d' and leans some way; each form has six of each, and form B is
harder. The lessons add the same to everybody. Beside the class page's estimate (both orders apart, then averaged)
stands the plain one, the mean of last minus first, in a class where the order is drawn and in one where all begin with
form A. "True" is the mean change of such learners over very many classes with forms of equal difficulty.
"""

import random
from collections.abc import Callable
from statistics import NormalDist, fmean

from samestory.exercise.parts.discernment import discernment
from samestory.teach.classroom.statistic import Estimate, mean_change, mean_of_orders, smallest_gain

ITEMS = 6
GAIN, HARDER = 0.6, 0.5  # in d'
CLASSES = 1500
SIZES = (12, 25, 50, 150)
_CDF = NormalDist().cdf


def taken(dice: random.Random, ability: float, leaning: float) -> float:
    """The d' that a form of six and six shows of a learner."""
    caught = sum(dice.random() < _CDF(ability / 2 - leaning) for _ in range(ITEMS))
    trusted = sum(dice.random() < _CDF(ability / 2 + leaning) for _ in range(ITEMS))
    found = discernment((caught, ITEMS), (trusted, ITEMS))
    assert found
    return found.d_prime


def learner(dice: random.Random, harder: float, begins_with_a: bool) -> float:
    """The change from the first form to the second."""
    ability, leaning = dice.gauss(1.0, 0.6), dice.gauss(0, 0.3)
    first, second = (0.0, harder) if begins_with_a else (harder, 0.0)
    return taken(dice, ability + GAIN - second, leaning) - taken(dice, ability - first, leaning)


def coverage(truth: float, made: Callable[[], Estimate | None]) -> tuple[float, float]:
    """The share of the classes' intervals that hold the truth, and their mean smallest gain."""
    found = [one for _ in range(CLASSES) if (one := made())]
    held = sum(one.low <= truth <= one.high for one in found) / len(found)
    return held, fmean(smallest_gain(one) for one in found)


def main() -> None:
    dice = random.Random(20)
    truth = fmean((learner(dice, HARDER, True) + learner(dice, HARDER, False)) / 2 for _ in range(40_000))
    print(f"true gain {truth:.2f}; {CLASSES} classes of each size; form B harder by {HARDER}")
    print(f"{'size':>5} {'both orders':>12} {'smallest gain':>14} {'plain, drawn':>13} {'plain, A first':>15}")
    for size in SIZES:

        def drawn() -> list[tuple[bool, float]]:
            orders = [dice.random() < 0.5 for _ in range(size)]  # noqa: B023
            return [(order, learner(dice, HARDER, order)) for order in orders]

        def by_orders() -> Estimate | None:
            some = drawn()
            return mean_of_orders([one for a, one in some if a], [one for a, one in some if not a])

        ours, least = coverage(truth, by_orders)
        plain, _ = coverage(truth, lambda: mean_change([one for _, one in drawn()]))
        a_first, _ = coverage(truth, lambda: mean_change([learner(dice, HARDER, True) for _ in range(size)]))  # noqa: B023
        print(f"{size:>5} {ours:>12.3f} {least:>14.2f} {plain:>13.3f} {a_first:>15.3f}")


if __name__ == "__main__":
    main()
