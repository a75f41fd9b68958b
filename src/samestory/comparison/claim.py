"""One fact told by two texts with one word exchanged: “signed a law” in one, “signing two decrees” in the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from samestory.comparison.passage.segment import Segment, segments
from samestory.comparison.passage.weight import EVERYDAY, FORMAL_TITLES
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.words.day_name import MONTH_KEYS, WEEKDAY_KEYS
from samestory.words.key import root
from samestory.words.listed import listed
from samestory.words.wording import NUMBER_WORDS, is_content, is_number

# How many word families two sentences must share; more where only the word before a shared noun differs, since one
# thing may well be “fiery” and “televised”. How far apart, in words, a shared word and the exchanged one may stand.
LEAST_SHARED, LEAST_BESIDE_FIGURE, LEAST_BEFORE_NOUN, FARTHEST_BESIDE = 2, 3, 6, 3
# Takes “1998” and leaves “1,998”, which counts something: days and years have a measure of their own.
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
# Places in the other text that are looked at for one place in this one.
MOST_RIVALS = 12
_DAYS = WEEKDAY_KEYS | MONTH_KEYS
# Looked through, so that “signed a law” and “signing two decrees” are one place.
_TRANSPARENT = frozenset(["a", "an", "the", *NUMBER_WORDS, *NUMBER_WORDS.values()])
# Words that go with nearly everything, so that nothing follows from standing beside them.
_HOLDS_NOTHING = listed("continue begin start keep remain try want plan along due amid despite half quarter")


@dataclass(frozen=True, slots=True)
class Exchange:
    """`text_a[a_start:a_end]` and `text_b[b_start:b_end]` say the same of one thing but for one word.

    `word_a` and `word_b` were exchanged, `beside` stands next to them in both. `shared` counts the word families that
    the two sentences share. `is_figure` if numbers were exchanged.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    word_a: str
    word_b: str
    beside: str
    shared: int
    is_figure: bool = False


