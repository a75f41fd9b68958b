"""The words of a text as odd phrases are looked for: each hyphenated part by itself, sentence by sentence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from samestory.oddity.lexicon import base
from samestory.text.sentence import sentences
from samestory.words.key import key, root
from samestory.words.lists import words_in
from samestory.words.word import fold

LONGEST_KEPT = 10_000
JOINTS = (" ", "-", "\u00a0", "‑", "‐", "' ", "’ ")
_PART = re.compile(r"(?:[A-Za-z]\.){2,8}|[^\W_]{1,60}(?:['’][^\W_]{1,20})?")

SMALL = words_in("small_words", "small")


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or a hyphenated word's part: `text[start:end]` in code points, and `low`, its folded letters."""

    start: int
    end: int
    text: str
    low: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its place, its parts, their folded letters, their bases, and the gaps.

    `gaps[n]` is what stands before part n, and the last of `gaps` what stands after the last part.
    """

    start: int
    end: int
    text: str
    parts: tuple[Part, ...]
    lows: tuple[str, ...]
    bases: tuple[str, ...]
    gaps: tuple[str, ...]

    def joined(self, first: int, last: int) -> bool:
        """Do only single spaces, hyphens or a plural's genitive mark stand between the words `first` and `last`?"""
        return all(gap in JOINTS for gap in self.gaps[first + 1 : last + 1])


def lines(text: str) -> tuple[Line, ...]:
    """Cut `text` into sentences and their words.

    >>> [part.text for part in lines("A no-fly zone.")[0].parts]
    ['A', 'no', 'fly', 'zone']
    """
    return _cut_and_kept(text) if len(text) <= LONGEST_KEPT else _cut(text)


def _cut(text: str) -> tuple[Line, ...]:
    return tuple(_line(text, one.start, one.end) for one in sentences(text))


# An article is read once for itself and once for each other account of its event.
_cut_and_kept = lru_cache(maxsize=256)(_cut)


def _line(text: str, start: int, end: int) -> Line:
    parts = tuple(
        Part(found.start(), found.end(), found.group(), fold(found.group()))
        for found in _PART.finditer(text, start, end)
    )
    edges = [start, *(edge for part in parts for edge in (part.start, part.end)), end]
    gaps = tuple(text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2))
    lows = tuple(part.low for part in parts)
    return Line(start, end, text[start:end], parts, lows, tuple(base(part.text) for part in parts), gaps)


def kindred(one: str, other: str) -> bool:
    """Are two folded words forms or spellings of one (nation, national; organise, organize)?

    >>> kindred("estimations", "estimates"), kindred("centre", "center"), kindred("peace", "war")
    (True, True, False)
    """
    return one == other or (bool(one and other) and root(key(one)) == root(key(other)))
