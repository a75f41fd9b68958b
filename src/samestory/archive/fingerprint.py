"""Fingerprints of a text: every third of its runs of four content words, chosen by what it says and not by its place.

A run is kept if its hash is divisible by a number (Manber 1994, "Finding similar files in a large file system"; passim
samples in this way too, Smith, Cordell and Mullen 2015, "Computational methods for uncovering reprinted texts in
antebellum newspapers"). Winnowing (Schleimer, Wilkerson and Aiken 2003) promises a hit in every long run but depends
on neighbours: at the same size it keeps fewer of a passage's hits where a word was changed.
"""

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from samestory.words.key import key, root
from samestory.words.wording import is_content

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 4  # content words: about seven words of English
SAMPLED = 3  # one run of so many is kept: about 90 of an article of 500 words
LONGEST_WORD = 60  # letters: what is longer is data and no word, and would fill the memory for words
# Takes “naïve” whatever way its accent is written, “1200”, and parts “don’t”, as both texts would have it.
WORD = re.compile(r"[\w\u0300-\u036f\u00ad\u200b]+")
_ODD = 0x9E3779B97F4A7C15  # 2**64 over the golden ratio, Knuth's multiplier


def fingerprints(text: str) -> tuple["NDArray[np.uint64]", "NDArray[np.int32]"]:
    """Return the sampled fingerprints of a text, each once, sorted, and the number of the word where each begins.

    Words count from 0 as `WORD` finds them. In a language whose small words the tool doesn't know every word counts.
    """
    import numpy as np

    words = WORD.findall(text)
    hashes = np.array([_number(word) if len(word) <= LONGEST_WORD else 0 for word in words], dtype=np.uint64)
    at = np.flatnonzero(hashes)
    said = hashes[at]
    size = len(said) - RUN + 1
    if size <= 0:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    runs = _mixed([said[n : n + size] for n in range(RUN)])
    kept = runs % np.uint64(SAMPLED) == 0
    found, first = np.unique(runs[kept], return_index=True)
    return found, at[:size][kept][first].astype(np.int32)


def _mixed(words: list[Any]) -> Any:
    """One number for each run of words; the order of its words counts."""
    import numpy as np

    with np.errstate(over="ignore"):
        total = words[0]
        for one in words[1:]:
            total = (total ^ (total >> np.uint64(29))) * np.uint64(_ODD) + one
        return (total ^ (total >> np.uint64(32))) * np.uint64(_ODD)


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    """The hash of a word's family, 0 for a small word and for a single letter."""
    plain = key(word)
    if not is_content(plain) or (len(plain) == 1 and not plain.isdigit()):
        return 0
    return int.from_bytes(blake2b(root(plain).encode(), digest_size=8).digest(), "little") or 1
