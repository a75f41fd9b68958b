"""How well somebody tells faults from sound passages, and which way they lean: d' and c out of the two scores."""

from dataclasses import dataclass
from statistics import NormalDist

Count = tuple[int, int]


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


def _z(rate: float) -> float:
    return NormalDist().inv_cdf(rate)
