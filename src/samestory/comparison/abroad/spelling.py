"""A name in two spellings in two accounts in one language: both stand beside the same name or title."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samestory.language.stem import plain_form, stem
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import threshold
from samestory.words.distance import distance

SHORTEST = 5  # letters of a name of which a slip can be told
MOST_STEPS = 2  # letters put in, left out, exchanged or swapped
MOST_BESIDE = 20  # words beside one: what stands beside more is no name
ALIKE = threshold(__name__, "ALIKE")
_ENDING = 3  # letters that a case may change in Russian


@dataclass(frozen=True, slots=True)
class NamedTwice:
    """The places of two spellings; `only_accents` says that nothing else differs."""

    a: tuple[int, int]
    b: tuple[int, int]
    only_accents: bool


def names_differ(a: Document, b: Document) -> Iterator[NamedTwice]:
    """Yield the names of two texts that are nearly the same, once each; none in a writing without capitals.

    In both the word before or behind must be the same, with a capital; a case ending makes no other name, and a text
    that has both forms knows them both.
    """
    printed, printed_there = ({plain_form(word.text) for word in text.words} for text in (a, b))
    ours, theirs = _beside(a), _beside(b)
    done: set[tuple[str, str]] = set()
    for place in sorted(ours.keys() & theirs.keys()):
        for n in ours[place][:MOST_BESIDE]:
            for m in theirs[place][:MOST_BESIDE]:
                x, y = plain_form(a.words[n].text), plain_form(b.words[m].text)
                if (x, y) in done or x in printed_there or y in printed or not _differ(x, y, a.language):
                    continue
                done.add((x, y))
                yield NamedTwice(_span(a, n), _span(b, m), _bare(x) == _bare(y))


@once
def _beside(text: Document) -> Mapping[tuple[str, int], Sequence[int]]:
    """The words that may be names, by the stem of the word right beside them and the side on which it stands."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    small = text.pack.small if text.pack else frozenset()
    for n, (word, following) in enumerate(pairwise(text.words)):
        if not (word.is_capital and following.is_capital) or not _touch(text, word.end, following.start):
            continue
        if {word.folded, following.folded} & small:
            continue
        if len(following.text) >= SHORTEST:
            found[stem(word.text, text.language), -1].append(n + 1)
        if len(word.text) >= SHORTEST:
            found[stem(following.text, text.language), 1].append(n)
    return found


def _touch(text: Document, end: int, start: int) -> bool:
    return text.text[end:start].strip(" \u00a0") in ("", ".")


def _span(text: Document, n: int) -> tuple[int, int]:
    return text.words[n].start, text.words[n].end


def _differ(x: str, y: str, code: str) -> bool:
    # The Spanish stemmer drops accents, which are what may differ in a name.
    if x == y or (code != "es" and stem(x, code) == stem(y, code)):
        return False
    # In Russian a name has a form for each case, and a stemmer does not know them all.
    if code == "ru" and x[:-_ENDING] and (x.startswith(y[:-_ENDING]) or y.startswith(x[:-_ENDING])):
        return False
    steps = distance(x, y, MOST_STEPS)
    return steps <= MOST_STEPS and 1 - steps / max(len(x), len(y)) >= ALIKE


def _bare(word: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))
