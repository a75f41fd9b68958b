"""Which of many texts, sentences or quotations hold a word: so that those that share nothing are never compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence


class Holders:
    """The numbers of the things that hold each word. A word that more than `most` things hold leads to none of them.

    >>> holders = Holders([{"ferry", "gate"}, {"gate"}, {"pier", "gate"}], most=2)
    >>> holders.of("ferry"), holders.of("gate")
    ([0], ())
    """

    def __init__(self, things: Iterable[Iterable[str]], most: int) -> None:
        self._most = most
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(things):
            for word in words:
                self._of[word].append(number)

    def of(self, word: str) -> Sequence[int]:
        """Return the numbers of the things that hold a word, in order; none if too many do."""
        found = self._of.get(word, ())
        return found if len(found) <= self._most else ()

    def groups(self) -> Iterator[Sequence[int]]:
        """Yield the numbers of the things that hold a word, for each word that leads from one to another."""
        return (self.of(word) for word in self._of)

    def sharing(self, worth: Mapping[str, float], fewest: int = 1) -> dict[int, float]:
        """Return the things that hold `fewest` or more of some words, each with what the words are worth together."""
        totals: dict[int, float] = {}
        counts: dict[int, int] = {}
        # Sorted, since the last digits of a sum depend on its order, and ranks on the last digits.
        for word in sorted(worth.keys() & self._of.keys()):
            value = worth[word]
            for number in self.of(word):
                totals[number] = totals.get(number, 0.0) + value
                counts[number] = counts.get(number, 0) + 1
        return totals if fewest <= 1 else {n: total for n, total in totals.items() if counts[n] >= fewest}
