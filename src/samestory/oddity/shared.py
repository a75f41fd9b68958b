"""Rare wordings and slips that texts share: the evidence that they have a source in common."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from samestory.comparison.name.find import names
from samestory.comparison.name.form import Place
from samestory.oddity.finding import OddPhrase
from samestory.oddity.register import slips
from samestory.oddity.row import are_quoted
from samestory.oddity.rules.departure import departures
from samestory.oddity.rules.quotation import holders, shared_quotations
from samestory.oddity.rules.rare import rare_wordings, rarity
from samestory.text.cut import CutText
from samestory.thresholds import thresholds, weights

OddityKind = Literal["slip", "name", "wording", "quotation"]
WORDS_FOR_ONE = 600  # one rare wording, the rarest first, for so many words of all articles
_APART = 12  # words; closer ones belong to one copied stretch, which says what it says once
MOST_IN_AN_ARTICLE = 4  # shown of one article
# An error outweighs any wording. A quotation comes last, since its speaker may be the source.
RANK = weights(__name__, "RANK")
DEPARTED, QUOTED, SPEAKERS_OWN = thresholds(__name__, "DEPARTED", "QUOTED", "SPEAKERS_OWN")


@dataclass(frozen=True, slots=True)
class SharedOddity:
    """Something odd that two or more articles share: `articles[place.article][place.start:place.end]`, code points.

    `kind`: *slip* (an error by its shape, or words in quotation marks that the record has not), *name* (a name
    misspelled in the same way), *wording* (right, but rare) or *quotation* (the same quoted words: their speaker may
    be the source, so they show no copying). `quoted`: all places are inside quotation marks. `found` and
    `in_background` say in how many articles and background texts it stands; `rarity`, 0 to 1, is how unusual it is
    in the language. `reason` says why it counts, in a sentence or two.
    """

    text: str
    kind: OddityKind
    quoted: bool
    places: tuple[Place, ...]
    found: int
    in_background: int
    rarity: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Held:
    """A phrase (its folded words) that two texts or more hold, for one reason."""

    phrase: str
    reason: str
    places: tuple[Place, ...]

    @property
    def holders(self) -> int:
        """How many texts hold it."""
        return len({place.article for place in self.places})


def shared_oddities(
    articles: Sequence[str | CutText],
    background: Sequence[str | CutText] = (),
    record: Iterable[str | CutText] = (),
) -> tuple[SharedOddity, ...]:
    """Return what is odd and stands in two articles or more, the strongest evidence first.

    `background` are other texts of the kind: a wording that stands there too is not rare. `record` is what was
    surely said: quoted words that depart from it in two articles in the same way are the strongest evidence, and an
    odd phrase that it has is the speaker's own. Common idioms, names, titles and dates are nothing.

    The principle is an old one of the editors of manuscripts: “identity of errors attests community of origin”
    (C.-V. Langlois and C. Seignobos, *Introduction to the Study of History*, 1898, book II, chapter II). It holds
    for errors that two writers would hardly make apart; so each finding is a candidate, to be judged by a person.

    >>> texts = ["It may avert an even worse-case scenario.", "To avoid an even worse-case situation, they left."]
    >>> [(one.text, one.kind, one.found) for one in shared_oddities(texts)]
    [('even worse-case', 'slip', 2)]
    """
    if any(isinstance(given, str | CutText) for given in (articles, background, record)):
        raise TypeError("articles, background and record are lists of texts; put a single one into [ ]")
    texts, behind, said = ([CutText.of(one) for one in given] for given in (articles, background, record))
    # Beyond the scale: what departs from the record is not excused by its quotation marks.
    departed = [_oddity(texts, held, "slip", DEPARTED) for held in _held(texts, partial(departures, said=said))]
    errors = [*_without_overlap([*departed, *_slips(texts, behind, said), *_names(texts, said)])]
    runs = _held(texts, partial(shared_quotations, holders=holders(texts)))
    found = [*errors, *_wordings(texts, behind, errors), *(_oddity(texts, held, "quotation", 0.0) for held in runs)]
    return tuple(sorted(found, key=lambda one: (-_strength(one), one.text)))


def _strength(one: SharedOddity) -> float:
    return RANK[one.kind] + one.rarity - QUOTED * (one.quoted and one.kind != "quotation")


def _slips(texts: Sequence[CutText], behind: Sequence[CutText], said: Sequence[CutText]) -> Iterator[SharedOddity]:
    elsewhere = Counter(phrase for text in behind for phrase in _slip_phrases(text))
    own = {phrase for text in said for phrase in _slip_phrases(text)}
    for held in _held(texts, slips):
        times = elsewhere[held.phrase]
        why = f"have “{held.phrase}”, though {held.reason}; who copies a text copies its slips too."
        one = _oddity(texts, replace(held, reason=why), "slip", 1 / (1 + times), times)
        if one.quoted and held.phrase in own:
            one = replace(
                one, rarity=SPEAKERS_OWN, reason=f"{one.reason} The record has it as well: it is the speaker’s own."
            )
        yield one


def _slip_phrases(text: CutText) -> set[str]:
    return {_phrase(text, one) for one in slips(text)}


def _names(texts: Sequence[CutText], said: Sequence[CutText]) -> Iterator[SharedOddity]:
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for slip in names(texts, said):
        if slip.kind == "slip":
            found[slip.text, slip.right].append(Place(slip.article, slip.start, slip.end))
    for (text, right), places in found.items():
        count = len({place.article for place in places})
        if count > 1:
            why = f"{_many(count)} have “{text}” for “{right}”: a name misspelled in the same way."
            yield SharedOddity(text, "name", False, tuple(_few(places)), count, 0, 1.0, why)


def _without_overlap(errors: Iterable[SharedOddity]) -> Iterator[SharedOddity]:
    """Leave out an error that lies over a stronger one."""
    taken: set[tuple[int, int]] = set()
    for one in sorted(errors, key=lambda one: (-_strength(one), one.text)):
        here = {(place.article, at) for place in one.places for at in range(place.start, place.end)}
        if not here & taken:
            taken |= here
            yield one


def _wordings(
    texts: Sequence[CutText], behind: Sequence[CutText], errors: Iterable[SharedOddity]
) -> Iterator[SharedOddity]:
    """The rarest wordings, each apart from the others and from what is an error."""
    taken = {(place.article, place.start) for one in errors for place in one.places}
    common = {phrase for text in behind for phrase in _neighbours(text.folded)}
    left = max(1, sum(len(text.words) for text in texts) // WORDS_FOR_ONE)
    near: set[tuple[int, int]] = set()
    found = ((_rarity(texts, one), one) for one in _held(texts, rare_wordings))
    for rare, held in sorted(found, key=lambda one: (-one[0], one[1].phrase)):
        # Blocks of twelve words tell what is near without a look at every place; the blocks beside them count, too.
        parts = [(place.article, _numbers(texts[place.article], place)[0] // _APART) for place in held.places]
        is_error = any((place.article, place.start) in taken for place in held.places)
        # What more than three articles and one in five have is the phrase of the day, and no longer rare.
        if held.phrase in common or is_error or not near.isdisjoint(parts) or held.holders > max(3, len(texts) // 5):
            continue
        near.update((number, part + step) for number, part in parts for step in (-1, 0, 1))
        yield _oddity(texts, held, "wording", rare)
        left -= 1
        if not left:
            return


def _rarity(texts: Sequence[CutText], held: _Held) -> float:
    place = held.places[0]
    lows, numbers = texts[place.article].folded, _numbers(texts[place.article], place)
    return rarity(lows[numbers[0]], lows[numbers[-1]])


def _neighbours(lows: Sequence[str]) -> Iterator[str]:
    """Every two and every three words in a row."""
    for size in (2, 3):
        yield from (" ".join(lows[at : at + size]) for at in range(len(lows) - size + 1))


def _held(texts: Sequence[CutText], rule: Callable[[CutText], Iterable[OddPhrase]]) -> Iterator[_Held]:
    """What a rule finds in two texts or more: the same words, for the same reason."""
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for number, text in enumerate(texts):
        for one in rule(text):
            places[_phrase(text, one), one.reason].append(Place(number, one.start, one.end))
    for (phrase, reason), here in places.items():
        if len({place.article for place in here}) > 1:
            yield _Held(phrase, reason, tuple(here))


def _phrase(text: CutText, one: OddPhrase) -> str:
    return " ".join(text.folded[at] for at in _numbers(text, one))


def _numbers(text: CutText, span: OddPhrase | Place) -> range:
    """The numbers of the words of a span."""
    return text.numbers(span.start, span.end)


def _oddity(
    texts: Sequence[CutText], held: _Held, kind: OddityKind, rare: float, in_background: int = 0
) -> SharedOddity:
    printed = min(texts[place.article].text[place.start : place.end] for place in held.places)
    quoted = all(
        are_quoted(texts[place.article])[at] for place in held.places for at in _numbers(texts[place.article], place)
    )
    reason = f"{_many(held.holders)} {held.reason}"
    if quoted and kind == "slip" and rare <= 1:
        reason += " It stands inside quotation marks, so the speaker may have said it."
    places = tuple(_few(held.places))
    return SharedOddity(printed, kind, quoted, places, held.holders, in_background, min(1.0, round(rare, 4)), reason)


def _few(places: Iterable[Place]) -> Iterator[Place]:
    """The first places in each article, in order."""
    seen: Counter[int] = Counter()
    for place in sorted(places, key=lambda place: (place.article, place.start)):
        seen[place.article] += 1
        if seen[place.article] <= MOST_IN_AN_ARTICLE:
            yield place


def _many(count: int) -> str:
    return "Two articles" if count == 2 else f"{count} articles"
