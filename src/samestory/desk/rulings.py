"""All decisions on a case, in the order in which they were made: to add one, to take one back, to merge two people's.

Nothing is overwritten: who decides again adds a decision, and the latest of each person counts. So an earlier one is
there again when the later is taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from samestory.desk.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions, the oldest first."""

    all: tuple[Ruling, ...] = ()

    def with_one(self, new: Ruling) -> "Rulings":
        """Return these and a new one."""
        return Rulings((*self.all, new))

    def without_last(self, by: str) -> tuple["Rulings", Ruling | None]:
        """Return these without the latest decision of a person, and that decision; None if there is none."""
        for at in range(len(self.all) - 1, -1, -1):
            if self.all[at].by == by:
                return Rulings((*self.all[:at], *self.all[at + 1 :])), self.all[at]
        return self, None

    def merged(self, other: "Rulings") -> "Rulings":
        """Return the decisions of both, each once, in the order of their times."""
        there = set(self.all)
        more = [one for one in other.all if one not in there]
        # Sorting keeps the order of decisions made within the same second.
        return Rulings(tuple(sorted((*self.all, *more), key=lambda one: one.when)))

    def standing(self) -> dict[str, tuple[Ruling, ...]]:
        """Return for each proposal the decisions that count: one for each person, or the one that settled it."""
        latest: dict[str, dict[str, Ruling]] = {}
        for one in self.all:
            here = latest.setdefault(one.proposal, {})
            if one.settles:
                here.clear()
            here.pop(one.by, None)  # so that the latest stands last
            here[one.by] = one
        return {name: tuple(here.values()) for name, here in latest.items()}

    def people(self) -> tuple[str, ...]:
        """Return who has decided, in the order of their first decisions."""
        return tuple(dict.fromkeys(one.by for one in self.all))


def agreed(some: Iterable[Ruling]) -> Ruling | None:
    """Return the latest of decisions that come to the same; None where they differ, or there is none."""
    found = list(some)
    return found[-1] if len({one.outcome for one in found}) == 1 else None
