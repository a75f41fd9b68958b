"""How much a spelling looks like a name or a word at all, by the letters that follow each other in it."""

from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import unaccented
from samestory.thresholds import threshold
from samestory.words.common_word import common_words

UNSEEN = threshold(__name__, "UNSEEN")


@cache
def _follows() -> tuple[Counter[tuple[str, str]], Counter[str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    letters: Counter[str] = Counter()
    for word in [*map(unaccented, gazetteer().names), *common_words()]:
        for before, after in pairwise(f" {word} "):
            pairs[before, after] += 1
            letters[before] += 1
    return pairs, letters


@lru_cache(maxsize=20_000)
def likely(letters: str) -> float:
    """Return the mean logarithm of the chance that each letter follows the one before it; the higher, the likelier.

    Counted in the gazetteer and the list of common words.

    >>> likely("luhansk") > likely("luhasnk"), likely("levine") > likely("lveine")
    (True, True)
    """
    pairs, singles = _follows()
    # What the lists lack is unlikely, not impossible: as if each of thirty letters had followed UNSEEN times.
    steps = pairwise(f" {letters} ")
    chances = [log((pairs[one, two] + UNSEEN) / (singles[one] + 30 * UNSEEN)) for one, two in steps]
    return round(sum(chances) / len(chances), 6)
