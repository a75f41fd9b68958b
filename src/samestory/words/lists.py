"""The word lists: files below `data`, whose first lines say what they hold and where it is from; each is read once.

A file holds lines of words in sections under headings in square brackets. A heading names the group that the words are
of, or several, parted by commas: so each word stands once. Lines that begin with # are remarks.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines below each heading of a file, `name` without its `.txt`; empty lines and remarks are left out.

    >>> sections("families")["what is done"][0]
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


def words_in(name: str, *groups: str) -> frozenset[str]:
    """Return the words of a file that are of any of these groups. Raises KeyError for a group that it does not have.

    >>> "said" in words_in("saying", "quotation"), "accused" in words_in("saying", "quotation")
    (True, False)
    """
    return frozenset(in_order(name, *groups))


def in_order(name: str, *groups: str) -> tuple[str, ...]:
    """Return the words of `words_in` in the order in which they stand.

    >>> in_order("calendar", "weekdays")[0]
    'Monday'
    """
    named = {heading: heading.split(", ") for heading in sections(name)}
    if unknown := set(groups) - {group for found in named.values() for group in found}:
        raise KeyError(f"{name}.txt has no group {min(unknown)!r}")
    chosen = [heading for heading, found in named.items() if set(found) & set(groups)]
    return tuple(word for heading in chosen for line in sections(name)[heading] for word in line.split())


def pairs_in(name: str, heading: str) -> dict[str, str]:
    """Return the lines below a heading, as what stands before and after their first colon.

    >>> pairs_in("numbers", "scales")["million"]
    '1e6'
    """
    return {before: after.strip() for before, _, after in (line.partition(":") for line in sections(name)[heading])}


def phrases_in(name: str, heading: str) -> tuple[str, ...]:
    """Return what the lines below a heading hold between commas, in order.

    >>> phrases_in("agencies", "outlets")[:2]
    ('CNN', 'BBC')
    """
    return tuple(phrase for line in sections(name)[heading] for phrase in phrases(line))


def phrases(line: str) -> list[str]:
    """What a line holds between commas."""
    return [phrase.strip() for phrase in line.split(",") if phrase.strip()]
