"""The same quotation in several texts: runs of six quoted words or more."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import are_quoted, text_row
from samestory.text.cut import CutText

SHORTEST_QUOTED_RUN = 6  # words; fewer are shared by chance
Gram = tuple[str, ...]
_Texts = Mapping[Gram, set[int]]  # numbers of texts


def holders(texts: Sequence[CutText]) -> _Texts:
    """Which texts quote which six words in a row."""
    found: dict[Gram, set[int]] = defaultdict(set)
    for number, document in enumerate(texts):
        for _, gram in _grams(document):
            found[gram].add(number)
    return found


def shared_quotations(document: CutText, holders: _Texts) -> Iterator[OddPhrase]:
    """Yield the quoted runs of a text that others hold too; neighbouring ones that the same texts hold are one."""
    row, start, last, group = text_row(document), -1, -1, set[int]()

    def run() -> OddPhrase:
        why = "quote the same words; they may have them from the speaker, so this shows no copying."
        return in_row(row, start, last + SHORTEST_QUOTED_RUN - 1, "other account", why)

    for at, gram in _grams(document):
        here = holders[gram]
        if start >= 0 and (at != last + 1 or here != group):
            yield run()
            start = -1
        if len(here) > 1:
            start, last, group = (at if start < 0 else start), at, here
    if start >= 0:
        yield run()


def _grams(document: CutText) -> Iterator[tuple[int, Gram]]:
    """Every six words in a row that are quoted, with the number of the first."""
    lows, run = text_row(document).lows, 0
    for at, is_quoted in enumerate(are_quoted(document)):
        run = run + 1 if is_quoted else 0
        if run >= SHORTEST_QUOTED_RUN:
            yield at - SHORTEST_QUOTED_RUN + 1, lows[at - SHORTEST_QUOTED_RUN + 1 : at + 1]
