"""Find the quotations of a text: where they stand, which parts make one, who says them and how."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from samestory.text.cut import CutText
from samestory.text.dash_speech import dash_teller
from samestory.text.once import once
from samestory.text.quoted import QuotedPart, quoted
from samestory.text.said_abroad import said_abroad
from samestory.text.sentence import sentence_starts
from samestory.text.speech import REACH_OF_QUOTATION, SPEECH_VERBS, Attribution, attribution

Missing = Literal["", "opening", "closing", "both"]
_AROUND = "\"'“”‘’«»„` \u00a0\t"
_PAUSES = tuple(",.?!…—–-")
_SENTENCE_WITHIN = re.compile(r"[.!?…][\"”’]?\s|[\r\n]")
_NAME_PART = r"(?:[A-Z][\w.’'-]{0,30}|of|de|van|von|al)"
# Takes “We go.” — Ida Lind, to the end of the line; leaves “We go.” — that is all Lind said.
_NAMED_BY_A_DASH = re.compile(
    rf"[\"”»]?[ \u00a0]{{0,2}}(?:-{{1,2}}|–|—)[ \u00a0]?({_NAME_PART}(?:[ \u00a0]{_NAME_PART}){{0,6}})"
    r"(?=,[^\r\n]{0,80}$|\.?$)",
    re.MULTILINE,
)
_TIES = SPEECH_VERBS | {"according"}
_NOBODY = Attribution()
LONGEST_INTERRUPTION = 160  # characters
MOST_BETWEEN = 12  # words of an attribution that interrupts a quotation


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: `text` is what it says, `parts` its spans; offsets count code points.

    `start` and `end` are the outer edges of the first and last part, marks left out, so that between them
    stand the attributions that interrupt it. `level` is 0 for a quotation of the article's own and 1 or more
    for one inside it. `missing` names a mark that is not there; then the edge on that side is a guess.
    `verb` keeps “said he told” apart from “told”; `speaker`, `verb` and `addressee` are "" where the
    sentence does not name them.
    """

    start: int
    end: int
    text: str
    parts: tuple[tuple[int, int], ...]
    speaker: str = ""
    verb: str = ""
    addressee: str = ""
    level: int = 0
    missing: Missing = ""


def quotations(text: str | CutText) -> tuple[Quotation, ...]:
    """Return every quotation of `text`, ordered by start, an outer one before those inside it.

    >>> [(one.text, one.speaker, one.verb) for one in quotations('“We go,” Lee said, “to Oslo.”')]
    [('We go, to Oslo.', 'Lee', 'said')]
    """
    return _quotations(CutText.of(text))


@once
def _quotations(cut: CutText) -> tuple[Quotation, ...]:
    found: list[list[QuotedPart]] = []
    outer: list[list[QuotedPart]] = []
    for one in quoted(cut):
        if one.end <= one.start:
            continue
        if one.level == 0 and outer and _continues(cut, outer[-1][-1], one):
            outer[-1].append(one)
            continue
        found.append([one])
        if one.level == 0:
            outer.append(found[-1])
    said = _attributions(cut, outer)
    return tuple(_quotation(cut.text, parts, said.get(parts[0].start, Attribution())) for parts in found)


def _continues(cut: CutText, before: QuotedPart, after: QuotedPart) -> bool:
    """Whether `after` is the next part of the quotation that `before` began: “We go,” Lee said, “to Oslo.”"""
    if after.again:
        return True
    between = cut.text[before.end : after.start]
    is_short = len(between) <= LONGEST_INTERRUPTION and "\n" not in between and "\r" not in between
    said = between.strip(_AROUND)
    # “We go,” Lee said, “to Oslo.” is one; after “Lee said.” another quotation begins.
    if not (before.closed and after.opened and is_short and said[-1:] in tuple(",:—–-")):
        return False
    start = before.end + between.index(said)
    pauses = cut.text[before.end - 1] in ",—–-…" or said[0] in ",—–-" or cut.text[after.start].islower()
    return pauses and not _has_sentence_start(cut, start, start + len(said)) and _is_attribution(cut, start, len(said))


def _has_sentence_start(cut: CutText, start: int, end: int) -> bool:
    starts = sentence_starts(cut)
    return bisect_right(starts, start) < bisect_left(starts, end)


def _is_attribution(cut: CutText, start: int, size: int) -> bool:
    inside = cut.numbers(start, start + size)
    verbs = cut.pack.saying if cut.pack else SPEECH_VERBS
    return len(inside) <= MOST_BETWEEN and any(cut.folded[n] in verbs for n in inside)


