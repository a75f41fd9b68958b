"""A quotation cut short: what of its sentence it leaves out, and whether that bears on what it keeps."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from samestory.comparison.number.around import PAUSE
from samestory.text.document import Document
from samestory.words.lists import words_in
from samestory.words.word import words

FEWEST_NARROWING = 4  # words without a pause before them: fewer are mostly a time or a place, “last night”
FEWEST_QUOTED = 2  # words of a quotation that somebody takes for a whole sentence
OPENING_WORDS = 2  # words behind a pause in which a “but” must stand; later it opens another thought
_CLOSING = ".!?…"
_MARK = re.compile(r"[“”„«»\"]")


@dataclass(frozen=True, slots=True)
class CutOff:
    """Words `start` to `end` (code points) of the fuller form that a quotation leaves out of a sentence it quotes.

    `limits` is whether a word such as “if”, “not” or “they say” stands there; else they only narrow what was said.
    """

    start: int
    end: int
    limits: bool


def left_out(quoted: str, whole: Document, start: int, end: int) -> CutOff | None:
    """Return what bears on a quotation of `whole[start:end]` in the same sentence, outside of it; None if nothing does.

    Only who quotes it as a sentence of its own, with a capital, makes it say more than was said; a fragment within
    somebody's prose shows itself that there was more.

    >>> whole = Document("I will pay if the court says so.")
    >>> found = left_out("I will pay,", whole, 0, 10)
    >>> whole.text[found.start : found.end], found.limits
    ('if the court says so', True)
    """
    first = next((mark for mark in quoted if mark.isalpha()), "")
    if not first.isupper() or len(words(quoted)) < FEWEST_QUOTED:
        return None
    return _behind(whole, end) or _before(whole, start)


def bears_within(words_left_out: tuple[str, ...]) -> bool:
    """Whether what an ellipsis stands for limits or denies what is kept."""
    return any(_limits(word) for word in words_left_out)


def _behind(whole: Document, end: int) -> CutOff | None:
    """What follows in the sentence in which a quotation leaves off."""
    row = whole.numbers(end, _sentence_end(whole, end))
    is_whole = whole.text[:end].rstrip("”\"' ").endswith(tuple(_CLOSING))
    if is_whole or not row or any(mark in whole.text[end : whole.words[row.start].start] for mark in _CLOSING):
        return None
    said = whole.folded[row.start : row.stop]
    span = whole.words[row.start].start, whole.words[row.stop - 1].end
    if PAUSE.search(whole.text[end : span[0]]):
        # “They lost, and nobody cried” goes on with another thought, “they lost, but only just” doesn't.
        opening = () if said[0] == "and" else said if len(said) <= FEWEST_NARROWING else said[:OPENING_WORDS]
        return CutOff(*span, True) if any(map(_limits, opening)) or _says(said) else None
    if any(map(_limits, said)):
        return CutOff(*span, True)
    is_narrow = said[0] in words_in("cuts", "narrows") and len(said) >= FEWEST_NARROWING
    return CutOff(*span, False) if is_narrow else None


def _before(whole: Document, start: int) -> CutOff | None:
    """What stands before in the sentence in which a quotation begins."""
    row = whole.numbers(_sentence_start(whole, start), start)
    said = whole.folded[row.start : row.stop]
    if not any(word in words_in("cuts", "before") or word.endswith("n't") for word in said):
        return None
    return CutOff(whole.words[row.start].start, whole.words[row.stop - 1].end, True)


def _says(said: tuple[str, ...]) -> bool:
    """Whether a short clause lays the words before it into other mouths: “my opponents say”."""
    return any(word in {"say", "says", "said", "claim", "claims"} for word in said[: 2 * OPENING_WORDS])


def _limits(word: str) -> bool:
    return word in words_in("cuts", "limit") or word.endswith("n't")


def _sentence_end(whole: Document, at: int) -> int:
    """Where the sentence ends, or what was said in it: a mark closes that."""
    ends = [one.end for one in whole.sentences]
    number = bisect_right(ends, at)
    end = ends[number] if number < len(ends) else at
    mark = _MARK.search(whole.text, at, end)
    return mark.start() if mark else end


def _sentence_start(whole: Document, at: int) -> int:
    """Where the sentence starts, or what was said in it."""
    starts = [one.start for one in whole.sentences]
    number = bisect_right(starts, at)
    start = starts[number - 1] if number else at
    return max((mark.end() for mark in _MARK.finditer(whole.text, start, at)), default=start)
