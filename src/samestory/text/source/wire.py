"""Whether a text is a news agency's copy, by what it says of itself: dateline, byline, a line on who reported it."""

import re
from dataclasses import dataclass
from functools import cache

from samestory.language.pack import pack_of
from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.words.agency import NAMES_PATTERN, agency

_PLACE = r"(?:(?:[A-ZÀ-Þ][\w.’'/-]*,?|\d{1,4},?|of|de|del|la|le|and)\s){0,8}"
# Takes “LONDON (AP) —”, “Port Ellis, Fla. (Reuters) -”, “KYIV, Feb 22 (Xinhua) --” and “NORDO — (AP) The”, leaves “The
# company (Reuters) - said” and “Lind (AP) said”.
_DATELINE = re.compile(
    rf"\s*({_PLACE}\(({NAMES_PATTERN})\)\s?)[-–—:]|\s*({_PLACE}[-–—]{{1,2}}\s?\(({NAMES_PATTERN})\))\s[A-Z“\"]"
)
# An agency that no list of ours has is known by the form alone, behind a place in capitals and a day: takes “GDRZYCE,
# Nov 18 (Vistula Press) - The” and “PORT ELLARY, Scotland, 12 March (SCW) —”, leaves “RESULTS (Group A) - Lind won”.
_UNKNOWN = re.compile(
    r"\s*([A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40}(?:, [A-Z][\w.’'-]*){0,2}"
    r",? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?) "
    r"\(([A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){0,3})\) ?[-–—]{1,2})\s"
)
# Takes “By IDA LIND, Associated Press”, “Reuters Staff” and “Source: Reuters”, leaves “By Ida Lind for the AP men”.
_BYLINE = re.compile(
    rf"\s*((?:(?:(?:[Ww]ritten |[Ff]rom )?[Bb]y|BY|[Ss]ource:|[Cc]redit:|From|[-–—])\s+)?"
    rf"(?:[A-Z][\w.’'-]*(?:,| and|,? \|)? )*(?:[Tt]he )?({NAMES_PATTERN})"
    r"(?:(?: [A-Z][a-z]+){0,2} (?:[Ss]taff|[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?)){0,2})\s*$"
)
# Takes “(Reporting by Ida Lind in Oslo; Editing by Erik Dahl)”, leaves “Additional reporting by Ida Lind”.
_DESK = re.compile(
    r"\s*\(?\s*((?:Additional )?[Rr]eporting (?:and writing )?by [^;()]{2,160};[^()]{0,200}\b[Ee]dit(?:ing|ed) by"
    r" [^()]{2,120}\w)"
)
# Lines from the top, and from the end, in which a page says whose text it is; words of a line that is a byline.
FIRST_LINES, LAST_LINES, LONGEST_BYLINE = 15, 6, 14
DESK = "a news agency"


@dataclass(frozen=True, slots=True)
class WireSign:
    """The words by which a text is an agency's copy, `text[start:end]` in code points, and the agency's full name."""

    start: int
    end: int
    agency: str


def wire_sign(text: str | CutText) -> WireSign | None:
    """Return what shows that `text` is an agency's copy; None if nothing does. “(with AFP)” says less than that.

    >>> wire_sign("LONDON (AP) — The ferry stopped on Monday.")
    WireSign(start=0, end=11, agency='The Associated Press')
    """
    return _wire_sign(CutText.of(text))


@once
def _wire_sign(cut: CutText) -> WireSign | None:
    top, end = cut.lines[:FIRST_LINES], cut.lines[FIRST_LINES:][-LAST_LINES:]
    if cut.pack:
        return _abroad(cut, [*top, *end])
    for first, last in (*top, *end):
        if found := _in_line(cut, first, last):
            return found
    return None


def _abroad(cut: CutText, lines: list[tuple[int, int]]) -> WireSign | None:
    """The sign in a language with a pack, whose agencies go by names of its own."""
    assert cut.pack is not None
    for line in lines:
        if found := _dateline_abroad(cut.language).match(cut.text, *line):
            name = next(name for name in "abcd" if found.group(name))
            house = cut.pack.agencies.get(found.group(name)) or agency(found.group(name)) or DESK
            start = found.start("sign") if found.group("sign") else found.start("sign_")
            return WireSign(start, found.end(name) + (cut.text[found.end(name)] in ")/"), house)
    return None


@cache
def _dateline_abroad(language: str) -> re.Pattern[str]:
    pack = pack_of(language)
    own = pack.agencies if pack else ()
    names = "|".join([*sorted(map(re.escape, own), key=lambda name: (-len(name), name)), NAMES_PATTERN])
    place = r"(?:[^\W\d_][\w.’'/-]*,?\s|\d{1,2}\.?\s){1,8}"
    # Takes “Neuhafen (dpa) –”, “Puerto Nuevo (EFE).-”, “НОРДО, 3 мар — ТАСС.” and “НОРДО, 3 марта. /ТАСС/.”; leaves
    # “Lind (AP) sagte” and “Das meldet die Agentur ТАСС.”
    return re.compile(
        rf"\s*(?P<sign>{place}(?:\((?P<a>{names})\)(?=\s?\.?\s?[-–—:])|[-–—]\s(?P<b>{names})(?=\.)|/(?P<c>{names})/(?=\.)))"
        rf"|\s*(?P<sign_>\((?P<d>{names})\)(?=\s?\.?\s?[-–—]))"
    )


def _in_line(cut: CutText, first: int, last: int) -> WireSign | None:
    found = _DATELINE.match(cut.text, first, last)
    if not found and len(cut.numbers(first, last)) <= LONGEST_BYLINE:
        found = _BYLINE.match(cut.text, first, last)
    if found:
        # The whole sign is closed last, and the name stands right inside it.
        sign = found.lastindex or 1
        start, end = found.span(sign)
        return WireSign(start, start + len(cut.text[start:end].rstrip()), agency(found.group(sign + 1)) or DESK)
    if unknown := _UNKNOWN.match(cut.text, first, last):
        return WireSign(*unknown.span(1), unknown.group(2))
    desk = _DESK.match(cut.text, first, last)
    # The desk's line doesn't name its house; the text mostly does.
    return WireSign(*desk.span(1), agency(cut.text) or DESK) if desk else None
