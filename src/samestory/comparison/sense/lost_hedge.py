"""Hedges lost or gained: one account says with a “may” what another says flatly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparison.passage.segment import Segment, segments
from samestory.comparison.sense.alike import AlikeSentences, Home, days_named
from samestory.comparison.sense.family import families_told, verb_family
from samestory.comparison.sense.hedge import Hedge, hedges_of
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import threshold, thresholds
from samestory.words.key import root
from samestory.words.lists import words_in

# The least share of the families that a hedge bends, and of the sentence that says less, which the flat one has, too.
LEAST_BENT, LEAST_OF_HEDGED = thresholds(__name__, "LEAST_BENT", "LEAST_OF_HEDGED")
# From this share on one sentence is made from the other, and no later news.
MADE_FROM = threshold(__name__, "MADE_FROM")
_SAYING = (words_in("saying", "quotation", "stated") | {"said", "says", "say", "told"}) - words_in("hedges", "verb")
_BENDING = words_in("amounts", "near", "least", "most", "below") | {"to", "as", "than"}


@dataclass(frozen=True, slots=True)
class LostHedge:
    """Text number `flat` says in `flat_span` without a hedge what text `hedged` says with one at `hedge_span`.

    Places count code points; `flat_sentence` and `hedged_span` are the whole sentences. `likeness` (0 to 1) is the
    share of the sentence that says less which both have. It says which account is harder, not which is right.
    """

    flat: int
    hedged: int
    flat_span: tuple[int, int]
    flat_sentence: tuple[int, int]
    hedged_span: tuple[int, int]
    hedge_span: tuple[int, int]
    likeness: float


def lost_hedges(texts: Sequence[Document], alike: AlikeSentences) -> tuple[LostHedge, ...]:
    """Return what some of `texts` say flatly and others with a hedge: each flat sentence with each hedged form of it.

    No hedge is lost where it stands elsewhere in the sentence or in the one beside it, where the flat account names
    who says so and the other doesn't, where a text says it both ways, or where a later text tells newer things.

    >>> from samestory.comparison.sense.alike import alike_sentences
    >>> texts = [Document("The pump may have failed at dawn."), Document("The pump failed at dawn.")]
    >>> found = lost_hedges(texts, alike_sentences(texts))
    >>> [(one.flat, texts[one.hedged].text[slice(*one.hedge_span)]) for one in found]
    [(1, 'may')]
    """
    found = (one for number in alike.pairs for one in _lost_of(number, texts, alike))
    return tuple(sorted(found, key=lambda one: (one.flat, one.flat_span, one.hedged)))


def _lost_of(number: int, texts: Sequence[Document], alike: AlikeSentences) -> Iterator[LostHedge]:
    """What is lost of one hedged sentence, in whichever text."""
    hedged = alike.sentence(number)
    if not hedges_of(hedged):
        return
    kept: set[int] = alike.texts(number)
    lost: list[tuple[Home, Hedge, float]] = []
    for other in alike.pairs[number]:
        flat = alike.sentence(other)
        share = _share(hedged, flat)
        hedge = _lost(hedged, flat) if share >= LEAST_OF_HEDGED else None
        if hedge:
            lost += [(home, hedge, share) for home in alike.homes[other]]
        elif hedges_of(flat):
            kept |= alike.texts(other)
    for home, hedge, share in lost:
        source = next((one for one in alike.homes[number] if one.text != home.text), None)
        if not source or home.text in kept or _is_told_beside(texts, home, hedged):
            continue
        if not _is_later(texts[home.text], texts[source.text], home.sentence, hedged):
            yield _made(home, source, hedged, hedge, share)


def _lost(hedged: Segment, flat: Segment) -> Hedge | None:
    """The first hedge that the other sentence lacks, though it tells what is hedged; None if it makes up for it."""
    mine, theirs = hedges_of(hedged), hedges_of(flat)
    had, has = {one.words(hedged) for one in mine}, {one.words(flat) for one in theirs}
    others = [one for one in theirs if one.words(flat) not in had]
    if any(one.kind != "limit" for one in others) or _makes_up(hedged, flat):
        return None
    if days_named(hedged) and days_named(flat) and not days_named(hedged) & days_named(flat):
        return None
    lost = (one for one in mine if one.words(hedged) not in has and _is_told(one, flat))
    return next((one for one in lost if one.kind == "limit" or not _is_sourced(hedged, flat)), None)


def _is_told(one: Hedge, flat: Segment) -> bool:
    """Whether the flat sentence has what a hedge bends, and no other hedge for it."""
    if one.kind == "limit":
        return one.number in flat.keys and not _is_bent(flat, one.number)
    families = families_told(flat)
    bent = sum(family in families for family in one.bends)
    is_near = bool(one.bends) and one.bends[0] in families and (not one.whose or one.whose in families)
    return is_near and bent >= 1 and bent >= LEAST_BENT * len(one.bends)


def _is_bent(one: Segment, number: str) -> bool:
    """Whether a sentence bends this number in whichever way: “more than 120” is no plain 120."""
    words = ("", *_words(one))
    return any(words[at] in _BENDING for at, key in enumerate(one.keys) if key == number)


def _makes_up(hedged: Segment, flat: Segment) -> bool:
    """Whether the flat sentence asks, plans, accuses or allows where the other doesn't."""
    made_up = words_in("hedges", "plan")
    theirs = set(_words(flat)) & made_up - set(_words(hedged))
    return bool(theirs) or "?" in flat.document.text[slice(*flat.span)]


