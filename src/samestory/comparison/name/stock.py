"""A broad stock of names, of people and places: what stands in it is a name in its own right, no slip for another."""

from functools import cache

from samestory.comparison.name.gazetteer import gazetteer
from samestory.words.lists import words_in

_SURNAME_ENDINGS = ("man", "mann", "son", "sen", "berg", "stein", "sky", "ski", "ov", "ova", "ev", "ez", "escu", "witz")


@cache
def name_stock() -> frozenset[str]:
    """Names in small letters without accents."""
    return words_in("name_stock", "names") | words_in("place_stock", "places")


def is_own_name(letters: str) -> bool:
    """Is this (small letters, no accents) a name in its own right, by the stock or by the gazetteer?

    >>> is_own_name("georgina"), is_own_name("russia"), is_own_name("blinkin")
    (True, True, False)
    """
    return letters in name_stock() or letters in gazetteer().names


def ends_as_surname(one: str, other: str) -> bool:
    """Has one of two spellings an ending of surnames that the other lacks: Liberman, Liberian?

    >>> ends_as_surname("liberman", "liberian"), ends_as_surname("lindeman", "lindemann")
    (True, False)
    """
    ends = [tuple(ending for ending in _SURNAME_ENDINGS if name.endswith(ending)) for name in (one, other)]
    return bool(ends[0]) != bool(ends[1])
