"""Classes that are made up: learners with a d' and a lean of their own, who take two forms with luck at every item."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from samestory.exercise.parts.discernment import discernment

EACH = 6  # sound items in a form, and as many that are not
LEVELS = (0.4, 0.4, 0.0, 0.0, -0.4, -0.4)  # easy, middle, hard: what a level adds to the chance of an item, in z
_PHI = NormalDist()


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is assumed of learners and forms, in units of d' and z: means and standard deviations.

    `form` is how far an item of one form may be harder or easier than its twin in the other: nobody has measured it.
    """

    d_prime: float = 1.2
    d_spread: float = 0.7
    lean_spread: float = 0.35
    form: float = 0.25


def sitting(d_prime: float, lean: float, items: Sequence[float], dice: random.Random) -> float:
    """Return the d' that one form shows of a learner; `items` are what each adds, the faults first."""
    hits = sum(dice.random() < _PHI.cdf(d_prime / 2 - lean + item) for item in items[:EACH])
    trusted = sum(dice.random() < _PHI.cdf(d_prime / 2 + lean + item) for item in items[EACH:])
    found = discernment((hits, EACH), (trusted, EACH))
    assert found is not None
    return found.d_prime


def form(assumed: Assumed, dice: random.Random) -> list[float]:
    """Return what each item of a form adds: its level, and how far it misses that."""
    return [level + dice.gauss(0, assumed.form) for level in (*LEVELS, *LEVELS)]


def class_of(size: int, gain: float, assumed: Assumed, dice: random.Random) -> list[tuple[float, float]]:
    """Return what both tests show of each learner; the draw decides who takes which form first."""
    forms = (form(assumed, dice), form(assumed, dice))
    shown = []
    for _ in range(size):
        d_prime, lean = dice.gauss(assumed.d_prime, assumed.d_spread), dice.gauss(0, assumed.lean_spread)
        first, second = forms if dice.random() < 0.5 else forms[::-1]
        shown.append((sitting(d_prime, lean, first, dice), sitting(d_prime + gain, lean, second, dice)))
    return shown
