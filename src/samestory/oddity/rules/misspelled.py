"""Misspelled words: “goverment”, “recieved”."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from samestory.comparison.name.index import NearIndex
from samestory.comparison.name.letters import undoubled
from samestory.comparison.name.likeness import is_inflection
from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.common_word import UNLISTED, band, common_words
from samestory.words.distance import distance
from samestory.words.spelling import spelling

MOST_UNLISTED = 3_000  # different words that the list has not; a text with more of them is not English
SHORTEST_MISSPELLED, LONGEST_MISSPELLED = 6, 20  # letters; a slip in a shorter word makes another word


def misspellings(row: WordRow, places: Iterable[int]) -> Iterator[OddPhrase]:
    """The misspelled words at `places` of a row, but for those with a capital: they may be names."""
    unlisted: set[str] = set()
    for at in places:
        word = row.lows[at]
        if len(word) < SHORTEST_MISSPELLED or row.words[at].text[0].isupper() or band(word) < UNLISTED:
            continue
        unlisted.add(word)
        meant = misspelled(word) if len(unlisted) <= MOST_UNLISTED else ""
        if meant:
            yield in_row(row, at, at, "typing", f"“{word}” is “{meant}” misspelled", meant)


@cache
def _common_index() -> NearIndex:
    return NearIndex(word for word in common_words() if len(word) > 4)


@lru_cache(maxsize=65536)
def misspelled(word: str) -> str:
    """Return the common word that `word` (folded) is a misspelling of, or "" if it is none that we know.

    Only what a hand does: letters swapped, doubled, single for double, and in a long word one letter wrong.

    >>> misspelled("goverment"), misspelled("recieved"), misspelled("tranche")
    ('government', 'received', '')
    """
    if (
        not SHORTEST_MISSPELLED <= len(word) <= LONGEST_MISSPELLED
        or not word.isascii()
        or not word.isalpha()
        or band(word) < UNLISTED
    ):
        return ""
    # The list has plain forms: “recieved” comes near to “receive” without its “d”.
    for ending in ("", "s", "d", "ed", "ing", "ly"):
        base = word.removesuffix(ending)
        if base == word and ending:
            continue
        near = [other for other in sorted(_common_index().near(base)) if _is_typed(base, other)]
        if near:
            return near[0] + ending
    return ""


def _is_typed(word: str, meant: str) -> bool:
    if is_inflection(word, meant) or spelling(word) == spelling(meant) or len(word) < 6:
        return False
    if sorted(word) == sorted(meant):
        return distance(word, meant, 1) == 1
    if undoubled(word) == undoubled(meant):
        return abs(len(word) - len(meant)) == 1 and word[-1] == meant[-1]
    # The hand slips inside a word; another beginning or ending makes another word.
    if word[0] != meant[0] or word[-2:] != meant[-2:] or distance(word, meant, 1) > 1:
        return False
    # A letter more or less makes another word of a short one: “contract”, “contact”.
    if len(word) != len(meant):
        return len(meant) > 8
    # Vowels that are heard alike are mistaken; another consonant is soon another word.
    changed = {letter for pair in zip(word, meant, strict=True) if pair[0] != pair[1] for letter in pair}
    return len(word) > 7 and changed <= set("aei")
