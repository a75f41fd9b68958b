"""Pair up the quotation marks of a text: what stands between which two, and what lacks one of them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from samestory.text.cut import CutText
from samestory.text.dash_speech import dash_speech
from samestory.text.mark import APOSTROPHES, OPENING, QuoteMark, marks
from samestory.text.once import once
from samestory.text.set_out import set_out

MOST_MARKS, FEWEST_BETWEEN = 20_000, 6  # marks of one line, and characters for each, of what somebody wrote
DEEPEST_QUOTED = 8  # quotations in quotations; deeper ones are noise
FARTHEST_OPENING = 400  # characters before a closing mark in which its missing opening one is looked for
# Takes the comma of “We go, he told us”, leaves that of “We go, but not now”.
_ATTRIBUTION = re.compile(r",(?=\s+(?:\w+\s+){0,4}(?:said|says|told|added|asked|wrote)\b)|[,.!?](?=['’]\s+\w)")
_SENTENCE_START = re.compile(r"(?:[.!?…][\"”’']?\s+|[:,]\s+)(?=[A-Z“\"‘])")


class QuotedPart(NamedTuple):
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
    """A quotation that has no end yet."""

    mark: QuoteMark
    start: int
    again: bool = False


@dataclass(slots=True)
class _Line:
    """One paragraph on its way to being paired."""

    text: str
    start: int
    end: int
    stack: list[_Open] = field(default_factory=list)
    found: list[QuotedPart] = field(default_factory=list)

    def holds(self, mark: QuoteMark) -> bool:
        """Whether a quotation with marks of this width is open."""
        return any(one.mark.double == mark.double for one in self.stack)

    def end_last(self, end: int, closed: bool = False) -> None:
        """Let the innermost open quotation end at `end`."""
        top = self.stack.pop()
        self.found.append(QuotedPart(top.start, end, len(self.stack), closed=closed, again=top.again))


def quoted(text: str | CutText) -> list[QuotedPart]:
    """Return every stretch between quotation marks, ordered by start, an outer one before those inside it."""
    return _quoted(CutText.of(text))


@once
def _quoted(cut: CutText) -> list[QuotedPart]:
    text = cut.text
    found: list[QuotedPart] = []
    carried = False
    bare, dashed = set_out(cut), dash_speech(cut)
    for start, end in cut.lines:
        if start in dashed:
            said = dashed[start]
            found.extend(QuotedPart(*span, 0, again=span != said[0]) for span in said)
            carried = False
            continue
        line = _Line(text, start, end)
        was_open, carried = carried, _pair(line, _marks_of_prose(text, start, end), carried)
        # The next paragraph does not go on with it, so its closing mark was only forgotten.
        if was_open and not any(one.again for one in line.found):
            found[-1] = _without_an_end(text, found[-1])
        found.extend(line.found)
    if carried:
        found[-1] = _without_an_end(text, found[-1])
    # Where a mark was found all the same, as one of those that are asked for too rarely, it goes first.
    taken = sorted((one.start, one.end) for one in found if one.level == 0)
    for spans in bare:
        if not any(_meets(taken, span) for span in spans):
            found.extend(QuotedPart(*span, 0, False, False, again=span != spans[0]) for span in spans)
    return sorted(found, key=lambda one: (one.start, -one.end, one.level))


def _marks_of_prose(text: str, start: int, end: int) -> list[QuoteMark]:
    """The marks of a line; none where they are so many and so close that it can be nobody's prose."""
    found = marks(text, start, end)
    return [] if len(found) > MOST_MARKS and len(found) * FEWEST_BETWEEN > end - start else found


