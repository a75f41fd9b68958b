"""Names of states, courts, parties ... whose second half is another than everywhere else."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.lexicon import Bases, lexicon
from samestory.oddity.row import LONGEST_SENTENCE, WordRow, sentence_rows
from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.words.listed import listed

INSIDE_NAMES = listed("of the for")
NAMED_BODIES = listed("""
    republic kingdom union federation emirate council court party front assembly treaty pact accord bank fund army
    guard alliance league
    """)
NEAR_NAMES = 6  # words; what stands so near and is built alike is named alike


@dataclass(frozen=True, slots=True)
class BodyName:
    """A capitalised name of three words or more that ends on a word for a body: words `first` to `last` of `row`."""

    row: WordRow
    first: int
    last: int

    @property
    def edges(self) -> tuple[str, str]:
        """Its first word and its last, as the lexicon keeps them."""
        return self.row.bases[self.first], self.row.bases[self.last]

    @property
    def tail(self) -> Bases:
        """What follows its first word."""
        return self.row.bases[self.first + 1 : self.last + 1]


def other_names(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Yield the names that another account has with the usual half, or that have a name of the same build beside them.

    Two courts or parties of one country are two; only “X of the Republic” is no name of the usual build.
    """
    known: dict[tuple[str, str], dict[Bases, tuple[int, BodyName]]] = defaultdict(dict)
    for number, other in enumerate(others):
        for name in chain.from_iterable(body_names(other)):
            known[name.edges].setdefault(name.tail, (number, name))
    for names in body_names(document):
        for name in names:
            if INSIDE_NAMES.intersection(name.tail) and not lexicon().is_fixed(name.tail):
                there = known.get(name.edges)
                yield from _against(name, there) if there else _beside(name, names)


@once
def body_names(document: CutText) -> tuple[tuple[BodyName, ...], ...]:
    """For each sentence its names of bodies, in order."""
    return tuple(tuple(_names(row)) for row in sentence_rows(document) if len(row.words) <= LONGEST_SENTENCE)


def _names(row: WordRow) -> Iterator[BodyName]:
    first: int | None = None
    for at, word in enumerate(row.words):
        low = row.lows[at]
        if word.text[:1].isupper() and low not in ("the", "a"):
            if first is None or not row.joined(at - 1, at):
                first = at
            if low in NAMED_BODIES and at - first >= 2:
                yield BodyName(row, first, at)
                first = None
        elif low not in INSIDE_NAMES or first is None or not row.joined(at - 1, at):
            first = None


def _against(name: BodyName, there: dict[Bases, tuple[int, BodyName]]) -> Iterator[OddPhrase]:
    # Between the same two words the other accounts have several bodies, so this may be one more.
    if len(there) > 1:
        return
    [(usual, (number, other))] = there.items()
    own = set(name.tail)
    # “Council” beside “City Council” is the same name, shorter.
    if set(usual) <= own or own <= set(usual) or not lexicon().is_fixed(usual):
        return
    start, end = other.row.words[other.first].start, other.row.words[other.last].end
    shown = other.row.text[start:end]
    why = f"Another account has the name as “{shown}”."
    yield in_row(name.row, name.first, name.last, "other account", why, shown, (number, start, end))


def _beside(name: BodyName, names: Sequence[BodyName]) -> Iterator[OddPhrase]:
    """A name beside one of the same build: “the Donetsk People's Republic and the Luhansk Founding of the Republic”."""
    for other in names:
        is_near = abs(name.first - other.last) <= NEAR_NAMES or abs(other.first - name.last) <= NEAR_NAMES
        if other is not name and is_near and other.edges[1] == name.edges[1] and lexicon().is_fixed(other.tail):
            usual = name.row.printed(other.first + 1, other.last)
            why = f"The name beside it ends on “{usual}”, and so should this one."
            right = f"{name.row.words[name.first].text} {usual}"
            yield in_row(name.row, name.first, name.last, "shape", why, right)
            return
