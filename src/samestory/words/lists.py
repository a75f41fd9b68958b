"""The word lists: files below `data`, whose first lines say what they hold and where it is from; each is read once.

A file holds lines of words in sections under headings in square brackets. A heading names the group that the words are
of, or several, parted by commas: so each word stands once. Lines that begin with # are remarks.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def groups_in(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines below each heading of a file, `name` without its `.txt`; no empty lines, no remarks.

    >>> groups_in("families")["what is done"][0]
    'agree agreement'
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in files("samestory.words.data").joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return {heading: tuple(lines) for heading, lines in found.items()}


@cache
def words_in(name: str, *groups: str) -> frozenset[str]:
    """Return the words of a file that are of any of these groups. Raises KeyError for a group that it does not have.

    >>> "said" in words_in("saying", "quotation"), "accused" in words_in("saying", "quotation")
    (True, False)
    """
    return frozenset(words_in_order(name, *groups))


def words_in_order(name: str, *groups: str) -> tuple[str, ...]:
    """Return the words of `words_in` in the order in which they stand.

    >>> words_in_order("calendar", "weekdays")[0]
    'Monday'
    """
    held = groups_in(name)
    named = {heading: set(heading.split(", ")) for heading in held}
    if unknown := set(groups).difference(*named.values()):
        raise KeyError(f"{name}.txt has no group {min(unknown)!r}")
    chosen = [heading for heading, of in named.items() if not of.isdisjoint(groups)]
    return tuple(word for heading in chosen for line in held[heading] for word in line.split())


def pairs_in(name: str, heading: str) -> dict[str, str]:
    """Return the lines below a heading, as what stands before and after their first colon.

    >>> pairs_in("numbers", "scales")["million"]
    '1e6'
    """
    return {before: after.strip() for before, _, after in (line.partition(":") for line in groups_in(name)[heading])}


def phrases_in(name: str, heading: str) -> tuple[str, ...]:
    """Return what the lines below a heading hold between commas, in order.

    >>> phrases_in("agencies", "outlets")[:2]
    ('CNN', 'BBC')
    """
    return tuple(phrase for line in groups_in(name)[heading] for phrase in phrases(line))


def phrases(line: str) -> list[str]:
    """What a line holds between commas."""
    return [phrase.strip() for phrase in line.split(",") if phrase.strip()]
