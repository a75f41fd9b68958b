"""Find the quotation marks of a line: which open, which close, and which are only apostrophes or inches."""

import re
from typing import Literal, NamedTuple

# ``two`` strokes are one mark (TeX, old wires); single ones are left to context, since they are apostrophes too.
_WRITTEN_OUT = {
    "&ldquo;": "“", "&#8220;": "“", "&#x201c;": "“", "&rdquo;": "”", "&#8221;": "”", "&#x201d;": "”",
    "&quot;": '"', "&#34;": '"', "&laquo;": "«", "&raquo;": "»", "&lsquo;": "‘", "&rsquo;": "’", "&#8216;": "‘",
    "&#8217;": "’", "&apos;": "'", "&#39;": "'", "â€œ": "“", "â€\x9d": "”", "â€˜": "‘", "â€™": "’",
    "&bdquo;": "„", "&#8222;": "„", "&lsaquo;": "‹", "&rsaquo;": "›", "&#171;": "«", "&#187;": "»",
    "&#147;": "“", "&#148;": "”", "&#145;": "‘", "&#146;": "’", "\x93": "“", "\x94": "”", "\x91": "‘", "\x92": "’",
    "❝": "“", "❞": "”", "〝": "“", "〞": "”", "â€”": "—", "â€“": "–",
}  # fmt: skip
# Marks as a page's code writes them, and as they come out when UTF-8 was read as Windows-1252, with the dashes that
# would look like marks then.
_MARK = re.compile(rf"``|''|‘‘|’’|[\"“”„‟«»＂″「」『』]|['‘’‚‛‹›]|{'|'.join(_WRITTEN_OUT)}", re.IGNORECASE)
_DOUBLE = frozenset(["``", "''", "‘‘", "’’", *'"“”„‟«»＂″「」『』'])
OPENING = frozenset(["``", "‘‘", *"“„«「『‘‚‹"])
APOSTROPHES = frozenset("'’‘‛")
_ANY = frozenset("\"“”„‟«»＂″「」『』'‘’‚‛‹›`")
_BEFORE_OPENING = frozenset("([{<—–-/:,;>|*•=")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/<|*")
_SHORTENED = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|n|round|bout|twill|tisn)\b", re.IGNORECASE)
# A number and a stroke that can close nothing, before a word: takes a 12" pipe, a 40" TV; leaves “in 2012" Lind said”.
_INCHES = re.compile(
    r'\d["″](?:-|[ \u00a0](?!(?:said|says|he|she|they|told|[A-Z][a-z]+ (?:said|says|told))\b)[A-Za-z])'
)
_FEET_OR_INCHES = re.compile(r"(?:\d['’′]\s?\d{1,2}|\b\d{1,2}\.\d)$")
SOON = 30  # characters within which “’round here’” closes what a shortened word seems to open


Looks = Literal["open", "close", "either"]


class QuoteMark(NamedTuple):
    """A quotation mark with the signs beside it (a space at the line's edge), and what these say that it does."""

    start: int
    end: int
    text: str
    double: bool
    looks: Looks
    before: str
    after: str


def marks(text: str, start: int, end: int) -> list[QuoteMark]:
    """Return the quotation marks of the line `text[start:end]`, without apostrophes and signs of measures."""
    return _without_apostrophes(text, _all_marks(text, start, end))


def _all_marks(text: str, start: int, end: int) -> list[QuoteMark]:
    found, is_open = [], False
    for one in _MARK.finditer(text, start, end):
        mark = one.group()
        if mark not in _ANY:
            mark = _WRITTEN_OUT.get(mark.lower(), mark)
        if mark in "—–":
            continue
        before = text[one.start() - 1] if one.start() > start else " "
        after = text[one.end()] if one.end() < end else " "
        if mark in "\"″'" and before.isdigit() and after in ' ,.;-)"' and _is_measure(text, one.start()):
            continue
        # While a quotation is open, the stroke after a number may well close it: “since 2012" ...”.
        if mark in '"″' and not is_open and _INCHES.match(text, one.start() - 1, end):
            continue
        is_open = is_open != (mark == '"')
        looks = _looks(mark, before, after)
        found.append(QuoteMark(one.start(), one.end(), mark, mark in _DOUBLE, looks, before, after))
    return found


