"""What any two of many articles share: all pairs through one index."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from samestory.comparison.passage.index import shared_runs
from samestory.comparison.passage.kin import kin
from samestory.comparison.passage.pairs import LEAST_SCORE
from samestory.comparison.passage.reading import Reading, reading
from samestory.comparison.passage.run import apart
from samestory.comparison.passage.shared import SharedPassage, chains, of_chain, of_sentences
from samestory.errors import SameStoryError
from samestory.text.quotation import quotations

MOST_PAIRS = 100_000


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


def overlap(articles: Sequence[str], reworded: bool = True) -> tuple[Overlap, ...]:
    """Return every two articles that share a passage, in order.

    Made for 2 to 2,000 articles: copied runs are found through one index of all of them and, with `reworded`,
    sentences told in other words through a second one. It looks less closely than `passages`, which is for two
    articles: runs of a refrain that stands in 50 places or more may be missed. Raises `TooMuchSharedError` if more
    than 100,000 pairs share something, as many copies of one article do.
    """
    first_of = {text: number for number, text in reversed(list(enumerate(articles)))}
    twins: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(articles):
        twins[first_of[text]].append(number)
    _check(sum(len(group) * (len(group) - 1) // 2 for group in twins.values()))
    numbers = sorted(twins)
    texts = [reading(articles[number]) for number in numbers]
    found: dict[tuple[int, int], list[SharedPassage]] = defaultdict(list)
    for i, j, run_list in shared_runs([text.keys for text in texts]):
        kept = apart(run_list, len(texts[i].keys), len(texts[j].keys))
        copied = [one for one in (of_chain(texts[i], texts[j], chain) for chain in chains(kept)) if one]
        if copied:
            found[i, j] = copied
            _check(len(found))
    if reworded:
        _add_reworded(texts, found)
    quoted = _Quoted(texts)
    rows = [
        _row(texts[i], texts[j], numbers[i], numbers[j], quoted.told_apart(i, j, rows))
        for (i, j), rows in sorted(found.items())
    ]
    whole = {number: _whole(texts[at]) for at, number in enumerate(numbers) if len(twins[number]) > 1}
    return tuple(sorted(_with_twins(rows, twins, whole), key=lambda one: (one.a, one.b)))


def _check(pairs: int) -> None:
    if pairs > MOST_PAIRS:
        raise TooMuchSharedError(
            f"more than {MOST_PAIRS:,} pairs of articles share text, as copies of one article or of one page's "
            "furniture do: leave out the copies, or compare fewer articles at once"
        )


def _add_reworded(texts: Sequence[Reading], found: dict[tuple[int, int], list[SharedPassage]]) -> None:
    """Add the sentences that are told in other words and no copied run has touched."""
    for (i, j), pairs in kin(texts, LEAST_SCORE).items():
        taken_a = sorted((one.a_start, one.a_end) for one in found.get((i, j), ()))
        taken_b = sorted((one.b_start, one.b_end) for one in found.get((i, j), ()))
        for pair in pairs:
            a, b = texts[i].segments[pair.a], texts[j].segments[pair.b]
            one = of_sentences(texts[i], a, texts[j], b, pair.likeness)
            if one is None or _touches(taken_a, one.a_start, one.a_end) or _touches(taken_b, one.b_start, one.b_end):
                continue
            found[i, j].append(one)
    _check(len(found))


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


class _Quoted:
    """The quotations of the articles, read when they are first asked for."""

    def __init__(self, texts: Sequence[Reading]) -> None:
        self._texts = texts
        self._parts: dict[int, list[tuple[int, int]]] = {}

    def told_apart(self, i: int, j: int, found: Iterable[SharedPassage]) -> tuple[SharedPassage, ...]:
        """The passages in order, with those that stand in quotation marks in both articles marked as quotations."""
        named = [
            replace(one, kind="quotation")
            if self._holds(i, one.a_start, one.a_end) and self._holds(j, one.b_start, one.b_end)
            else one
            for one in found
        ]
        return tuple(sorted(named, key=lambda one: (one.a_start, one.b_start)))

    def _holds(self, number: int, start: int, end: int) -> bool:
        """Whether at least four fifths of a span stand in quotation marks."""
        if number not in self._parts:
            self._parts[number] = [part for one in quotations(self._texts[number].text) for part in one.parts]
        parts = self._parts[number]
        first = max(0, bisect_right(parts, (start, start)) - 1)
        inside = 0
        for low, high in parts[first:]:
            if low >= end:
                break
            inside = max(inside, min(end, high) - max(start, low))
        return inside >= 0.8 * (end - start)


def _row(a: Reading, b: Reading, number_a: int, number_b: int, found: tuple[SharedPassage, ...]) -> Overlap:
    in_a = _words_in(a, ((one.a_start, one.a_end) for one in found))
    in_b = _words_in(b, ((one.b_start, one.b_end) for one in found))
    return Overlap(number_a, number_b, in_b, round(in_a / len(a.words), 4), round(in_b / len(b.words), 4), found)


def _words_in(text: Reading, spans: Iterable[tuple[int, int]]) -> int:
    starts = [word.start for word in text.words]
    covered: set[int] = set()
    for start, end in spans:
        covered.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return len(covered)


def _whole(text: Reading) -> tuple[SharedPassage, ...]:
    size = len(text.text)
    return (SharedPassage(0, size, 0, size, "verbatim", "prose", "sure", 1.0),) if text.words else ()


def _with_twins(
    rows: list[Overlap], twins: dict[int, list[int]], whole: dict[int, tuple[SharedPassage, ...]]
) -> Iterator[Overlap]:
    """Say of every copy of an article what is true of its first one."""
    total = 0
    for row in rows:
        total += len(twins[row.a]) * len(twins[row.b])
        _check(total)
        for a in twins[row.a]:
            for b in twins[row.b]:
                yield replace(row, a=a, b=b) if a < b else _mirrored(row, b, a)
    for first, found in whole.items():
        group = twins[first]
        for n, a in enumerate(group):
            yield from (Overlap(a, b, 0, 1.0, 1.0, found) for b in group[n + 1 :] if found)


def _mirrored(row: Overlap, a: int, b: int) -> Overlap:
    found = tuple(sorted((one.mirrored for one in row.passages), key=lambda one: (one.a_start, one.b_start)))
    return Overlap(a, b, row.words, row.share_b, row.share_a, found)
