"""How much a spelling looks like a name or a word at all, by the letters that follow each other in it."""

from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import unaccented
from samestory.words.common_word import common_words


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
    # As if each of thirty letters had followed 0.3 times: what the lists lack is unlikely, not impossible.
    chances = [log((pairs[before, after] + 0.3) / (singles[before] + 9)) for before, after in pairwise(f" {letters} ")]
    return round(sum(chances) / len(chances), 6)
