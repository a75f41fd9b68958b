"""The few figures of educational measurement that a class of this size can bear, each with its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist, fmean, stdev, variance

ENOUGH = 15  # hand-ins; below, a correlation is mostly noise: its 95 % interval is wider than from -.5 to .5
LEAST_IN_GROUP = 4  # learners who took the forms in one order, for a spread that means something
_Z = NormalDist().inv_cdf(0.975)
POWER = NormalDist().inv_cdf(0.8)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its 95 % interval, in the figure's own unit; `degrees` of freedom, 0 where none were used."""

    value: float
    low: float
    high: float
    degrees: float = 0.0


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's r, from -1 to 1; None for fewer than `ENOUGH` pairs, and where one side does not vary.

    Of an exercise's share with the share of all others it is the discrimination (corrected item-total correlation;
    Crocker & Algina 1986, Introduction to Classical and Modern Test Theory, chapter 14).
    """
    if len(pairs) < ENOUGH:
        return None
    left, right = zip(*pairs, strict=True)
    a, b = fmean(left), fmean(right)
    spread = sqrt(sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right))
    # Rounding leaves a spread of 1e-17 where all are alike.
    return sum((x - a) * (y - b) for x, y in pairs) / spread if spread > 1e-9 else None


def alpha(scores: Sequence[Sequence[float]]) -> Estimate | None:
    """Cronbach's alpha of complete hand-ins, a row each with the share of every exercise.

    The interval is Bonett's (2002, doi 10.3102/10769986027004335). None for fewer than two exercises or `ENOUGH` rows,
    and where all have the same sum.
    """
    size = len(scores[0]) if scores else 0
    if size < 2 or len(scores) < ENOUGH:
        return None
    whole = variance([sum(row) for row in scores])
    if whole < 1e-9:
        return None
    value = size / (size - 1) * (1 - sum(variance(column) for column in zip(*scores, strict=True)) / whole)
    # An alpha of 1 has no interval: all answered as one.
    wide = exp(_Z * sqrt(2 * size / ((size - 1) * (len(scores) - 2))))
    return Estimate(value, 1 - (1 - value) * wide, 1 - (1 - value) / wide)


def student_t(degrees: float, share: float = 0.975) -> float:
    """The quantile of Student's t, by its expansion around the normal one (Abramowitz & Stegun 1964, 26.7.5).

    From 4 degrees of freedom on it is off by less than 0.01.

    >>> round(student_t(10), 2)
    2.23
    """
    z = NormalDist().inv_cdf(share)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / degrees**power for power, term in enumerate(terms, 1))


def mean_change(changes: Sequence[float]) -> Estimate | None:
    """The mean of paired changes with its 95 % interval; None for fewer than `LEAST_IN_GROUP`."""
    if len(changes) < LEAST_IN_GROUP:
        return None
    middle, degrees = fmean(changes), len(changes) - 1
    reach = student_t(degrees) * stdev(changes) / sqrt(len(changes))
    return Estimate(middle, middle - reach, middle + reach, degrees)


def mean_of_orders(one: Sequence[float], other: Sequence[float]) -> Estimate | None:
    """The gain of a class whose learners took two forms in either order: the mean of both groups' mean gains.

    What one form is harder than the other adds to the gain of one group what it takes from the other's, so that it
    falls out, however many are in each (a crossover design; Senn 2002, Cross-over Trials in Clinical Research, chapter
    3). The degrees of freedom are Welch's. None where a group has fewer than `LEAST_IN_GROUP`.
    """
    if min(len(one), len(other)) < LEAST_IN_GROUP:
        return None
    middle = (fmean(one) + fmean(other)) / 2
    parts = [variance(group) / len(group) / 4 for group in (one, other)]
    error = sqrt(sum(parts))
    if error == 0:
        return Estimate(middle, middle, middle, len(one) + len(other) - 2)
    degrees = sum(parts) ** 2 / sum(part**2 / (len(group) - 1) for part, group in zip(parts, (one, other), strict=True))
    reach = student_t(degrees) * error
    return Estimate(middle, middle - reach, middle + reach, degrees)


def smallest_gain(found: Estimate) -> float:
    """The smallest true gain that such a class would show as above 0 four times in five."""
    reach = (found.high - found.low) / 2
    quantile = student_t(found.degrees) if found.degrees else _Z
    return reach * (1 + POWER / quantile)
