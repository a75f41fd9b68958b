"""The stem that the forms of a word share in its language: Snowball's, and what Arabic puts before a word."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module

from samestory.words.fold import fold

_STEMMERS = {"de": "German", "es": "Spanish", "ru": "Russian", "ar": "Arabic"}
LONGEST_STEM = 40  # letters: what is longer is no word
_POINTS = re.compile("[\u064b-\u0652\u0670\u0640]")
# Letters that print writes in two ways: ё and е, ß and ss, the forms of alif, the last letter of many Arabic words.
_ONE_LETTER = str.maketrans({"ё": "е", "ß": "ss", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})
# Takes the article, with “and”, “in”, “for” before it, off “والحداد” and “للحداد”; leaves “ال” itself.
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=.{2})")


def plain_form(word: str) -> str:
    """Return a word with one spelling for each letter, in small letters and without points; in Arabic without article.

    >>> plain_form("Ковалёва") == plain_form("Ковалева"), plain_form("الحدّاد") == plain_form("حداد")
    (True, True)
    """
    return _ARTICLE.sub("", _POINTS.sub("", fold(word)).translate(_ONE_LETTER))


@lru_cache(maxsize=65536)
def stem(word: str, code: str) -> str:
    """Return the stem of a word in a language; its plain form where the language has no stemmer here.

    >>> stem("Helfern", "de") == stem("Helfer", "de"), stem("рабочих", "ru") == stem("рабочим", "ru")
    (True, True)
    """
    plain = plain_form(word)
    if code not in _STEMMERS or len(plain) > LONGEST_STEM or plain.isdigit():
        return plain
    return _stemmer(code)(plain) or plain


@cache
def _stemmer(code: str) -> Callable[[str], str]:
    name = _STEMMERS[code]
    # Only the one that is asked for: the page's own Python holds no more than these.
    module = import_module(f"snowballstemmer.{name.lower()}_stemmer")
    found: Callable[[str], str] = getattr(module, f"{name}Stemmer")().stemWord
    return found
