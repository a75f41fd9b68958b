"""Find the sentences' own citations: “Lind said”, “according to CNN”, “a Reuters reporter saw”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.text.page.find import Furniture
from samestory.text.quotation import quotations
from samestory.text.sentence import sentences
from samestory.text.source.attribution import (
    AGENCY,
    BARE,
    BE,
    DETERMINERS,
    DOCUMENTS,
    OUTLET,
    REPORTERS,
    SAID,
    SAW,
    SHOWED,
    STATED,
)
from samestory.text.source.kind import SourceKind, kind_of
from samestory.text.source.phrase import Cut, cut, following, is_capital, subject
from samestory.words.word import fold, words

_NOUNS = re.compile(r"(?:claims|demands|promises|reports|estimates|notes|states|proposals|denies|thought|expects)$")
_OBJECT = re.compile(r"that$|(?:the|a|an|it|he|she|they|his|her|its|their|there)$")
_MADE = frozenset(("announcement", "statement", "warning", "announcements", "statements", "warnings"))
_SEEN = frozenset(("seen", "reviewed", "obtained", "viewed", "verified"))
_SMALL = re.compile(r"[a-z]+")
_TELLING = SAID | STATED | BARE | SHOWED | SAW | frozenset(("according", "by", "from"))
LONGEST_NAME = 200  # characters


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited name and its place in code points, on its way to a `Citation`."""

    start: int
    end: int
    verb: str
    kind: SourceKind
    via: str = ""


def spoken(text: str, page: tuple[Furniture, ...]) -> Iterator[Cited]:
    """The citations that sentences of `text` make, outside the lines that are the page's, in order."""
    flagged = {line.start for line in page}
    shown = _without_quoted(text)
    line = 0
    for one in sentences(shown):
        line = max(line, shown.rfind("\n", line, one.start) + 1, shown.rfind("\r", line, one.start) + 1)
        first = line
        while first < one.start and text[first].isspace():
            first += 1
        if first in flagged or _TELLING.isdisjoint(_SMALL.findall(one.text.lower())):
            continue
        yield from _of_sentence(cut(one.text, one.start))


def _without_quoted(text: str) -> str:
    """The text with spaces for what stands between quotation marks; offsets stay, and a closing stop too."""
    pieces, at = [], 0
    for one in quotations(text):
        for start, end in one.parts if one.level == 0 else ():
            inside = text[max(start, at) : end]
            if not inside:
                continue
            kept = "".join(sign if sign in "\r\n" else " " for sign in inside[:-1])
            last = inside[-1] if inside[-1] in ".,!?…\r\n" else " "
            pieces += [text[at : max(start, at)], kept, last]
            at = end
    return "".join([*pieces, text[at:]])


def _of_sentence(sentence: Cut) -> Iterator[Cited]:
    for at, low in enumerate(sentence.lows):
        if low in ("to", "by", "from") and at:
            found = _beside(sentence, at, low)
        elif is_capital(sentence, at) or (
            low not in SAID and low not in STATED and low not in BARE and low not in SHOWED | SAW
        ):
            continue
        else:
            found = _subject(sentence, at, low)
        if found:
            yield found


def _beside(sentence: Cut, at: int, low: str) -> Cited | None:
    """“according to CNN”, “seen by Reuters”."""
    before = sentence.lows[at - 1]
    if low == "to" and before == "according":
        span = following(sentence, at + 1)
        return _cited(sentence, span, "according to") if span else None
    if low in ("by", "from") and before in _MADE:
        span = following(sentence, at + 1)
        found = _cited(sentence, span, f"{before} {low}") if span else None
        return found if found and found.kind in ("person", "office", "outlet") else None
    if low == "by" and before in _SEEN:
        span = following(sentence, at + 1)
        name = _shown(sentence, span) if span else ""
        if span and OUTLET.search(name):
            start, end = sentence.span(*span)
            return Cited(start, end, f"{before} by", "own-eyes", outlet_in(name))
    return None


def _subject(sentence: Cut, at: int, low: str) -> Cited | None:
    goes_on = at > 2 and sentence.lows[at - 3 : at] == ("went", "on", "to")
    if not goes_on and not _is_verb(sentence, at, low):
        return None
    span = subject(sentence, at - 3 if goes_on else at)
    if span is None:
        return None
    name = _shown(sentence, span)
    lows = {fold(word.text) for word in words(name)}
    verb = sentence.words[at].text
    if low in SAW and low not in SAID:
        is_own = lows & REPORTERS and (OUTLET.search(name) or lows & {"our", "this"})
        start, end = sentence.span(*span)
        return Cited(start, end, verb, "own-eyes", outlet_in(name)) if is_own else None
    if low in SHOWED and low not in SAID | STATED | BARE and not lows & DOCUMENTS:
        return None
    if low in BARE and not goes_on and not _is_plural(sentence, span):
        return None
    if lows & {"i", "we"} or (low in STATED and kind_of(name) == "unnamed" and not lows & DETERMINERS and not lows):
        return None
    return _cited(sentence, span, verb, _told(sentence, at) if low in ("told", "tells") else "")


def _is_verb(sentence: Cut, at: int, low: str) -> bool:
    before = sentence.lows[at - 1] if at else ""
    after = sentence.lows[at + 1] if at + 1 < len(sentence.lows) else ""
    if after == "nothing" or (low == "asked" and after == "not"):
        return False
    if before in DETERMINERS or before in ("of", "by", "in", "on", "for", "to", "with") or before.endswith("'s"):
        return False
    if before in BE or (at > 1 and before.endswith("ly") and sentence.lows[at - 2] in BE):
        return low in ("quoted", "cited") and after == "as"
    if _NOUNS.search(low):
        return bool(_OBJECT.match(after)) or (at + 1 < len(sentence.words) and is_capital(sentence, at + 1))
    return True


def _is_plural(sentence: Cut, span: tuple[int, int]) -> bool:
    lows = sentence.lows[span[0] : span[1] + 1]
    return "and" in lows or any(
        low in ("they", "police", "people", "some", "many") or low.endswith("s") for low in lows[-6:]
    )


def _told(sentence: Cut, at: int) -> str:
    span = following(sentence, at + 1)
    name = _shown(sentence, span) if span else ""
    return outlet_in(name) if name and OUTLET.search(name) and not name.islower() else ""


def outlet_in(name: str) -> str:
    """The outlet that a phrase names, or the phrase."""
    found = AGENCY.search(name) or OUTLET.search(name)
    return found.group() if found else name


def _cited(sentence: Cut, span: tuple[int, int], verb: str, via: str = "") -> Cited | None:
    seen = next(
        (n for n in range(span[0] + 1, span[1]) if sentence.lows[n] in _SEEN and sentence.lows[n + 1] == "by"), 0
    )
    span = (span[0], seen - 1) if seen else span
    start, end = sentence.span(*span)
    name = _shown(sentence, span)
    kind = kind_of(name)
    if kind is None or end - start > LONGEST_NAME or not any(sign.isalpha() for sign in name):
        return None
    return Cited(start, end, verb, kind, via)


def _shown(sentence: Cut, span: tuple[int, int]) -> str:
    start, end = sentence.span(*span)
    return sentence.text[start - sentence.start : end - sentence.start]
