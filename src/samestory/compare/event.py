"""Which articles tell one event, judged by the names, numbers and content words that they share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from samestory.compare.reading import key as key_of
from samestory.compare.reading import root, weight
from samestory.text.word import words

# The least likeness of two articles about one event where their days are known to be near, where a day is unknown,
# and how near. Unrelated news stays below 0.1, news of one running story reaches 0.2 whatever its day: without days
# a story's stages can't be told apart.
NEAR_LIKENESS, UNDATED_LIKENESS, DAYS_APART = 0.12, 0.22, 4


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
    vectors = _vectors(articles)
    group_of = list(range(len(articles)))
    reasons: dict[int, str] = {}
    for alike, i, j in _alike(vectors):
        least = NEAR_LIKENESS if days[i] and days[j] else UNDATED_LIKENESS
        if alike < least or group_of[i] == group_of[j] or not _close(days, group_of, group_of[i], group_of[j]):
            continue
        joined, gone = sorted((group_of[i], group_of[j]))
        group_of = [joined if one == gone else one for one in group_of]
        reasons.setdefault(joined, f"{_shared(vectors[i], vectors[j])} stand in both ({alike:.2f} alike)")
    found = []
    for number in sorted(set(group_of)):
        inside = tuple(n for n, one in enumerate(group_of) if one == number)
        found.append(EventGroup(inside, reasons.get(number, "no other article is alike and near in time")))
    return tuple(found)


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
    """Every two articles that share a word, with the cosine of their vectors, the likest first."""
    places: dict[str, list[tuple[int, float]]] = {}
    found: Counter[tuple[int, int]] = Counter()
    for j, one in enumerate(vectors):
        for family, value in one.items():
            for i, other in places.setdefault(family, []):
                found[i, j] += value * other  # type: ignore[assignment]
            places[family].append((j, value))
    return sorted(((alike, i, j) for (i, j), alike in found.items()), key=lambda one: (-one[0], one[1:]))


def _close(days: Sequence[date | None], group_of: Sequence[int], one: int, other: int) -> bool:
    """Whether no two known dates of the two groups are too far apart."""
    left = [day for day, group in zip(days, group_of, strict=True) if group == one and day]
    right = [day for day, group in zip(days, group_of, strict=True) if group == other and day]
    return all(abs((a - b).days) <= DAYS_APART for a in left for b in right)


def _shared(one: dict[str, float], other: dict[str, float]) -> str:
    best = sorted(one.keys() & other.keys(), key=lambda family: (-one[family] * other[family], family))
    return ", ".join(best[:5])
