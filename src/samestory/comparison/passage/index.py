"""One index over many texts: every run of words that any two of them share, found in one reading."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from samestory.comparison.passage.run import Run, reach

SEED = 6
COMMON = 50
REFRAIN = 8


def shared_runs(texts: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, list[Run]]]:
    """Yield, for every two texts i < j that share six words in a row, i, j and their runs.

    A sequence that has stood in 50 places, or stands nine times in one text, is a refrain and not followed: so the
    time grows with the words and the matches, not with the square of the texts. A longer run is still found by its
    other sequences.
    """
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for j, text in enumerate(texts):
        found: dict[int, list[Run]] = defaultdict(list)
        ends: dict[tuple[int, int], int] = {}
        grams = _grams(text)
        often = Counter(grams)
        for at, gram in enumerate(grams):
            if often[gram] > REFRAIN:
                continue
            for i, place in places.get(gram, ()):
                diagonal = (i, place - at)
                if ends.get(diagonal, -1) > at:
                    continue
                size = reach(texts[i], text, place, at)
                if size >= SEED:
                    ends[diagonal] = at + size
                    found[i].append(Run(place, at, size))
        for at, gram in enumerate(grams):
            here = places[gram]
            if len(here) < COMMON and often[gram] <= REFRAIN:
                here.append((j, at))
        for i in sorted(found):
            yield i, j, found[i]


def _grams(text: Sequence[str]) -> list[int]:
    """A number for each six words in a row; two sequences with one number are told apart by `reach`."""
    columns = [text[n:] for n in range(SEED)]
    return [hash(gram) for gram in zip(*columns, strict=False)]
