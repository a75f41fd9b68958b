"""Find the quotations of a text: where they stand, which parts make one, who says them and how."""

import re
from dataclasses import dataclass
from typing import Literal

from samestory.text.mark import Quoted, quoted
from samestory.text.sentence import sentences
from samestory.text.speech import REACH, SPEECH_VERBS, Attribution, attribution
from samestory.words.word import fold, words

Missing = Literal["", "opening", "closing", "both"]
_AROUND = "\"'“”‘’«»„` \u00a0\t"
_PAUSES = ",.?!…—–-"
_SENTENCE_OVER = re.compile(r"[.!?…][\"”’)]*\s*$")
_SHORT_FORM_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Jr|Sr|[A-Z])\.\s*$")
_SENTENCE_WITHIN = re.compile(r"[.!?…][\"”’]?\s|[\r\n]")
# “We go.” — Ida Lind, to the end of the line
_NAME_PART = r"(?:[A-Z][\w.’'-]{0,30}|of|de|van|von|al)"
_NAMED_BY_A_DASH = re.compile(
    rf"[\"”»]?[ \u00a0]{{0,2}}(?:-{{1,2}}|–|—)[ \u00a0]?({_NAME_PART}(?:[ \u00a0]{_NAME_PART}){{0,6}})"
    r"(?=,[^\r\n]{0,80}$|\.?$)",
    re.MULTILINE,
)
LONGEST_INTERRUPTION = 160


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


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return every quotation of `text`, ordered by start, an outer one before those inside it.

    >>> [(one.text, one.speaker, one.verb) for one in quotations('“We go,” Lee said, “to Oslo.”')]
    [('We go, to Oslo.', 'Lee', 'said')]
    """
    found: list[list[Quoted]] = []
    last_outer = -1
    for one in quoted(text):
        if one.end <= one.start:
            continue
        if one.level == 0 and last_outer >= 0 and _continues(text, found[last_outer][-1], one):
            found[last_outer].append(one)
            continue
        if one.level == 0:
            last_outer = len(found)
        found.append([one])
    outer = [parts for parts in found if parts[0].level == 0]
    said = _attributions(text, outer)
    return tuple(_quotation(text, parts, said.get(parts[0].start, Attribution())) for parts in found)


def _continues(text: str, before: Quoted, after: Quoted) -> bool:
    """Whether `after` is the next part of the quotation that `before` began."""
    if after.again:
        return True
    between = text[before.end : after.start]
    if (
        not before.closed
        or not after.opened
        or len(between) > LONGEST_INTERRUPTION
        or "\n" in between
        or "\r" in between
    ):
        return False
    said = between.strip(_AROUND)
    if len(sentences(said)) > 1 or (_SENTENCE_OVER.search(said) and not _SHORT_FORM_END.search(said)):
        return False
    pauses = text[before.end - 1] in ",—–-…" or said[:1] in ",—–-" or text[after.start : after.start + 1].islower()
    cut = words(said)
    return pauses and 0 < len(cut) <= 12 and said[-1:] in ",:—–-" and any(fold(one.text) in SPEECH_VERBS for one in cut)


def _attributions(text: str, outer: list[list[Quoted]]) -> dict[int, Attribution]:
    """The attribution of each outer quotation by its start; a second one in a sentence shares the first one's."""
    found: dict[int, Attribution] = {}
    said = Attribution()
    for number, parts in enumerate(outer):
        low = outer[number - 1][-1].end if number else 0
        high = outer[number + 1][0].start if number + 1 < len(outer) else len(text)
        own = _attribution(text, parts, low, high)
        is_same_sentence = number > 0 and _SENTENCE_WITHIN.search(text[low : parts[0].start]) is None
        if not own.verb and is_same_sentence and not _is_over(text, outer[number - 1][-1]):
            own = said
        said = found[parts[0].start] = own
    return found


def _quotation(text: str, parts: list[Quoted], said: Attribution) -> Quotation:
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


def _attribution(text: str, parts: list[Quoted], low: int, high: int) -> Attribution:
    first, last = parts[0], parts[-1]
    before = text[max(low, first.start - REACH) : first.start]
    if len(parts) > 1 and not parts[1].again:
        return attribution("", text[parts[0].end : parts[1].start])
    if last.end > last.start and _is_over(text, last):
        named = _NAMED_BY_A_DASH.match(text, last.end, min(high, last.end + REACH))
        return Attribution(named.group(1).strip(" ,")) if named else attribution(before, "")
    after = text[last.end : min(high, last.end + REACH)]
    pauses = text[last.start : last.end].rstrip(_AROUND)[-1:] in tuple(_PAUSES) or after.lstrip(_AROUND)[:1] in tuple(
        _PAUSES
    )
    return attribution(before, after if pauses else "")


def _is_over(text: str, last: Quoted) -> bool:
    """Whether the sentence ends with the quotation, so that what follows speaks of something else."""
    inside = text[last.end - 1]
    following = text[last.end : last.end + 6].lstrip("\"'”’»`")
    if inside == ".":
        return not following.lstrip()[:1].islower()
    return following[:1] in (".", "\n", "\r") or (inside in "!?…" and following.lstrip()[:1] in ("", "“", '"'))


def _missing(opened: bool, closed: bool) -> Missing:
    if opened:
        return "" if closed else "closing"
    return "opening" if closed else "both"
