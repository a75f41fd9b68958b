"""What any two of many articles share: all pairs through one index."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from samestory.comparison.passage.alignment import aligned_among
from samestory.comparison.passage.pairs import LEAST_SCORE
from samestory.comparison.passage.run import disjoint, shared_runs
from samestory.comparison.passage.segment import segments
from samestory.comparison.passage.shared import SharedPassage, chains, of_chain, of_sentences
from samestory.errors import SameStoryError
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.thresholds import threshold

MOST_SHARING = 100_000
SHARE_IN_MARKS = threshold(__name__, "SHARE_IN_MARKS")


class TooMuchSharedError(SameStoryError):
    """More pairs of articles share text than can be told apart."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What articles number `a` and `b` (a < b, from 0) share; `words` is how many words of b stand in its passages.

    `share_a` and `share_b` (0 to 1) are the parts of each article's words in shared passages.
    """

    a: int
    b: int
    words: int
    share_a: float
    share_b: float
    passages: tuple[SharedPassage, ...]


def overlap(articles: Sequence[Text], reworded: bool = True) -> tuple[Overlap, ...]:
    """Return every two articles that share a passage, in order.

    Made for 2 to 2,000 articles: copied runs are found through one index of all of them and, with `reworded`,
    sentences told in other words through a second one. It looks less closely than `passages`, which is for two
    articles: runs of a refrain that stands in 50 places or more may be missed. Raises `TooMuchSharedError` if more
    than 100,000 pairs share something, as many copies of one article do.
    """
    read = [as_document(one) for one in articles]
    twins: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(read):
        twins[one.text].append(number)
    copies = list(twins.values())
    # Asked before anything is compared, since a thousand copies of one page are refused in any case.
    _check(sum(len(group) * (len(group) - 1) // 2 for group in copies))
    texts = [read[group[0]] for group in copies]
    found = _copied(texts)
    if reworded:
        _add_reworded(texts, found)
    rows = [_row(texts, i, j, _told_apart(texts[i], texts[j], both)) for (i, j), both in sorted(found.items())]
    return tuple(sorted(_with_copies(rows, texts, copies), key=lambda one: (one.a, one.b)))


def _check(pairs: int) -> None:
    if pairs > MOST_SHARING:
        raise TooMuchSharedError(
            f"more than {MOST_SHARING:,} pairs of articles share text, as copies of one article or of one page's "
            "furniture do: leave out the copies, or compare fewer articles at once"
        )


def _copied(texts: Sequence[Document]) -> dict[tuple[int, int], list[SharedPassage]]:
    """The copied passages of every two texts."""
    found: dict[tuple[int, int], list[SharedPassage]] = defaultdict(list)
    for i, j, shared in shared_runs([one.keys for one in texts]):
        a, b = texts[i], texts[j]
        kept = disjoint(shared, len(a.keys), len(b.keys))
        copied = [one for chain in chains(kept) if (one := of_chain(a, b, chain))]
        if copied:
            found[i, j] = copied
            _check(len(found))
    return found


def _add_reworded(texts: Sequence[Document], found: dict[tuple[int, int], list[SharedPassage]]) -> None:
    """Add the sentences that are told in other words and no copied run has touched."""
    cut = [segments(one) for one in texts]
    for (i, j), pairs in aligned_among(cut, LEAST_SCORE).items():
        taken_a = sorted((one.a_start, one.a_end) for one in found.get((i, j), ()))
        taken_b = sorted((one.b_start, one.b_end) for one in found.get((i, j), ()))
        for pair in pairs:
            one = of_sentences(cut[i][pair.a], cut[j][pair.b], pair.closeness)
            if one is None or _touches(taken_a, one.a_start, one.a_end) or _touches(taken_b, one.b_start, one.b_end):
                continue
            found[i, j].append(one)
    _check(len(found))


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


def _told_apart(a: Document, b: Document, found: Iterable[SharedPassage]) -> tuple[SharedPassage, ...]:
    """The passages in order, with those that stand in quotation marks in both articles marked as quotations."""
    named = [
        replace(one, kind="quotation")
        if _is_quoted(a, one.a_start, one.a_end) and _is_quoted(b, one.b_start, one.b_end)
        else one
        for one in found
    ]
    return tuple(sorted(named, key=lambda one: (one.a_start, one.b_start)))


def _is_quoted(text: Document, start: int, end: int) -> bool:
    """Whether most of a span stands in quotation marks."""
    parts = _quoted(text)
    first = max(0, bisect_right(parts, (start, start)) - 1)
    inside = 0
    for low, high in parts[first:]:
        if low >= end:
            break
        # Added up, since “he said” may part a quotation into pieces.
        inside += max(0, min(end, high) - max(start, low))
    # Not all of it: a shared run may have drawn in a “he said” beside the marks, or between them.
    return inside > SHARE_IN_MARKS * (end - start)


@once
def _quoted(text: Document) -> list[tuple[int, int]]:
    return [part for one in text.quotations if one.level == 0 for part in one.parts]


def _row(texts: Sequence[Document], i: int, j: int, found: tuple[SharedPassage, ...]) -> Overlap:
    """What two texts share, under their numbers among the texts that are no copies."""
    in_a = _words_in(texts[i], ((one.a_start, one.a_end) for one in found))
    in_b = _words_in(texts[j], ((one.b_start, one.b_end) for one in found))
    shares = round(in_a / len(texts[i].words), 4), round(in_b / len(texts[j].words), 4)
    return Overlap(i, j, in_b, *shares, found)


def _words_in(text: Document, spans: Iterable[tuple[int, int]]) -> int:
    covered: set[int] = set()
    for start, end in spans:
        covered.update(text.numbers(start, end))
    return len(covered)


def _with_copies(
    rows: Iterable[Overlap], texts: Sequence[Document], copies: Sequence[Sequence[int]]
) -> Iterator[Overlap]:
    """Say of every copy of an article what is true of its first one, and that it shares all with the others."""
    total = 0
    for row in rows:
        total += len(copies[row.a]) * len(copies[row.b])
        _check(total)
        for a, b in product(copies[row.a], copies[row.b]):
            yield replace(row, a=a, b=b) if a < b else _mirrored(row, b, a, texts[row.a])
    for text, group in zip(texts, copies, strict=True):
        size = len(text.text)
        whole = SharedPassage(0, size, 0, size, "verbatim", "prose", "sure", 1.0)
        count = len(text.words)
        yield from (Overlap(a, b, count, 1.0, 1.0, (whole,)) for a, b in combinations(group, 2) if count)


def _mirrored(row: Overlap, a: int, b: int, text: Document) -> Overlap:
    """The row read from its other article, `text`, whose words in the passages are others."""
    words = _words_in(text, ((one.a_start, one.a_end) for one in row.passages))
    found = tuple(sorted((one.mirrored for one in row.passages), key=lambda one: (one.a_start, one.b_start)))
    return Overlap(a, b, words, row.share_b, row.share_a, found)
