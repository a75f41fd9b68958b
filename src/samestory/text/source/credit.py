"""Credit lines: who wrote the text, which agency it comes from, whose the picture is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.text.source.attribution import AGENCY

CreditKind = Literal["credit", "byline", "photo-credit"]
_LINE = re.compile(r"[^\r\n]+")
_BYLINE = re.compile(
    r"\s*(?:Words by|Text by|Story by|By|BY)\s+([A-Z][^|•·\d:;.!?]{2,90}?)(?:\s*[|•·,]?\s*(?:\d|$)|[|•·])"
)
_SOURCE = re.compile(
    r"\s*(?:Sources?|SOURCE|Credit|Agency|Agencies)\s?:\s?([A-Z][^.!?]{1,60}?)\s*\.?\s*$"
    r"|\s*(?:Reporting|Additional reporting|Writing) by ([A-Z][^;.]{2,80})"
)
_DATELINE = re.compile(r"\s*[A-Z][A-ZÀ-Þ' .-]{2,40}[^()\r\n]{0,40}\(([A-Z][\w -]{1,30})\)\s?[-–—]")
_AT_END = re.compile(r"\((?:with |via )?([A-Z][\w/, -]{1,40})\)\s*\.?\s*$")
_PICTURE = re.compile(
    r"[\[(](?:File|FILE|Photo|Photograph|Picture|Image|Handout|Credit|Courtesy)?(?: by| courtesy of)?\s?:?\s?"
    r"([^\[\]()]{2,100}?)[\])]\.?\s*$"
)
_PICTURE_SIGN = re.compile(
    r"\b(?:[Ff]ile|[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]mage|Handout|Getty|Courtesy|Credit)\b|\w/ ?[A-Z]"
)
_PICTURE_AT_START = re.compile(
    r"\s*(?:\w+ )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]hotograph)(?: credit| by|s by"
    r"| source)?\s?[:,]\s?([A-Z][^.\r\n]{1,80}?)\s*$"
)
_PICTURE_AT_END = re.compile(
    r"((?:REUTERS|Reuters|AP|AFP)/[A-Z][\w .’'-]{2,40}|[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,2}\s?/\s?(?:AP|AFP"
    r"|Reuters))\s*$"
)
LONGEST = 300  # characters of a line that may be a credit and nothing else


@dataclass(frozen=True, slots=True)
class Credit:
    """A credited name and its place in code points."""

    start: int
    end: int
    kind: CreditKind


def credits_of(text: str) -> Iterator[Credit]:
    """The credits of `text`, line by line; of a long line only its first and last 300 characters are read."""
    for line in _LINE.finditer(text):
        shown = line.group()
        found = _of_line(shown)
        if found:
            kind, start, end = found
            yield Credit(line.start() + start, line.start() + end, kind)


def _of_line(line: str) -> tuple[CreditKind, int, int] | None:
    head = line[:LONGEST]
    cut = max(0, len(line) - LONGEST)
    tail = line[cut:]
    if len(line) <= LONGEST:
        for pattern, kind in ((_BYLINE, "byline"), (_SOURCE, "credit"), (_PICTURE_AT_START, "photo-credit")):
            found = pattern.match(head)
            if found:
                group = 1 if found.group(1) else 2
                return kind, found.start(group), found.end(group)  # type: ignore[return-value]
    dated = _DATELINE.match(head)
    if dated:
        return "credit", dated.start(1), dated.end(1)
    opening = max(tail.rfind("["), tail.rfind("("))
    picture = _PICTURE.match(tail, opening) if opening >= 0 else None
    if picture and _PICTURE_SIGN.search(picture.group()):
        return "photo-credit", cut + picture.start(1), cut + picture.end(1)
    ended = _AT_END.match(tail, opening) if opening >= 0 else None
    if ended and AGENCY.search(ended.group(1)):
        return "credit", cut + ended.start(1), cut + ended.end(1)
    shot = _PICTURE_AT_END.search(tail[-90:])
    if shot:
        offset = cut + max(0, len(tail) - 90)
        return "photo-credit", offset + shot.start(1), offset + shot.end(1)
    return None
