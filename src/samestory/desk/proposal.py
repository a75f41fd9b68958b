"""What the engine proposes, under an id that stays the same when the case is scanned again."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from samestory.case.anchor import plain
from samestory.case.model import Article, Reference
from samestory.comparison.sureness import Sureness
from samestory.exercise.labels import LABELS
from samestory.scanning import Candidate, Scan

ORDER = ("altered-quotation", "slip", "name", "attribution", "headline", "artifact", "framing")
_QUIET = ("wire-copy", "shared-quotation", "furniture")  # where words come from, and the page: nothing to be judged


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place that the engine would have a person look at. `start` and `end` are code points of the article.

    `kind` is the group in which it waits: its label, or *conflict* where two texts differ and nothing shows which is
    right, or *cut* where a quotation leaves out what bears on it. `name` is what a person should read it as.
    """

    id: str
    article: str
    kind: str
    name: str
    label: str
    start: int
    end: int
    text: str
    certainty: Sureness
    reason: str
    suggests: str | None
    evidence: tuple[Reference, ...]


def proposals(found: Scan, articles: Mapping[str, Article]) -> list[Proposal]:
    """Return the candidates of a scan as a queue: kinds of faults first, in each kind the strongest first."""
    made = [_proposal(one, articles[one.article].text) for one in found.candidates]
    kinds = {kind: at for at, kind in enumerate(("conflict", "altered-quotation", "cut", *ORDER[1:], *_QUIET))}
    # The scan's own order is from the strongest down, and sorting keeps it within each kind.
    return sorted(made, key=lambda one: kinds.get(one.kind, len(kinds)))


def proposal_id(label: str, article: str, words: str, nth: int) -> str:
    """Return the id of a proposal: what it is, and eight digits of where. `nth` counts the same words before it.

    It holds no offset and no reason: a text may grow above it, and an engine may learn to say it better.

    >>> proposal_id("slip", "post", "Eleven boats", 0)
    'slip-9ca7da66'
    """
    digest = hashlib.sha256("\0".join((label, article, " ".join(words.split()), str(nth))).encode()).hexdigest()
    return f"{label}-{digest[:8]}"


def _proposal(one: Candidate, text: str) -> Proposal:
    words = text[one.start : one.end]
    nth = len(re.findall(re.escape(plain(words)), plain(text[: one.start])))
    label = LABELS.get(one.label, LABELS["slip"])
    kind = getattr(one, "kind", "finding")
    called = getattr(one, "called", None)
    return Proposal(
        proposal_id(one.label, one.article, words, nth),
        one.article,
        one.label if kind == "finding" else kind,
        called(label.name) if called else label.name,
        label.id,
        one.start,
        one.end,
        words,
        one.certainty,
        one.reason,
        one.suggests,
        tuple(map(_in_one_form, one.evidence)),
    )


def _in_one_form(one: Reference) -> Reference:
    """A reference as a case takes it: words of a text or of the record, or what anyone can check, and never both."""
    return replace(one, says=None) if one.record or (one.article and one.quote) else one
