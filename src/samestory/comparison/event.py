"""Which articles tell one event, judged by the names, numbers and content words that they share."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import log, sqrt

from samestory.comparison.holders import Holders
from samestory.comparison.passage.weight import weight
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.thresholds import thresholds
from samestory.words.key import root

# The least likeness of two articles about one event where their days are known to be near, where a day is unknown,
# and how near. Unrelated news stays below 0.1, news of one running story reaches 0.2 whatever its day: without days
# a story's stages can't be told apart.
NEAR_LIKENESS, UNDATED_LIKENESS = thresholds(__name__, "NEAR_LIKENESS", "UNDATED_LIKENESS")
DAYS_APART = 4
MOST_ARTICLES = 200  # a word that more articles hold is weighed but leads from none of them to another


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The numbers of articles that seem to tell one event, and the reason in words; a lone article is a group."""

    articles: tuple[int, ...]
    reason: str


def events(articles: Sequence[Text], published: Sequence[date | None] = ()) -> tuple[EventGroup, ...]:
    """Group articles by the event that they tell, in the order of their first article.

    Two articles belong together if they are alike enough (the cosine of their content words, those that few articles
    hold counting more) and, where both days are known, within four days. Groups grow by their likest pair.

    >>> ferry = "The Nordo ferry stopped on Monday after a storm tore its landing stage away."
    >>> school = "Pupils in Vell marched to the town hall for a longer summer."
    >>> [group.articles for group in events([ferry, school, "A storm stopped the Nordo ferry; its stage is gone."])]
    [(0, 2), (1,)]
    """
    days = [*published, *[None] * (len(articles) - len(published))]
    read = [as_document(one) for one in articles]
    # Copies of one day are one from the start: compared, they would cost the square of their number.
    twins: dict[tuple[str, date | None], list[int]] = defaultdict(list)
    for number, one in enumerate(read):
        twins[one.text, days[number]].append(number)
    groups = [_Group(tuple(numbers), {day} - {None}) for (_, day), numbers in twins.items()]
    group_of = list(range(len(groups)))
    told = [read[numbers[0]] for numbers in twins.values()]
    vectors = _vectors(told)
    for alike, i, j in _alike(vectors):
        mine, theirs = groups[group_of[i]], groups[group_of[j]]
        # By the days of these two articles: that a third one dated their groups says nothing of them.
        least = NEAR_LIKENESS if groups[i].is_dated and groups[j].is_dated else UNDATED_LIKENESS
        # All days of both groups must be near: else a running story would grow into one event, day by day.
        if alike < least or mine is theirs or not mine.is_near(theirs):
            continue
        both = f"{_shared(vectors[i], vectors[j], told[i])} stand in both ({alike:.2f} alike)"
        reason = mine.reason or theirs.reason or both
        groups.append(_Group((*mine.articles, *theirs.articles), mine.days | theirs.days, reason))
        group_of = [len(groups) - 1 if groups[number] in (mine, theirs) else number for number in group_of]
    return tuple(sorted((_event(groups[n]) for n in set(group_of)), key=lambda event: event.articles))


# Compared by identity, so that `in (mine, theirs)` asks for these very groups.
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


def _vectors(articles: Sequence[Document]) -> list[dict[str, float]]:
    """Each article's word families, weighed by how often it has them and how few articles do; of length 1."""
    holders = Counter(family for one in articles for family in _counts(one))
    found = []
    for one in articles:
        raw = {
            family: (1 + log(count)) * log(1 + (1 + len(articles)) / holders[family])
            for family, count in _counts(one).items()
        }
        length = sqrt(sum(value * value for value in raw.values())) or 1.0
        found.append({family: value / length for family, value in raw.items()})
    return found


@once
def _counts(one: Document) -> Counter[str]:
    """How often an article has each word family that proves something."""
    # Everyday words and titles weigh less: any two pages of news share them.
    return Counter(root(key) for key in one.keys if weight(key) >= 1.0)


def _alike(vectors: Sequence[dict[str, float]]) -> list[tuple[float, int, int]]:
    """Pairs of articles that share a word, with the cosine of their vectors, the likest first."""
    pairs = {pair for group in Holders(vectors, MOST_ARTICLES).groups() for pair in combinations(group, 2)}
    found = []
    for i, j in pairs:
        one, other = vectors[i], vectors[j]
        alike = sum(one[family] * other[family] for family in one.keys() & other.keys())
        if alike >= NEAR_LIKENESS:
            # Rounded, since a set has no fixed order, and the last digits of a sum depend on it.
            found.append((round(alike, 6), i, j))
    return sorted(found, key=lambda pair: (-pair[0], pair[1:]))


def _shared(one: dict[str, float], other: dict[str, float], text: Document) -> str:
    """The weightiest words of both, each as the first article prints it first."""
    best = sorted(one.keys() & other.keys(), key=lambda family: (-one[family] * other[family], family))
    # Read backwards, so that the first form in the article is the one that stays.
    printed = {root(word.key): text.text[word.start : word.end] for word in reversed(text.words)}
    return ", ".join(f"“{printed[family]}”" for family in best[:5])
