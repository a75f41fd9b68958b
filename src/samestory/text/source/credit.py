"""Credit lines: who wrote the text, which agency it comes from, whose the picture is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.text.cut import CutText
from samestory.text.source.attribution import AGENCY

CreditKind = Literal["credit", "byline", "photo-credit"]
# Takes “By Ida Lind | 3 May”, leaves “By Monday they had left.”, since a stop ends it.
_BYLINE = re.compile(
    r"\s*(?:Words by|Text by|Story by|By|BY)\s+([A-Z][^|•·\d:;.!?]{2,90}?)(?:\s*[|•·,]?\s*(?:\d|$)|[|•·])"
)
# Takes “Source: Reuters” and “Writing by Ida Lind;”, leaves “Sources said: the ferry stopped.”
_SOURCE = re.compile(
    r"\s*(?:Sources?|SOURCE|Credit|Agency|Agencies)\s?:\s?([A-Z][^.!?]{1,60}?)\s*\.?\s*$"
    r"|\s*(?:Reporting|Additional reporting|Writing) by ([A-Z][^;.]{2,80})"
)
# Takes “NORDO (Reuters) -”, leaves “Nordo (Port) -”, whose place is not in capitals.
_DATELINE = re.compile(r"\s*[A-Z][A-ZÀ-Þ' .-]{2,40}[^()\r\n]{0,40}\(([A-Z][\w -]{1,30})\)\s?[-–—]")
# Takes “(with AFP)” and “(Nordo)” alike: whether it names an agency is asked where it is used.
_AT_END = re.compile(r"\((?:with |via )?([A-Z][\w/, -]{1,40})\)\s*\.?\s*$")
# Takes “[File: Ida Lind/AP]” at the end of a line, leaves “(he said)” for its want of a sign of a picture.
_PICTURE = re.compile(
    r"[\[(](?:File|FILE|Photo|Photograph|Picture|Image|Handout|Credit|Courtesy)?(?: by| courtesy of)?\s?:?\s?"
    r"([^\[\]()]{2,100}?)[\])]\.?\s*$"
)
# Takes “File”, “Getty” and “Lind/AP”, leaves “profile” and “and/or”.
_PICTURE_SIGN = re.compile(
    r"\b(?:[Ff]ile|[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]mage|Handout|Getty|Courtesy|Credit)\b|\w/ ?[A-Z]"
)
# Takes “Photo: Ida Lind”, leaves “Photo of the ferry”.
_PICTURE_AT_START = re.compile(
    r"\s*(?:\w+ )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]hotograph)(?: credit| by|s by"
    r"| source)?\s?[:,]\s?([A-Z][^.\r\n]{1,80}?)\s*$"
)
# Takes “REUTERS/Ida Lind” and “Ida Lind/AP” at the end of a line, leaves “the AP reported”.
_PICTURE_AT_END = re.compile(
    r"((?:REUTERS|Reuters|AP|AFP)/[A-Z][\w .’'-]{2,40}|[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,2}\s?/\s?(?:AP|AFP"
    r"|Reuters))\s*$"
)
_WHOLE_LINE: tuple[tuple[re.Pattern[str], CreditKind], ...] = (
    (_BYLINE, "byline"),
    (_SOURCE, "credit"),
    (_PICTURE_AT_START, "photo-credit"),
)
LONGEST_SHOT = 90  # characters of “Ida Lind/Reuters” at a line's end
LONGEST_CREDIT = 300  # characters of a line that may be a credit and nothing else


@dataclass(frozen=True, slots=True)
class Credit:
    """A credited name and its place in code points."""

    start: int
    end: int
    kind: CreditKind


def credits_of(text: str | CutText) -> Iterator[Credit]:
    """The credits of `text`, line by line; of a long line only its first and last 300 characters are read."""
    cut = CutText.of(text)
    for first, last in cut.lines:
        found = _of_line(cut.text[first:last])
        if found:
            kind, start, end = found
            yield Credit(first + start, first + end, kind)


def _of_line(line: str) -> tuple[CreditKind, int, int] | None:
    """The kind of a line's credit and its place in the line; None if it has none."""
    # A long paragraph may begin with “By” and be no byline; its dateline and its last words are read all the same.
    if len(line) <= LONGEST_CREDIT:
        for pattern, kind in _WHOLE_LINE:
            if found := pattern.match(line):
                return kind, *found.span(found.lastindex or 1)
    if dated := _DATELINE.match(line, 0, LONGEST_CREDIT):
        return "credit", *dated.span(1)
    return _at_end(line)


def _at_end(line: str) -> tuple[CreditKind, int, int] | None:
    low = max(0, len(line) - LONGEST_CREDIT)
    opening = max(line.rfind("[", low), line.rfind("(", low))
    if opening >= 0:
        picture = _PICTURE.match(line, opening)
        if picture and _PICTURE_SIGN.search(picture.group()):
            return "photo-credit", *picture.span(1)
        ended = _AT_END.match(line, opening)
        if ended and AGENCY.search(ended.group(1)):
            return "credit", *ended.span(1)
    shot = _PICTURE_AT_END.search(line, max(0, len(line) - LONGEST_SHOT))
    return ("photo-credit", *shot.span(1)) if shot else None
