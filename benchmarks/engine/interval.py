"""Counts with their uncertainty: 7 of 10 is less than it looks."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Share:
    """`hit` of `of`; both are counts, 0 <= hit <= of."""

    hit: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hit + other.hit, self.of + other.of)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share (0 to 1), None of nothing.

        E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).

        >>> [round(end, 3) for end in Share(7, 10).interval]
        [0.397, 0.892]
        """
        if not self.of:
            return None
        share, spread = self.hit / self.of, Z * Z / self.of
        middle = share + spread / 2
        reach = Z * sqrt(share * (1 - share) / self.of + spread / self.of / 4)
        return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))

    def __str__(self) -> str:
        """Return it as tables print it: `7 of 10 (.40–.89)`."""
        ends = self.interval
        return f"{self.hit} of {self.of} ({_short(ends[0])}–{_short(ends[1])})" if ends else "–"

    def to_json(self) -> dict[str, object]:
        """Return counts and interval as plain values."""
        return {"hit": self.hit, "of": self.of, "interval": [round(end, 4) for end in self.interval or ()]}


def _short(share: float) -> str:
    return f"{share:.2f}".removeprefix("0")
