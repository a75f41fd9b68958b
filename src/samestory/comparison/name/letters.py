"""Compare two spellings letter by letter and sound by sound."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from samestory.words.distance import distance
from samestory.words.fold import fold

_DOUBLE = re.compile(r"(.)\1+")
# Letters and pairs that different systems of writing Arabic and Russian names in Latin letters use for one sound.
_SOUNDS = (
    *(("kh", "k"), ("gh", "k"), ("qh", "k"), ("q", "k"), ("ck", "k"), ("g", "k"), ("c", "k")),
    *(("dh", "d"), ("zz", "d"), ("th", "d"), ("t", "d")),
    *(("ph", "f"), ("v", "f"), ("w", "f"), ("x", "ks"), ("ts", "s"), ("tz", "s"), ("z", "s"), ("sh", "s"), ("j", "s")),
)
# Letters that different systems use for one sound of Russian, Ukrainian, Arabic or Indian names, in this order.
_WRITTEN = (
    *(("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("gh", "g"), ("kh", "h"), ("q", "k")),
    *(("ph", "f"), ("th", "t"), ("dh", "d"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"), ("w", "v")),
    *(("ya", "ia"), ("yu", "iu"), ("ye", "e"), ("yo", "o"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("x", "ks")),
)
# What scanning makes of letters.
_SCANNED = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("ii", "n"))
_IN_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "ł": "l", "ı": "i"}
    | {"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ñ": "ny", "ð": "d", "þ": "th"}
)
# Takes the “h” of “Subrahmanyam”; leaves that of “Sharif” and “Chen”.
_SILENT = re.compile(r"(?<![sc])h|(?<=[a-z])'")


def as_spoken(letters: str) -> str:
    """Write a name (small letters, no accents) so that the usual systems of Latin letters meet.

    >>> as_spoken("khadija") == as_spoken("hadija"), as_spoken("subramaniam") == as_spoken("subrahmanyam")
    (True, True)
    """
    for written, sound in _WRITTEN:
        letters = letters.replace(written, sound)
    return undoubled(_SILENT.sub("", letters))


def unaccented(name: str) -> str:
    """Return a name in small letters without accents; "ö" stays "o", so that Schröder meets Schroder."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFD", fold(name))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def letters_of(name: str) -> str:
    """Return a name in small letters without accents and apostrophes.

    >>> letters_of("D’Árcy")
    'darcy'
    """
    return unaccented(name).replace("'", "")


def in_letters(name: str) -> str:
    """Return a name with its marked letters as a keyboard without them writes them: ü as ue, ş as sh.

    >>> in_letters("Müller")
    'mueller'
    """
    if not name.isascii():
        # Composed first: the table doesn't know a “ü” that comes as “u” and its two dots.
        name = unaccented(unicodedata.normalize("NFC", fold(name)).translate(_IN_LETTERS))
    return name.lower().replace("'", "")


def undoubled(letters: str) -> str:
    """Return a spelling with each doubled letter single."""
    return _DOUBLE.sub(r"\1", letters)


def as_scanned(letters: str) -> str:
    """Return a spelling with the letters that a scanner takes for each other made one (rn, m).

    >>> as_scanned("krautheirner") == as_scanned("krautheimer")
    True
    """
    for read, meant in _SCANNED:
        letters = letters.replace(read, meant)
    return letters


def is_one_typed(one: str, other: str) -> bool:
    """Do two spellings differ as by one stroke of a key (a letter doubled, left out), not as two systems of writing?"""
    if undoubled(one) == undoubled(other):
        return True
    # By the letters of this set systems of writing differ (Gaddafi, Qadhafi), so a change in one is no slip.
    changed = (Counter(one) - Counter(other)) + (Counter(other) - Counter(one))
    return distance(one, other, 1) == 1 and not changed.keys() & set("yjwvqkc")


@lru_cache(maxsize=20_000)
def slavic(word: str) -> str:
    """Return a Russian or Ukrainian name with its ending as most papers write it (-sky, -ei, -ev)."""
    for ending in ("skyy", "skiy", "skii", "skyi", "skij", "skoy", "ski"):
        if word.endswith(ending):
            return word[: -len(ending)] + "sky"
    for ending in ("ei", "ey", "ej"):
        # Shorter names in -ey are rather English, such as Casey.
        if word.endswith(ending) and len(word) > 5:
            return word[: -len(ending)] + "ei"
    if word.endswith("off"):
        return word[:-2] + "v"
    return word[:-3] + "ev" if word.endswith("yev") else word


@lru_cache(maxsize=20_000)
def sounds(word: str) -> str:
    """Return the consonants of a name, those that are written for one sound made one.

    >>> sounds("gaddafi") == sounds("qadhafi") == sounds("khadafy")
    True
    """
    low = letters_of(word)
    for written, sound in _SOUNDS:
        low = low.replace(written, sound)
    return undoubled(re.sub(r"[aeiouyh]", "", low))
