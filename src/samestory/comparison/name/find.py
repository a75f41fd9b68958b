"""One name in two spellings: slips of the hand, and variants that are both right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samestory.comparison.name.form import Place, forms
from samestory.comparison.name.pair import Certainty, NameKind, NamePair, name_pairs
from samestory.comparison.name.reason import reason_for
from samestory.comparison.name.setting import Settings


@dataclass(frozen=True, slots=True)
class NameSlip:
    """A name that is spelled otherwise than elsewhere: `articles[article][start:end]` is `text`, in code points.

    `right` is its likely right form (for a variant: the record's form, or the one most used here), `where` has the
    first place of that form in each article. `kind` is *slip* for a likely error and *variant* where both
    spellings are right; a variant is given once an article, a slip each time. `reason` says in a sentence why.
    """

    article: int
    start: int
    end: int
    text: str
    right: str
    kind: NameKind
    certainty: Certainty
    reason: str
    where: tuple[Place, ...]


def names(articles: Sequence[str], known: Iterable[str] = ()) -> tuple[NameSlip, ...]:
    """Return the names of `articles` that have two spellings, ordered by article and place.

    `known` are names that are surely right, such as those of the record; whole sentences will do. What speaks for
    a slip: the record, a small gazetteer, how often each form stands, the same given name beside both. Inflections
    (Russia, Russian), look-alikes that are names themselves (Anton, Antony) and two people who are both named
    often are nothing.

    >>> [(one.text, one.right, one.kind) for one in names(["Blinken left Kiev.", "Blinkin left Kyiv."], ["Blinken"])]
    [('Kiev', 'Kyiv', 'variant'), ('Blinkin', 'Blinken', 'slip')]
    """
    if isinstance(articles, str) or isinstance(known, str):
        raise TypeError("articles and known are lists of texts; put a single one into [ ]")
    written: dict[tuple[int, int], NameSlip] = {}
    for pair in name_pairs(forms(articles, known), Settings(articles)):
        for one in _each(articles, pair):
            written.setdefault((one.article, one.start), one)
    return tuple(written[place] for place in sorted(written))


def _each(articles: Sequence[str], pair: NamePair) -> Iterator[NameSlip]:
    """A finding for each place of the wrong form, or for the first in each article where both forms are right."""
    where = tuple(_first_in_each(pair.right.places))
    places = pair.wrong.places if pair.kind == "slip" else _first_in_each(pair.wrong.places)
    for place in places:
        text = articles[place.article][place.start : place.end]
        right = pair.right.text.upper() if text.isupper() and len(text) > 1 else pair.right.text
        reason = reason_for(pair, text)
        yield NameSlip(place.article, place.start, place.end, text, right, pair.kind, pair.certainty, reason, where)


def _first_in_each(places: Iterable[Place]) -> list[Place]:
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place.article, place)
    return list(first.values())
