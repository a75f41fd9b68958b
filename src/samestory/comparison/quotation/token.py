"""Cut a quotation into what is compared: contractions opened, hyphens split, brackets and dots noted, emoji kept."""

import re
from dataclasses import dataclass
from functools import cached_property

from samestory.comparison.quotation.masked import MASKED, is_masked
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.words.lists import pairs_in
from samestory.words.spelling import expand, spelling
from samestory.words.word import Word, fold

# Takes “[W]e”, where an editor changed a letter; leaves “[We] go”, where a word was put in.
_LETTER_IN_BRACKETS = re.compile(r"\[(\w)\](?=\w)")
# Some papers set an editor's words in round brackets: “these (local) managers”.
_BRACKETS = re.compile(r"\[[^\[\]]{0,400}\]|\([^()]{1,60}\)")
# Takes “we ... go”, “we . . . go”, “we […] go”, where words were left out; leaves “We go.”
_DOTS = re.compile(r"\[?(?:\.\s?){2,}\.?\]?|\[?…\]?|\[\s*\]")
_JOIN = re.compile(r"[-‐‑–—/]")
# Without what colours a sign or joins it to the next one: 👍🏽 is 👍.
_EMOJI = re.compile(r"[\U0001f000-\U0001faff\u2600-\u27bf\u2b50]")
_AND = re.compile(r"(?<=\s)&(?=\s)")
_LATE_SENTENCE = re.compile(r"[.!?…\n][^\w]*$")
_TITLES = pairs_in("spelling", "titles written short")


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
    """A text's tokens.

    `cuts` holds the numbers of the tokens before which dots mark an omission, `starts` of those that begin a sentence
    or stand behind such dots; their count is the number of the text's end.
    """

    tokens: tuple[Token, ...]
    cuts: frozenset[int]
    starts: frozenset[int] = frozenset()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What is compared, in order."""
        return tuple(token.key for token in self.tokens)


def tokens_of(text: Text) -> Tokens:
    """Return the tokens of a text; `[...]` and `…` are no words, a word in square brackets is marked, an emoji is one.

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
    starts = {0}
    at_bracket = at_dot = 0
    is_start = True
    for word in _pieces(one):
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
        if _LATE_SENTENCE.search(text, found[-1].end if found else 0, start):
            starts.add(len(found))
        found.extend(_parts(shown, start, word.end, inside, is_name))
        is_start = False
    if at_dot < len(dots):
        cuts.add(len(found))
    return Tokens(tuple(found), frozenset(cuts), frozenset(starts | cuts | {len(found)}))


def _pieces(one: Document) -> list[Word]:
    """The words of a text, with a masked one whole and with its emoji."""
    masked = [Word(at.start(), at.end(), at.group()) for at in MASKED.finditer(one.text)]
    hidden = {number for mask in masked for number in one.numbers(mask.start, mask.end)}
    signs = [Word(at.start(), at.end(), at.group()) for at in _EMOJI.finditer(one.text)]
    signs += [Word(at.start(), at.end(), "and") for at in _AND.finditer(one.text)]
    if not masked and not signs:
        return list(one.words)
    kept = [word for number, word in enumerate(one.words) if number not in hidden]
    return sorted([*kept, *masked, *signs], key=lambda piece: piece.start)


def is_sign(word: str) -> bool:
    """Whether a token is an emoji and no word."""
    return _EMOJI.fullmatch(word) is not None


def _parts(shown: str, start: int, end: int, bracketed: bool, is_name: bool) -> list[Token]:
    if is_sign(shown) or is_masked(shown):
        return [Token(fold(shown), fold(shown), start, end, bracketed)]
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
            found.append(Token(_key(word), word, begin, stop, bracketed, is_name and word != "i", piece[:1].isupper()))
        at = stop
    return found


def _key(word: str) -> str:
    """One key for all spellings; a title is the same written short or out."""
    return _TITLES.get(word, spelling(word))
