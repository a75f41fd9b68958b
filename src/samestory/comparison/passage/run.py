"""The runs of words that texts share: one index of short sequences, each hit drawn out as far as it goes."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SEED, SEED_OF_MANY = 5, 6  # words of a sequence that leads from a text to another: of two texts, of many
REFRAIN, REFRAIN_OF_MANY = 24, 8  # a sequence that stands more often in one text is a refrain
MOST_SEED_PLACES = 50  # of one sequence in many texts; those of later texts are not followed
_STEP = 64


@dataclass(frozen=True, slots=True)
class Run:
    """Words `a` to `a + size` of one text are words `b` to `b + size` of the other."""

    a: int
    b: int
    size: int


def runs(a: Sequence[str], b: Sequence[str], seed: int = SEED) -> list[Run]:
    """Return the longest shared runs of `seed` words or more, longest first, none over words of another.

    A sequence that stands more than 24 times in either is no seed: it is a refrain, and would cost the square of its
    count.

    >>> runs("so the gate shut at ten".split(), "the gate shut at ten he said".split())
    [Run(a=1, b=0, size=5)]
    """
    return RunIndex(a, seed).runs(b)


class RunIndex:
    """The sequences of one text, to find the runs that it shares with any number of others."""

    def __init__(self, text: Sequence[str], seed: int = SEED) -> None:
        self._index = _Index(seed, REFRAIN, REFRAIN)
        self._index.add(text, self._index.sequences(text))

    def runs(self, other: Sequence[str]) -> list[Run]:
        """Return what `runs` does, for this text and another."""
        found = self._index.found(other, self._index.sequences(other)).get(0, [])
        return disjoint(found, len(self._index.texts[0]), len(other), self._index.seed)


def shared_runs(texts: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, list[Run]]]:
    """Yield, for every two texts i < j that share six words in a row, i, j and their runs.

    A sequence that has stood in 50 places, or stands nine times in one text, is a refrain and not followed: so the
    time grows with the words and the matches, not with the square of the texts. A longer run is still found by its
    other sequences.
    """
    index = _Index(SEED_OF_MANY, REFRAIN_OF_MANY, MOST_SEED_PLACES)
    for j, text in enumerate(texts):
        sequences = index.sequences(text)
        found = index.found(text, sequences)
        index.add(text, sequences)
        for i in sorted(found):
            yield i, j, found[i]


class _Index:
    """Where each sequence of `seed` words stands in the texts that were added; refrains are left out."""

    def __init__(self, seed: int, refrain: int, most: int) -> None:
        self.seed, self._refrain, self._most = seed, refrain, most
        self.texts: list[Sequence[str]] = []
        self._places: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def sequences(self, text: Sequence[str]) -> list[int | None]:
        """A number for the sequence that starts at each word; None for a refrain.

        A number takes less room than the words. Two sequences may have one number: `reach` tells them apart.
        """
        columns = [text[n:] for n in range(self.seed)]
        numbers = [hash(words) for words in zip(*columns, strict=False)]
        often = Counter(numbers)
        if max(often.values(), default=0) <= self._refrain:
            return [*numbers]
        return [number if often[number] <= self._refrain else None for number in numbers]

    def add(self, text: Sequence[str], sequences: Sequence[int | None]) -> None:
        places, this, most = self._places, len(self.texts), self._most
        for at, number in enumerate(sequences):
            if number is not None and len(here := places[number]) < most:
                here.append((this, at))
        self.texts.append(text)

    def found(self, text: Sequence[str], sequences: Sequence[int | None]) -> dict[int, list[Run]]:
        """The runs that a text shares with each text of the index, by that text's number; they may overlap."""
        found: dict[int, list[Run]] = defaultdict(list)
        ends: dict[tuple[int, int], int] = {}
        for at, number in enumerate(sequences):
            for i, place in self._places.get(number, ()) if number is not None else ():
                diagonal = (i, place - at)
                # Inside a run that was drawn out already, on the same diagonal, it would only be found again.
                if ends.get(diagonal, -1) > at:
                    continue
                size = reach(self.texts[i], text, place, at)
                if size >= self.seed:
                    ends[diagonal] = at + size
                    found[i].append(Run(place, at, size))
        return found


def reach(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """Return how many words from `a[i]` and `b[j]` on are the same."""
    size = 0
    # Many words at a time, since a copied text may be long.
    while a[i + size : i + size + _STEP] == b[j + size : j + size + _STEP] and i + size < len(a) and j + size < len(b):
        size += _STEP
    most = min(len(a) - i, len(b) - j)
    size = min(size, most)
    while size < most and a[i + size] == b[j + size]:
        size += 1
    return size


def disjoint(found: list[Run], in_a: int, in_b: int, seed: int = SEED) -> list[Run]:
    """Give each word to its longest run; what is left of the others stays if it is still long enough."""
    taken_a, taken_b = bytearray(in_a), bytearray(in_b)
    kept = []
    for run in sorted(found, key=lambda one: (-one.size, one.a + one.b, one.a)):
        start, end = 0, run.size
        while start < end and (taken_a[run.a + start] or taken_b[run.b + start]):
            start += 1
        while end > start and (taken_a[run.a + end - 1] or taken_b[run.b + end - 1]):
            end -= 1
        free = all(not taken_a[run.a + n] and not taken_b[run.b + n] for n in range(start, end))
        # What is too short by now, or has a longer run in its middle, is no single run any more.
        if end - start < seed or not free:
            continue
        taken_a[run.a + start : run.a + end] = b"\x01" * (end - start)
        taken_b[run.b + start : run.b + end] = b"\x01" * (end - start)
        kept.append(Run(run.a + start, run.b + start, end - start))
    return kept
