"""The word lists: files below `data`, whose first lines say what they hold and where it is from; each is read once.

A file holds lines of words in sections, each under its name in square brackets; lines that begin with # are remarks.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def sections(name: str, package: str = "samestory.words.data") -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each section of a file, `name` without its `.txt`; empty lines and remarks are left out.

    >>> sections("families")["what is done"][0]
    'agree agreement'
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in files(package).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return {section: tuple(lines) for section, lines in found.items()}


def words_in(name: str, *groups: str) -> frozenset[str]:
    """Return the words of some sections of a file, of all if none is named.

    >>> sorted(words_in("families", "compared"))[:3]
    ['big', 'bigger', 'biggest']
    """
    found = sections(name)
    return frozenset(word for group in groups or found for line in found[group] for word in line.split())
