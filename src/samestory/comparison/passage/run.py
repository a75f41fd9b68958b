"""The runs of words that two texts share: an index of short sequences, each hit drawn out as far as it goes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SEED = 5
COMMON = 24
STEP = 64


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
    """
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(a) - seed + 1):
        places = index[tuple(a[at : at + seed])]
        if len(places) <= COMMON:
            places.append(at)
    found: list[Run] = []
    ends: dict[int, int] = {}
    grams = [tuple(b[at : at + seed]) for at in range(len(b) - seed + 1)]
    often = Counter(grams)
    for at, gram in enumerate(grams):
        places = index.get(gram, [])
        if len(places) > COMMON or often[gram] > COMMON:
            continue
        for place in places:
            diagonal = place - at
            if ends.get(diagonal, -1) > at:
                continue
            size = reach(a, b, place, at)
            ends[diagonal] = at + size
            found.append(Run(place, at, size))
    return apart(found, len(a), len(b), seed)


def reach(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """How many words from `a[i]` and `b[j]` on are the same; 64 at a time, since a copied text may be long."""
    size = 0
    while a[i + size : i + size + STEP] == b[j + size : j + size + STEP] and i + size < len(a) and j + size < len(b):
        size += STEP
    most = min(len(a) - i, len(b) - j)
    size = min(size, most)
    while size < most and a[i + size] == b[j + size]:
        size += 1
    return size


def apart(found: list[Run], in_a: int, in_b: int, seed: int = SEED) -> list[Run]:
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
        if end - start < seed or not free:
            continue
        taken_a[run.a + start : run.a + end] = b"\x01" * (end - start)
        taken_b[run.b + start : run.b + end] = b"\x01" * (end - start)
        kept.append(Run(run.a + start, run.b + start, end - start))
    return kept
