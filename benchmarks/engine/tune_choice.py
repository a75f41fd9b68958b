"""Choose a figure by what it does on texts that the choice has not seen, and leave it where noise would choose.

An item (a pair of texts, say) has an outcome for each value of the figure: counts that add up. A task's `score` makes
one number, the higher the better, of such a sum. Items of several sets count by set, so that a large one doesn't
drown a small one.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

Outcome = tuple[float, ...]
Score = Callable[[Outcome], float]
FOLDS, REPEATS, RESAMPLES = 5, 4, 400
MOST_BY_CHANCE = 0.025  # share of resamples on each side that an interval leaves out


@dataclass(frozen=True)
class Item:
    """One labelled thing: the set that it is of, and its outcome for each value."""

    of: str
    outcomes: Mapping[float, Outcome]


@dataclass(frozen=True)
class Choice:
    """What was chosen, and why.

    `curve` holds value, mean score over the held-out folds and its spread (one standard deviation); `interval` the
    range of values that the best one does not beat by more than chance; `optimistic` the score of the best value on
    the items that it was chosen on, `nested` that of values on folds that had no part in choosing them; `gain` the
    95 % interval of what the best value scores above the present one.
    """

    value: float
    best: float
    curve: tuple[tuple[float, float, float], ...]
    interval: tuple[float, float]
    optimistic: float
    nested: float
    gain: tuple[float, float]

    @property
    def decided(self) -> str:
        """The decision in a sentence."""
        low, high = self.gain
        if self.best == self.value and low <= 0 <= high:
            return "kept: it is the best on these texts"
        if self.best == self.value:
            return f"changed: {low:+.3f} to {high:+.3f} better than before"
        if low > 0:
            return f"kept by hand: on these texts {self.best:g} would be {low:+.3f} to {high:+.3f} better"
        return f"kept: {self.best:g} would be {low:+.3f} to {high:+.3f} better, which may be chance"


def choose(items: Sequence[Item], score: Score, present: float, seed: int = 3) -> Choice:
    """Return the value to use: the best over held-out folds, if it beats the present one by more than chance.

    `present` must be one of the values that were tried."""
    values = sorted(items[0].outcomes)
    chance = random.Random(seed)
    curve = tuple((value, *_over_folds(items, score, value, seed)) for value in values)
    best = _best(items, score, present, seed)
    drawn = [chance.choices(items, k=len(items)) for _ in range(RESAMPLES)]
    over = {
        value: _middle([scored(some, score, best) - scored(some, score, value) for some in drawn]) for value in values
    }
    as_good = [value for value in values if over[value][0] <= 0]
    gain = over[present]
    return Choice(
        best if gain[0] > 0 else present,
        best,
        curve,
        (as_good[0], as_good[-1]),
        max(scored(items, score, value) for value in values),
        fmean(scored(test, score, _best(train, score, present, seed + 1)) for train, test in folds(items, seed + 2)),
        gain,
    )


def scored(items: Sequence[Item], score: Score, value: float) -> float:
    """The score of one value: the mean over the sets of what their outcomes add up to."""
    sums: dict[str, list[Outcome]] = defaultdict(list)
    for one in items:
        sums[one.of].append(one.outcomes[value])
    return fmean(score(tuple(map(sum, zip(*rows, strict=True)))) for rows in sums.values())


def folds(items: Sequence[Item], seed: int) -> list[tuple[list[Item], list[Item]]]:
    """Several times five splits of the items: what may be learned from, and what is held out."""
    chance = random.Random(seed)
    found = []
    for _ in range(REPEATS):
        mixed = sorted(chance.sample(items, len(items)), key=lambda one: one.of)  # so that each fold has of each set
        for n in range(FOLDS):
            found.append(([one for k, one in enumerate(mixed) if k % FOLDS != n], mixed[n::FOLDS]))
    return found


def _best(items: Sequence[Item], score: Score, present: float, seed: int) -> float:
    """The value with the highest mean less spread over held-out folds.

    Of those that come within a standard error of it, the nearest to the present one (the rule of one standard error:
    L. Breiman et al., *Classification and Regression Trees*, 1984, section 3.4.3).
    """
    over = {value: _over_folds(items, score, value, seed) for value in sorted(items[0].outcomes)}
    top = max(over, key=lambda value: over[value][0] - over[value][1])
    error = over[top][1] / sqrt(FOLDS * REPEATS)
    near = [value for value, (mean, spread) in over.items() if mean - spread >= over[top][0] - over[top][1] - error]
    return min(near, key=lambda value: abs(value - present))


def _over_folds(items: Sequence[Item], score: Score, value: float, seed: int) -> tuple[float, float]:
    held = [scored(test, score, value) for _, test in folds(items, seed)]
    return fmean(held), stdev(held)


def _middle(numbers: Sequence[float]) -> tuple[float, float]:
    """Between which two of them 95 % lie."""
    cut = int(len(numbers) * MOST_BY_CHANCE)
    return sorted(numbers)[cut], sorted(numbers)[-1 - cut]
