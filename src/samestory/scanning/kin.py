"""Which accounts of one event may follow each other: the nearest ones are read closely, the others by shared runs."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from datetime import date
from itertools import combinations

from samestory.comparison.passage.derivation import derivation_beside, level_of
from samestory.comparison.passage.run import SEED_OF_MANY
from samestory.comparison.passage.weight import weight
from samestory.scanning.candidate import Kinship
from samestory.scanning.material import Material
from samestory.text.document import Document
from samestory.text.once import once

# With how many other accounts each one is laid side by side: all of an event's that has no more, else the nearest.
NEAREST = 12


def kinships(read: Material, named: Sequence[str]) -> Iterator[Kinship]:
    """Yield every two articles of one event, the earlier as the one that may have been followed."""
    for group in read.groups:
        # An article without a day comes last: nothing shows that another one could have followed it.
        inside = sorted((named[n] for n in group.articles), key=lambda name: (read.day(name) or date.max, name))
        near = _near([read.texts[name] for name in inside])
        for i, j in combinations(range(len(inside)), 2):
            yield _closely(read, inside[i], inside[j]) if (i, j) in near else _by_runs(read, inside[i], inside[j])


def _near(texts: Sequence[Document]) -> set[tuple[int, int]]:
    """The pairs of texts of which one is among the twelve that share most with the other."""
    runs, words = _bits([_runs(one) for one in texts]), _bits([_telling(one) for one in texts])
    shared: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for i, j in combinations(range(len(texts)), 2):
        # Who tells a thing in other words shares no run, but still the words that say something.
        both = (runs[i] & runs[j]).bit_count(), (words[i] & words[j]).bit_count()
        shared[i].append((*both, -j))
        shared[j].append((*both, -i))
    found = {(i, -other) for i, row in shared.items() for _, _, other in sorted(row, reverse=True)[:NEAREST]}
    return {(min(pair), max(pair)) for pair in found}


def _bits(things: Sequence[Collection[Hashable]]) -> list[int]:
    """What each text holds as the bits of a number, so that what two share is counted in a step."""
    held = Counter(each for one in things for each in one)
    bit = {each: number for number, each in enumerate(each for each, count in held.items() if count > 1)}
    return [sum(1 << bit[each] for each in one if each in bit) for one in things]


def _closely(read: Material, a: str, b: str) -> Kinship:
    found = derivation_beside(read.texts[a], read.texts[b], read.quoted_in_both(a, b))
    return Kinship(a, b, found.level, found.certainty, found.reasons)


def _by_runs(read: Material, a: str, b: str) -> Kinship:
    """What the words show that both have in a row, without a look at what is told in other words."""
    theirs, mine = _runs(read.texts[a]), _runs(read.texts[b])
    copied = {at + n for run in mine.keys() & theirs.keys() for at in mine[run] for n in range(SEED_OF_MANY)}
    share = len(copied) / max(1, len(read.texts[b].without_quotations.words))
    seen = f"{share:.0%} of the second’s own prose stands in the first, in runs of {SEED_OF_MANY} words or more"
    why = f"not read sentence by sentence, since {NEAREST} or more accounts share more with each of them"
    return Kinship(a, b, level_of(share), "possible", (seen if copied else "no shared run of words found", why))


@once
def _runs(text: Document) -> dict[tuple[str, ...], list[int]]:
    """Where each run of six words stands in a text's own prose."""
    keys = text.without_quotations.keys
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, run in enumerate(zip(*(keys[n:] for n in range(SEED_OF_MANY)), strict=False)):
        found[run].append(at)
    return found


@once
def _telling(text: Document) -> frozenset[str]:
    return frozenset(key for key in text.keys if weight(key) >= 1)
