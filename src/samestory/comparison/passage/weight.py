"""How much it proves that two texts share a word: much for a rare one, little for what news says all the time."""

from functools import lru_cache

from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import thresholds
from samestory.words.day_name import MONTH_KEYS, WEEKDAY_KEYS
from samestory.words.key import key
from samestory.words.lists import words_in
from samestory.words.wording import is_content, is_number

FORMAL_TITLES = words_in("sources", "formal")
# What news says all the time proves little when two sentences share it.
EVERYDAY = words_in("everyday", "news") | WEEKDAY_KEYS | (MONTH_KEYS - {"may"})
EVERYDAY_WORD, TITLE, FIGURE = thresholds(__name__, "EVERYDAY_WORD", "TITLE", "FIGURE")


@lru_cache(maxsize=65536)
def weight(key_: str) -> float:
    """Return how much it proves that two sentences share a word: 0 for a small one, 0.35 for an everyday one, else 1.

    A title such as “minister” is worth 0.4, a number 1.3.
    """
    if not is_content(key_):
        return 0.0
    if key_ in EVERYDAY:
        return EVERYDAY_WORD
    if key_ in FORMAL_TITLES:
        return TITLE
    # Two texts seldom have the same figure by chance.
    return FIGURE if is_number(key_) else 1.0


@once
def evidence(one: Document) -> tuple[bool, ...]:
    """Say of each word of a document whether it is more than a small word, a name, a title or a figure."""
    return tuple(_is_evidence(word.text) for word in one.words)


@lru_cache(maxsize=65536)
def _is_evidence(shown: str) -> bool:
    key_ = key(shown)
    return is_content(key_) and key_ not in FORMAL_TITLES and not shown[:1].isupper() and not shown[:1].isdigit()
