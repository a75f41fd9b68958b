"""Whether two days that differ by one may be one night: late on the one, early on the next, or told in another zone."""

import re

from samestory.comparison.day.apart import one_after_the_other
from samestory.comparison.day.telling import Telling

# Takes “late ”, “ night” and “11:40 p.m.”; leaves “2 p.m.” and “nightclub”.
_LATE = re.compile(r"\b(?:late|night|evening|midnight)\b|\b(?:8|9|1[01])(?:[:.]\d\d)? ?p\.?m\b", re.IGNORECASE)
# Takes “early ”, “ morning”, “overnight” and “2:30 a.m.”; leaves “11 a.m.”, “earlier”.
_EARLY = re.compile(
    r"\b(?:early|morning|overnight|dawn|pre-dawn|small hours|after midnight)\b|\b(?:12|[1-7])(?:[:.]\d\d)? ?a\.?m\b",
    re.IGNORECASE,
)
# Takes “local time”, “Eastern time” and “0230 GMT”; leaves “the first time” and “in time”.
_ZONE = re.compile(
    r"\b(?:local|[A-Z][a-z]+) time\b|\b(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]T|AEDT|AEST)\b|(?<=[\dm.] )ET\b"
)


def may_be_one_night(one: Telling, other: Telling) -> bool:
    """Return whether the hour or the zone explains that one day follows the other.

    “Late on Tuesday” and “early on Wednesday” are hours apart, and what happened at two in the morning in Baikonur
    happened the evening before in New York.
    """
    if one_after_the_other(one.phrase, other.phrase):
        before, after = one.around, other.around
    elif one_after_the_other(other.phrase, one.phrase):
        before, after = other.around, one.around
    else:
        return False
    is_late, is_early = bool(_LATE.search(before)), bool(_EARLY.search(after))
    has_zone = bool(_ZONE.search(before) or _ZONE.search(after))
    return (is_late and is_early) or (has_zone and (is_late or is_early))


def zones_named(text: str, span: tuple[int, int]) -> frozenset[str]:
    """Return the zones of time that `text[start:end]` names, such as “GMT” and “local time”."""
    return frozenset(_ZONE.findall(text, *span))
