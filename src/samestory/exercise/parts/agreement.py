"""Count how far an answer agrees with the key beyond what chance would give, as Cohen's kappa does."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_Cell = tuple[tuple[str, ...], str | None]  # what is accepted, and what was said (None: nothing)


@dataclass(frozen=True, slots=True)
class Kappa:
    """Of `of` cells `right` are right; `chance` is `of` times what the same answers, dealt out at random, would get."""

    right: int
    of: int
    chance: int

    @property
    def by_chance(self) -> int:
        """What chance gets on average, to the nearest whole cell."""
        # In whole numbers, halves up: rounding floats would differ between Python and JavaScript.
        return (2 * self.chance + self.of) // (2 * self.of)

    @property
    def share(self) -> float:
        """What was got beyond chance, out of what can be: kappa, at least 0 (Cohen 1960).

        It is exactly 0 for one answer everywhere, and 1 only where every cell is right. Some answer must be wrong
        somewhere, or there is nothing beyond chance.
        """
        # One division at the end: JavaScript then comes to the very same float.
        return max(0.0, (self.right * self.of - self.chance) / (self.of * self.of - self.chance))


def kappa(cells: Sequence[_Cell]) -> Kappa:
    """Count cells that are right, and what chance makes of the answers given.

    >>> half = kappa([(("agrees",), "agrees"), (("silent",), "agrees")])
    >>> half.right, half.by_chance, half.share
    (1, 1, 0.0)
    """
    said = Counter(answer for _, answer in cells)
    right = sum(answer in accepted for accepted, answer in cells)
    return Kappa(right, len(cells), sum(said[stand] for accepted, _ in cells for stand in accepted))
