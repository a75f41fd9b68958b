"""How far a thing has come or how much of it is meant: planned or decided, nearly all or all."""

from collections.abc import Mapping

from samestory.comparison.number.around import PAUSE, gap_before
from samestory.comparison.passage.segment import Segment
from samestory.comparison.sense.family import verb_family
from samestory.text.once import once
from samestory.words.lists import words_in
from samestory.words.wording import is_content

FARTHEST_STEP = 5  # words behind “plans” or “will” in which stands what is planned or decided
_BE = frozenset({"is", "are"})
_OWNED = frozenset({"the", "a", "his", "her", "its", "their"})
_WHOLE = frozenset({"all", "every", "everything", "everyone", "everybody", "always", "none", "no"})

_Steps = Mapping[tuple[str, str], int]


def step_taken(one: Segment, other: Segment) -> tuple[int, int] | None:
    """Return the words, by number, by which one sentence has planned what is decided in the other, or nearly all of it.

    A sentence with a condition or a doubt decides nothing: “will move if the council agrees”.

    >>> from samestory.comparison.passage.segment import segments
    >>> from samestory.text.document import Document
    >>> plan, done = (segments(Document(f"The firm {how} move to Tarn."))[0] for how in ("plans to", "will"))
    >>> step_taken(plan, done), step_taken(plan, plan)
    ((2, 2), None)
    """
    mine, theirs = _steps(one), _steps(other)
    for softer, firmer in (("planned", "decided"), ("nearly", "whole")):
        for soft, firm, holder in ((mine, theirs, other), (theirs, mine, one)):
            for (level, what), at in soft.items():
                if level != softer or (firmer, what) not in firm or (firmer, what) in soft or (softer, what) in firm:
                    continue
                if not _is_open(holder, firmer):
                    there = firm[firmer, what]
                    return (at, there) if soft is mine else (there, at)
    return None


@once
def _steps(one: Segment) -> _Steps:
    """What is planned, decided, nearly whole or whole, with the number of the word that says so."""
    found: dict[tuple[str, str], int] = {}
    for at in range(one.first, one.last + 1):
        level = _level(one, at)
        what = _behind(one, at) if level else ""
        if level and what:
            found.setdefault((level, what), at)
    return found


def _level(one: Segment, at: int) -> str:
    words = one.document.folded
    word = words[at]
    behind = words[at + 1] if at < one.last else ""
    before = words[at - 1] if at > one.first else ""
    if word in words_in("turns", "nearly") and behind in _WHOLE:
        return "nearly"
    if word in _WHOLE and before not in words_in("turns", "nearly") and before not in {"not", "at"}:
        return "whole"
    # “The will of the people” decides nothing, nor do “the plans of the firm” plan it.
    if behind == "of" or (word == "will" and before in _OWNED):
        return ""
    if word in words_in("turns", "planned"):
        return "planned"
    # “Is to buy”; what “is to be” may only be expected.
    is_to = word in _BE and behind == "to" and one.document.folded[at + 2 : at + 3] != ("be",)
    return "decided" if is_to or word in words_in("turns", "decided") else ""


def _behind(one: Segment, at: int) -> str:
    """The family of the first word of weight behind, up to a pause, of what is planned or counted."""
    text = one.document
    for n in range(at + 1, min(one.last, at + FARTHEST_STEP) + 1):
        if PAUSE.search(gap_before(text, n)):
            return ""
        if is_content(text.keys[n]) and text.folded[n] not in _WHOLE:
            return verb_family(text.keys[n])
    return ""


def _is_open(firm: Segment, level: str) -> bool:
    """Whether a sentence that decides leaves it open after all; with numbers of things nothing is left open."""
    row = frozenset(firm.document.folded[firm.first : firm.last + 1])
    return level == "decided" and not row.isdisjoint(words_in("turns", "open"))
