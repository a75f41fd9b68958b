"""Two texts side by side: what they share, what they quote, where a word or number differs; worked out when asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from samestory.comparison.claim import Exchange, exchanges
from samestory.comparison.number.conflict import NumberConflict, numbers
from samestory.comparison.passage.derivation import Derivation, derivation_beside
from samestory.comparison.passage.pairs import passages_beside
from samestory.comparison.passage.run import Run, runs
from samestory.comparison.passage.shared import SharedPassage
from samestory.comparison.quotation.drift import Drift, drift
from samestory.comparison.quotation.pairs import QuotationPair, quotations
from samestory.table import frame, markup
from samestory.text.document import SHOWN, Document, places

if TYPE_CHECKING:
    import pandas as pd

Of = Literal["passages", "quotations", "exchanges", "numbers"]
COMPARED_COLUMNS: Mapping[Of, tuple[str, ...]] = {
    "passages": ("a", "b", "level", "kind", "certainty", "likeness", "a_start", "a_end", "b_start", "b_end"),
    "quotations": ("a", "b", "drift", "substantive", "fidelity", "certainty", "a_start", "a_end", "b_start", "b_end"),
    "exchanges": ("a", "b", "word_a", "word_b", "beside", "shared", "a_start", "a_end", "b_start", "b_end"),
    "numbers": ("a", "b", "counted", "likeness", "later", "a_start", "a_end", "b_start", "b_end"),
}
KIN = {
    "not": "Nothing in the prose shows that one derives from the other, which doesn’t prove that they are independent.",
    "partly": "By its prose one may partly derive from the other, or both from a third text.",
    "wholly": "By its prose one may wholly derive from the other, or both from a third text.",
}


@dataclass(frozen=True)
class Comparison:
    """What documents `a` and `b` have in common. Places count code points of each text as it was given.

    Their furniture is left out: a cookie notice on both pages is no shared passage. A comparison has no direction:
    that two texts share words does not say which came first, or whether both follow a third.
    """

    a: Document
    b: Document

    @property
    def _left(self) -> Document:
        return self.a.without_furniture

    @property
    def _right(self) -> Document:
        return self.b.without_furniture

    @cached_property
    def passages(self) -> tuple[SharedPassage, ...]:
        """The passages that both print: word for word, with a few words changed, or telling the same."""
        return passages_beside(self._left, self._right, self.quotations)

    @cached_property
    def quotations(self) -> tuple[QuotationPair, ...]:
        """The quotations that may be one utterance in two forms, and how far these drifted apart."""
        return quotations(self._left, self._right)

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Places where the writers say the same of one thing but for one word or number; quotations are left out."""
        return exchanges(self._left.without_quotations, self._right.without_quotations)

    @cached_property
    def numbers(self) -> tuple[NumberConflict, ...]:
        """Numbers that the writers give differently to one thing; neither need be wrong. Quotations are left out."""
        return numbers(self._left.without_quotations, self._right.without_quotations)

    @cached_property
    def derivation(self) -> Derivation:
        """How far `b` may derive from `a`: wholly, partly or not, with and without what both quote, and why."""
        return derivation_beside(self._left, self._right, self.quotations, self.passages)

    @cached_property
    def drift(self) -> Drift:
        """Both texts as two forms of one quotation: what changed, and whether the meaning did.

        Raises `TooLongError` for texts that are no quotations any more: see `samestory.comparison.quotation.drift`.
        """
        # A quotation has no page around it, so no line of it is taken for furniture.
        return drift(self.a, self.b)

    def runs(self, least: int = 7) -> tuple[Run, ...]:
        """Return the runs of at least so many words that stand in both, the longest first; furniture is left out.

        `a` and `b` of a run number its first word in each document's `words`. Words are compared as `folded` has them.
        Raises ValueError for runs of less than two words.

        >>> both = Comparison(Document("No, the gate shut at ten."), Document("The gate shut at ten, he said."))
        >>> [" ".join(both.a.folded[run.a : run.a + run.size]) for run in both.runs(4)]
        ['the gate shut at ten']
        """
        if least < 2:
            raise ValueError(f"Runs have two words or more, not {least}.")
        return tuple(runs(_apart(self.a, "a"), _apart(self.b, "b"), least))

    def to_frame(self, of: Of = "passages") -> "pd.DataFrame":
        """Return a pandas table of one part: `of` is passages, quotations, exchanges or numbers. Raises ValueError."""
        return frame(self.rows(of), COMPARED_COLUMNS[of])

    def rows(self, of: Of = "passages") -> list[tuple[Any, ...]]:
        """Return what `to_frame` shows, as plain values in the order of its `COMPARED_COLUMNS`. Raises ValueError."""
        if of not in COMPARED_COLUMNS:
            raise ValueError(f"There is no part {of!r}; there are: {', '.join(COMPARED_COLUMNS)}.")
        # The methods are not called here, so that the table of one part doesn't work out the others.
        made = {"passages": self._passages, "quotations": self._quotations, "exchanges": self._exchanges}
        return list({**made, "numbers": self._numbers}[of]())

    def _passages(self) -> Iterator[tuple[Any, ...]]:
        for one in self.passages:
            place = (one.a_start, one.a_end, one.b_start, one.b_end)
            yield *self._both(*place), one.level, one.kind, one.certainty, one.likeness, *place

    def _quotations(self) -> Iterator[tuple[Any, ...]]:
        for one in self.quotations:
            how = (one.drift.kind, one.drift.substantive, one.drift.fidelity, one.certainty)
            yield one.a.text, one.b.text, *how, one.a.start, one.a.end, one.b.start, one.b.end

    def _exchanges(self) -> Iterator[tuple[Any, ...]]:
        for one in self.exchanges:
            place = (one.a_start, one.a_end, one.b_start, one.b_end)
            yield *self._both(*place), one.word_a, one.word_b, one.beside, one.shared, *place

    def _numbers(self) -> Iterator[tuple[Any, ...]]:
        for one in self.numbers:
            place = (one.a_start, one.a_end, one.b_start, one.b_end)
            yield *self._both(*place), one.counted, one.likeness, one.later, *place

    def _both(self, a_start: int, a_end: int, b_start: int, b_end: int) -> tuple[str, str]:
        return self.a.text[a_start:a_end], self.b.text[b_start:b_end]

    def __repr__(self) -> str:
        counts = f"{len(self.passages)} passages, {len(self.quotations)} quotations, {len(self.exchanges)} exchanges"
        return f"<Comparison of {self.a.name or 'a'!r} and {self.b.name or 'b'!r}: {counts}>"

    def _repr_html_(self) -> str:
        one, other = self.a.name or "The first text", self.b.name or "the second"
        rows = [row[:5] for row in self.rows()[:SHOWN]]
        said = f"{one} and {other}: {len(self.passages)} passages in common, {len(self.quotations)} quotations. "
        said += KIN[self.derivation.level]
        return markup(rows, COMPARED_COLUMNS["passages"][:5], said)


def _apart(one: Document, side: str) -> list[str]:
    """The document's folded words, with one that stands nowhere else in the place of each word of its furniture."""
    spans = [(line.start, line.end) for line in one.furniture]
    inside = places(one.words, spans)
    # Replaced and not dropped: the numbers of a run count in each document's own `words`.
    return [f"{side} {at}" if inside[at] >= 0 else word for at, word in enumerate(one.folded)]