def _attributions(cut: CutText, outer: list[list[QuotedPart]]) -> dict[int, Attribution]:
    """The attribution of each outer quotation by its start; a second one in a sentence shares the first one's."""
    found: dict[int, Attribution] = {}
    said = Attribution()
    for number, parts in enumerate(outer):
        low = outer[number - 1][-1].end if number else 0
        high = outer[number + 1][0].start if number + 1 < len(outer) else len(cut.text)
        own = _attribution(cut, parts, low, high)
        is_same_sentence = number > 0 and _SENTENCE_WITHIN.search(cut.text, low, parts[0].start) is None
        if not own.verb and is_same_sentence and not _is_over(cut.text, outer[number - 1][-1]):
            own = said
        said = found[parts[0].start] = own
    return found


@once
def _speaking(cut: CutText) -> list[int]:
    """Where the words stand that may tie a quotation to its speaker."""
    return [word.start for word, low in zip(cut.words, cut.folded, strict=True) if low in _TIES]


def _is_silent(cut: CutText, start: int, end: int) -> bool:
    """Whether no word of speaking stands within reach of a span: then nobody need be looked for."""
    ties = _speaking(cut)
    return bisect_left(ties, start - REACH_OF_QUOTATION) == bisect_left(ties, end + REACH_OF_QUOTATION)


def _quotation(text: str, parts: list[QuotedPart], said: Attribution) -> Quotation:
    first, last = parts[0], parts[-1]
    spans = tuple((one.start, one.end) for one in parts)
    return Quotation(
        first.start,
        last.end,
        " ".join(text[start:end].strip() for start, end in spans),
        spans,
        said.speaker,
        said.verb,
        said.addressee,
        first.level,
        _missing(first.opened, last.closed),
    )


def _attribution(cut: CutText, parts: list[QuotedPart], low: int, high: int) -> Attribution:
    """The attribution in what interrupts a quotation, else before or after it, from `low` to `high`."""
    text, first, last = cut.text, parts[0], parts[-1]
    if cut.pack:
        interrupted = len(parts) > 1 and not parts[1].again
        end = parts[1].start if interrupted else high
        return Attribution(*said_abroad(cut, cut.pack, (low, first.start), (first.end, end)))
    if len(parts) > 1 and not parts[1].again:
        return attribution(cut, (0, 0), (first.end, parts[1].start))
    if text[max(0, first.start - 2) : first.start].rstrip(" ")[-1:] in ("—", "–", "―"):
        teller = dash_teller(text, first.end)
        if teller[1]:
            return Attribution(*teller)
    # A page of a million marks has hardly a verb: most of its quotations end here.
    silent = _is_silent(cut, first.start, last.end)
    before = (low, first.start)
    # What is set out without marks stands in a line of its own, below the one that says whose words they are.
    if not first.opened and not last.closed:
        before = (low, low + len(text[low : first.start].rstrip()))
    if last.end > last.start and _is_over(text, last):
        named = _NAMED_BY_A_DASH.match(text, last.end, min(high, last.end + REACH_OF_QUOTATION))
        if named:
            return Attribution(named.group(1).strip(" ,"))
        return _NOBODY if silent else attribution(cut, before, (last.end, last.end))
    if silent:
        return _NOBODY
    inside = text[last.start : last.end].rstrip(_AROUND)
    behind = text[last.end : min(high, last.end + REACH_OF_QUOTATION)].lstrip(_AROUND)
    pauses = inside.endswith(_PAUSES) or behind.startswith(_PAUSES)
    # Without a pause the quotation is a part of the sentence, and the verb after it is not its own.
    return attribution(cut, before, (last.end, high if pauses else last.end))


def _is_over(text: str, last: QuotedPart) -> bool:
    """Whether the sentence ends with the quotation, so that what follows speaks of something else."""
    inside = text[last.end - 1]
    following = text[last.end : last.end + 6].lstrip("\"'”’»`")
    if inside == ".":
        # “We go.” he said: a small letter shows that the sentence goes on.
        return not following.lstrip()[:1].islower()
    return following[:1] in (".", "\n", "\r") or (inside in "!?…" and following.lstrip()[:1] in ("", "“", '"'))


def _missing(opened: bool, closed: bool) -> Missing:
    if opened:
        return "" if closed else "closing"
    return "opening" if closed else "both"
