"""Turned sense: two sentences tell the same, but one denies it, has the opposite, other doers, or a plan as decided."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from samestory.comparison.passage.segment import Segment
from samestory.comparison.passage.weight import weight
from samestory.comparison.sense.alike import AlikeSentences, Home, days_named
from samestory.comparison.sense.family import families_told, verb_family
from samestory.comparison.sense.opposite import (
    beside,
    deeds_done,
    denials,
    denies_otherwise,
    is_exchanged,
    is_passive,
    opposites_of,
    turning_words,
)
from samestory.comparison.sense.plan import step_taken
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import thresholds

# The least share of the sentence that says less, and of the other, which both have, what turns them left out.
LEAST_OF_LESS, LEAST_OF_MORE = thresholds(__name__, "LEAST_OF_LESS", "LEAST_OF_MORE")
FEWEST_TOLD = 3  # word families that both have

_Turn = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class TurnedSense:
    """Text number `a` says in `a_span` the contrary of what text `b` says in `b_span`, in sentences otherwise alike.

    Places count code points; `a_sentence` and `b_sentence` are the whole sentences. `likeness` (0 to 1) is the share of
    the sentence that says less which both have. It is a conflict: it doesn't say which is right.
    """

    a: int
    b: int
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    a_sentence: tuple[int, int]
    b_sentence: tuple[int, int]
    likeness: float


def turned_senses(texts: Sequence[Document], alike: AlikeSentences) -> tuple[TurnedSense, ...]:
    """Return where two of `texts` tell the same with the sense turned round, in the order of the texts, a < b.

    Two turns undo each other: “did not close” is “stayed open”, and “was sued by” is “sued” the other way. What a text
    says in both ways is left out, and so are sentences that name different days.

    >>> from samestory.comparison.sense.alike import alike_sentences
    >>> texts = [Document("The pump at Vell did fail at dawn."), Document("The pump at Vell did not fail at dawn.")]
    >>> [texts[1].text[slice(*one.b_span)] for one in turned_senses(texts, alike_sentences(texts))]
    ['not fail']
    """
    found = []
    for i, others in alike.pairs.items():
        for j in others:
            turn = _turn(alike.sentence(i), alike.sentence(j)) if i < j else None
            if turn and not alike.texts(i) & alike.texts(j):
                likeness = _shares(alike.sentence(i), alike.sentence(j))[0]
                found += list(_made(alike, i, j, turn, likeness))
    return tuple(sorted(found, key=lambda one: (one.a, one.a_span, one.b)))


def _turn(one: Segment, other: Segment) -> _Turn | None:
    """The words, by number, that turn one sentence against the other; None if they say the same."""
    less, more, told = _shares(one, other)
    if less < LEAST_OF_LESS or more < LEAST_OF_MORE or told < FEWEST_TOLD:
        return None
    if days_named(one) and days_named(other) and not days_named(one) & days_named(other):
        return None
    exchanged = _opposites(one, other)
    turned = {verb_family(side.document.keys[row[n]]) for row in exchanged for n, side in enumerate((one, other))}
    mine, theirs = _denied_alone(one, other, turned), _denied_alone(other, one, turned)
    swapped = _exchanged_deed(one, other, exchanged)
    turns = len(exchanged) + len(mine) + len(theirs) + bool(swapped)
    if turns % 2 == 0:
        return None if turns else step_taken(one, other)
    if (mine or theirs) and (denies_otherwise(one) ^ denies_otherwise(other) or _has_opposites(one, other)):
        return None
    if exchanged:
        return exchanged[0]
    return (mine[0], None) if mine else (None, theirs[0]) if theirs else swapped


def _opposites(one: Segment, other: Segment) -> list[tuple[int, int]]:
    """Words of the two that are opposites in one place, of which neither stands in the other sentence."""
    mine, theirs = turning_words(one), turning_words(other)
    return [
        (at, theirs[there])
        for family, at in mine.items()
        if family not in theirs
        for there in sorted(opposites_of()[family] & theirs.keys() - mine.keys())
        if beside(one, at) & beside(other, theirs[there])
    ]


def _has_opposites(one: Segment, other: Segment) -> bool:
    """Whether a word of one sentence has an opposite in the other, wherever: a “not” may say the same with it."""
    mine, theirs = turning_words(one).keys(), turning_words(other).keys()
    return any(opposites_of()[family] & theirs for family in mine - theirs)


def _denied_alone(one: Segment, other: Segment, turned: Set[str]) -> list[int]:
    """Denials of a sentence for which the other has none, though it has what is denied, or the opposite of it."""
    theirs = {family for denied in denials(other).values() for family in denied}
    has = families_told(other) | turned
    return [at for at, denied in denials(one).items() if has.issuperset(denied) and theirs.isdisjoint(denied)]


def _exchanged_deed(one: Segment, other: Segment, exchanged: Sequence[tuple[int, int]]) -> _Turn | None:
    """The verb whose doer and sufferer changed places; that of two opposites, such as bought and sold, too."""
    for at, there in exchanged:
        roles = frozenset(_weights(one)), frozenset(_weights(other))
        if is_exchanged(one, at, other, there, roles) != (is_passive(one, at) != is_passive(other, there)):
            return at, there
    for family, at in deeds_done(one).items():
        there = deeds_done(other).get(family, -1)
        if there >= 0 and is_exchanged(one, at, other, there, (_names(one), _names(other))):
            return None if is_passive(one, at) != is_passive(other, there) else (at, there)
    return None


@once
def _names(one: Segment) -> frozenset[str]:
    """The families of words with a capital; that of the first word tells little, but the other sentence decides."""
    words = one.document.words[one.first : one.last + 1]
    return frozenset(verb_family(word.key) for word in words if word.is_capital and weight(word.key) >= 1)


@once
def _weights(one: Segment) -> Mapping[str, float]:
    """The families of a sentence that say something, by all forms of a verb, each with its weight."""
    return {verb_family(key): weight(key) for key in one.keys if weight(key)}


def _shares(one: Segment, other: Segment) -> tuple[float, float, int]:
    """Of what turns neither: the share of the sentence that says less, of the other one, and how many families."""
    mine, theirs = _weights(one), _weights(other)
    shared = mine.keys() & theirs.keys()
    both = sum(mine[name] for name in shared)
    turning = opposites_of().keys()
    plain = [
        sum(value for name, value in row.items() if name not in turning or name in shared) for row in (mine, theirs)
    ]
    less, more = sorted(plain)
    return (both / less if less else 0.0), (both / more if more else 0.0), len(shared)


def _made(alike: AlikeSentences, i: int, j: int, turn: _Turn, likeness: float) -> Iterator[TurnedSense]:
    for mine in alike.homes[i]:
        for theirs in alike.homes[j]:
            spans = _span(mine, alike.sentence(i), turn[0]), _span(theirs, alike.sentence(j), turn[1])
            if mine.text > theirs.text:
                spans = spans[1], spans[0]
            first, last = (mine, theirs) if mine.text < theirs.text else (theirs, mine)
            sentences = first.sentence.span, last.sentence.span
            yield TurnedSense(first.text, last.text, *spans, *sentences, round(min(1.0, likeness), 4))


def _span(home: Home, first: Segment, at: int | None) -> tuple[int, int]:
    """The word that turns with the word behind it; the whole sentence where the other one has it alone."""
    if at is None:
        return home.sentence.span
    words, number = home.sentence.document.words, home.sentence.first + at - first.first
    return words[number].start, words[min(number + 1, home.sentence.last)].end
