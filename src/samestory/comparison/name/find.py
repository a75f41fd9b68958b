"""One name in two spellings: slips of the hand, and variants that are both right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from samestory.comparison.name.form import Place, spellings
from samestory.comparison.name.pair import NameKind, NamePair, name_pairs
from samestory.comparison.name.setting import Settings
from samestory.comparison.name.stock import FREQUENT, commonness
from samestory.comparison.sureness import Sureness
from samestory.text.cut import CutText
from samestory.words.distance import distance


@dataclass(frozen=True, slots=True)
class NameSlip:
    """A name that is spelled otherwise than elsewhere: `articles[article][start:end]` is `text`, in code points.

    `right` is its likely right form (for a variant: the record's form, or the one most used here), `where` has the
    first place of that form in each article. `kind` is *slip* for a likely error and *variant* where both
    spellings are right; a variant is given once an article, a slip each time. `reason` says in a sentence why.
    `decided` is False where nothing but how often each was printed, and how it looks, speaks for `right`: two articles
    spell a name in two ways, and either may be wrong.
    """

    article: int
    start: int
    end: int
    text: str
    right: str
    kind: NameKind
    certainty: Sureness
    reason: str
    where: tuple[Place, ...]
    decided: bool = True


def names(articles: Sequence[str | CutText], known: Iterable[str | CutText] = ()) -> tuple[NameSlip, ...]:
    """Return the names of `articles` that have two spellings, ordered by article and place.

    `known` are names that are surely right, such as those of the record; whole sentences will do. What speaks for
    a slip: the record, stocks of names and words, the same words or the same given name around both. Inflections
    (Russia, Russian), look-alikes that are names themselves (Anton, Antony) and two people who are both named
    often are nothing.

    >>> [(one.text, one.right, one.kind) for one in names(["Blinken left Kiev.", "Blinkin left Kyiv."], ["Blinken"])]
    [('Kiev', 'Kyiv', 'variant'), ('Blinkin', 'Blinken', 'slip')]
    """
    if isinstance(articles, str | CutText) or isinstance(known, str | CutText):
        raise TypeError("articles and known are lists of texts; put a single one into [ ]")
    cuts = [CutText.of(one) for one in articles]
    written: dict[tuple[int, int], NameSlip] = {}
    for pair in name_pairs(spellings(cuts, known), Settings(cuts)):
        for one in _each(cuts, pair):
            # Variants come first: what is right in two spellings is not called a slip at the same place.
            written.setdefault((one.article, one.start), one)
    return tuple(written[place] for place in sorted(written))


def _each(articles: Sequence[CutText], pair: NamePair) -> Iterator[NameSlip]:
    """A finding for each place of the wrong form, or for the first in each article where both forms are right."""
    where = tuple(_first_in_each(pair.right.places))
    places = pair.wrong.places if pair.kind == "slip" else _first_in_each(pair.wrong.places)
    for place in places:
        text = articles[place.article].text[place.start : place.end]
        right = pair.right.text.upper() if text.isupper() and len(text) > 1 else pair.right.text
        reason = _reason(pair, text)
        yield NameSlip(
            place.article, place.start, place.end, text, right, pair.kind, pair.certainty, reason, where, pair.decided
        )


def _first_in_each(places: Iterable[Place]) -> list[Place]:
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place.article, place)
    return list(first.values())


def _reason(pair: NamePair, text: str) -> str:
    """Why the two are one name, in a sentence; `text` is the wrong form as the article prints it."""
    right = pair.right.text
    if pair.kind == "variant":
        return f"“{text}” and “{right}” are two right spellings of one name: a choice of style, not an error."
    change = _change_between(pair.wrong.letters, pair.right.letters)
    if not pair.decided:
        return f"“{text}” and “{right}” seem to be one name, {change}; these articles don’t show which is right."
    return f"{_ground(pair)}; in “{text}” {change}."


def _ground(pair: NamePair) -> str:
    right, often, rarely = pair.right, len(pair.right.places), len(pair.wrong.places)
    if right.known:
        return f"“{right.text}” is the name in the record"
    if commonness(right.letters) >= FREQUENT and not commonness(pair.wrong.letters):
        return f"“{right.text}” is well known, and the other stands in no list of names and words"
    if often > 1 and often > rarely:
        return f"“{right.text}” stands here {often} times, this form {_times(rarely)}"
    if right.listed:
        return f"“{right.text}” is the usual spelling"
    return f"“{right.text}” stands beside the same name"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _change_between(wrong: str, right: str) -> str:
    """Say what happened to the letters of `right`.

    >>> _change_between("luhasnk", "luhansk"), _change_between("maxa", "maxar")
    ('two letters have changed places', 'a letter is missing')
    """
    steps = distance(wrong, right, 2)
    if sorted(wrong) == sorted(right):
        return "two letters have changed places" if steps == 1 else "letters have changed places"
    if steps > 1:
        return _stretch_between(wrong, right)
    if len(wrong) != len(right):
        return "a letter is missing" if len(wrong) < len(right) else "there is a letter too many"
    return "one letter is different"


def _stretch_between(wrong: str, right: str) -> str:
    """Name the stretch that differs; a count of steps is no count of letters, and readers see letters.

    >>> _stretch_between("grenier", "griner"), _stretch_between("zelen", "zelensky")
    ('“eni” stands for “in”', '“sky” is missing')
    """
    start = _same_before(wrong, right)
    end = _same_before(wrong[start:][::-1], right[start:][::-1])
    put, lost = wrong[start : len(wrong) - end], right[start : len(right) - end]
    if put and lost:
        return f"“{put}” stands for “{lost}”"
    return f"“{lost}” is missing" if lost else f"“{put}” is too many"


def _same_before(one: str, other: str) -> int:
    """How many letters both have alike before the first that differs."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
