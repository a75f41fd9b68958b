"""An amount that an account gives: the number, what bends it, its unit, what is counted and what stands beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.comparison.number.around import chunk_around, counted_behind, harm_near, rate_behind, side_of
from samestory.comparison.number.bound import Bound, bent
from samestory.comparison.number.no_amount import is_no_amount
from samestory.comparison.number.unit import unit_behind
from samestory.comparison.number.written import WrittenNumber, number_written_at
from samestory.comparison.passage.segment import Segment, segments
from samestory.text.document import Document
from samestory.text.once import once
from samestory.words.key import root
from samestory.words.lists import words_in
from samestory.words.wording import is_content, is_number

MOST_WORDS_TOLD = 120  # words: what is longer, such as a table, is no sentence
_ANYBODY = frozenset(map(root, words_in("amounts", "anybody")))


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """`text[start:end]` gives a number from `low` to `high` in `unit` (hundredths, metres, days, “dollar”, “count”).

    `head` is the family of what is counted, empty for people of any kind; `harm` is what was done to them, `rate` the
    time for which it holds, `side` whether it is added to others or a part of them. `near` holds the families of the
    words between the pauses around it, `kinds` of those that may name what is counted, `said` of those that say of
    which kind: “union” of “union members”. `written` is the number as it stands there, whatever its unit. `first` and
    `after` are the words of it, `home` is its sentence.
    """

    start: int
    end: int
    home: Segment
    first: int
    after: int
    low: float
    high: float
    bound: Bound
    unit: str
    head: str
    harm: str
    rate: str
    side: str
    near: frozenset[str]
    kinds: frozenset[str]
    said: frozenset[str]
    measure: str
    written: float

    @property
    def middle(self) -> float:
        """The number itself: what stands in the text, whatever bends it."""
        return self.high if self.bound in ("most", "below") else self.low if self.bound == "least" else self._half

    @property
    def _half(self) -> float:
        return (self.low + self.high) / 2


@once
def by_sentence(text: Document) -> Mapping[int, Sequence[Amount]]:
    """Return the amounts of a document by the number of the first word of their sentence."""
    found: dict[int, list[Amount]] = defaultdict(list)
    for one in amounts(text):
        found[one.home.first].append(one)
    return found


@once
def amounts(text: Document) -> tuple[Amount, ...]:
    """Return the amounts of a document in order; no years, days, hours, ages, ranks and numbers of houses or pages."""
    return tuple(one for home in segments(text) if home.size <= MOST_WORDS_TOLD for one in _in_sentence(text, home))


def _in_sentence(text: Document, home: Segment) -> Iterator[Amount]:
    words = text.folded
    found, at = [], home.first
    while at <= home.last:
        value = number_written_at(words, at)
        found += [value] if value else []
        at = value.after if value else at + 1
    for value in found:
        if not is_no_amount(text, words, value):
            yield _amount(text, home, words, value)


def _amount(text: Document, home: Segment, words: tuple[str, ...], one: WrittenNumber) -> Amount:
    after, unit, times, measure = unit_behind(words, one)
    low, high, bound = bent(words, one)
    begin, stop = chunk_around(text, home, one.first, after)
    near = list(range(begin, one.first)) + list(range(after, stop))
    kinds, said, head = counted_behind(text, words, after, stop)
    rate = rate_behind(words, after)
    return Amount(
        text.words[one.first].start,
        text.words[after - 1].end,
        home,
        one.first,
        after,
        low * times,
        high * times,
        bound,
        unit,
        "" if head in _ANYBODY else head,
        harm_near(words, one.first, after, begin, stop),
        rate,
        side_of(words, one.first, after),
        frozenset(root(text.keys[n]) for n in near if is_content(text.keys[n]) and not is_number(text.keys[n])),
        kinds,
        said,
        measure,
        one.value,
    )
