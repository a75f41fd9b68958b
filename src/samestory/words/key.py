"""What words are compared by: a key for all spellings of one word, and the stem that a family of words shares."""

from collections.abc import Callable
from functools import cache, lru_cache

from samestory.words.fold import fold
from samestory.words.lists import groups_in
from samestory.words.spelling import spelling
from samestory.words.wording import is_number

LONGEST_STEMMED = 40  # letters: what is longer is an address or a rule of dashes


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What a word as printed is compared by: folded, one spelling, no stops, no genitive's mark."""
    folded = fold(word).replace(".", "") or word
    return spelling(folded.removesuffix("'s").strip("'") or folded)


@lru_cache(maxsize=65536)
def root(key_: str) -> str:
    """The stem that words of one family share: Snowball's (Porter2), or that of its family's list; a number is its own.

    >>> root("investigators") == root("investigating"), root("agreed") == root("agreement")
    (True, True)
    >>> root("plan") == root("plane"), root("form") == root("former")
    (False, False)
    """
    if is_number(key_) or len(key_) > LONGEST_STEMMED:
        return key_
    stem = _stemmer()(key_)
    return _families().get(stem, stem)


@cache
def _families() -> dict[str, str]:
    stem = _stemmer()
    lines = [line.split() for group in groups_in("families").values() for line in group]
    # By stems, so that one line of the list stands for every form of its words.
    return {stem(word): stem(base) for base, *others in lines for word in others}


@cache
def _stemmer() -> Callable[[str], str]:
    """PyStemmer where it is installed, which is the same in C; else Snowball's own in Python."""
    stem: Callable[[str], str]
    try:
        from Stemmer import Stemmer
    except ImportError:
        from snowballstemmer.english_stemmer import EnglishStemmer

        stem = EnglishStemmer().stemWord
    else:
        stem = Stemmer("english", 0).stemWord  # it need keep nothing, since `root` does
    return stem
