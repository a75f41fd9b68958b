"""Pair up the quotation marks of a text: which open, which close, and which are only apostrophes."""

import re
from dataclasses import dataclass, field, replace

# ``two`` strokes are one mark (TeX, old wires); the singles are left to context, since they are apostrophes too.
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
_OPENS = frozenset(["``", "‘‘", *"“„«「『‘‚‹"])
_CLOSES = frozenset(["''", "’’", *"”»」』’›"])
_CURLY_APOSTROPHE = frozenset("'’‘‛")
_BEFORE_OPENING = frozenset("([{<—–-/:,;>|*•=")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/<|*")
_SHORTENED = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|n|round|bout|twill|tisn)\b", re.IGNORECASE)
DEEPEST = 8  # quotations in quotations; deeper ones are noise
LONGEST_LOOK_BACK = 400  # characters before a closing mark that has no opening one
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and what its neighbours say that it does: open, close, or either."""

    start: int
    end: int
    text: str
    double: bool
    looks: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: `text[start:end]` in code points, marks left out.

    `level` counts the quotations around it; `opened` and `closed` say whether each mark was there;
    `again` is true for a paragraph that continues the quotation of the one before.
    """

    start: int
    end: int
    level: int
    opened: bool = True
    closed: bool = True
    again: bool = False


@dataclass(slots=True)
class _Open:
    mark: Mark
    start: int
    again: bool = False


@dataclass(slots=True)
class _Line:
    """One paragraph on its way to being paired."""

    text: str
    start: int
    end: int
    stack: list[_Open] = field(default_factory=list)
    found: list[Quoted] = field(default_factory=list)


def quoted(text: str) -> list[Quoted]:
    """Return every stretch between quotation marks, ordered by start, an outer one before those inside it."""
    found: list[Quoted] = []
    carried = False
    for start, end in _lines(text):
        line = _Line(text, start, end)
        marks = _without_apostrophes(text, _marks(text, start, end))
        was_open, carried = carried, _pair(line, marks, carried)
        if was_open and not any(one.again for one in line.found):
            found[-1] = replace(found[-1], end=_unclosed_end(text, found[-1].start, found[-1].end))
        found.extend(line.found)
    if carried:
        found[-1] = replace(found[-1], end=_unclosed_end(text, found[-1].start, found[-1].end))
    return sorted(found, key=lambda one: (one.start, -one.end, one.level))


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line_break in [*_BREAK.finditer(text), None]:
        end = line_break.start() if line_break else len(text)
        if text[start:end].strip():
            found.append((start, end))
        start = line_break.end() if line_break else len(text)
    return found


def _marks(text: str, start: int, end: int) -> list[Mark]:
    found, is_open = [], False
    for one in _MARK.finditer(text, start, end):
        mark = _WRITTEN_OUT.get(one.group().lower(), one.group())
        if mark in "—–":
            continue
        before = text[one.start() - 1] if one.start() > start else " "
        after = text[one.end()] if one.end() < end else " "
        if mark in "\"″'" and before.isdigit() and after in ' ,.;-)"' and _is_measure(text, one.start()):
            continue
        if mark in '"″' and not is_open and _INCHES.match(text, one.start() - 1, end):
            continue
        is_open = is_open != (mark == '"')
        found.append(Mark(one.start(), one.end(), mark, mark in _DOUBLE, _looks(mark, before, after)))
    return found


# A number and a stroke that can close nothing, before a word: a 12" pipe, a 40" TV.
_INCHES = re.compile(
    r'\d["″](?:-|[ \u00a0](?!(?:said|says|he|she|they|told|[A-Z][a-z]+ (?:said|says|told))\b)[A-Za-z])'
)


def _is_measure(text: str, at: int) -> bool:
    """Whether the stroke at `at` follows a number as feet or inches do: 5'10\"."""
    return re.search(r"(?:\d['’′]\s?\d{1,2}|\b\d{1,2}\.\d)$", text[max(0, at - 8) : at]) is not None


def _looks(mark: str, before: str, after: str) -> str:
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
    if mark_before and not mark_after:
        return "close" if free_after else "open"
    if mark_after and not mark_before:
        return "open" if free_before and before not in ",.;:!?…" else "close"
    return "either"


_ANY = frozenset("\"“”„‟«»＂″「」『』'‘’‚‛‹›`")


def _without_apostrophes(text: str, marks: list[Mark]) -> list[Mark]:
    """Leave out single marks that stand for a missing letter or a possessive."""
    kept: list[Mark] = []
    closing_after = _plain_closings(text, marks)
    single_open = False
    for number, mark in enumerate(marks):
        if mark.double:
            kept.append(mark)
            continue
        before = text[mark.start - 1] if mark.start else " "
        after = text[mark.end] if mark.end < len(text) else " "
        if mark.text in "‹›":
            kept.append(mark)
        elif before.isalnum() and after.isalnum():
            continue
        elif mark.looks == "open" or (mark.looks == "either" and not single_open):
            if _SHORTENED.match(text, mark.end) and not _closes_soon(marks, number, text):
                continue
            if mark.text not in _CURLY_APOSTROPHE or closing_after[number] or mark.text == "‘":
                single_open = True
                kept.append(mark)
        elif single_open and not (_is_possessive(text, mark) and closing_after[number]):
            single_open = False
            kept.append(mark)
    return kept