def _is_sourced(hedged: Segment, flat: Segment) -> bool:
    """Whether the flat sentence says who says so, and the hedged one doesn't."""
    return not _SAYING.isdisjoint(_words(flat)) and _SAYING.isdisjoint(_words(hedged))


def _words(one: Segment) -> tuple[str, ...]:
    return one.document.folded[one.first : one.last + 1]


def _share(one: Segment, other: Segment) -> float:
    """The share of the sentence that says less, by the weight of its families, which the other has."""
    both = sum(min(one.families[name], other.families[name]) for name in one.families.keys() & other.families.keys())
    less = min(sum(_plain(one).values()), sum(_plain(other).values()))
    return min(1.0, both / less) if less else 0.0


@once
def _plain(one: Segment) -> dict[str, float]:
    """The families of a sentence without its hedges'."""
    hedging = {root(one.document.keys[n]) for hedge in hedges_of(one) for n in range(hedge.first, hedge.after)}
    return {name: worth for name, worth in one.families.items() if name not in hedging}


def _is_told_beside(texts: Sequence[Document], home: Home, hedged: Segment) -> bool:
    """Whether the sentence before or behind the flat one hedges something that the hedged sentence tells, too."""
    row = _sentences_of(texts[home.text])
    at = next((n for n, one in enumerate(row) if one.first == home.sentence.first), 0)
    beside = [row[n] for n in (at - 1, at + 1) if 0 <= n < len(row)]
    return any(
        hedge.kind != "limit" and (not one.families or _points_back(one) or set(hedge.bends) & hedged.families.keys())
        for one in beside
        for hedge in hedges_of(one)
    )


def _points_back(one: Segment) -> bool:
    """Whether a sentence speaks of the one before: “That is what he suspects”."""
    return not {"that", "this"}.isdisjoint(_words(one)[:2])


@once
def _sentences_of(text: Document) -> tuple[Segment, ...]:
    return segments(text)


def _is_later(flat: Document, hedged: Document, one: Segment, other: Segment) -> bool:
    """Whether the flat text was written on a later day and isn't made from the other: it may know more."""
    if not (flat.written and hedged.written) or flat.written <= hedged.written:
        return False
    both = sum(min(one.counts[key], other.counts[key]) for key in one.counts.keys() & other.counts.keys())
    return both < MADE_FROM * one.size


def _made(home: Home, source: Home, hedged: Segment, hedge: Hedge, share: float) -> LostHedge:
    theirs, mine = source.sentence.document, home.sentence.document
    # The hedge was found in the first sentence of these words, which may stand elsewhere in another text.
    moved = source.sentence.first - hedged.first
    at = theirs.words[hedge.first + moved].start, theirs.words[hedge.after - 1 + moved].end
    bent = {hedge.number} if hedge.kind == "limit" else set(hedge.bends)
    row = range(home.sentence.first, home.sentence.last + 1)
    held = [n for n in row if mine.keys[n] in bent or verb_family(mine.keys[n]) in bent]
    flat = mine.words[held[0]].start, mine.words[held[-1]].end
    return LostHedge(home.text, source.text, flat, home.sentence.span, source.sentence.span, at, round(share, 4))
