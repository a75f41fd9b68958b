"""How far two people who decided apart agree, beyond what chance would give: Cohen's kappa."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from samestory.desk.ruling import Ruling
from samestory.desk.rulings import Rulings
from samestory.exercise.parts.agreement import kappa


@dataclass(frozen=True, slots=True)
class TwoReaders:
    """Two people, the proposals on which both decided (`of`), on how many they agree, and kappa.

    `kappa` is 1 for full agreement, 0 for what chance gives, below 0 for less than that. It is None where it is not
    defined: nothing was decided by both, or both put everything in one and the same drawer.
    """

    one: str
    other: str
    same: int
    of: int
    kappa: float | None

    def in_words(self) -> str:
        """Return a sentence for the people at the desk."""
        if not self.of:
            return f"{self.one} and {self.other} have decided on nothing in common yet."
        found = f"{self.one} and {self.other} agree on {self.same} of {self.of}"
        if self.kappa is None:
            return f"{found}. Both called all of them the same, so chance can’t be told from agreement."
        return f"{found} (Cohen’s kappa {self.kappa:.2f}: 1 is full agreement, 0 is what chance gives)."


def two_readers(rulings: Rulings) -> list[TwoReaders]:
    """Return every two people who have decided, by what each said last on their own; a joint decision counts for none.

    Kappa is (observed - expected) / (1 - expected), with the expected agreement of two people who deal out the same
    decisions at random (Cohen 1960).
    """
    latest: dict[str, dict[str, Ruling]] = {}
    for one in rulings.all:
        if not one.settles:
            latest.setdefault(one.by, {})[one.proposal] = one
    return [_pair(one, other, latest) for one, other in combinations(latest, 2)]


def _pair(one: str, other: str, latest: Mapping[str, Mapping[str, Ruling]]) -> TwoReaders:
    both = [name for name in latest[one] if name in latest[other]]
    said = [(latest[one][name].outcome, latest[other][name].outcome) for name in both]
    return TwoReaders(one, other, sum(a == b for a, b in said), len(said), _cohen(said))


def _cohen(said: Sequence[tuple[str, str]]) -> float | None:
    counted = kappa([((a,), b) for a, b in said])
    beyond = counted.of * counted.of - counted.chance
    # Not its `share`, which a learner's points need and which ends at nought.
    return (counted.right * counted.of - counted.chance) / beyond if beyond else None
