"""How alike two strings are, and which blocks they share, by tools that know nothing of news: difflib and RapidFuzz."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

# difflib's own bar for “close matches” (its documentation, under `ratio` and `get_close_matches`).
CLOSE = 0.6
# As in `peers.py`: a run of words, a run of characters.
LEAST_WORDS, LEAST_CHARACTERS = 7, 40


@dataclass(frozen=True, slots=True)
class Likeness:
    """A tool. `ratio` compares sentences and `spelled` words, both from 0 to 1; `shares` asks for a copied block."""

    name: str
    ratio: Callable[[str, str], float]
    spelled: Callable[[str, str], float]
    shares: Callable[[str, str], bool]


def _by_words(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a.split(), b.split(), autojunk=False)
    # The quick one is never smaller, and nobody asks how unlike two sentences are.
    return matcher.ratio() if matcher.quick_ratio() >= CLOSE else 0.0


def _by_letters(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= CLOSE and matcher.quick_ratio() >= CLOSE else 0.0


def _shares_words(a: str, b: str) -> bool:
    one, other = ([word.strip(".,“”\"'‘’").lower() for word in text.split()] for text in (a, b))
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size >= LEAST_WORDS


def _by_edits(a: str, b: str) -> float:
    return fuzz.ratio(a, b, score_cutoff=100 * CLOSE) / 100


def _shares_characters(a: str, b: str) -> bool:
    return any(block.size >= LEAST_CHARACTERS for block in Indel.editops(a, b).as_matching_blocks())


DIFFLIB = Likeness("difflib", _by_words, _by_letters, _shares_words)
RAPIDFUZZ = Likeness("RapidFuzz", _by_edits, _by_edits, _shares_characters)
