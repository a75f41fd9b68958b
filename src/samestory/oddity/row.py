"""Words in a row: a sentence in the parts of its words, or a whole text in its words; worked out once a document."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property

from samestory.oddity.lexicon import Bases, base
from samestory.text.cut import CutText
from samestory.text.document import places
from samestory.text.once import once
from samestory.text.quoted import quoted
from samestory.text.sentence import sentences
from samestory.words.lists import words_in
from samestory.words.word import Word

JOINTS = (" ", "-", "\u00a0", "‑", "‐", "' ", "’ ")
LONGEST_SENTENCE = 400  # words; what has more is a list or no prose
LONGEST_GAP = 40  # characters; over so many no two words are read together
# Looked for in the sentence, not in its words: the word of “anti-U.S.” ends before the last stop, its part behind it.
_PART = re.compile(r"(?:[A-Za-z]\.){2,8}|[^\W_]{1,60}(?:['’][^\W_]{1,20})?")
# Takes a comma, a dash, a line end; leaves spaces and quotation marks.
_BREAK = re.compile(r"[\r\n]|[^\s\"'“”‘’«»]")

SMALL_WORDS = words_in("small_words", "small")


@dataclass(frozen=True)
class WordRow:
    """Words of `text` in a row: `lows` are their folded letters, `gaps[n]` what stands before word n.

    The last of `gaps` stands after the last word. `start` and `end` are the edges of the sentence, or of the text.
    """

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    lows: tuple[str, ...]
    gaps: tuple[str, ...]

    @cached_property
    def bases(self) -> Bases:
        """The form under which the lexicon keeps each word."""
        return tuple(base(word.text) for word in self.words)

    def low(self, at: int) -> str:
        """The folded word at a place; "" where the row has none, before its first and behind its last."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def each(self, words: Set[str]) -> Iterator[int]:
        """The places of these (folded) words, in order."""
        if self._known.isdisjoint(words):  # as in most sentences, for the words of most rules
            return iter(())
        return (at for at, low in enumerate(self.lows) if low in words)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.lows)

    def printed(self, first: int, last: int) -> str:
        """The words `first` to `last`, both included, as they are printed."""
        return self.text[self.words[first].start : self.words[last].end]

    def joined(self, first: int, last: int) -> bool:
        """Do only single spaces, hyphens or a plural's genitive mark stand between the words `first` and `last`?"""
        return all(gap in JOINTS for gap in self.gaps[first + 1 : last + 1])

    def breaks(self, at: int) -> bool:
        """Does a stop, a comma or a line end stand before the word `at`? Spaces and quotation marks do not count."""
        gap = self.gaps[at]
        return at == 0 or (gap != " " and (len(gap) >= LONGEST_GAP or _BREAK.search(gap) is not None))

    def in_one_breath(self, first: int, after: int) -> bool:
        """Do the words from `first` on, up to `after`, stand there with no break between them?"""
        return after <= len(self.words) and not any(self.breaks(at) for at in range(first + 1, after))


@once
def sentence_rows(cut: CutText) -> tuple[WordRow, ...]:
    """Each sentence as a row of words, where the parts of a hyphenated word are words.

    >>> [word.text for word in sentence_rows(CutText("A no-fly zone."))[0].words]
    ['A', 'no', 'fly', 'zone']
    """
    spans = ((one.start, one.end) for one in sentences(cut))
    return tuple(_row(cut.text, start, end, _parts(cut.text, start, end)) for start, end in spans)


@once
def prose_rows(cut: CutText) -> tuple[WordRow, ...]:
    """The sentences of two words or more that are not too long to be sentences."""
    return tuple(row for row in sentence_rows(cut) if 1 < len(row.words) <= LONGEST_SENTENCE)


@once
def text_row(cut: CutText) -> WordRow:
    """The whole text as one row of its words, where a hyphenated word is one."""
    return _row(cut.text, 0, len(cut.text), cut.words)


@once
def are_quoted(cut: CutText) -> tuple[bool, ...]:
    """For each word of the text: does it stand between quotation marks?"""
    spans = [(one.start, one.end) for one in quoted(cut) if one.level == 0 and one.start < one.end]
    return tuple(place >= 0 for place in places(cut.words, spans))


def _parts(text: str, start: int, end: int) -> Iterable[Word]:
    return (Word(one.start(), one.end(), one.group()) for one in _PART.finditer(text, start, end))


def _row(text: str, start: int, end: int, words: Iterable[Word]) -> WordRow:
    words = tuple(words)
    edges = [start, *(edge for word in words for edge in (word.start, word.end)), end]
    gaps = tuple(text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2))
    return WordRow(text, start, end, words, tuple(word.folded for word in words), gaps)
