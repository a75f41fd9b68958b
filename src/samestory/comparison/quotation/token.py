"""Cut a quotation into the words that are compared: contractions opened, hyphens split, brackets and dots noted."""

import re
from dataclasses import dataclass
from functools import cached_property

from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.words.spelling import expand, spelling
from samestory.words.word import fold

# Takes “[W]e”, where an editor changed a letter; leaves “[We] go”, where a word was put in.
_LETTER_IN_BRACKETS = re.compile(r"\[(\w)\](?=\w)")
_BRACKETS = re.compile(r"\[[^\[\]]{0,400}\]")
# Takes “we ... go”, “we . . . go”, “we […] go”, where words were left out; leaves “We go.”
_DOTS = re.compile(r"\[?(?:\.\s?){2,}\.?\]?|\[?…\]?|\[\s*\]")
_JOIN = re.compile(r"[-‐‑–—/]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared: `key` is one for all its spellings, `word` is folded; the span counts code points.

    `is_name` is a guess: a capital that does not begin a sentence.
    """

    key: str
    word: str
    start: int
    end: int
    bracketed: bool = False
    is_name: bool = False
    is_capital: bool = False


@dataclass(frozen=True)
class Tokens:
    """A text's tokens; `cuts` holds the numbers of the tokens before which dots mark an omission."""

    tokens: tuple[Token, ...]
    cuts: frozenset[int]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What is compared, in order."""
        return tuple(token.key for token in self.tokens)


def tokens_of(text: Text) -> Tokens:
    """Return the tokens of a text; `[...]` and `…` are no words, a word in square brackets is marked.

    >>> [token.word for token in tokens_of("We're [the allies] long-time ... friends").tokens]
    ['we', 'are', 'the', 'allies', 'long', 'time', 'friends']
    """
    return _tokens(as_document(text))


@once
def _tokens(one: Document) -> Tokens:
    text = one.text
    bracketed = [at.span() for at in _BRACKETS.finditer(text) if not _LETTER_IN_BRACKETS.match(text, at.start())]
    dots = [at.start() for at in _DOTS.finditer(text)]
    found: list[Token] = []
    cuts: set[int] = set()
    letters = {at.end(): at for at in _LETTER_IN_BRACKETS.finditer(text)}
    at_bracket = at_dot = 0
    is_start = True
    for word in one.words:
        while at_dot < len(dots) and dots[at_dot] < word.start:
            cuts.add(len(found))
            at_dot += 1
        while at_bracket < len(bracketed) and bracketed[at_bracket][1] <= word.start:
            at_bracket += 1
        inside = at_bracket < len(bracketed) and bracketed[at_bracket][0] <= word.start
        start, shown = word.start, word.text
        # The “W” of “[W]e” comes as a word of its own; it is put back before the “e”.
        if start + 2 in letters:
            continue
        if start in letters:
            shown, start = letters[start].group(1) + shown, start - 3
        stop = text[max(0, start - 3) : start]
        is_name = shown[:1].isupper() and not (is_start or any(mark in stop for mark in '.!?“"'))
        found.extend(_parts(shown, start, word.end, inside, is_name))
        is_start = False
    if at_dot < len(dots):
        cuts.add(len(found))
    return Tokens(tuple(found), frozenset(cuts))


def _parts(shown: str, start: int, end: int, bracketed: bool, is_name: bool) -> list[Token]:
    found = []
    pieces = [one for one in _JOIN.split(shown) if one]
    at = start
    for piece in pieces:
        begin = at if len(pieces) == 1 else start + shown.index(piece, at - start)
        stop = end if len(pieces) == 1 else begin + len(piece)
        folded = fold(piece).rstrip("'")
        # “5%” and “5 percent” must be the same two words.
        opened = (folded[:-1], "percent") if folded.endswith("%") and len(folded) > 1 else expand(folded)
        for word in opened:
            found.append(
                Token(spelling(word), word, begin, stop, bracketed, is_name and word != "i", piece[:1].isupper())
            )
        at = stop
    return found
