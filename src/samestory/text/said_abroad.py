"""Who says a quotation, and with which verb, in a language with a pack: read from the clause beside it."""

import re
from bisect import bisect_left, bisect_right

from samestory.language.pack import Pack
from samestory.text.cut import CutText
from samestory.text.sentence import sentence_starts, sentences

REACH, LONGEST_TEXT = 200, 60  # characters read on each side of a quotation, and of a speaker
MOST_BEFORE = 6  # words between a quotation and the verb that follows it
MOST_OF_A_SPEAKER = 7  # words of a speaker
_AROUND = " \u00a0\t\"'“”‘’«»„,،—–-―"
# What ends the words that name a speaker; a full stop within a sentence is that of “Dr.” or “И. В. Семёнов”.
_OVER = re.compile(r"[,،;:؛!?؟…()\[\]«»“”„\"\r\n—–―]|\s-\s")
_OPENED = re.compile(r"[\r\n«“„]")


def said_abroad(cut: CutText, pack: Pack, before: tuple[int, int], after: tuple[int, int]) -> tuple[str, str]:
    """Return speaker and verb as printed, each "" where the text does not say; what follows the quotation goes first.

    >>> text = "«No», dijo el jefe de bomberos."
    >>> said_abroad(CutText(text, lang="es"), CutText(text, lang="es").pack, (0, 0), (3, len(text)))
    ('el jefe de bomberos', 'dijo')
    """
    behind = _behind(cut, *after)
    for number, at in enumerate(behind[:MOST_BEFORE]):
        if _is_saying(cut, pack, at, number == 0):
            # “La alcaldesa dijo”: the speaker may stand between quotation and verb.
            return _named(cut, pack, at + 1, behind.stop) or _shown(cut, behind.start, at), cut.words[at].text
    ahead = _ahead(cut, *before)
    # Where the verb opens the sentence, the first one is meant: “وصرح ... قائلاً”.
    for at in ahead if pack.code == "ar" else reversed(ahead):
        if _is_saying(cut, pack, at, False):
            return _named(cut, pack, at + 1, ahead.stop) or _before(cut, pack, ahead.start, at), cut.words[at].text
    return "", ""


def _is_saying(cut: CutText, pack: Pack, at: int, is_first: bool) -> bool:
    # “So” says somebody's words only right behind them.
    return cut.words[at].text in pack.saying and (is_first or len(cut.words[at].text) > 2)


def _behind(cut: CutText, start: int, end: int) -> range:
    """The words behind a quotation up to where the sentence or the line ends."""
    while start < end and cut.text[start] in _AROUND:
        start += 1
    last = bisect_right(sentence_starts(cut), start) - 1
    end = min(end, start + REACH, sentences(cut)[last].end if last >= 0 else end)
    opened = _OPENED.search(cut.text, start, end)
    return cut.numbers(start, opened.start() if opened else end)


def _ahead(cut: CutText, start: int, end: int) -> range:
    """The words before a quotation from where its sentence begins."""
    last = bisect_left(sentence_starts(cut), end) - 1
    return cut.numbers(max(start, end - REACH, sentence_starts(cut)[last] if last >= 0 else 0), end)


def _named(cut: CutText, pack: Pack, first: int, after: int) -> str:
    """The words from `first` on that name a speaker, up to a pause or a small word that no name holds."""
    last = first
    while last < after and last - first < MOST_OF_A_SPEAKER:
        word = cut.words[last]
        is_parted = last > first - 1 and last and _OVER.search(cut.text, cut.words[last - 1].end, word.start)
        low = word.text.lower()
        # “To the reporters” is one word in Arabic.
        is_told = pack.code == "ar" and word.text.startswith("لل") and last > first
        if len(word.text) == 1 and word.text.isupper():
            low = ""  # an initial is no small word
        if (
            is_parted
            or is_told
            or (low in pack.small and low not in pack.within_names and not (last == first and low in pack.pronouns))
        ):
            break
        last += 1
        if last == first + 1 and low in pack.small and low not in pack.within_names:
            break  # a pronoun names nobody else
    return _shown(cut, first, last)


def _before(cut: CutText, pack: Pack, low: int, at: int) -> str:
    """The words right before a verb, back to a pause or a small word that no name holds."""
    first = at
    while first > low and at - first < MOST_OF_A_SPEAKER:
        word = cut.words[first - 1]
        if word.text in pack.small and word.text not in pack.within_names:
            break
        first -= 1
        if first > low and _OVER.search(cut.text, cut.words[first - 1].end, word.start):
            break
    return _shown(cut, first, at)


def _shown(cut: CutText, first: int, after: int) -> str:
    if after <= first:
        return ""
    return " ".join(cut.text[cut.words[first].start : cut.words[after - 1].end].split())[:LONGEST_TEXT]
