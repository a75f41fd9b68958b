"""A passage: a stretch of a text whose words are numbered, so that a mark is a pair of numbers."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from samestory.errors import SameStoryError
from samestory.text.cut import CutText
from samestory.text.sentence import sentences
from samestory.words.word import Word, words

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
LONGEST_PHRASE_SHOWN = 90  # characters of a phrase in a message


class PhraseError(SameStoryError):
    """A phrase that should stand in a passage does not, or stands there more than once."""


@dataclass(frozen=True)
class Paragraph:
    """A line of a passage: `texts` alternate what stands between words and the words themselves."""

    first: int
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """`text[start:end]` with its words numbered from 0; offsets stay those of the whole text."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    @cached_property
    def shown(self) -> str:
        """The passage as printed."""
        return self.text[self.start : self.end]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.folded for word in self.words)

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What stands before each word, back to the one before it or to where the passage begins."""
        if not self.words:
            return ()
        between = (self.text[before.end : after.start] for before, after in pairwise(self.words))
        return (self.text[self.start : self.words[0].start], *between)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def find(self, phrase: str, nth: int = 1) -> tuple[int, int]:
        """Return the numbers of the first and last word of `phrase`, both included.

        Letter case, curly marks and the punctuation between words are not compared. Raises
        `PhraseError` if the phrase is not there, or if it is there more than once and `nth` (from 1)
        does not say which is meant (`nth=0` asks that it stands there once only).
        """
        places = self.places(phrase)
        is_long = len(phrase) > LONGEST_PHRASE_SHOWN
        shown = f"the phrase “{phrase[:LONGEST_PHRASE_SHOWN] + '…' if is_long else phrase}”"
        if not places:
            raise PhraseError(f"{shown} does not stand in this passage")
        if nth == 0 and len(places) > 1:
            times = f"stands {len(places)} times in this passage"
            raise PhraseError(f"{shown} {times}: make it longer, or say which")
        if not 0 <= nth <= len(places):
            raise PhraseError(f"{shown} stands only {len(places)} times in this passage")
        return places[max(nth, 1) - 1]

    def places(self, phrase: str) -> list[tuple[int, int]]:
        """Return every place of `phrase` as (first word, last word)."""
        wanted = tuple(word.folded for word in words(phrase))
        if not wanted:
            return []
        size = len(wanted)
        return [
            (at, at + size - 1)
            for at in range(len(self.folded) - size + 1)
            # One word is compared before all: to slice at every word would make long passages slow.
            if self.folded[at] == wanted[0] and self.folded[at : at + size] == wanted
        ]

    def cut(self, first: int, last: int) -> str:
        """Return the text from word `first` to word `last`, as printed."""
        return self.text[self.words[first].start : self.words[last].end]

    def number_at(self, offset: int) -> int:
        """Return the number of the first word that ends after `offset` (len(words) if none does)."""
        at = bisect_left(self._starts, offset)
        return at - 1 if at and self.words[at - 1].end > offset else at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the word numbers, both included, that `text[start:end]` touches; PhraseError if none."""
        first, after = self.number_at(start), bisect_left(self._starts, end)
        if first >= after or start >= end:
            raise PhraseError(f"no word of this passage stands between {start} and {end}")
        return first, after - 1

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """The number of each sentence's first word, in order, from 0."""
        found = {self.number_at(self.start + sentence.start) for sentence in sentences(self.shown)}
        return tuple(sorted(number for number in found if number < len(self.words)))

    def sentence_of(self, number: int) -> tuple[int, int]:
        """Return the first and last word number of the sentence that holds word `number`."""
        at = max(bisect_left(self.sentence_starts, number + 1) - 1, 0)
        after = self.sentence_starts[at + 1] if at + 1 < len(self.sentence_starts) else len(self.words)
        return self.sentence_starts[at], after - 1

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines of the passage that hold anything but space."""
        found, number = [], 0
        for line in _LINE.finditer(self.text, self.start, self.end):
            if line.group().isspace():
                continue
            texts, at, first = [], line.start(), number
            while number < len(self.words) and self.words[number].start < line.end():
                word = self.words[number]
                texts += [self.text[at : word.start], word.text]
                at, number = word.end, number + 1
            found.append(Paragraph(first, (*texts, self.text[at : line.end()])))
        return tuple(found)


def passage(text: str | CutText, start: int = 0, end: int | None = None) -> Passage:
    """Number the words of `text[start:end]`; a word cut by either edge counts only its part inside."""
    if isinstance(text, CutText):
        end = len(text.text) if end is None else end
        inside = text.numbers(start, end)
        first = inside.start - (inside.start > 0 and text.words[inside.start - 1].end > start)
        kept = tuple(_clipped(word, start, end) for word in text.words[first : inside.stop] if start < end)
        return Passage(text.text, start, end, kept)
    end = len(text) if end is None else end
    kept = tuple(Word(start + w.start, start + w.end, w.text) for w in words(text[start:end]))
    return Passage(text, start, end, kept)


def _clipped(word: Word, start: int, end: int) -> Word:
    """The part of a word that stands in `text[start:end]`."""
    if start <= word.start and word.end <= end:
        return word
    first, last = max(start, word.start), min(end, word.end)
    return Word(first, last, word.text[first - word.start : last - word.start])
