"""What became of one utterance on its way into two articles: the gravest of what changed gives it its name."""

from typing import Literal

from samestory.comparison.quotation.change import Change, ChangeKind
from samestory.comparison.quotation.drift import Drift
from samestory.thresholds import threshold, weights

Became = Literal["same", "cut", "styled", "masked", "translated", "altered"]
CUTS: frozenset[ChangeKind] = frozenset(["cut", "omission", "bracket"])
STYLES: frozenset[ChangeKind] = frozenset(["spelling", "filler"])
# Changes that every newsroom makes: they alter no word that was said.
HARMLESS: frozenset[ChangeKind] = CUTS | STYLES | {"masked"}
# How far a change of this kind may lead a reader from what was said, from 0 to 1.
GRAVITY = weights(__name__, "GRAVITY")
ONE_SIDED = threshold(__name__, "ONE_SIDED")


def became(found: Drift, is_rendered: bool) -> Became:
    """Name what became of an utterance; `is_rendered` says that it was translated twice.

    *same*; *cut* (words at its edges, at “...” or in brackets); *styled* (spelling, titles, fillers); *masked* (a rude
    word behind signs); *translated* (other words throughout); *altered* (a word is another one).
    """
    kinds = {change.kind for change in found.changes}
    if kinds - HARMLESS:
        return "translated" if is_rendered else "altered"
    if "masked" in kinds:
        return "masked"
    return "styled" if kinds & STYLES else "cut" if kinds else "same"


def gravity(found: Drift) -> float:
    """How far the gravest change may lead a reader from what was said, from 0 (not at all) to 1.

    >>> from samestory.comparison.quotation.drift import drift
    >>> gravity(drift("We will go", "We will not go")), gravity(drift("We go on", "We go on at ten"))
    (1.0, 0.0)
    """
    return max(map(_gravity, found.changes), default=0.0)


def _gravity(change: Change) -> float:
    # What was only added or only left out leads less far than what stands in another word's place.
    one_sided = not change.a or not change.b
    return GRAVITY.get(change.kind, 0.0) * (ONE_SIDED if one_sided and change.kind == "word" else 1.0)
