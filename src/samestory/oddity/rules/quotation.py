"""The same quotation in several texts: runs of six quoted words or more."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import are_quoted, text_row
from samestory.text.document import Document

SHORTEST_RUN = 6  # words; fewer are shared by chance
Gram = tuple[str, ...]


def shared_quotations(texts: Sequence[Document]) -> Iterator[tuple[int, OddPhrase]]:
    """Yield the quoted runs that stand in two texts or more, each with the number of its text."""
    holders: dict[Gram, set[int]] = defaultdict(set)
    for number, document in enumerate(texts):
        for _, gram in _grams(document):
            holders[gram].add(number)
    for number, document in enumerate(texts):
        for first, last in _joined(document, holders):
            yield number, in_row(text_row(document), first, last, "other account", "quote the same words")


def _grams(document: Document) -> Iterator[tuple[int, Gram]]:
    """Every six words in a row that are quoted, with the number of the first."""
    lows, run = text_row(document).lows, 0
    for at, is_quoted in enumerate(are_quoted(document)):
        run = run + 1 if is_quoted else 0
        if run >= SHORTEST_RUN:
            yield at - SHORTEST_RUN + 1, lows[at - SHORTEST_RUN + 1 : at + 1]


def _joined(document: Document, holders: dict[Gram, set[int]]) -> Iterator[tuple[int, int]]:
    """Join neighbouring runs that the same texts hold: the first and last word of each."""
    start, last, group = -1, -1, set[int]()
    for at, gram in _grams(document):
        here = holders[gram]
        if start >= 0 and (at != last + 1 or here != group):
            yield start, last + SHORTEST_RUN - 1
            start = -1
        if len(here) > 1:
            start, last, group = (at if start < 0 else start), at, here
    if start >= 0:
        yield start, last + SHORTEST_RUN - 1