def _is_measure(text: str, at: int) -> bool:
    """Whether the stroke at `at` follows a number as feet or inches do: 5'10\"."""
    return _FEET_OR_INCHES.search(text[max(0, at - 8) : at]) is not None


def _looks(mark: str, before: str, after: str) -> Looks:
    free_before = before.isspace() or before in _BEFORE_OPENING
    free_after = after.isspace() or after in _AFTER_CLOSING
    mark_before, mark_after = before in _ANY, after in _ANY
    # French sets its marks off by spaces: « oui ». German turns them round and sets no space: »ja«.
    if mark in "«‹" and after.isspace() and (free_before or mark_before):
        return "open"
    if mark in "»›" and before.isspace() and (free_after or mark_after):
        return "close"
    if before.isspace() and after.isspace():
        return "either"
    if before.isspace() or (free_before and not free_after and not mark_after):
        return "open"
    if after.isspace() or (free_after and not free_before and not mark_before):
        return "close"
    # Beside another mark, the sign on the far side decides.
    if mark_before and not mark_after:
        return "close" if free_after else "open"
    if mark_after and not mark_before:
        return "open" if free_before and before not in ",.;:!?…" else "close"
    return "either"


def _without_apostrophes(text: str, found: list[QuoteMark]) -> list[QuoteMark]:
    """Leave out single marks that stand for a missing letter or a possessive."""
    kept: list[QuoteMark] = []
    closing_after = _plain_closings(found)
    is_open = False
    for number, mark in enumerate(found):
        if mark.double or mark.text in "‹›":
            kept.append(mark)
        elif _stands_in_a_word(mark):
            continue
        elif mark.looks == "open" or (mark.looks == "either" and not is_open):
            if _SHORTENED.match(text, mark.end) and not _closes_soon(text, found, number):
                continue
            # An apostrophe opens only if something closes it later; ‘ is printed as an opening mark anyway.
            if mark.text not in APOSTROPHES or closing_after[number] or mark.text == "‘":
                is_open = True
                kept.append(mark)
        # As long as a later mark can close the quotation, the one of “the troops’ return” is a possessive.
        elif is_open and not (_is_possessive(text, mark) and closing_after[number]):
            is_open = False
            kept.append(mark)
    return kept


def _stands_in_a_word(mark: QuoteMark) -> bool:
    return mark.before.isalnum() and mark.after.isalnum()


def _closes_soon(text: str, found: list[QuoteMark], number: int) -> bool:
    """Whether a plain closing single mark follows within 30 characters."""
    for mark in found[number + 1 : number + 4]:
        if mark.start - found[number].end > SOON:
            return False
        if not mark.double and mark.looks == "close" and not _is_possessive(text, mark):
            return True
    return False


def _plain_closings(found: list[QuoteMark]) -> list[bool]:
    """For each mark: does a single mark that can close follow, before another one that opens?"""
    closings, ahead = [False] * len(found), False
    # Backwards, so that one walk answers for every mark.
    for number in range(len(found) - 1, -1, -1):
        closings[number] = ahead
        mark = found[number]
        if mark.double:
            continue
        if mark.looks == "open":
            ahead = False
        elif mark.start and not _stands_in_a_word(mark):
            ahead = True
    return closings


def _is_possessive(text: str, mark: QuoteMark) -> bool:
    """`s’` before a small letter, as in “the troops’ return”."""
    return mark.before in "sSzxn" and mark.after.isspace() and text[mark.end + 1 : mark.end + 2].isalnum()
