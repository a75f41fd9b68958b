"""Where a quotation stands, told by its own words and by what stands around it, so that it is found in a changed text.

It is what the W3C's annotations call a text quote selector.
"""

import re
from dataclasses import dataclass

from samestory.case.anchor import plain
from samestory.text import passage

_AROUND = 32  # characters that are noted before and after a quotation


@dataclass(frozen=True, slots=True)
class Foothold:
    """The words of a quotation, as printed, and up to 32 characters before and after them."""

    quote: str
    before: str = ""
    after: str = ""


def foothold(text: str, start: int, end: int) -> Foothold:
    """Return the foothold of `text[start:end]`, in code points."""
    return Foothold(text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def found_again(one: Foothold, text: str) -> tuple[int, int] | None:
    """Return where the quotation stands now, in code points; None if its words are gone, or could be two places alike.

    >>> found_again(Foothold("the gate", before="shut "), "The gate? They shut the gate.")
    (20, 28)
    >>> found_again(Foothold("the bridge"), "They shut the gate.") is None
    True
    """
    places = _places(one.quote, text)
    if len(places) < 2:
        return places[0] if places else None
    fits = [_fit(one, text, *place) for place in places]
    best = max(fits)
    # Two places that fit alike: whichever was chosen, it might be the wrong one.
    return places[fits.index(best)] if fits.count(best) == 1 else None


def _places(quote: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand: as printed if they do so anywhere, else with other marks between them."""
    if not quote.strip():
        return []
    printed = [(at.start(), at.start() + len(quote)) for at in re.finditer(re.escape(plain(quote)), plain(text))]
    if printed:
        return printed
    cut = passage(text)
    return [(cut.words[first].start, cut.words[last].end) for first, last in cut.places(quote)]


def _fit(one: Foothold, text: str, start: int, end: int) -> int:
    """How many characters next to a place are those that were noted."""
    before = _alike(one.before[::-1], text[max(0, start - _AROUND) : start][::-1])
    return before + _alike(one.after, text[end : end + _AROUND])


def _alike(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
