"""What is tuned: each figure, the values that are tried, and what counts as right on labelled texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from math import log2
from typing import TypeVar

from tune_choice import Item, Outcome
from tune_set import Labelled, Named, Pair, Quoted

from samestory.comparison import SharedPassage, likeness, passages, quotations
from samestory.text import Document

Span = tuple[int, int]
One = TypeVar("One")


@dataclass(frozen=True)
class Task:
    """A figure by its name in `thresholds.toml`, the values to try, what is measured, and the outcomes of a set."""

    name: str
    values: tuple[float, ...]
    measures: str
    items: Callable[["Task", Labelled, str], list[Item]]
    score: Callable[[Outcome], float]


@contextmanager
def set_to(name: str, value: float) -> Iterator[None]:
    """Let the engine use another value for a while."""
    module, _, constant = name.rpartition(".")
    home = import_module(f"samestory.{module}")
    before = getattr(home, constant)
    setattr(home, constant, value)
    likeness.cache_clear()
    try:
        yield
    finally:
        setattr(home, constant, before)
        likeness.cache_clear()


def _tried(task: Task, of: str, every: Sequence[One], outcome: Callable[[One], Outcome]) -> list[Item]:
    """The outcome of each labelled thing for each value."""
    found: list[dict[float, Outcome]] = [{} for _ in every]
    for value in task.values:
        with set_to(task.name, value):
            for row, one in zip(found, every, strict=True):
                row[value] = outcome(one)
    return [Item(of, row) for row in found]


def _passages(task: Task, given: Labelled, of: str) -> list[Item]:
    texts = {text: Document(text) for one in given.pairs for text in (one.a, one.b)}
    return _tried(task, of, given.pairs, lambda one: _found(one, passages(texts[one.a], texts[one.b])))


def _found(pair: Pair, found: Sequence[SharedPassage]) -> Outcome:
    """Precision and recall by passage, added up, as plagdet takes them (Potthast et al. 2010), and false alarms."""
    rows = [((one.a_start, one.a_end), (one.b_start, one.b_end)) for one in found]
    gold = [(a, b) for a, b, _ in pair.shared]
    right = [_covered(row, [one for one in gold if meet(row, one)]) for row in rows]
    told = [[row for row in rows if meet(row, one)] for one in gold]
    recall = [_covered(one, hits) for one, hits in zip(gold, told, strict=True)]
    hits = [len(each) for each in told if each]
    false = any(one.kind == "prose" for one in found) if pair.is_hard else False
    return sum(right), len(rows), sum(recall), len(gold), sum(hits), len(hits), pair.is_hard, false


def meet(one: tuple[Span, Span], other: tuple[Span, Span]) -> bool:
    """Whether two passages have characters in common on both sides."""
    return all(max(a[0], b[0]) < min(a[1], b[1]) for a, b in zip(one, other, strict=True))


def _covered(one: tuple[Span, Span], others: Sequence[tuple[Span, Span]]) -> float:
    """The share of both sides' characters that the others cover."""
    size = sum(end - start for start, end in one)
    inside = 0
    for side, (start, end) in enumerate(one):
        inside += len({at for other in others for at in range(max(start, other[side][0]), min(end, other[side][1]))})
    return inside / size


def found_well(sums: Outcome) -> float:
    """The mean of plagdet and of the share of pairs about one event in their own words in which nothing is found."""
    right, rows, recall, gold, hits, hit, hard, false = sums
    precision, recalled = right / rows if rows else 0.0, recall / gold if gold else 0.0
    both = precision + recalled
    plagdet = 2 * precision * recalled / both / log2(1 + (hits / hit if hit else 1)) if both else 0.0
    return (plagdet + 1 - false / hard) / 2 if hard else plagdet


def _quotations(task: Task, given: Labelled, of: str) -> list[Item]:
    """For a sure share, pairs count that are sure; for a possible one, all."""
    texts = {text: Document(text) for one in given.quoted for text in (one.a, one.b)}
    only_sure = "SURE" in task.name

    def outcome(one: Quoted) -> Outcome:
        pairs = quotations(texts[one.a], texts[one.b])
        return _told(any(not only_sure or pair.certainty == "sure" for pair in pairs), one.is_one)

    return _tried(task, of, given.quoted, outcome)


def _names(task: Task, given: Labelled, of: str) -> list[Item]:
    def outcome(one: Named) -> Outcome:
        return _told(likeness(one.a, one.b).relation not in ("different", "inflection"), one.is_one)

    return _tried(task, of, given.named, outcome)


def _told(said: bool, is_so: bool) -> Outcome:
    return said and is_so, said and not is_so, is_so and not said


def f1(sums: Outcome) -> float:
    """The harmonic mean of precision and recall, of true, false and missed."""
    true, false, missed = sums
    return 2 * true / (2 * true + false + missed) if true else 0.0


def rarely_false(sums: Outcome) -> float:
    """F1 as it would be where near names are ten times as many as slips: in news, most near names are two names."""
    true, false, missed = sums
    return f1((true, 10 * false, missed))


def _steps(first: float, last: float, step: float) -> tuple[float, ...]:
    return tuple(round(first + n * step, 3) for n in range(round((last - first) / step) + 1))


FOUND = "mean of plagdet and of the share of pairs telling one event in their own words in which nothing is found"
TASKS: Mapping[str, Task] = {
    one.name.rpartition(".")[2]: one
    for one in (
        Task("comparison.passage.pairs.LEAST_SCORE", _steps(0.44, 0.8, 0.02), FOUND, _passages, found_well),
        Task("comparison.passage.shared.SHORTEST_RUN", _steps(5, 11, 1), FOUND, _passages, found_well),
        Task("comparison.passage.closeness.FOR_EACH_TOO_FEW", _steps(0, 0.2, 0.02), FOUND, _passages, found_well),
        Task("comparison.quotation.pairs.SURE_SHARE", _steps(0.4, 0.9, 0.05), "F1 of sure pairs", _quotations, f1),
        Task("comparison.quotation.pairs.POSSIBLE_SHARE", _steps(0.1, 0.55, 0.05), "F1 of all pairs", _quotations, f1),
        Task(
            "comparison.name.likeness.SHORTEST_TYPED",
            _steps(4, 12, 1),
            "F1 of one name or two, a false alarm counted ten times",
            _names,
            rarely_false,
        ),
    )
}
