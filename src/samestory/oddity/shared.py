"""Rare wordings and slips that texts share: the evidence that they have a source in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samestory.comparison.name.find import names
from samestory.comparison.name.form import Place
from samestory.oddity.rules.exchanged import shared
from samestory.oddity.rules.quoted import Spot, departures, shared_quotations
from samestory.oddity.rules.shape import odd_shapes
from samestory.oddity.token import OddToken, odd_tokens

OddityKind = Literal["slip", "name", "wording", "quotation"]
WORDS_FOR_ONE = 600  # one rare wording, the rarest first, for so many words of all articles
APART = 12  # words; closer ones belong to one copied stretch, which says what it says once
MOST_PLACES = 4  # in one article
_RANK: dict[str, float] = {"slip": 3.0, "name": 3.0, "wording": 1.0, "quotation": 0.0}


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


def shared_oddities(
    articles: Sequence[str], background: Sequence[str] = (), record: Iterable[str] = ()
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
    if isinstance(articles, str) or isinstance(background, str) or isinstance(record, str):
        raise TypeError("articles, background and record are lists of texts; put a single one into [ ]")
    record = tuple(record)
    texts = [odd_tokens(article) for article in articles]
    behind = [odd_tokens(text) for text in background]
    said = [odd_tokens(text) for text in record]
    slips = [*_departures(articles, texts, said), *_shapes(articles, texts, behind, said), *_names(articles, record)]
    slips = list(_without_overlap(slips))
    wordings = _wordings(articles, texts, behind, slips)
    found = [*slips, *wordings, *_quotations(articles, texts)]
    return tuple(sorted(found, key=lambda one: (-_strength(one), one.text)))


def _strength(one: SharedOddity) -> float:
    return _RANK[one.kind] + one.rarity - 0.5 * (one.quoted and one.kind != "quotation")


def _departures(
    articles: Sequence[str], texts: Sequence[Sequence[OddToken]], said: Sequence[Sequence[OddToken]]
) -> Iterator[SharedOddity]:
    for phrase, spots in departures(texts, said).items():
        if len({spot[0] for spot in spots}) > 1:
            wrote, meant = phrase.split("|")
            why = f"{{many}} quote “{wrote}” where the record has “{meant}”: an error in common, hardly made twice."
            yield _oddity(articles, texts, spots, "slip", 2.0, 0, why)


def _shapes(
    articles: Sequence[str],
    texts: Sequence[Sequence[OddToken]],
    behind: Sequence[Sequence[OddToken]],
    said: Sequence[Sequence[OddToken]],
) -> Iterator[SharedOddity]:
    found: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for number, tokens in enumerate(texts):
        for shape in odd_shapes(tokens):
            phrase = " ".join(token.key for token in tokens[shape.start : shape.end])
            found[phrase, shape.why].append((number, shape.start, shape.end))
    elsewhere = Counter(phrase for tokens in behind for phrase in _shape_phrases(tokens))
    own = {phrase for tokens in said for phrase in _shape_phrases(tokens)}
    for (phrase, why), spots in found.items():
        if len({spot[0] for spot in spots}) < 2:
            continue
        told = f"{{many}} have “{phrase}”, though {why}; who copies a text copies its slips too."
        one = _oddity(articles, texts, spots, "slip", 1 / (1 + elsewhere[phrase]), elsewhere[phrase], told)
        if one.quoted and phrase in own:
            one = replace(one, rarity=0.1, reason=f"{one.reason} The record has it as well: it is the speaker’s own.")
        yield one


def _shape_phrases(tokens: Sequence[OddToken]) -> set[str]:
    return {" ".join(token.key for token in tokens[shape.start : shape.end]) for shape in odd_shapes(tokens)}


def _names(articles: Sequence[str], record: Sequence[str]) -> Iterator[SharedOddity]:
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for slip in names(articles, record):
        if slip.kind == "slip":
            found[slip.text, slip.right].append(Place(slip.article, slip.start, slip.end))
    for (text, right), places in found.items():
        count = len({place.article for place in places})
        if count > 1:
            why = f"{_many(count)} have “{text}” for “{right}”: a name misspelled in the same way."
            yield SharedOddity(text, "name", False, tuple(_few(places)), count, 0, 1.0, why)


def _without_overlap(slips: Iterable[SharedOddity]) -> Iterator[SharedOddity]:
    """Leave out a slip that lies over a stronger one."""
    taken: set[tuple[int, int]] = set()
    for one in sorted(slips, key=lambda one: (-_strength(one), one.text)):
        here = {(place.article, at) for place in one.places for at in range(place.start, place.end)}
        if not here & taken:
            taken |= here
            yield one


def _wordings(
    articles: Sequence[str],
    texts: Sequence[Sequence[OddToken]],
    behind: Sequence[Sequence[OddToken]],
    slips: Iterable[SharedOddity],
) -> Iterator[SharedOddity]:
    taken = {(place.article, place.start) for one in slips for place in one.places}
    common = {" ".join(keys) for tokens in behind for keys in _neighbours(tokens)}
    most = max(1, sum(map(len, texts)) // WORDS_FOR_ONE)
    near: set[tuple[int, int]] = set()
    found = shared(texts)
    for phrase in sorted(found, key=lambda phrase: (-found[phrase][0][3], phrase)):
        spots: list[Spot] = [place[:3] for place in found[phrase]]
        holders = {spot[0] for spot in spots}
        is_near = any((number, start // APART) in near for number, start, _ in spots)
        is_slip = any((number, texts[number][start].start) in taken for number, start, _ in spots)
        if phrase in common or is_near or is_slip or len(holders) > max(3, len(texts) // 5):
            continue
        near.update((number, start // APART + step) for number, start, _ in spots for step in (-1, 0, 1))
        why = f"{{many}} have the rare wording “{phrase}” outside quotation marks; by itself that is weak evidence."
        yield _oddity(articles, texts, spots, "wording", found[phrase][0][3] / 9, 0, why)
        most -= 1
        if not most:
            return


def _neighbours(tokens: Sequence[OddToken]) -> Iterator[list[str]]:
    keys = [token.key for token in tokens]
    for size in (2, 3):
        yield from (keys[at : at + size] for at in range(len(keys) - size + 1))


def _quotations(articles: Sequence[str], texts: Sequence[Sequence[OddToken]]) -> Iterator[SharedOddity]:
    for spots in shared_quotations(texts).values():
        why = "{many} quote the same words; they may have them from the speaker, so this shows no copying."
        yield _oddity(articles, texts, spots, "quotation", 0.0, 0, why)


def _oddity(
    articles: Sequence[str],
    texts: Sequence[Sequence[OddToken]],
    spots: Sequence[Spot],
    kind: OddityKind,
    rarity: float,
    in_background: int,
    why: str,
) -> SharedOddity:
    places = [Place(number, texts[number][start].start, texts[number][end - 1].end) for number, start, end in spots]
    printed = min(articles[place.article][place.start : place.end] for place in places)
    quoted = all(token.quoted for number, start, end in spots for token in texts[number][start:end])
    count = len({place.article for place in places})
    reason = why.replace("{many}", _many(count))
    if quoted and kind == "slip" and rarity <= 1:
        reason += " It stands inside quotation marks, so the speaker may have said it."
    return SharedOddity(
        printed, kind, quoted, tuple(_few(places)), count, in_background, min(1.0, round(rarity, 4)), reason
    )


def _few(places: Iterable[Place]) -> Iterator[Place]:
    """The first places in each article, in order."""
    seen: Counter[int] = Counter()
    for place in sorted(places, key=lambda place: (place.article, place.start)):
        seen[place.article] += 1
        if seen[place.article] <= MOST_PLACES:
            yield place


def _many(count: int) -> str:
    return "Two articles" if count == 2 else f"{count} articles"
