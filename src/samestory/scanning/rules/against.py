"""A scan beside the findings that people annotated: what it found, what it missed, what it proposed besides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samestory.case.model import Case, Finding, SoundPassage
from samestory.scanning.candidate import Candidate, Scan

FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a scan and a case's findings agree.

    `found` and `missed` are findings; one is found if a candidate with one of its labels stands on some of its words.
    `besides` are candidates that no finding bears out, `doubted` controls with a candidate called sure that no finding
    bears out. `words` counts the words of the articles.
    """

    found: tuple[Finding, ...]
    missed: tuple[Finding, ...]
    besides: tuple[Candidate, ...]
    doubted: tuple[SoundPassage, ...]
    words: int

    def share(self, certainty: str, furniture: bool = True) -> float:
        """The share (0 to 1) of the findings of a certainty that were found, with or without furniture."""
        hit, of = self.count(certainty, furniture)
        return hit / of if of else 0.0

    def count(self, certainty: str, furniture: bool = True) -> tuple[int, int]:
        """How many findings of a certainty were found, and how many there are."""
        hit, missed = (
            sum(one.certainty == certainty and (furniture or one.label != FURNITURE) for one in group)
            for group in (self.found, self.missed)
        )
        return hit, hit + missed

    def by_label(self) -> Mapping[tuple[str, str], tuple[int, int]]:
        """For each label and certainty: how many were found, of how many."""
        table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for group, hit in ((self.found, 1), (self.missed, 0)):
            for one in group:
                table[one.label, one.certainty][0] += hit
                table[one.label, one.certainty][1] += 1
        return {key: (hit, of) for key, (hit, of) in sorted(table.items())}


def agreement(case: Case, scan: Scan) -> Agreement:
    """Compare a scan with the findings and controls of its case."""
    found: list[Finding] = []
    missed: list[Finding] = []
    for finding in case.findings.values():
        (found if any(_bears_out(finding, one) for one in scan.candidates) else missed).append(finding)
    besides = [one for one in scan.candidates if not _is_borne_out(case.findings.values(), one)]
    sure = [one for one in besides if one.certainty == "sure"]
    doubted = [control for control in case.controls.values() if any(_touches(control, one) for one in sure)]
    words = sum(len(article.passage.words) for article in case.articles.values())
    return Agreement(tuple(found), tuple(missed), tuple(besides), tuple(doubted), words)


def _is_borne_out(findings: Iterable[Finding], one: Candidate) -> bool:
    return any(_bears_out(finding, one) for finding in findings)


def _bears_out(finding: Finding, one: Candidate) -> bool:
    # The place alone is not enough: a scan must say what is wrong there.
    return _touches(finding, one) and one.label in (finding.label, *finding.also)


def _touches(span: Finding | SoundPassage, one: Candidate) -> bool:
    return span.article == one.article and one.start < span.end and span.start < one.end
