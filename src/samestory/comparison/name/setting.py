"""Do two spellings stand among the same words, in articles of which each has only one of them?"""

from collections.abc import Sequence
from functools import lru_cache

from samestory.comparison.name.form import Form, Place
from samestory.text.cut import CutText
from samestory.words.wording import is_content

REACH_OF_NAME = 90  # characters on each side of a name
MOST_SETTINGS = 4  # places of a name around which is read


class Settings:
    """The articles of the names, asked for the words around a name."""

    def __init__(self, articles: Sequence[CutText]) -> None:
        self._articles = articles
        # Kept with the settings, so that it goes when the articles do.
        self._around = lru_cache(maxsize=4096)(self._read)

    def shared(self, one: Form, other: Form) -> int:
        """Return how many words that say something stand near both, 0 if an article has both spellings.

        Only the first four places of each count.
        """
        # An article that has both may well tell of two people, side by side among the same words.
        if one.counts.keys() & other.counts.keys():
            return 0
        mine = [self._around(place) for place in one.places[:MOST_SETTINGS]]
        yours = [self._around(place) for place in other.places[:MOST_SETTINGS]]
        apart = {one.key, other.key}
        return max((len((a & b) - apart) for a in mine for b in yours), default=0)

    def _read(self, place: Place) -> frozenset[str]:
        article = self._articles[place.article]
        before = article.numbers(place.start - REACH_OF_NAME, place.start)
        near = (*before, *article.numbers(place.end, place.end + REACH_OF_NAME))
        return frozenset(article.words[n].root for n in near if is_content(article.folded[n]))
