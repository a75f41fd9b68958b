"""A candidate: a span that may be a finding, with the evidence for it. A person decides."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from samestory.case.model import Reference
from samestory.comparison.event import EventGroup
from samestory.comparison.sureness import Sureness
from samestory.oddity.shared import SharedOddity
from samestory.table import frame, markup
from samestory.text.document import SHOWN
from samestory.thresholds import weights

if TYPE_CHECKING:
    import pandas as pd

_SCHEMA = 1
CandidateKind = Literal["finding", "conflict", "cut"]
# What a conflict is called, by the label under which one of the two would be filed: it blames neither text.
_IN_CONFLICT = {"altered-quotation": "two forms of a quotation", "name": "two spellings of a name"}
WEIGHT = weights(__name__, "WEIGHT")  # by rule: what its candidates weigh, or the least that they do
CANDIDATE_COLUMNS = (
    "article",
    "label",
    "text",
    "certainty",
    "weight",
    "rule",
    "reason",
    "suggests",
    "start",
    "end",
    "kind",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of an article that may deserve a label. `start` and `end` are code points of the article's text.

    `kind` is *finding* where the evidence speaks against these words; *conflict* where two accounts differ and nothing
    in the case shows which is right: `label` then only says under what one of them would be filed; *cut* where a
    quotation leaves out what bears on its meaning.
    `rule` names the measure that found it, `weight` (0 to 1) ranks candidates of one certainty. *sure* means that
    the measure is, not that a person would agree. `suggests` is the reading that the evidence speaks for, or None.
    """

    article: str
    label: str
    start: int
    end: int
    text: str
    certainty: Sureness
    weight: float
    rule: str
    reason: str
    suggests: str | None
    evidence: tuple[Reference, ...]
    kind: CandidateKind = "finding"

    def called(self, name: str) -> str:
        """What a person should read it as; `name` is that of its label."""
        if self.kind == "conflict":
            return f"conflict: {_IN_CONFLICT.get(self.label, 'two tellings of a fact')}"
        return "cut quotation" if self.kind == "cut" else name

    def overlaps(self, other: "Candidate") -> bool:
        """Whether both stand on some of the same words of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two articles of one event: whether one may derive from the other, or both from a third. It has no direction."""

    a: str
    b: str
    level: str
    certainty: Sureness
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a case shows at first sight: its articles grouped by event, and candidates, the strongest first.

    `articles` names the articles in the order by which `groups` and the places of `oddities` count them. `kinships`
    has every two articles of one event; of more than 13 the ones far apart are judged by shared runs alone. `voices`
    has how many independent voices each article cites, by the page itself.
    """

    case: str
    groups: tuple[EventGroup, ...]
    articles: tuple[str, ...]
    days: Mapping[str, str | None]
    candidates: tuple[Candidate, ...]
    kinships: tuple[Kinship, ...]
    oddities: tuple[SharedOddity, ...]
    voices: Mapping[str, int]

    def of(self, article: str) -> tuple[Candidate, ...]:
        """The candidates of one article, the strongest first."""
        return tuple(one for one in self.candidates if one.article == article)

    def to_frame(self) -> "pd.DataFrame":
        """Return the candidates as a pandas table, the strongest first."""
        return frame(self.rows(), CANDIDATE_COLUMNS)

    def rows(self) -> list[tuple[Any, ...]]:
        """Return what `to_frame` shows, as plain values in the order of `CANDIDATE_COLUMNS`."""
        return [tuple(getattr(one, name) for name in CANDIDATE_COLUMNS) for one in self.candidates]

    def __repr__(self) -> str:
        return f"<Scan of {len(self.articles)} articles: {len(self.candidates)} candidates>"

    def _repr_html_(self) -> str:
        heads = ("article", "text", "label", "certainty", "reason")
        rows = [tuple(getattr(one, name) for name in heads) for one in self.candidates[:SHOWN]]
        shown = f", the first {SHOWN}" if len(self.candidates) > SHOWN else ""
        return markup(rows, heads, f"{len(self.candidates)} candidates in {len(self.articles)} articles{shown}")

    def to_json(self) -> dict[str, Any]:
        """Return the form that `schema/scan.json` describes."""
        return {
            "schema": _SCHEMA,
            "case": self.case,
            "events": [
                {"articles": [self.articles[n] for n in group.articles], "reason": group.reason}
                for group in self.groups
            ],
            "days": dict(self.days),
            "candidates": [_candidate(one) for one in self.candidates],
            "kinships": [
                {"a": one.a, "b": one.b, "level": one.level, "certainty": one.certainty, "reasons": list(one.reasons)}
                for one in self.kinships
            ],
            "oddities": [self._oddity(one) for one in self.oddities],
            "voices": dict(self.voices),
        }

    def _oddity(self, one: SharedOddity) -> dict[str, Any]:
        places = [{"article": self.articles[at.article], "at": [at.start, at.end]} for at in one.places]
        return {"text": one.text, "kind": one.kind, "reason": one.reason, "places": places}


def ranked(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Order candidates, the strongest first, and drop those that stand inside a stronger one of the same label."""
    order = sorted(found, key=lambda one: (one.certainty != "sure", -one.weight, one.article, one.start, one.end))
    kept: list[Candidate] = []
    # Kept by article and label, since forty accounts of one event have thousands of candidates.
    rivals: dict[tuple[str, str, bool], list[Candidate]] = defaultdict(list)
    for one in order:
        # How sure an account is of a number is another matter than the number.
        here = rivals[one.article, one.label, one.rule.startswith("hedge")]
        if not any(one.overlaps(other) for other in here):
            here.append(one)
            kept.append(one)
    return tuple(kept)


def _candidate(one: Candidate) -> dict[str, Any]:
    fields = ("article", "label", "kind", "text", "certainty", "weight", "rule", "reason", "suggests")
    evidence = [
        {name: getattr(reference, name) for name in ("article", "record", "quote", "says") if getattr(reference, name)}
        for reference in one.evidence
    ]
    return {**{name: getattr(one, name) for name in fields}, "at": [one.start, one.end], "evidence": evidence}
