"""A broad stock of names: what stands in it is a name in its own right, and no slip for another one."""

from functools import cache
from importlib.resources import files

from samestory.comparison.gazetteer import gazetteer

_SURNAME_ENDINGS = ("man", "mann", "son", "sen", "berg", "stein", "sky", "ski", "ov", "ova", "ev", "ez", "escu", "witz")


@cache
def name_stock() -> frozenset[str]:
    """Read the stock, once: names in small letters without accents."""
    lines = files("samestory.comparison").joinpath("name_stock.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


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
