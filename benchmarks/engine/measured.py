"""What scans come to: faults found of those planted, right proposals of all, for fresh events and for cases."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fresh_events import Event, Label
from interval import Share
from judging import FACTS, KINDS, Judged, claimed, found, judged

from samestory.case import Case
from samestory.scanning import Candidate, Scan, scan
from samestory.scanning.rules.against import agreement

ROWS = (*(kind for kind in KINDS if kind not in FACTS), *FACTS)
LEVELS = ("sure", "likely", "possible")
# The label under which a person would file a kind of fault; a turned headline goes by its place.
FILED = {
    "number": "slip",
    "day": "slip",
    "name": "name",
    "altered-quotation": "altered-quotation",
    "cut-quotation": "altered-quotation",
    "lost-credit": "wire-copy",
    "turned": "slip",
    "lost-hedge": "slip",
    "doubled": "slip",
    "odd-phrase": "artifact",
}
NOTHING = Share()


@dataclass(frozen=True, slots=True)
class Row:
    """One kind: how many planted faults were found, and for each sureness how many proposals are right."""

    found: Share = NOTHING
    right: Mapping[str, Share] = field(default_factory=dict)

    @property
    def proposals(self) -> Share:
        """Right proposals of all, whatever their sureness."""
        return sum(self.right.values(), NOTHING)

    def __add__(self, other: "Row") -> "Row":
        levels = {**self.right, **other.right}
        right = {level: self.of(level) + other.of(level) for level in levels}
        return Row(self.found + other.found, right)

    def of(self, level: str) -> Share:
        """Right proposals of all of one sureness."""
        return self.right.get(level, NOTHING)


Rows = Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Scanned:
    """An event and its scan; `words` counts those of the accounts that were scanned."""

    event: Event
    seen: Scan
    words: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What scans of some events came to. `together` counts events of which all accounts were put into one group.

    `left_alone` counts sound look-alikes without a wrong proposal on them; `proposals` are all, with the event's name.
    """

    words: int
    together: Share
    rows: Rows
    left_alone: Share
    proposals: tuple[tuple[str, Judged], ...]

    @property
    def wrong(self) -> list[tuple[str, Judged]]:
        """The wrong proposals."""
        return [(event, one) for event, one in self.proposals if one.verdict == "wrong"]

    @property
    def open(self) -> int:
        """How many proposals were not judged."""
        return sum(one.verdict == "open" for _, one in self.proposals)

    def weighed(self, claim: str) -> list[tuple[float, bool]]:
        """What ranks each proposal that claims this and was judged, sureness before weight, and whether it is right."""
        judged = (one for _, one in self.proposals if one.verdict != "open" and claimed(one.candidate) == claim)
        return [(_rank(one.candidate), one.verdict == "right") for one in judged]

    @property
    def total(self) -> Row:
        """All kinds that accuse somebody of something, and what was planted of them."""
        return sum((row for kind, row in self.rows.items() if kind not in FACTS), Row())

    def false_alarms(self, row: Row) -> float:
        """Wrong proposals in 1,000 words."""
        return 1000 * (row.proposals.of - row.proposals.hit) / self.words

    def to_json(self) -> dict[str, Any]:
        """Return the figures as plain values."""
        return {
            "words": self.words,
            "together": self.together.to_json(),
            "left_alone": self.left_alone.to_json(),
            "open": self.open,
            "kinds": {kind: self._row(row) for kind, row in {**self.rows, "all": self.total}.items()},
        }

    def _row(self, row: Row) -> dict[str, Any]:
        right = {level: row.of(level).to_json() for level in LEVELS}
        return {"found": row.found.to_json(), "right": right, "wrong_in_1000": round(self.false_alarms(row), 3)}


def scanned(events: Iterable[Event], recorded: bool) -> list[Scanned]:
    """Scan each event, with or without its record."""
    cases = [(one, one.recorded() if recorded else one.bare()) for one in events]
    return [Scanned(one, scan(case), _words(case)) for one, case in cases]


def measured(given: Sequence[Scanned]) -> Measured:
    """Judge what scans of fresh events proposed."""
    rows: dict[str, Row] = defaultdict(Row)
    alone, every = NOTHING, []
    for one in given:
        proposals = judged(one.event, one.seen)
        for label, hit in found(one.event, one.seen):
            rows[label.kind] += Row(Share(int(hit), 1))
        for proposal in proposals:
            rows[proposal.kind] += _proposed(proposal)
        alone += _left_alone(one, proposals)
        every += [(one.event.name, proposal) for proposal in proposals]
    together = sum((Share(int(len(one.seen.groups) == 1), 1) for one in given), NOTHING)
    words = sum(one.words for one in given)
    return Measured(words, together, {kind: rows[kind] for kind in ROWS}, alone, tuple(every))


def by_label(given: Iterable[Scanned]) -> Rows:
    """Scans of fresh events counted as cases are: by the project's labels."""
    rows: dict[str, Row] = defaultdict(Row)
    for one in given:
        for label, hit in found(one.event, one.seen):
            rows[_filed(one.event, label)] += Row(Share(int(hit), 1))
        for proposal in judged(one.event, one.seen):
            rows[proposal.candidate.label] += _proposed(proposal)
    return rows


def developed(cases: Iterable[tuple[Case, Scan]]) -> Rows:
    """Proved findings of cases that their scans propose, and proposals that some finding bears out, by label."""
    rows: dict[str, Row] = defaultdict(Row)
    for case, seen in cases:
        agreed = agreement(case, seen)
        for group, hit in ((agreed.found, 1), (agreed.missed, 0)):
            for finding in group:
                if finding.certainty == "proved":
                    rows[finding.label] += Row(Share(hit, 1))
        besides = set(agreed.besides)
        for proposal in seen.candidates:
            rows[proposal.label] += _right(proposal, proposal not in besides)
    return rows


def _rank(one: Candidate) -> float:
    # A weight is at most 1, so no weight makes up for a level.
    return one.weight - 2 * LEVELS.index(one.certainty)


def _proposed(one: Judged) -> Row:
    return Row() if one.verdict == "open" else _right(one.candidate, one.verdict == "right")


def _right(one: Candidate, is_right: bool) -> Row:
    return Row(NOTHING, {one.certainty: Share(int(is_right), 1)})


def _left_alone(one: Scanned, proposals: Iterable[Judged]) -> Share:
    sound = [label for label in one.event.labels if not label.is_fault and label.place.account in one.seen.articles]
    hit = {id(proposal.look_alike) for proposal in proposals}
    return Share(sum(id(label) not in hit for label in sound), len(sound))


def _filed(event: Event, label: Label) -> str:
    in_headline = label.place.end <= len(event.account(label.place.account).headline)
    return "headline" if label.kind == "turned" and in_headline else FILED[label.kind]


def _words(case: Case) -> int:
    return sum(len(article.passage.words) for article in case.articles.values())
