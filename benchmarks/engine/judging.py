"""Which proposals of a scan are right, by the labels of a fresh event; and which labels the scan found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from fresh_events import Event, Label, Place

from samestory.scanning import Candidate, Scan

Verdict = Literal["right", "wrong", "open"]

# The kinds of faults that are planted.
KINDS = (
    *("number", "day", "name", "altered-quotation", "cut-quotation", "turned", "lost-hedge", "doubled"),
    *("odd-phrase", "lost-credit"),
)
# What a proposal claims, by a word in its rule's name; where none stands there, its label says it.
CLAIMED_BY_RULE = {"number": "number", "day": "day", "hedge": "lost-hedge", "twice": "doubled", "typing": "doubled"}
CLAIMED_BY_LABEL = {
    "artifact": "odd-phrase",
    "altered-quotation": "altered-quotation",
    "slip": "turned",
    "name": "name",
    "wire-copy": "lost-credit",
    "shared-quotation": "shared-quotation",
    "furniture": "furniture",
    "headline": "turned",
    "attribution": "turned",
    "framing": "turned",
}
# The kinds of faults that a claim fits: whoever says that a word is not the record's is right of a wrong number too.
FITS = {
    "number": {"number"},
    "day": {"day"},
    "name": {"name"},
    "altered-quotation": {"altered-quotation", "cut-quotation", "lost-hedge"},
    "lost-hedge": {"lost-hedge", "turned"},
    "turned": {"turned", "number", "day", "name", "lost-hedge", "odd-phrase", "altered-quotation"},
    "doubled": {"doubled", "odd-phrase"},
    "odd-phrase": {"odd-phrase", "doubled"},
    "lost-credit": {"lost-credit"},
}
# These say what is the case (both texts have the words) and accuse nobody; totals leave them out.
FACTS = ("lost-credit", "furniture", "shared-quotation")


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal and what the labels say of it. `kind` is that of the fault it stands on, or what it claims in vain.

    *open*: it names something odd in a text that a machine wrote, of which not all was labelled. `look_alike` is the
    sound label on which a wrong one stands.
    """

    candidate: Candidate
    kind: str
    verdict: Verdict
    look_alike: Label | None = None


def claimed(candidate: Candidate) -> str:
    """The kind of fault that a proposal claims; KeyError for a label that the project has not yet."""
    by_rule = (kind for word, kind in CLAIMED_BY_RULE.items() if word in candidate.rule)
    return next(by_rule, None) or CLAIMED_BY_LABEL[candidate.label]


def judged(event: Event, scan: Scan) -> tuple[Judged, ...]:
    """Every proposal of a scan of `event`, judged by its labels."""
    return tuple(_judged(event, one) for one in scan.candidates)


def found(event: Event, scan: Scan) -> Iterator[tuple[Label, bool]]:
    """Every fault in a text that was scanned, and whether a proposal names it."""
    for label in event.labels:
        if label.is_fault and label.place.account in scan.articles:
            yield label, any(_names(event, one, label) for one in scan.candidates)


def _judged(event: Event, one: Candidate) -> Judged:
    kind = claimed(one)
    if kind in FACTS:
        return Judged(one, kind, "right" if _is_fact(event, one) else "wrong")
    named = next((label for label in event.labels if label.is_fault and _names(event, one, label)), None)
    if named:
        return Judged(one, named.kind, "right")
    if event.account(one.article).machine and one.rule.startswith("odd phrase"):
        return Judged(one, kind, "open")
    sound = (label for label in event.labels if not label.is_fault and _place(one).overlaps(label.place))
    return Judged(one, kind, "wrong", next(sound, None))


def _is_fact(event: Event, one: Candidate) -> bool:
    account = event.account(one.article)
    if one.label == "furniture":
        return any(line in one.text or one.text in line for line in account.page)
    return one.label == "shared-quotation" or account.takes_from is not None


def _names(event: Event, one: Candidate, label: Label) -> bool:
    """Whether a proposal stands on a fault and claims what fits it.

    A conflict that suggests neither side is as right on the other text as here. Where nothing decides, only such a one
    is right. A name is misspelled in every place where it stands so, and spelled otherwise in every other account.
    """
    if label.kind not in FITS.get(claimed(one), ()) or (label.undecided and one.suggests is not None):
        return False
    place, again = _place(one), label.kind == "name"
    if place.overlaps(label.place) or (again and one.article == label.place.account and one.text in label.says):
        return True
    if one.suggests is not None or label.beside is None:
        return False
    return place.overlaps(label.beside) or (again and one.text in event.words(label.beside))


def _place(one: Candidate) -> Place:
    return Place(one.article, one.start, one.end)
