"""Which articles tell one event, judged by the names, numbers and content words that they share."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf, log, sqrt

from samestory.comparison.holders import Holders
from samestory.comparison.passage.weight import weight
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.thresholds import threshold, thresholds, weights
from samestory.words.common_word import band
from samestory.words.key import root

# The least likeness of two articles about one event by the days between all that would be put together: so that a
# running story doesn't grow into one event day by day, only what is retold or copied is put to older accounts.
NEAR_LIKENESS, WEEK_LIKENESS, MONTH_LIKENESS = thresholds(__name__, "NEAR_LIKENESS", "WEEK_LIKENESS", "MONTH_LIKENESS")
DAYS_APART, WEEK_APART, MONTH_APART = 4, 10, 31
# And where a day is unknown: without days a story's stages can't be told apart.
UNDATED_LIKENESS = threshold(__name__, "UNDATED_LIKENESS")
# Three articles don't tell which words are rare: so many are thought to stand beside them, and in so many of these each
# word is found, by how common it is.
OTHER_ARTICLES, HELD_BY_BAND = 1000, weights(__name__, "HELD_BY_BAND")
MOST_ARTICLES = 200  # a word that more articles hold is weighed but leads from none of them to another


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The numbers of articles that seem to tell one event, and the reason in words; a lone article is a group."""

    articles: tuple[int, ...]
    reason: str


def events(articles: Sequence[Text], published: Sequence[date | None] = ()) -> tuple[EventGroup, ...]:
    """Group articles by the event that they tell, in the order of their first article.

    Two articles belong together if they are alike enough (the cosine of their content words, rare ones counting more);
    the farther apart the known days of a group, the liker they must be, and beyond a month they never are. Groups grow
    by their likest pair.

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
        least = mine.least(theirs) if groups[i].is_dated and groups[j].is_dated else UNDATED_LIKENESS
        if mine is theirs or alike < max(least, mine.least(theirs)):
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

    def least(self, other: "_Group") -> float:
        """How alike two articles of both must be, by the known days that are farthest apart."""
        known = sorted(day for day in self.days | other.days if day)
        apart = (known[-1] - known[0]).days if known else 0
        steps = ((DAYS_APART, NEAR_LIKENESS), (WEEK_APART, WEEK_LIKENESS), (MONTH_APART, MONTH_LIKENESS))
        return next((likeness for days, likeness in steps if apart <= days), inf)


def _event(group: _Group) -> EventGroup:
    alone = "no other article is alike and near in time"
    same = "the same text" if len(group.articles) > 1 else alone
    return EventGroup(tuple(sorted(group.articles)), group.reason or same)


def _vectors(articles: Sequence[Document]) -> list[dict[str, float]]:
    """Each article's word families, weighed by how often it has them and how rare they may be; of length 1."""
    holders = Counter(family for one in articles for family in _counts(one))
    held = {family: HELD_BY_BAND[band] for one in articles for family, band in _bands(one).items()}
    every = OTHER_ARTICLES + len(articles)
    found = []
    for one in articles:
        raw = {
            family: (1 + log(count)) * log(every / (held[family] + holders[family]))
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


@once
def _bands(one: Document) -> dict[str, str]:
    """How common each word family is that proves something, from 1 to 5, by its first word in the article."""
    words = zip(reversed(one.keys), reversed(one.folded), strict=True)
    return {root(key): str(band(word)) for key, word in words if weight(key) >= 1.0}


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
