"""What words are compared by: a key for all spellings of one word, and the stem that a family of words shares."""

from functools import lru_cache

from samestory.words.fold import fold
from samestory.words.spelling import spelling
from samestory.words.wording import is_number, stem


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What a word as printed is compared by: folded, one spelling, no stops, no genitive's mark."""
    folded = fold(word).replace(".", "") or word
    return spelling(folded.removesuffix("'s").strip("'") or folded)


@lru_cache(maxsize=65536)
def root(key_: str) -> str:
    """The stem that words of one family share; a number is its own."""
    return key_ if is_number(key_) else stem(key_)
