"""A text's words as the search for oddities needs them: folded, with their place, quoted or not, where they break."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from samestory.text.quoted import quoted
from samestory.words.word import fold, words

_BREAK = re.compile(r"[^\s\"'“”‘’«»]")


@dataclass(frozen=True, slots=True)
class OddToken:
    """A word: `text[start:end]`, in code points; `breaks`: a stop, a comma or a line end stands before it."""

    start: int
    end: int
    key: str
    capital: bool
    quoted: bool
    breaks: bool


def odd_tokens(text: str) -> list[OddToken]:
    """Return the words of `text` with what the search asks of them.

    >>> [(token.key, token.quoted, token.breaks) for token in odd_tokens("He said “no”, twice.")]
    [('he', False, True), ('said', False, False), ('no', True, False), ('twice', False, True)]
    """
    parts = sorted((one.start, one.end) for one in quoted(text) if one.level == 0)
    starts = [start for start, _ in parts]
    found: list[OddToken] = []
    last = 0
    for word in words(text):
        at = bisect_right(starts, word.start) - 1
        is_quoted = at >= 0 and word.start < parts[at][1]
        between = text[last : word.start] if word.start - last < 40 else "\n"
        breaks = not found or "\n" in between or "\r" in between or _BREAK.search(between) is not None
        found.append(OddToken(word.start, word.end, fold(word.text), word.text[0].isupper(), is_quoted, breaks))
        last = word.end
    return found


def in_one_breath(tokens: Sequence[OddToken], start: int, end: int) -> bool:
    """Do the words `start` to `end` stand in one stretch, with nothing but spaces and quotation marks between them?"""
    return end <= len(tokens) and not any(token.breaks for token in tokens[start + 1 : end])
