"""Cut a text into words, each with its place in the text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from samestory.words.fold import fold as fold
from samestory.words.key import key, root

# With the points that stand over and below letters, as in Arabic and Hebrew.
_LETTER = (
    r"[\w\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
)
# Takes “won’t”, “150,000” and “$5.50” whole; leaves the stop of “troops.” and the mark of “troops’ return”.
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S. and a.m. keep their stops
    rf"|[$€£¥]?{_LETTER}+(?:[.,:/@'’‘٫٬\u00ad\u2010\u2011&-]{_LETTER}+)*%?"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place: `text[start:end]`, counted in code points."""

    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        """The word as it is compared letter by letter: straight marks, lower case."""
        return _folded(self.text)

    @property
    def key(self) -> str:
        """What all spellings of the word share: “organise” and “organize”, “U.S.” and “US”."""
        return key(self.text)

    @property
    def root(self) -> str:
        """The stem that words of one family share."""
        return root(key(self.text))

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; punctuation and spaces between them belong to none.

    >>> [word.text for word in words("The U.S. won’t send 150,000 troops.")]
    ['The', 'U.S.', 'won’t', 'send', '150,000', 'troops']
    """
    return tuple(Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(text))


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word)
