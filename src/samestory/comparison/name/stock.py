"""Broad stocks of names and words: what stands in one is a form in its own right; and how common it is."""

from functools import cache, lru_cache

from samestory.comparison.name.gazetteer import gazetteer
from samestory.thresholds import threshold, thresholds
from samestory.words.common_word import is_base
from samestory.words.lists import groups_in, words_in

# The power of ten from which on a form is one that everybody knows; see `commonness`.
FREQUENT = threshold(__name__, "FREQUENT")
# What a form of each list is worth that no count has.
RARE_NAME, CITY = thresholds(__name__, "RARE_NAME", "CITY")
FREQUENT_NAME, LISTED = thresholds(__name__, "FREQUENT_NAME", "LISTED")
_SURNAME_ENDINGS = ("man", "mann", "son", "sen", "berg", "stein", "sky", "ski", "ov", "ova", "ev", "ez", "escu", "witz")


@cache
def _people() -> frozenset[str]:
    return words_in("name_stock", "frequent", "rare")


@cache
def _places() -> frozenset[str]:
    return words_in("place_stock", "places") | words_in("city_stock", "cities")


@cache
def _counted() -> dict[str, float]:
    bands = groups_in("frequency_stock").items()
    return {word: float(power) for power, lines in bands for line in lines for word in line.split()}


@cache
def _frequent_names() -> frozenset[str]:
    return words_in("name_stock", "frequent")


@lru_cache(maxsize=65536)
def commonness(letters: str) -> float:
    """Return how common a form (small letters, no accents) is, as a power of ten: 5 is rare, 9 is “that”, 0 unknown.

    It is how often English books have it; where nobody counted, what the lists of names say stands in for that.

    >>> commonness("government") > commonness("seattle") > commonness("holmberg") > commonness("holmborg")
    True
    """
    found = [_counted().get(letters, 0.0)]
    if letters in gazetteer().names or is_base(letters):
        found.append(LISTED)
    if letters in _people():
        found.append(FREQUENT_NAME if letters in _frequent_names() else RARE_NAME)
    if letters in _places():
        found.append(CITY)
    return max(found)


def is_own_name(letters: str) -> bool:
    """Is this (small letters, no accents) a name in its own right, by a stock or by the gazetteer?

    >>> is_own_name("georgina"), is_own_name("russia"), is_own_name("blinkin")
    (True, True, False)
    """
    return letters in _people() or letters in _places() or letters in gazetteer().names


def is_persons(letters: str) -> bool:
    """Is this a given name or a surname that many have? Then another one may well differ from it by a letter."""
    return letters in _frequent_names() or gazetteer().is_person(letters)


def ends_as_surname(one: str, other: str) -> bool:
    """Has one of two spellings an ending of surnames that the other lacks: Liberman, Liberian?

    >>> ends_as_surname("liberman", "liberian"), ends_as_surname("lindeman", "lindemann")
    (True, False)
    """
    ends = [tuple(ending for ending in _SURNAME_ENDINGS if name.endswith(ending)) for name in (one, other)]
    return bool(ends[0]) != bool(ends[1])