def _meets(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    at = bisect_left(taken, (span[1], 0))
    return at > 0 and taken[at - 1][1] > span[0]


def _without_an_end(text: str, one: QuotedPart) -> QuotedPart:
    """A quotation that was taken to go on in the next paragraph, and does not."""
    return one._replace(end=_unclosed_end(text, one.start, one.end))


def _pair(line: _Line, found: list[QuoteMark], carried: bool) -> bool:
    """Fill `line.found`; return whether its last quotation is still open."""
    spare = _spare_closings(found)
    for number, mark in enumerate(found):
        is_first = number == 0 and not line.text[line.start : mark.start].strip()
        # In English print each paragraph of a long quotation opens anew, and only the last one closes.
        if carried and is_first and mark.double and mark.looks != "close":
            line.stack.append(_Open(mark, mark.end, again=True))
        elif carried and mark.double and mark.looks == "close" and not line.stack and not line.found:
            line.stack.append(_Open(mark, _trim_start(line.text, line.start, mark.start), again=True))
            _close(line, mark)
        elif _does_close(line, mark):
            _close(line, mark)
        elif mark.looks != "close" or mark.text in OPENING:
            _open(line, mark, spare[number])
        # A single mark that closes nothing is an apostrophe.
        elif mark.double:
            line.found.append(QuotedPart(_sentence_start(line, mark), mark.start, 0, opened=False))
    return _finish(line)


def _spare_closings(found: list[QuoteMark]) -> list[int]:
    """For each mark: how many more double marks close than open, from it on."""
    spare, balance = [0] * len(found), 0
    for number in range(len(found) - 1, -1, -1):
        mark = found[number]
        if mark.double:
            balance += {"open": -1, "close": 1, "either": 0}[mark.looks]
        spare[number] = balance
    return spare


def _does_close(line: _Line, mark: QuoteMark) -> bool:
    if not line.holds(mark):
        return False
    if mark.looks != "either":
        return mark.looks == "close"
    # „...“ and »...« close with marks that open elsewhere.
    return mark.text not in OPENING or (line.stack[-1].mark.text in "„»" and mark.text in "“«")


def _close(line: _Line, mark: QuoteMark) -> None:
    """End the quotation that `mark` closes and those inside it; a single mark inside it was an apostrophe."""
    while line.stack:
        top = line.stack[-1].mark
        if top.double == mark.double:
            line.end_last(mark.start, closed=True)
            return
        if top.double:
            line.end_last(mark.start)
        else:
            line.stack.pop()


def _open(line: _Line, mark: QuoteMark, spare: int) -> None:
    # A second opening mark, and no closing one to spare: the first quotation was never closed.
    if line.holds(mark) and spare < 1:
        while line.stack:
            line.end_last(_unclosed_end(line.text, line.stack[-1].start, mark.start))
    if len(line.stack) < DEEPEST_QUOTED:
        line.stack.append(_Open(mark, mark.end))


def _finish(line: _Line) -> bool:
    # Only double marks carry a quotation over to the next paragraph; an open single one may be an apostrophe.
    still_open = bool(line.stack) and line.stack[0].mark.double
    while line.stack:
        top = line.stack[-1]
        if top.mark.double or top.mark.text not in APOSTROPHES:
            line.end_last(_trim_end(line.text, top.start, line.end))
        else:
            line.stack.pop()
    return still_open


def _unclosed_end(text: str, start: int, end: int) -> int:
    """Where a quotation that lacks its closing mark seems to end: before `, he said`, or where the next begins."""
    # Between two marks side by side there is nothing to look for.
    found = _ATTRIBUTION.search(text, start, end) if end > start else None
    return found.end() if found else _trim_end(text, start, end)


def _trim_start(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _sentence_start(line: _Line, mark: QuoteMark) -> int:
    """Where a quotation that lacks its opening mark seems to begin: the start of its sentence."""
    at = max([line.start, mark.start - FARTHEST_OPENING, *(one.end + 1 for one in line.found[-1:])])
    last = at
    for found in _SENTENCE_START.finditer(line.text, at, max(at, mark.start - 2)):
        last = found.end()
    return _trim_start(line.text, last, mark.start)
