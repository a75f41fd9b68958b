"""When two phrases name one source: the words that tell whose they are, and what two of them must share."""

from functools import lru_cache

from samestory.text.source.attribution import DETERMINERS, DOCUMENTS, LINKS, OFFICES, ROLES, SPOKEN_FOR, TITLES
from samestory.text.source.kind import REMEMBERED, phrase

# In reports a capital or a palace speaks for its state: “Moscow said”, “the Kremlin said”.
SAME_STATE = {
    "kremlin": "moscow",
    "russia": "moscow",
    "ukraine": "kyiv",
    "kiev": "kyiv",
    "china": "beijing",
    "us": "washington",
    "u.s.": "washington",
    "america": "washington",
    "germany": "berlin",
    "france": "paris",
    "britain": "london",
    "uk": "london",
}
_EMPTY = DETERMINERS | LINKS | frozenset(("and", "senior", "top", "said", "by", "that", "'s", "who", "other", "former"))


@lru_cache(maxsize=REMEMBERED)
def keys_of(name: str) -> frozenset[str]:
    """The folded words of a phrase that tell whose it is; one word for a state and its government."""
    plain = [low.removesuffix("'s") for low in phrase(name).folded[issuer_of(name) :]]
    found = frozenset(SAME_STATE.get(low, low) for low in plain if low not in _EMPTY)
    house = frozenset(key for key in found if not SPOKEN_FOR.search(key))
    # “The spokeswoman” alone keeps her word, or nothing would be left to know her by.
    return house or found


@lru_cache(maxsize=REMEMBERED)
def issuer_of(name: str) -> int:
    """The number of the word at which the issuer of a document begins: “a study by the council”; 0 if none is named."""
    lows = phrase(name).folded
    for at, low in enumerate(lows[:-1]):
        if at and low in ("by", "from") and not DOCUMENTS.isdisjoint(lows[:at]):
            return at + 1
    return 0


def is_one_person(parts: list[str], names: list[str]) -> bool:
    """Whether a name may be the person who bore `names`: same last name, and no other first name."""
    for name in names:
        other = name.split()
        # A single name may be the first or the last one.
        if len(parts) == 1 or len(other) == 1:
            if parts[-1] in (other[0], other[-1]) or other[-1] in (parts[0], parts[-1]):
                return True
        # First letters do, so that “J. Vik” and “Jon Vik” are one person.
        elif parts[-1] == other[-1] and parts[0][0] == other[0][0]:
            return True
    return False


def is_one_house(keys: frozenset[str], other: frozenset[str], is_definite: bool) -> bool:
    """Whether two phrases may name one body: the same words, or part of them where no rank or office is left out."""
    if keys == other or (keys < other and is_definite):
        return True
    is_part = (keys < other or other < keys) and not (keys ^ other) & (ROLES | TITLES)
    return is_part and bool((keys & other) - (ROLES - OFFICES))