_Place = tuple[str, bool, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class _Slot:
    """Word number `at` beside word number `by`; `family` and `held` are their families, `between` the words between.

    `home` is the number of their sentence.
    """

    home: int
    at: int
    by: int
    family: str
    held: str
    between: tuple[str, ...]
    is_figure: bool = False

    @property
    def is_head(self) -> bool:
        """Whether the exchanged word follows the shared one: “signed a law”, “100 trucks”."""
        return self.by < self.at

    @property
    def place(self) -> _Place:
        """What two slots must have in common to be one place; figures stand in places of their own."""
        return self.held, self.is_head, self.between, self.is_figure


def exchanges(a: Text, b: Text) -> tuple[Exchange, ...]:
    """Return where a sentence of `a` and one of `b` have different words in one place, beside the same word.

    A place counts if each text has one word for it throughout: where “the gate closed” and “the gate stayed open” stand
    in one text, nothing follows from “the gate swung” in the other. Figures are compared beside what they count or
    whose they are; days and names are not, nor are quotations told apart: blank out what should stay aside. Synonyms
    are exchanges too; a person decides which matter.

    >>> found = exchanges("Lind signed a law on Monday.", "Mayor Lind, by signing two decrees, closed the pier.")
    >>> [(one.word_a, one.word_b) for one in found]
    [('law', 'decrees')]
    """
    a, b = as_document(a), as_document(b)
    settled = {place: rivals[:MOST_RIVALS] for place, rivals in _places(b).items() if _is_settled(rivals)}
    kept = {place: rivals for place, rivals in settled.items() if _is_settled(_places(a).get(place, ()))}
    mine, theirs = segments(a), segments(b)
    taken: set[tuple[int, int]] = set()
    found = []
    for slot in _slots(a):
        for rival in kept.get(slot.place, ()):
            shared = _shared(slot, mine[slot.home], rival, theirs[rival.home])
            # Each word counts once at most with each sentence of `b`.
            if shared and (slot.at, rival.home) not in taken:
                taken.add((slot.at, rival.home))
                found.append(_exchange(a, slot, b, rival, shared))
    return tuple(sorted(found, key=lambda each: (each.a_start, each.a_end, each.b_start)))


def _is_settled(slots: Sequence[_Slot]) -> bool:
    """Whether a text has one word for a place throughout, or none."""
    return len({slot.family for slot in slots}) <= 1


def _shared(slot: _Slot, one: Segment, rival: _Slot, other: Segment) -> int:
    """How many word families two sentences share; 0 if too few, or if one of the words stands in both."""
    # A word that stands elsewhere in the other sentence was moved there, and not exchanged.
    if slot.family in other.families or rival.family in one.families:
        return 0
    shared = len(one.families.keys() & other.families.keys())
    least = LEAST_BESIDE_FIGURE if slot.is_figure else LEAST_SHARED if slot.is_head else LEAST_BEFORE_NOUN
    return shared if shared >= least else 0


def _exchange(a: Document, slot: _Slot, b: Document, rival: _Slot, shared: int) -> Exchange:
    return Exchange(
        a.words[min(slot.at, slot.by)].start,
        a.words[max(slot.at, slot.by)].end,
        b.words[min(rival.at, rival.by)].start,
        b.words[max(rival.at, rival.by)].end,
        a.words[slot.at].text,
        b.words[rival.at].text,
        a.words[slot.by].text,
        shared,
        slot.is_figure,
    )


@once
def _places(text: Document) -> Mapping[_Place, Sequence[_Slot]]:
    found: dict[_Place, list[_Slot]] = defaultdict(list)
    for slot in _slots(text):
        found[slot.place].append(slot)
    return found


@once
def _slots(text: Document) -> tuple[_Slot, ...]:
    return tuple(slot for home, one in enumerate(segments(text)) for slot in _in_sentence(text, home, one))


def _in_sentence(text: Document, home: int, one: Segment) -> Iterator[_Slot]:
    """Each plain content word of a sentence, once beside the content word before it and once beside the one after."""
    numbers = range(one.first, one.last + 1)
    content = [n for n in numbers if is_content(text.keys[n]) and text.keys[n] not in _TRANSPARENT]
    for before, after in pairwise(content):
        if after - before > FARTHEST_BESIDE:
            continue
        between = tuple(key for key in text.keys[before + 1 : after] if key not in _TRANSPARENT)
        for at, by in ((before, after), (after, before)):
            is_figure = _is_figure(text, at)
            # A name may hold a figure (“Moe, 85”) but no word: all that Moe ever did would stand in one place.
            holds = _names(text, by) if is_figure else _is_plain(text, at) and _holds(text, by)
            if holds and (is_figure or not is_number(text.keys[at])):
                yield _Slot(home, at, by, root(text.keys[at]), root(text.keys[by]), between, is_figure)


def _is_plain(text: Document, number: int) -> bool:
    """Whether a word says something of its own: no name, no day, nothing that news says all the time."""
    key = text.keys[number]
    return text.words[number].text[:1].islower() and key not in EVERYDAY | _DAYS and root(key) not in _holding_nothing()


@cache
def _holding_nothing() -> frozenset[str]:
    return frozenset(map(root, _HOLDS_NOTHING))


def _is_figure(text: Document, number: int) -> bool:
    """Whether a word is a number in figures of two digits or more, and neither a year nor an hour."""
    shown = text.words[number].text
    return len(shown) > 1 and shown.replace(",", "").isdigit() and not _YEAR.fullmatch(shown)


def _names(text: Document, number: int) -> bool:
    """Whether a word can say what a figure counts or whose it is: a name, or a plain word."""
    is_name = text.words[number].text[:1].isupper() and text.keys[number] not in _DAYS | FORMAL_TITLES
    return is_name or (_is_plain(text, number) and not text.keys[number][:1].isdigit())


def _holds(text: Document, number: int) -> bool:
    """Whether a word says enough to hold a place."""
    key = text.keys[number]
    # “100 trucks”, “100 vehicles”: a shared figure says enough.
    return key[:1].isdigit() or (_is_plain(text, number) and key not in FORMAL_TITLES)
