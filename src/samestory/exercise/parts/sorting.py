"""An answer that puts each item into a group and, where it is asked for, says how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from samestory.exercise.parts.placing import Placing

SURE = "sure"
# How sure, in per cent. The lowest is near to what a guess among five groups gets right, the highest says always.
STEPS: Mapping[str, str] = {
    "25": "A guess: 25 in 100",
    "50": "Half sure: 50 in 100",
    "75": "Rather sure: 75 in 100",
    "100": "Certain: 100 in 100",
}


@dataclass(frozen=True, slots=True)
class Sorting:
    """The group of each item, and for items how sure; a step of `STEPS` each."""

    placed: Placing
    sure: Placing = field(default_factory=lambda: Placing(SURE))

    @property
    def empty(self) -> bool:
        """True if no item was put into a group."""
        return self.placed.empty

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form; it says nothing of how sure where nobody said so."""
        return {**self.placed.to_json(), **({} if self.sure.empty else self.sure.to_json())}
