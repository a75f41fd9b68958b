"""Tweets and letters that a page sets out after a colon, without quotation marks: quotations all the same."""

import re

from samestory.text.cut import CutText

# Takes “Lind wrote on Twitter:”, “She said in a letter to her staff:” and “The mayor’s tweet:”, leaves “The winners
# are:” and “Police said on Sunday that there were three reasons:”, since what follows those is the article's own list.
_OPENS = re.compile(
    r"\b(?:wrote|writes|tweeted|tweets|posted|posts|reads?|replied|responded|texted|added|continued|said|says|saying"
    r"|writing|stated)\b(?:(?! that\b)[^:.!?\"“”]){0,60}:\s*$"
    r"|\b(?:tweet|post|letter|statement|message|email|e-mail|note|telegram|memo|text)s?\b[^:.!?\"“”]{0,30}:\s*$"
)
# Takes “Lind tweeted: We stay.” with all that follows on the line, leaves “Lind wrote three books: A, B and C”.
_ON_THE_LINE = re.compile(
    r"\b(?:tweeted|posted|wrote|texted|replied)(?: (?:on|in|to|from|at|back|via|this|later|again)\b[^:.!?\"“”]{0,50})?"
    r":\s+(?=[A-Z@#0-9])"
)
_PLACES_ONLINE = re.compile(
    r"\b(?:Twitter|Facebook|Instagram|X|Truth Social|Telegram|Threads|Weibo|Mastodon)\b[^:]{0,20}:$"
)
_GREETING = re.compile(r"\s*(?:Dear|To|Hello|Hi|My dear|Fellow|Sir|Madam)\b[^.!?]{0,60}[,:!]?\s*$")
_FAREWELL = re.compile(r"\s*(?:Sincerely|Yours|Best|Kind regards|Regards|Respectfully|With love|Love|Signed)\b")
# No set-out words begin so: a list, a mark, a heading of the page.
_LISTED = re.compile(r"\s*(?:[-–—•*·▪>]|\d{1,2}[.)]\s|[\"“”«»„‘'])")
# What tells of somebody's words is the article's own: “..., she said.”
_TOLD = re.compile(r"\b(?:he|she|they|[A-Z][\w’'-]+) (?:said|told|added|wrote|tweeted|posted)\b")
_MARKS = re.compile(r"[\"“”«»„]|&(?:quot|ldquo|laquo)")
LONGEST_LETTER = 30  # paragraphs
FEWEST_SET_OUT = 3  # of what is set out; less is a label


def set_out(cut: CutText) -> list[list[tuple[int, int]]]:
    """Return what is set out without marks, in order: the places of its paragraphs in code points, several of a letter.

    >>> set_out(CutText("Lind tweeted: We stay."))
    [[(14, 22)]]
    """
    found: list[list[tuple[int, int]]] = []
    lines, at = cut.lines, 0
    while at < len(lines):
        text = cut.text[slice(*lines[at])].rstrip()
        if _MARKS.search(text):
            at += 1
        elif text.endswith(":") and _opens(text):
            size = _size(cut, at + 1)
            found.append([_trim(cut, *line) for line in lines[at + 1 : at + 1 + size]])
            at += 1 + size
        else:
            if (same := _ON_THE_LINE.search(text)) and not _TOLD.search(text, same.end()):
                found.append([_trim(cut, lines[at][0] + same.end(), lines[at][1])])
            at += 1
    return [spans for spans in found if spans]


def _opens(text: str) -> bool:
    tail = text[-120:]
    return (_OPENS.search(tail) or _PLACES_ONLINE.search(tail)) is not None


def _size(cut: CutText, first: int) -> int:
    """How many lines from number `first` on are set out: a letter up to its farewell, else one that may be."""
    lines = cut.lines[first : first + LONGEST_LETTER]
    texts = [cut.text[start:end] for start, end in lines]
    if texts and _GREETING.match(texts[0]):
        ends = [n for n, text in enumerate(texts) if _FAREWELL.match(text)]
        return ends[0] if ends else min(2, len(texts))
    return int(bool(texts) and _may_be_set_out(cut, *lines[0], texts[0]))


def _may_be_set_out(cut: CutText, start: int, end: int, text: str) -> bool:
    is_long = len(cut.numbers(start, end)) >= FEWEST_SET_OUT
    is_own = _TOLD.search(text) or _MARKS.search(text) or _LISTED.match(text) or text.rstrip().endswith(":")
    return is_long and not is_own


def _trim(cut: CutText, start: int, end: int) -> tuple[int, int]:
    shown = cut.text[start:end]
    return start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip())
