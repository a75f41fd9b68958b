"""A text cut once: its words and lines, and a place to keep what is read from them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import Union

from samestory.language.guess import language_of
from samestory.language.pack import Pack, pack_of
from samestory.language.tag import primary
from samestory.words.word import Word, words

# Some pages end lines with the control sign NEL or with Unicode's own separators.
_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")


@dataclass(frozen=True)
class CutText:
    """A text whose parts are worked out when they are first asked for, and kept.

    Every reader of this folder takes one or a plain string: `quotations(text)` finds the quotations of a string,
    and those of a `CutText` only once, however often and by whomever they are asked for.

    `lang` is the tag of the language that it is in, such as “de” or “es-MX”; where it is empty, the text is asked.
    """

    text: str
    lang: str = field(default="", kw_only=True)

    @staticmethod
    def of(text: Union[str, "CutText"]) -> "CutText":
        """Return `text` itself if it is one already."""
        return text if isinstance(text, CutText) else CutText(text)

    @cached_property
    def language(self) -> str:
        """The code of its language, as given or as its small words tell it; "" where nobody can say."""
        return primary(self.lang) if self.lang else language_of(self.text)

    @property
    def pack(self) -> Pack | None:
        """What is known of its language; None for English, and where nothing is."""
        return pack_of(self.language)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order, each with its place."""
        return words(self.text)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words as they are compared: compatibility forms, straight quotes, lower case."""
        return tuple(word.folded for word in self.words)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by: one key for all spellings of a word."""
        return tuple(word.key for word in self.words)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts."""
        return tuple(word.start for word in self.words)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The places of the lines that hold anything but space, their spaces included."""
        found = (one.span() for one in _LINE.finditer(self.text))
        return tuple((start, end) for start, end in found if not self.text[start:end].isspace())

    def numbers(self, start: int, end: int) -> range:
        """Return the numbers of the words that start within `text[start:end]`; they count from 0."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))
