"""A passage that two texts share, and how it is judged: its level, its kind, how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samestory.comparison.passage.closeness import Closeness
from samestory.comparison.passage.run import Run
from samestory.comparison.passage.segment import Segment
from samestory.comparison.passage.weight import evidence
from samestory.comparison.quotation.pairs import QuotationPair
from samestory.comparison.sureness import Sureness
from samestory.text.document import Document
from samestory.thresholds import threshold, thresholds

Level = Literal["verbatim", "light", "reworded"]
PassageKind = Literal["prose", "quotation"]

# A shared quotation shorter than this, in words, stays part of its sentence: “keep the peace”.
SHORTEST_QUOTATION = 5
# A shared run outside aligned sentences: its least length in words, and how many are no name, title or small word.
SHORTEST_RUN, LEAST_EVIDENCE = threshold(__name__, "SHORTEST_RUN"), 3
# Unshared words that may stand between two runs of one passage.
WIDEST_GAP_OF_RUNS = 4
COPIED, EDITED, SURELY_EDITED = thresholds(__name__, "COPIED", "EDITED", "SURELY_EDITED")


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """`text_a[a_start:a_end]` and `text_b[b_start:b_end]` are one passage; offsets count code points.

    `level`: *verbatim* (word for word, spelling aside), *light* (a few words changed), *reworded* (tells the same
    in other words, which is no proof of copying).
    `kind`: *quotation* if both texts quote it, so that its speaker may be the common source; else *prose*.
    `certainty`: *possible* for everything reworded, and for light copies that little proves.
    `likeness` runs from 0 to 1.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    level: Level
    kind: PassageKind
    certainty: Sureness
    likeness: float

    @property
    def mirrored(self) -> "SharedPassage":
        """The same passage read from the other text."""
        return replace(self, a_start=self.b_start, a_end=self.b_end, b_start=self.a_start, b_end=self.a_end)


def of_quotation(pair: QuotationPair) -> SharedPassage:
    """The passage that a quotation in both texts is."""
    # What every newsroom does to a quotation leaves it verbatim.
    changed = [one for one in pair.drift.changes if one.kind not in ("spelling", "cut", "omission", "bracket")]
    level: Level = "verbatim" if not changed else "light" if pair.certainty == "sure" else "reworded"
    spans = pair.a.start, pair.a.end, pair.b.start, pair.b.end
    return SharedPassage(*spans, level, "quotation", pair.certainty, pair.drift.fidelity)


def of_sentences(one: Segment, other: Segment, measure: Closeness) -> SharedPassage | None:
    """The passage that two sentences are; None if only names and small words say so."""
    level = _level(measure)
    # A short sentence of names and titles, such as a byline, stands in many papers.
    if level == "verbatim" and measure.evidence < 1 and min(one.size, other.size) < SHORTEST_RUN:
        return None
    if level != "verbatim" and (measure.evidence == 0 or measure.shared < 3):
        return None
    certainty = _certainty(level, measure, min(one.size, other.size))
    return SharedPassage(*one.span, *other.span, level, "prose", certainty, round(min(1.0, measure.order), 4))


def _level(measure: Closeness) -> Level:
    # Below 1, since one word more in a sentence of seventeen, or one exchanged in thirty-four, is still copied.
    if measure.order >= COPIED:
        return "verbatim"
    if measure.order >= EDITED and measure.longest >= 4:
        return "light"
    return "reworded"


def _certainty(level: Level, measure: Closeness, shorter: int) -> Sureness:
    if level == "verbatim":
        return "sure" if measure.evidence >= 2 and shorter >= SHORTEST_QUOTATION else "possible"
    if level == "light" and measure.evidence >= 3 and measure.order >= SURELY_EDITED and measure.longest >= 5:
        return "sure"
    return "possible"


def chains(found: Sequence[Run]) -> list[list[Run]]:
    """Join runs that follow each other in both texts over a gap of four words or fewer."""
    joined: list[list[Run]] = []
    for run in sorted(found, key=lambda one: (one.a, one.b)):
        if joined:
            last = joined[-1][-1]
            gap_a, gap_b = run.a - last.a - last.size, run.b - last.b - last.size
            if 0 <= gap_a <= WIDEST_GAP_OF_RUNS and 0 <= gap_b <= WIDEST_GAP_OF_RUNS:
                joined[-1].append(run)
                continue
        joined.append([run])
    return joined


def of_chain(a: Document, b: Document, chain: Sequence[Run]) -> SharedPassage | None:
    """The passage that runs following each other are; None if it is too short, or all names and titles."""
    first, last = chain[0], chain[-1]
    shared = sum(run.size for run in chain)
    proving = sum(sum(evidence(a)[run.a : run.a + run.size]) for run in chain)
    if shared < SHORTEST_RUN or proving < LEAST_EVIDENCE:
        return None
    last_a, last_b = last.a + last.size - 1, last.b + last.size - 1
    longer = max(last_a - first.a, last_b - first.b) + 1
    spans = a.words[first.a].start, a.words[last_a].end, b.words[first.b].start, b.words[last_b].end
    level: Level = "verbatim" if longer == shared else "light"
    sure = shared >= SHORTEST_RUN + 2 and proving >= LEAST_EVIDENCE + 1
    return SharedPassage(*spans, level, "prose", "sure" if sure else "possible", round(shared / longer, 4))
