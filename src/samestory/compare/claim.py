"""One fact told by two texts with one word exchanged: “signed a law” in one, “signing two decrees” in the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samestory.compare.reading import EVERYDAY, TITLES, Reading, Segment, reading, root, weight
from samestory.compare.wording import NUMBER_WORDS, is_content, is_number
from samestory.text.date_words import MONTHS, WEEKDAYS
from samestory.text.listed import listed

# How many word families two sentences must share; more where only the word before a shared noun differs, since one
# thing may well be “fiery” and “televised”. How far apart, in words, a shared word and the exchanged one may stand.
LEAST_SHARED, LEAST_BEFORE_NOUN, REACH = 2, 6, 3
_DAYS = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
_TRANSPARENT = frozenset(["a", "an", "the", *NUMBER_WORDS, *NUMBER_WORDS.values()])
# Words that go with nearly everything, so that nothing follows from standing beside them.
_HOLDS_NOTHING = frozenset(map(root, listed("continue begin start keep remain try want plan along due amid despite")))


@dataclass(frozen=True, slots=True)
class Exchange:
    """`text_a[a_start:a_end]` and `text_b[b_start:b_end]` say the same of one thing but for one word.

    `word_a` and `word_b` were exchanged, `beside` stands next to them in both. `shared` counts the word families that
    the two sentences share.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    word_a: str
    word_b: str
    beside: str
    shared: int


@dataclass(frozen=True, slots=True)
class _Slot:
    """Word number `at` beside word number `by`; `family` and `held` are their families, `between` the words between."""

    at: int
    by: int
    family: str
    held: str
    between: tuple[str, ...]

    @property
    def is_head(self) -> bool:
        """Whether the exchanged word follows the shared one: “signed a law”, “100 trucks”."""
        return self.by < self.at

    @property
    def place(self) -> tuple[str, bool, tuple[str, ...]]:
        """What two slots must have in common to be one place."""
        return self.held, self.is_head, self.between


def exchanges(a: str, b: str) -> tuple[Exchange, ...]:
    """Return where a sentence of `a` and one of `b` have different words in one place, beside the same word.

    Numbers, days and names are not compared, nor quotations told apart: blank out what should stay aside. Synonyms are
    exchanges too; a person, or a second account, decides which matter.

    >>> found = exchanges("Lind signed a law on Monday.", "Mayor Lind, by signing two decrees, closed the pier.")
    >>> [(one.word_a, one.word_b) for one in found]
    [('law', 'decrees')]
    """
    left, right = reading(a), reading(b)
    found: list[Exchange] = []
    for other in right.segments:
        theirs = _families(right, other)
        for one in left.segments:
            mine = _families(left, one)
            if len(mine & theirs) >= LEAST_SHARED:
                found.extend(_between(left, one, mine, right, other, theirs))
    return tuple(sorted(found, key=lambda each: (each.a_start, each.a_end, each.b_start)))


def _families(text: Reading, segment: Segment) -> set[str]:
    return {root(key) for key in text.keys[segment.first : segment.last + 1] if weight(key)}


def _between(
    a: Reading, one: Segment, mine: set[str], b: Reading, other: Segment, theirs: set[str]
) -> Iterator[Exchange]:
    shared = len(mine & theirs)
    places: dict[tuple[str, bool, tuple[str, ...]], _Slot] = {}
    for rival in _slots(b, other):
        if rival.family not in mine:
            places.setdefault(rival.place, rival)
    taken: set[int] = set()
    for slot in _slots(a, one):
        found = places.get(slot.place)
        if slot.at in taken or not found or slot.family in theirs:
            continue
        if slot.is_head or shared >= LEAST_BEFORE_NOUN:
            taken.add(slot.at)
            yield Exchange(
                a.words[min(slot.at, slot.by)].start,
                a.words[max(slot.at, slot.by)].end,
                b.words[min(found.at, found.by)].start,
                b.words[max(found.at, found.by)].end,
                a.words[slot.at].text,
                b.words[found.at].text,
                a.words[slot.by].text,
                shared,
            )


def _slots(text: Reading, segment: Segment) -> Iterator[_Slot]:
    """Each plain content word of a sentence, once beside the content word before it and once beside the one after."""
    numbers = range(segment.first, segment.last + 1)
    content = [n for n in numbers if is_content(text.keys[n]) and text.keys[n] not in _TRANSPARENT]
    for before, after in pairwise(content):
        if after - before > REACH:
            continue
        between = tuple(key for key in text.keys[before + 1 : after] if key not in _TRANSPARENT)
        for at, by in ((before, after), (after, before)):
            if _is_plain(text, at) and not is_number(text.keys[at]) and _holds(text, by):
                yield _Slot(at, by, root(text.keys[at]), root(text.keys[by]), between)


def _is_plain(text: Reading, number: int) -> bool:
    """Whether a word says something of its own: no name, no day, nothing that news says all the time."""
    key = text.keys[number]
    return text.words[number].text[:1].islower() and key not in EVERYDAY | _DAYS and root(key) not in _HOLDS_NOTHING


def _holds(text: Reading, number: int) -> bool:
    """Whether a word says enough to hold a place."""
    key = text.keys[number]
    return key[:1].isdigit() or (_is_plain(text, number) and key not in TITLES)