def _closes_soon(marks: list[Mark], number: int, text: str) -> bool:
    """Whether a plain closing single mark follows within 30 characters."""
    for mark in marks[number + 1 : number + 4]:
        if mark.start - marks[number].end > 30:
            return False
        if not mark.double and mark.looks == "close" and not _is_possessive(text, mark):
            return True
    return False


def _plain_closings(text: str, marks: list[Mark]) -> list[bool]:
    """For each mark: does a single mark that can close follow, before another one that opens?"""
    found, ahead = [False] * len(marks), False
    for number in range(len(marks) - 1, -1, -1):
        found[number] = ahead
        mark = marks[number]
        if mark.double:
            continue
        after = text[mark.end] if mark.end < len(text) else " "
        if mark.looks == "open":
            ahead = False
        elif mark.start and not (text[mark.start - 1].isalnum() and after.isalnum()):
            ahead = True
    return found


def _is_possessive(text: str, mark: Mark) -> bool:
    """`s’` before a small letter, as in “the troops’ return”."""
    before = text[mark.start - 1] if mark.start else " "
    following = text[mark.end : mark.end + 2]
    return before in "sSzxn" and following[:1].isspace() and following[1:2].isalnum()


def _pair(line: _Line, marks: list[Mark], carried: bool) -> bool:
    """Fill `line.found`; return whether its last quotation is still open."""
    spare = _spare_closings(marks)
    for number, mark in enumerate(marks):
        is_first = number == 0 and not line.text[line.start : mark.start].strip()
        again = carried and is_first and mark.double
        if again and mark.looks != "close":
            line.stack.append(_Open(mark, mark.end, again=True))
        elif carried and mark.double and mark.looks == "close" and not line.stack and not line.found:
            line.stack.append(_Open(mark, _trim_start(line.text, line.start, mark.start), again=True))
            _close(line, mark)
        elif _does_close(line, mark):
            _close(line, mark)
        elif mark.looks != "close" or mark.text in _OPENS:
            _open(line, mark, spare[number])
        elif mark.double:
            line.found.append(Quoted(_sentence_start(line, mark), mark.start, 0, opened=False))
    return _finish(line)


def _spare_closings(marks: list[Mark]) -> list[int]:
    """For each mark: how many more double marks close than open, from it on."""
    found, balance = [0] * len(marks), 0
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        if mark.double:
            balance += {"open": -1, "close": 1}.get(mark.looks, 0)
        found[number] = balance
    return found


def _does_close(line: _Line, mark: Mark) -> bool:
    if not any(one.mark.double == mark.double for one in line.stack):
        return False
    if mark.looks == "close":
        return True
    if mark.looks == "open":
        return False
    return mark.text not in _OPENS or (line.stack[-1].mark.text in "„»" and mark.text in "“«")


def _close(line: _Line, mark: Mark) -> None:
    while line.stack:
        top = line.stack.pop()
        matches = top.mark.double == mark.double
        if matches or top.mark.double:
            line.found.append(Quoted(top.start, mark.start, len(line.stack), closed=matches, again=top.again))
        if matches:
            return


def _open(line: _Line, mark: Mark, spare: int) -> None:
    is_inside = any(one.mark.double == mark.double for one in line.stack)
    if is_inside and spare < 1:
        while line.stack:
            top = line.stack.pop()
            end = _unclosed_end(line.text, top.start, mark.start)
            line.found.append(Quoted(top.start, end, len(line.stack), closed=False, again=top.again))
    if len(line.stack) < DEEPEST:
        line.stack.append(_Open(mark, mark.end))


def _finish(line: _Line) -> bool:
    still_open = bool(line.stack) and line.stack[0].mark.double
    while line.stack:
        top = line.stack.pop()
        if top.mark.double or top.mark.text not in _CURLY_APOSTROPHE:
            end = _trim_end(line.text, top.start, line.end)
            line.found.append(Quoted(top.start, end, len(line.stack), closed=False, again=top.again))
    return still_open


_ATTRIBUTION = re.compile(r",(?=\s+(?:\w+\s+){0,4}(?:said|says|told|added|asked|wrote)\b)|[,.!?](?=['’]\s+\w)")


def _unclosed_end(text: str, start: int, end: int) -> int:
    """Where a quotation that lacks its closing mark seems to end: before `, he said`, or where the next begins."""
    found = _ATTRIBUTION.search(text, start, end)
    return found.end() if found else _trim_end(text, start, end)


def _trim_start(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


_SENTENCE_START = re.compile(r"(?:[.!?…][\"”’']?\s+|[:,]\s+)(?=[A-Z“\"‘])")


def _sentence_start(line: _Line, mark: Mark) -> int:
    """Where a quotation that lacks its opening mark seems to begin: the start of its sentence."""
    at = max([line.start, mark.start - LONGEST_LOOK_BACK, *(one.end + 1 for one in line.found[-1:])])
    last = at
    for found in _SENTENCE_START.finditer(line.text, at, max(at, mark.start - 2)):
        last = found.end()
    return _trim_start(line.text, last, mark.start)
