"""The hedges of a sentence: “may”, “is thought to”, “preliminary”, “up to”, and the words that each one bends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.number.around import PAUSE, gap_before
from samestory.comparison.passage.segment import Segment
from samestory.comparison.passage.weight import weight
from samestory.comparison.sense.family import verb_family
from samestory.text.once import once
from samestory.words.lists import words_in
from samestory.words.wording import is_number

HedgeKind = Literal["unsure", "source", "limit", "condition"]
MOST_BENT = 4  # words of weight behind a hedge, or before it, that it bends
_UNSURE = ("modal", "adverb", "adjective", "verb", "noun")
# Takes “up to”; the last of them stands right before the number.
_LIMITS = (("up", "to"), ("as", "many", "as"), ("as", "much", "as"), ("at", "most"))
_BE = frozenset({"is", "are", "was", "were", "been"})
FARTHEST_WHOSE = 3  # words before a hedge


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words `first` to `after` (not included) of a document make its sentence less sure.

    `bends` holds the families of what they bend, the nearest first; `whose` that of the word before them which says of
    whom, and `number` what a limit stands before; either may be empty.
    """

    kind: HedgeKind
    first: int
    after: int
    bends: tuple[str, ...]
    number: str = ""
    whose: str = ""

    def words(self, home: Segment) -> str:
        """Its words as they are compared."""
        return " ".join(home.document.folded[self.first : self.after])


@once
def hedges_of(home: Segment) -> tuple[Hedge, ...]:
    """Return the hedges of a sentence in order."""
    return tuple(_found(home))


def _found(home: Segment) -> Iterator[Hedge]:
    words = home.document.folded
    for at in range(home.first, home.last + 1):
        word = words[at]
        limit = next((row for row in _LIMITS if words[at : at + len(row)] == row), ())
        if limit and (number := _number_at(home, at + len(limit))):
            yield Hedge("limit", at, at + len(limit), (), number)
        elif word in words_in("hedges", "limit") and (number := _number_at(home, at + 1)):
            yield Hedge("limit", at, at + 1, (), number)
        elif word == "according" and words[at + 1 : at + 2] == ("to",):
            yield Hedge("source", at, at + 2, _around_source(home, at))
        elif word in words_in("hedges", "condition"):
            yield Hedge("condition", at, at + 1, _before(home, at))
        elif word in words_in("hedges", *_UNSURE) and _is_unsure(home, at):
            yield Hedge("unsure", at, at + 1, _behind(home, at) or _before(home, at), whose=_whose(home, at))


def _number_at(home: Segment, at: int) -> str:
    """The number that a word is; empty for another word and beyond the sentence."""
    text = home.document
    return text.keys[at] if at <= home.last and is_number(text.keys[at]) else ""


def _is_unsure(home: Segment, at: int) -> bool:
    """Whether a word that may be a hedge is one here."""
    text, word = home.document, home.document.folded[at]
    if word in words_in("hedges", "modal") and text.words[at].text[:1].isupper():
        return False
    behind = text.folded[at + 1 : at + 2]
    if word == "could":
        # “Could hear” tells what was, not what may be.
        return behind not in (("not",), ("only",)) and not set(behind) <= words_in("hedges", "able")
    # “Early on Monday” and “the early train” hedge nothing, “early figures” do.
    return word != "early" or bool(
        set(behind) & {"figures", "results", "reports", "returns", "findings", "data", "counts", "estimates", "signs"}
    )


def _whose(home: Segment, at: int) -> str:
    """The family of whom or what a “may” or an “is thought to” is told, where it stands close before it."""
    text = home.document
    is_told_of = text.folded[at] in words_in("hedges", "modal") or text.folded[at - 1] in _BE
    row = range(at - 1, max(home.first, at - FARTHEST_WHOSE) - 1, -1) if is_told_of else ()
    for n in row:
        if PAUSE.search(gap_before(text, n + 1)):
            return ""
        if found := _weighty(home, n):
            return found[0]
    return ""


def _behind(home: Segment, at: int) -> tuple[str, ...]:
    """The families of weight behind a word, up to a pause."""
    found: list[str] = []
    for n in range(at + 1, home.last + 1):
        if PAUSE.search(gap_before(home.document, n)) and found:
            break
        found += _weighty(home, n)
    return tuple(found[:MOST_BENT])


def _before(home: Segment, at: int) -> tuple[str, ...]:
    """The families of weight before a word, the nearest first."""
    found: list[str] = []
    for n in range(at - 1, home.first - 1, -1):
        found += _weighty(home, n)
    return tuple(found[:MOST_BENT])


def _around_source(home: Segment, at: int) -> tuple[str, ...]:
    """What a source is given for: all before “according to”, or what stands behind its comma."""
    if at > home.first:
        return _before(home, at)
    pause = next((n for n in range(at + 2, home.last + 1) if PAUSE.search(gap_before(home.document, n))), at + 4)
    return _behind(home, pause - 1)


def _weighty(home: Segment, number: int) -> list[str]:
    key, word = home.document.keys[number], home.document.folded[number]
    # “Figures show” carries what is told and is no part of it.
    is_aside = word in words_in("hedges", *_UNSURE, "carrier")
    return [] if is_aside or not weight(key) else [verb_family(key)]
