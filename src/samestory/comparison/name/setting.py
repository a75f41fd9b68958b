"""Do two spellings stand among the same words, in articles of which each has only one of them?"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from samestory.comparison.name.form import Form, Place
from samestory.text.cut import CutText
from samestory.thresholds import threshold
from samestory.words.wording import is_content

REACH_OF_NAME = 90  # characters on each side of a name
MOST_SETTINGS = 4  # places of a name around which is read
MOST_SET_ALIKE = 3  # points
MOST_IN_A_ROW = 4  # words on each side
SAME_WORDS, SAME_CONTENT = 4, 2  # words in a row, and those of them that say something, that make it one sentence
# Share of the words around a name from which on two articles tell it in the same words.
ONE_VOICE = threshold(__name__, "ONE_VOICE")


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

    def alike(self, one: Form, other: Form) -> int:
        """Return points for words that stand around both, in two articles: two may be chance, four hardly are."""
        shared = self.shared(one, other)
        return MOST_SET_ALIKE if shared >= 4 else 2 if shared >= 2 else 0

    def same_words(self, one: Form, other: Form) -> bool:
        """Return whether an article has the one spelling where another, in the same words, has the other.

        >>> from samestory.comparison.name.form import spellings
        >>> texts = [CutText.of(f"Police in Nordo said that Mr. {name} left by ferry.") for name in ("Lund", "Lind")]
        >>> found = spellings(texts).single
        >>> Settings(texts).same_words(found["lund"], found["lind"])
        True
        """
        if one.counts.keys() & other.counts.keys():
            return False
        mine, yours = one.places[:MOST_SETTINGS], other.places[:MOST_SETTINGS]
        return any(self._in_a_row(a, b) for a in mine for b in yours)

    def voices(self, form: Form) -> int:
        """Return how many articles have a spelling in words of their own: copies of one sentence count once."""
        first = {place.article: place for place in reversed(form.places[: MOST_SETTINGS * MOST_SETTINGS])}
        heard: list[frozenset[str]] = []
        for place in first.values():
            around = self._around(place)
            if all(len(around & one) <= ONE_VOICE * min(len(around), len(one)) for one in heard):
                heard.append(around)
        return len(heard)

    def _in_a_row(self, one: Place, other: Place) -> bool:
        mine, yours = self._articles[one.article], self._articles[other.article]
        before = zip(reversed(_beside(mine, one)[0]), reversed(_beside(yours, other)[0]), strict=False)
        after = zip(_beside(mine, one)[1], _beside(yours, other)[1], strict=False)
        same = [a for side in (before, after) for a, _ in takewhile(lambda pair: pair[0] == pair[1], side)]
        return len(same) >= SAME_WORDS and sum(map(is_content, same)) >= SAME_CONTENT

    def _read(self, place: Place) -> frozenset[str]:
        article = self._articles[place.article]
        before = article.numbers(place.start - REACH_OF_NAME, place.start)
        near = (*before, *article.numbers(place.end, place.end + REACH_OF_NAME))
        return frozenset(article.words[n].root for n in near if is_content(article.folded[n]))


def _beside(article: CutText, place: Place) -> tuple[list[str], list[str]]:
    """The words right before and right behind a place."""
    inside = article.numbers(place.start, place.end)
    first, after = inside.start, inside.stop
    return list(article.folded[max(0, first - MOST_IN_A_ROW) : first]), list(
        article.folded[after : after + MOST_IN_A_ROW]
    )
