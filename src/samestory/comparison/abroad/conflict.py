"""Numbers, days and names that two accounts in one language give differently, in sentences that tell the same."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from samestory.comparison.abroad.figure import Figure, counted_words, figures_of
from samestory.comparison.abroad.pairs import SentenceTold, same_told
from samestory.comparison.abroad.spelling import NamedTwice, names_differ
from samestory.language.stem import stem
from samestory.text.day.abroad import days_abroad
from samestory.text.day.read import DatePhrase
from samestory.text.document import Document
from samestory.text.sentence import sentence_starts

ConflictKind = Literal["number", "day", "name"]
_One = TypeVar("_One", Figure, DatePhrase)


@dataclass(frozen=True, slots=True)
class ConflictAbroad:
    """`a[a_start:a_end]` and `b[b_start:b_end]` (code points) don't fit each other, in sentences that tell the same.

    `a_span` and `b_span` are the sentences; `likeness` (0 to 1) says how far they tell the same. For a name
    `only_accents` says that nothing but an accent differs. Nothing says which is right; it is always *possible*.
    """

    kind: ConflictKind
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    likeness: float
    only_accents: bool = False


def conflicts_abroad(a: Document, b: Document) -> tuple[ConflictAbroad, ...]:
    """Return what two texts in one language with a pack tell differently, in the order of `a`; else nothing.

    >>> a = Document("Rund 1.200 Helfer waren für den Umzug eingeplant.", lang="de")
    >>> (found,) = conflicts_abroad(a, Document("Für den Umzug waren 12.000 Helfer eingeplant.", lang="de"))
    >>> found.kind, a.text[found.a_start : found.a_end]
    ('number', '1.200')
    """
    if a.pack is None or a.language != b.language:
        return ()
    found: list[ConflictAbroad] = []
    for one, other, score in same_told(a, b):
        spans = (one.start, one.end), (other.start, other.end), round(score, 4)
        found += [
            ConflictAbroad("number", x.start, x.end, y.start, y.end, *spans) for x, y in _figures(a, one, b, other)
        ]
        found += [ConflictAbroad("day", x.start, x.end, y.start, y.end, *spans) for x, y in _days(a, one, b, other)]
    found += [_named(a, b, each) for each in names_differ(a, b)]
    return tuple(sorted(found, key=lambda one: (one.a_start, one.b_start)))


def _named(a: Document, b: Document, one: NamedTwice) -> ConflictAbroad:
    spans = _sentence(a, one.a[0]), _sentence(b, one.b[0])
    return ConflictAbroad("name", *one.a, *one.b, *spans, likeness=1.0, only_accents=one.only_accents)


def _sentence(text: Document, at: int) -> tuple[int, int]:
    """The sentence that holds a place."""
    one = text.sentences[bisect_right(sentence_starts(text), at) - 1]
    return one.start, one.end


def _within(found: Sequence[_One], one: SentenceTold) -> list[_One]:
    return [each for each in found if one.start <= each.start < one.end]


def _unmatched(
    ours: list[_One], theirs: list[_One], fits: Callable[[_One, _One], bool]
) -> tuple[list[_One], list[_One]]:
    """What has no match in the other sentence, on either side."""
    return (
        [one for one in ours if not any(fits(one, other) for other in theirs)],
        [other for other in theirs if not any(fits(one, other) for one in ours)],
    )


def _figures(a: Document, one: SentenceTold, b: Document, other: SentenceTold) -> Iterator[tuple[Figure, Figure]]:
    """Numbers of one thing that don't fit: what is counted has one stem in both, or each stands alone."""
    ours, theirs = _unmatched(_within(figures_of(a), one), _within(figures_of(b), other), _may_be_one)
    for x in ours:
        rivals = [y for y in theirs if x.unit == y.unit and _counts_the_same(a, x, b, y)]
        if len(rivals) == 1:
            yield x, rivals[0]


def _may_be_one(x: Figure, y: Figure) -> bool:
    return x.low <= y.high and y.low <= x.high


def _counts_the_same(a: Document, x: Figure, b: Document, y: Figure) -> bool:
    ours, theirs = _stems(a, x), _stems(b, y)
    return bool(ours & theirs) or (not ours and not theirs)


def _stems(text: Document, one: Figure) -> set[str]:
    return {stem(word.text, text.language) for word in counted_words(text, one)}


def _days(a: Document, one: SentenceTold, b: Document, other: SentenceTold) -> Iterator[tuple[DatePhrase, DatePhrase]]:
    """The day of one sentence and the other one of its match, where each has one that the other lacks."""
    ours, theirs = _within(a.days, one), _within(b.days, other)
    ours, theirs = ([day for day in days if day.form in ("date", "weekday")] for days in (ours, theirs))
    pack = a.pack

    def fits(x: DatePhrase, y: DatePhrase) -> bool:
        if x.date and y.date:
            return x.date <= (y.last or y.date) and y.date <= (x.last or x.date)
        return pack is None or not _printed_apart(x, y, a, b)

    mine, their = _unmatched(ours, theirs, fits)
    if len(mine) == len(their) == 1:
        yield mine[0], their[0]


def _printed_apart(x: DatePhrase, y: DatePhrase, a: Document, b: Document) -> bool:
    """Whether two days that nobody can reckon differ as printed: other months or numbers, or other weekdays."""
    ours, theirs = _parts(x, a), _parts(y, b)
    for names in (("day", "month"), ("weekday",)):
        mine, their = ([each.get(name) for name in names] for each in (ours, theirs))
        if all(mine) and all(their):
            return mine != their
    return False


def _parts(day: DatePhrase, text: Document) -> dict[str, str]:
    assert text.pack is not None
    return next((parts for *_, parts in days_abroad(day.text, text.pack)), {})
