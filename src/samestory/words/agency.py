"""News agencies: their names as articles print them."""

import re

from samestory.words.lists import pairs_in

# The agencies whose copy English-language outlets carry most, with the names by which they are printed.
NAMES = {full: tuple(printed.split(", ")) for full, printed in pairs_in("agencies", "agencies").items()}
_FULL = {short: full for full, shorts in NAMES.items() for short in shorts}
# Every printed name as alternatives of a pattern, the longest first.
NAMES_PATTERN = "|".join(re.escape(name) for name in sorted(_FULL, key=lambda name: (-len(name), name)))
_NAME = re.compile(rf"\b(?:{NAMES_PATTERN})\b")
_CALLED_ONE = re.compile(r"\b(?:news|press|wire) (?:agency|service)\b|\bwire\b|\bnewswire\b", re.IGNORECASE)


def agency(text: str) -> str | None:
    """Return the full name of the first news agency that `text` names, None if it names none.

    >>> agency("[File: Kevin Lamarque/AP]")
    'The Associated Press'
    """
    found = _NAME.search(text)
    return _FULL[found.group()] if found else None


def is_agency(name: str) -> bool:
    """Whether `name` is that of a news agency, or calls itself one, as an invented one does.

    >>> is_agency("Reuters"), is_agency("Skerry Wire, a news agency"), is_agency("The Nordo Post")
    (True, True, False)
    """
    return agency(name) is not None or bool(_CALLED_ONE.search(name))
