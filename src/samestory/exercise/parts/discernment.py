"""How well somebody tells faults from sound passages, and which way they lean: d' and c out of the two scores.

With so few items either is coarse, so each goes with what chance does: the range that guessing gives, and for a gain
its interval. `widget/web/grading/discernment.mjs` and `chance.mjs` take the same steps.
"""

from dataclasses import dataclass
from functools import cache
from math import comb, sqrt
from statistics import NormalDist

Count = tuple[int, int]
GUESSERS = 0.9  # the share of those who guess that comes out within the chance range
_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Discernment:
    """The two scores as signal detection sees them.

    `hits` is the share of the faults that were caught, `false_alarms` that of the sound passages that were doubted,
    both plain and from 0 to 1. `d_prime` is 0 for who can't tell one from the other and grows with discernment;
    `bias` (c) is above 0 for who leans towards trusting, below 0 for who leans towards doubting.
    """

    hits: float
    false_alarms: float
    d_prime: float
    bias: float


def discernment(caught: Count, trusted: Count) -> Discernment | None:
    """Reckon from the faults caught and the sound passages rightly trusted, each a count and of how many.

    For d' and c a rate is (x + 0.5) / (n + 1), so that all and none can be reckoned with: the log-linear rule, Hautus
    1995, doi 10.3758/BF03203619. With six of a kind the most that can come out is d' = 2.93. None without a fault or
    without a sound passage; ValueError for a count that is no part of its whole.

    >>> found = discernment(caught=(4, 6), trusted=(5, 6))
    >>> round(found.d_prime, 2), round(found.bias, 2)
    (1.16, 0.21)
    """
    for count, of in (caught, trusted):
        if not 0 <= count <= of:
            raise ValueError(f"{count} of {of} is no count")
    if not caught[1] or not trusted[1]:
        return None
    doubted = (trusted[1] - trusted[0], trusted[1])
    hit, alarm = (_z((count + 0.5) / (of + 1)) for count, of in (caught, doubted))
    return Discernment(caught[0] / caught[1], doubted[0] / doubted[1], hit - alarm, (-hit - alarm) / 2)


@cache
def chance_range(faults: int, sound: int) -> float:
    """Return r: of those who toss a coin for every item, nine in ten come out with a d' between -r and r.

    It is exact: each pair of counts has its share by two binomial distributions, and r is the smallest size of d'
    within which shares of 0.9 or more lie. With six of a kind, who guesses and leans to one answer stays within it
    too; with twelve, who leans nine to one may be 0.1 further off. ValueError where there is nothing to guess at.

    >>> round(chance_range(6, 6), 1)
    1.2
    """
    if min(faults, sound) < 1:
        raise ValueError("there is nothing to guess at")
    shares: dict[float, float] = {}
    for hits in range(faults + 1):
        for trusted in range(sound + 1):
            found = discernment((hits, faults), (trusted, sound))
            size = round(abs(found.d_prime), 4) if found else 0.0
            share = comb(faults, hits) * comb(sound, trusted) / 2 ** (faults + sound)
            shares[size] = shares.get(size, 0.0) + share
    within = 0.0
    for size in sorted(shares):
        within += shares[size]
        if within >= GUESSERS - 1e-9:
            return size
    return max(shares)


def gain(before: tuple[Count, Count], after: tuple[Count, Count]) -> tuple[float, float, float] | None:
    """Return by how much d' grew from one pair of counts (caught, trusted) to another, and its 95 % interval.

    The variance of d' is that of Gourevitch and Galanter, as in Macmillan & Creelman 2005, Detection Theory, chapter
    13, with the rates of `discernment`. None where either has no d'.

    >>> [round(one, 1) for one in gain(((4, 6), (4, 6)), ((5, 6), (6, 6)))]
    [1.5, -0.9, 3.9]
    """
    first, second = discernment(*before), discernment(*after)
    if not first or not second:
        return None
    reach = _Z * sqrt(sum(_variance(*count) for count in (*before, *after)))
    value = second.d_prime - first.d_prime
    return value, value - reach, value + reach


def _variance(count: int, of: int) -> float:
    """The variance of the z of a rate."""
    rate = (count + 0.5) / (of + 1)
    return rate * (1 - rate) / (of * NormalDist().pdf(_z(rate)) ** 2)


def _z(rate: float) -> float:
    return NormalDist().inv_cdf(rate)
