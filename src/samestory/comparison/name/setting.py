"""Do two spellings stand among the same words, in articles of which each has only one of them?"""

from collections.abc import Sequence
from functools import lru_cache

from samestory.comparison.name.form import Form, Place
from samestory.words.key import key, root
from samestory.words.word import fold, words
from samestory.words.wording import is_content

REACH = 90  # characters on each side of a name
MOST_PLACES = 4


class Settings:
    """The articles of the names, asked for the words around a name."""

    def __init__(self, articles: Sequence[str]) -> None:
        self._articles = articles
        self._around = lru_cache(maxsize=4096)(self._read)

    def shared(self, one: Form, other: Form) -> int:
        """Return how many words that say something stand near both, 0 if an article has both spellings.

        Only the first four places of each are read.
        """
        if one.counts.keys() & other.counts.keys():
            return 0
        mine = [self._around(place) for place in one.places[:MOST_PLACES]]
        yours = [self._around(place) for place in other.places[:MOST_PLACES]]
        apart = {one.key, other.key}
        return max((len((a & b) - apart) for a in mine for b in yours), default=0)

    def _read(self, place: Place) -> frozenset[str]:
        text = self._articles[place.article]
        before = text[max(0, place.start - REACH) : place.start]
        near = words(before)[place.start > REACH :] + words(text[place.end : place.end + REACH])
        return frozenset(root(key(word.text)) for word in near if is_content(fold(word.text)))
