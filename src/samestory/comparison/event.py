"""Which articles tell one event, judged by the names, numbers and content words that they share."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import log, sqrt

from samestory.comparison.passage.reading import weight
from samestory.words.key import key as key_of
from samestory.words.key import root
from samestory.words.word import words

# The least likeness of two articles about one event where their days are known to be near, where a day is unknown,
# and how near. Unrelated news stays below 0.1, news of one running story reaches 0.2 whatever its day: without days
# a story's stages can't be told apart.
NEAR_LIKENESS, UNDATED_LIKENESS, DAYS_APART = 0.12, 0.22, 4
COMMON = 200


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The numbers of articles that seem to tell one event, and the reason in words; a lone article is a group."""

    articles: tuple[int, ...]
    reason: str


def events(articles: Sequence[str], published: Sequence[date | None] = ()) -> tuple[EventGroup, ...]:
    """Group articles by the event that they tell, in the order of their first article.

    Two articles belong together if they are alike enough (the cosine of their content words, those that few articles
    hold counting more) and, where both days are known, within four days. Groups grow by their likest pair.

    >>> ferry = "The Nordo ferry stopped on Monday after a storm tore its landing stage away."
    >>> school = "Pupils in Vell marched to the town hall for a longer summer."
    >>> [group.articles for group in events([ferry, school, "A storm stopped the Nordo ferry; its stage is gone."])]
    [(0, 2), (1,)]
    """
    days = [*published, *[None] * (len(articles) - len(published))]
    twins: dict[tuple[str, date | None], list[int]] = defaultdict(list)
    for number, text in enumerate(articles):
        twins[text, days[number]].append(number)
    groups = [_Group(tuple(numbers), {day} - {None}) for (_, day), numbers in twins.items()]
    group_of = list(range(len(groups)))
    told = [text for text, _ in twins]
    vectors = _vectors(told)
    for alike, i, j in _alike(vectors):
        one, other = groups[group_of[i]], groups[group_of[j]]
        least = NEAR_LIKENESS if groups[i].is_dated and groups[j].is_dated else UNDATED_LIKENESS
        if alike < least or one is other or not one.is_near(other):
            continue
        reason = (
            one.reason
            or other.reason
            or f"{_shared(vectors[i], vectors[j], told[i])} stand in both ({alike:.2f} alike)"
        )
        groups.append(_Group((*one.articles, *other.articles), one.days | other.days, reason))
        group_of = [len(groups) - 1 if groups[number] in (one, other) else number for number in group_of]
    found = [groups[number] for number in sorted(set(group_of))]
    return tuple(sorted((_event(one) for one in found), key=lambda event: event.articles))


@dataclass(frozen=True, eq=False)
class _Group:
    """Articles that have been joined so far, with their known days."""

    articles: tuple[int, ...]
    days: set[date | None]
    reason: str = ""

    @property
    def is_dated(self) -> bool:
        return bool(self.days)

    def is_near(self, other: "_Group") -> bool:
        """Whether no two known days are too far apart."""
        known = sorted(day for day in self.days | other.days if day)
        return not known or (known[-1] - known[0]).days <= DAYS_APART


def _event(group: _Group) -> EventGroup:
    alone = "no other article is alike and near in time"
    same = "the same text" if len(group.articles) > 1 else alone
    return EventGroup(tuple(sorted(group.articles)), group.reason or same)


def _vectors(articles: Sequence[str]) -> list[dict[str, float]]:
    """Each article's word families, weighed by how often it has them and how few articles do; of length 1."""
    counts = []
    for text in articles:
        keys = (key_of(word.text) for word in words(text))
        counts.append(Counter(root(key) for key in keys if weight(key) >= 1.0))
    holders = Counter(family for one in counts for family in one)
    found = []
    for one in counts:
        raw = {
            family: (1 + log(count)) * log(1 + (1 + len(articles)) / holders[family]) for family, count in one.items()
        }
        length = sqrt(sum(value * value for value in raw.values())) or 1.0
        found.append({family: value / length for family, value in raw.items()})
    return found


def _alike(vectors: Sequence[dict[str, float]]) -> list[tuple[float, int, int]]:
    """Pairs of articles that share a word, with the cosine of their vectors, the likest first.

    A word that more than 200 articles hold is weighed but leads from none of them to another.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(vectors):
        for family in one:
            places[family].append(j)
    pairs = {pair for inside in places.values() if len(inside) <= COMMON for pair in combinations(inside, 2)}
    found = []
    for i, j in pairs:
        one, other = vectors[i], vectors[j]
        alike = sum(one[family] * other[family] for family in one.keys() & other.keys())
        if alike >= NEAR_LIKENESS:
            found.append((round(alike, 6), i, j))
    return sorted(found, key=lambda pair: (-pair[0], pair[1:]))


def _shared(one: dict[str, float], other: dict[str, float], text: str) -> str:
    """The weightiest words of both, each as the first article has it first."""
    best = sorted(one.keys() & other.keys(), key=lambda family: (-one[family] * other[family], family))
    shown = {root(key): key for key in reversed([key_of(word.text) for word in words(text)])}
    return ", ".join(shown[family] for family in best[:5])
