"""Find the sentences' own citations: “Lind said”, “according to CNN”, “a Reuters reporter saw”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.text.page.find import furniture, number_at
from samestory.text.passage import Passage, passage
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
)
from samestory.text.source.kind import SourceKind, phrase, source_kind
from samestory.text.source.phrase import SPEAKING, WordSpan, following, place_of
from samestory.text.source.subject import subject

# Most of these are plural nouns as often as verbs: they count only before “that”, an article or a name.
_NOUNS = re.compile(r"(?:claims|demands|promises|reports|estimates|notes|states|proposals|denies|thought|expects)$")
_OBJECT = re.compile(r"that$|(?:the|a|an|it|he|she|they|his|her|its|their|there)$")
_MADE = frozenset(("announcement", "statement", "warning", "announcements", "statements", "warnings"))
_SEEN = frozenset(("seen", "reviewed", "obtained", "viewed", "verified"))
_VERBS = SPEAKING | SHOWED | SAW
_TELLING = _VERBS | {"according", "by", "from"}
_BEFORE_A_NOUN = DETERMINERS | {"of", "by", "in", "on", "for", "to", "with"}
LONGEST_CITED = 200  # characters


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited name and its place in code points, on its way to a `Citation`."""

    start: int
    end: int
    verb: str
    kind: SourceKind
    via: str = ""


def spoken(text: str | CutText) -> Iterator[Cited]:
    """The citations that sentences of `text` make, outside the lines that are the page's, in order."""
    cut = CutText.of(text)
    page = furniture(cut)
    told = _without_quoted(cut)
    for one in sentences(told):
        if number_at(page, one.start) >= 0:
            continue
        sentence = passage(told, one.start, one.end)
        if not _TELLING.isdisjoint(sentence.folded):
            yield from _of_sentence(sentence)


@once
def _without_quoted(cut: CutText) -> CutText:
    """The text with spaces for what stands between quotation marks; offsets stay, and a closing stop too."""
    text = cut.text
    pieces, at = [], 0
    for one in quotations(cut):
        for start, end in one.parts if one.level == 0 else ():
            inside = text[max(start, at) : end]
            if not inside:
                continue
            kept = "".join(sign if sign in "\r\n" else " " for sign in inside[:-1])
            # The stop within the marks is kept, since it parts “We go.” from the sentence behind it.
            last = inside[-1] if inside[-1] in ".,!?…\r\n" else " "
            pieces += [text[at : max(start, at)], kept, last]
            at = end
    return CutText("".join([*pieces, text[at:]]))


def _of_sentence(sentence: Passage) -> Iterator[Cited]:
    first_speaking = len(sentence.words)
    for at, low in enumerate(sentence.folded):
        if low in SPEAKING:
            first_speaking = min(first_speaking, at)
        found = None
        if low in ("to", "by", "from") and at:
            found = _beside(sentence, at, low)
        elif low in _VERBS and not sentence.words[at].is_capital:
            found = _spoken_by(sentence, at, low, first_speaking)
        if found:
            yield found


def _beside(sentence: Passage, at: int, low: str) -> Cited | None:
    """“According to CNN”, “a statement by the mayor”, “seen by Reuters”."""
    before = sentence.folded[at - 1]
    is_to, is_made, is_seen = low == "to" and before == "according", low != "to" and before in _MADE, before in _SEEN
    span = following(sentence, at + 1) if is_to or is_made or (is_seen and low == "by") else None
    if span is None:
        return None
    if is_to:
        return _cited(sentence, span, "according to")
    if is_made:
        found = _cited(sentence, span, f"{before} {low}")
        return found if found and found.kind in ("person", "office", "outlet") else None
    name = _shown(sentence, span)
    return (
        Cited(*place_of(sentence, span), f"{before} by", "own-eyes", outlet_in(name)) if OUTLET.search(name) else None
    )


def _spoken_by(sentence: Passage, at: int, low: str, first_speaking: int) -> Cited | None:
    """“Lind said”, “said Ida Lind”, “Lind went on to say”, “a report showed”, “a Reuters reporter saw”."""
    goes_on = at > 2 and sentence.folded[at - 3 : at] == ("went", "on", "to")
    if not goes_on and not _is_verb(sentence, at, low):
        return None
    span = subject(sentence, at - 3 if goes_on else at, first_speaking)
    if span is None:
        return None
    name, verb = _shown(sentence, span), sentence.words[at].text
    lows = set(phrase(name).folded)
    if low in SAW and low not in SAID:
        is_own = lows & REPORTERS and (OUTLET.search(name) or lows & {"our", "this"})
        return Cited(*place_of(sentence, span), verb, "own-eyes", outlet_in(name)) if is_own else None
    # “The vote showed” cites nobody, “the report showed” does.
    if low in SHOWED and low not in SPEAKING and not lows & DOCUMENTS:
        return None
    # A bare form wants a subject in the plural: “police say”. And “I” or “we” is no source that the article names.
    if (low in BARE and not goes_on and not _is_plural(sentence, span)) or lows & {"i", "we"}:
        return None
    return _cited(sentence, span, verb, _told(sentence, at) if low in ("told", "tells") else "")


def _is_verb(sentence: Passage, at: int, low: str) -> bool:
    """Whether the word says that somebody speaks: no noun (“the reports”), no passive (“is believed”)."""
    lows = sentence.folded
    before = lows[at - 1] if at else ""
    after = lows[at + 1] if at + 1 < len(lows) else ""
    # “Said nothing” and “asked not to be named” cite nobody.
    if after == "nothing" or (low == "asked" and after == "not"):
        return False
    if before in _BEFORE_A_NOUN or before.endswith("'s"):
        return False
    if before in BE or (at > 1 and before.endswith("ly") and lows[at - 2] in BE):
        # “Is believed” has no speaker, “was quoted as saying” has one.
        return low in ("quoted", "cited") and after == "as"
    if _NOUNS.search(low):
        return bool(_OBJECT.match(after)) or (at + 1 < len(lows) and sentence.words[at + 1].is_capital)
    return True


def _is_plural(sentence: Passage, span: WordSpan) -> bool:
    lows = sentence.folded[span[0] : span[1] + 1]
    return "and" in lows or any(
        low in ("they", "police", "people", "some", "many") or low.endswith("s") for low in lows[-6:]
    )


def _told(sentence: Passage, at: int) -> str:
    """The outlet to which somebody told something: “told Reuters on Monday”; "" if it is none."""
    span = following(sentence, at + 1)
    name = _shown(sentence, span) if span else ""
    # “Told local media” names no outlet.
    return outlet_in(name) if name and OUTLET.search(name) and not name.islower() else ""


def outlet_in(name: str) -> str:
    """The outlet that a phrase names, or the phrase."""
    found = AGENCY.search(name) or OUTLET.search(name)
    return found.group() if found else name


def _cited(sentence: Passage, span: WordSpan, verb: str, via: str = "") -> Cited | None:
    """The phrase as a citation, what follows “seen by” left out; None if it names no source."""
    first, last = span
    lows = sentence.folded
    seen = next((n for n in range(first + 1, last) if lows[n] in _SEEN and lows[n + 1] == "by"), last + 1)
    start, end = place_of(sentence, (first, seen - 1))
    name = sentence.text[start:end]
    kind = source_kind(name)
    if kind is None or end - start > LONGEST_CITED or not any(sign.isalpha() for sign in name):
        return None
    return Cited(start, end, verb, kind, via)


def _shown(sentence: Passage, span: WordSpan) -> str:
    start, end = place_of(sentence, span)
    return sentence.text[start:end]
