"""Cut a text into words, each with its place in the text."""

import re
import unicodedata
from dataclasses import dataclass

_LETTER = r"[\w\u0300-\u036f]"
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S. and a.m. keep their stops
    rf"|[$€£¥]?{_LETTER}+(?:[.,:/@'’‘\u00ad\u2010\u2011&-]{_LETTER}+)*%?"
)

_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‐": "-",
        "‑": "-",
        "\u00ad": None,
        "\u200b": None,
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place: `text[start:end]`, counted in code points."""

    start: int
    end: int
    text: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; punctuation and spaces between them belong to none.

    >>> [word.text for word in words("The U.S. won’t send 150,000 troops.")]
    ['The', 'U.S.', 'won’t', 'send', '150,000', 'troops']
    """
    return tuple(Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(text))


def fold(text: str) -> str:
    """Return `text` as it is compared: compatibility forms, straight quotes, lower case.

    >>> fold("People’s")
    "people's"
    """
    return unicodedata.normalize("NFKC", text).translate(_SAME).lower()
