"""Which words carry what a sentence says: lists of the small ones, of negations, numbers and modal verbs."""

import re
from collections.abc import Sequence
from functools import lru_cache

from samestory.words.lists import groups_in, pairs_in, words_in, words_in_order


def _numbered(heading: str) -> dict[str, int]:
    """Each word below a heading of “exchanges”, with the number of its line."""
    return {word: number for number, line in enumerate(groups_in("exchanges")[heading]) for word in line.split()}


FILLERS = words_in("small_words", "filler")
FUNCTION_WORDS = words_in("small_words", "function", "filler")
NEGATIONS = words_in("small_words", "negation")
PRONOUNS = _numbered("pronouns")
MODALS = _numbered("modals")
NUMBER_WORDS = {word: str(value) for value, word in enumerate(words_in_order("numbers", "units"))}
NUMBER_WORDS |= {word: str(10 * value) for value, word in enumerate(words_in_order("numbers", "tens"), 2)}
OPPOSITES = frozenset(frozenset(pair.split()) for pair in groups_in("exchanges")["opposites"])
SCALES = {word: float(value) for word, value in pairs_in("numbers", "scales").items()}
_DIGIT = re.compile(r"\d")
# Fifteen digits, as many as a float keeps exactly.
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_BIG = words_in("numbers", "without figures")


def is_number(word: str) -> bool:
    """Whether `word` (folded) is a number, in figures or as a word."""
    return bool(_DIGIT.search(word)) or word in NUMBER_WORDS or word in _BIG


def number_value(word: str) -> str:
    """`word` with a number's word written in figures and without thousands commas; "twelve" is "12"."""
    return NUMBER_WORDS.get(word, word.replace(",", "").strip("$€£%"))


def quantity(words: Sequence[str]) -> float | None:
    """The number that `words` (folded) write, "three million" as 3,000,000; None if they are anything else."""
    total = 0.0
    for word in words:
        if word in SCALES:
            # “Million” alone is one million.
            total = (total or 1.0) * SCALES[word]
        elif total or not _PLAIN.fullmatch(number_value(word)):
            return None
        else:
            total = float(number_value(word))
    return total or None


# Asked of every word of every pair of sentences; a language has fewer words than this.
@lru_cache(maxsize=65536)
def is_content(word: str) -> bool:
    """Whether `word` (folded) says something by itself: no article, preposition, auxiliary, pronoun or filler."""
    return word not in FUNCTION_WORDS and word not in NEGATIONS and any(one.isalnum() for one in word)
