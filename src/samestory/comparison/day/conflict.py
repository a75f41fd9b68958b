"""Find events to which two articles give different days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from samestory.comparison.day.apart import days_apart, together
from samestory.comparison.day.happening import is_one_happening
from samestory.comparison.day.hour import may_be_one_night
from samestory.comparison.day.telling import Telling, tellings
from samestory.comparison.day.verb import is_known
from samestory.comparison.sureness import Sureness
from samestory.text.cut import CutText
from samestory.text.day.read import DatePhrase
from samestory.thresholds import threshold, thresholds

_Place = tuple[int, tuple[int, int]]

MOST_TELLINGS = 60  # a word family of more tellings leads to no pair
MOST_TRIED = 8
FEWEST_SHARED, FEWEST_SAID = 2, 3  # word families that two tellings share; two sayings share so many besides the names
# The least likeness of two tellings whose days may lie far apart, and of two that are surely one.
TOLD_ALIKE, SURELY_ALIKE = thresholds(__name__, "TOLD_ALIKE", "SURELY_ALIKE")
SAME_ACT = threshold(__name__, "SAME_ACT")  # what it is worth that a name and a verb of both are the same
# What it costs that both give figures, or verbs, and none is the same; most where the verbs are known to differ.
OTHER_FIGURES, OTHER_ACT, OTHER_KNOWN_ACT = thresholds(__name__, "OTHER_FIGURES", "OTHER_ACT", "OTHER_KNOWN_ACT")
NAMES_FOR_ONE_SHARED, TWO_SHARED = thresholds(__name__, "NAMES_FOR_ONE_SHARED", "TWO_SHARED")
# What was said on Monday and what was declared in Monday's speech have one day.
_FITTING = {frozenset({"said", "speech"}), frozenset({"event", "speech"})}


@dataclass(frozen=True, slots=True)
class DayConflict:
    """Articles number `a` and `b` give one event the days `a_day` and `b_day`, which cannot both be right.

    `a_span` and `b_span` are the sentences that tell it, in code points of their article; the days hold their own
    spans and the steps by which they were found. `likeness` (0 to 1) says how far the two tell the same. *Sure* needs
    two resolved days of something that happened, told alike, with a name in common; the rest is *possible*.
    """

    a: int
    b: int
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    a_day: DatePhrase
    b_day: DatePhrase
    likeness: float
    certainty: Sureness
    reason: str


def dates(articles: Sequence[str | CutText], published: Sequence[date | None] = ()) -> tuple[DayConflict, ...]:
    """Return the events to which two of `articles` give different days, in the order of the articles.

    `published` holds the articles' days of publication in the same order, None where unknown; a record's entry is an
    article published on the entry's day. Only a day that is told of the event itself counts: not one for which it was
    planned beside one on which it was called off, nor a deadline, nor the day on which somebody spoke of it. A word
    that stands near more than 60 days leads to no pair, so that the work stays near to linear.

    >>> one, two = "The ferry sank off Nordo on Sunday.", "Off Nordo, the ferry sank on Monday."
    >>> [(found.a_day.text, found.b_day.text) for found in dates([one, two])]
    [('Sunday', 'Monday')]
    """
    days = [*published, *[None] * len(articles)]
    told = [one for n, text in enumerate(articles) for one in tellings(text, n, days[n])]
    beside: dict[_Place, list[Telling]] = defaultdict(list)
    for one in told:
        beside[_place(one)].append(one)
    scores: dict[tuple[int, int], float] = {}
    differ = set()
    for i, j in _promising(told):
        if not is_one_happening(told[i], told[j]):
            continue
        score = _likeness(told[i], told[j])
        if days_apart(told[i].phrase, told[j].phrase, score >= TOLD_ALIKE and _may_be_far(told[i], told[j])):
            if _both_given(told[i], told[j], beside) or may_be_one_night(told[i], told[j]):
                continue
            differ.add((i, j))
        # Those of one day stay in the race: a telling whose match is another sentence conflicts with nothing.
        scores[i, j] = score
    found = [_conflict(told[i], told[j], scores[i, j]) for i, j in _best(told, scores) if (i, j) in differ]
    return tuple(sorted(found, key=lambda one: (one.a, one.b, one.a_day.start, one.b_day.start)))


def _promising(told: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of tellings of two articles that share two word families or more; for each one the likeliest eight."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for name in one.near:
            index[name].append(number)
    found: set[tuple[int, int]] = set()
    for number, one in enumerate(told):
        totals: dict[int, float] = defaultdict(float)
        shared: dict[int, int] = defaultdict(int)
        for name in sorted(one.near):
            if len(index[name]) <= MOST_TELLINGS:
                for other in index[name]:
                    if told[other].article != one.article and _fit(one, told[other]):
                        # What stands near many days tells them less apart.
                        totals[other] += min(one.near[name], told[other].near[name]) / (1 + log(len(index[name])))
                        shared[other] += 1
        best = sorted(((totals[other], other) for other in totals if shared[other] >= FEWEST_SHARED), reverse=True)
        # With all that share as much as the eighth, so that no order of the articles decides which are looked at.
        least = best[:MOST_TRIED][-1][0] if best else 0.0
        found.update((min(number, other), max(number, other)) for total, other in best if total >= least)
    return sorted(found)


def _fit(one: Telling, other: Telling) -> bool:
    """Whether the days are the same thing to their events, and nothing else speaks against one event."""
    roles = frozenset({one.role, other.role})
    if (len(roles) > 1 and roles not in _FITTING) or "deadline" in roles:
        return False
    # “Searched again on Tuesday” is another search, and “the first match” another match than “the second”.
    if one.again != other.again or (one.order != other.order and one.order and other.order):
        return False
    # People speak every day: that the names are the same makes no two sayings one.
    if roles == {"said"} and len((one.near.keys() & other.near.keys()) - one.names) < FEWEST_SAID:
        return False
    # Of one or two names all must be shared (two people may cancel a meeting each), of more two in five.
    shared, fewest = len(one.names & other.names), min(len(one.names), len(other.names))
    return shared == fewest if fewest <= 2 else shared * NAMES_FOR_ONE_SHARED >= fewest


def _likeness(one: Telling, other: Telling) -> float:
    """How much of what is told near the days is the same, the nearer words counting most: 0 to 1."""
    shared = one.near.keys() & other.near.keys()
    both = sum(min(one.near[name], other.near[name]) for name in shared)
    mine, theirs = sum(one.near.values()), sum(other.near.values())
    if not both:
        return 0.0
    # One half measures by the shorter telling, since the other may only tell more, one half by both.
    score = 0.5 * both / min(mine, theirs) + 0.5 * 2 * both / (mine + theirs)
    if one.figures and other.figures and not one.figures & other.figures:
        score *= OTHER_FIGURES
    if one.acts & other.acts and one.names & other.names:
        score = min(1.0, score * SAME_ACT)
    # Two shared words may be just a place and a thing, “Nordo” and “ferry”, of which there is much other news.
    return score * _same_act(one, other) * (1.0 if len(shared) >= 3 else TWO_SHARED)


def _best(told: Sequence[Telling], scores: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs in which each telling is the other's likeliest of that article, by the words of its own clause."""
    ranks = {(i, j): _rank(told[i], told[j]) for i, j in scores}
    top: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), rank in ranks.items():
        top[i, told[j].article] = max(top[i, told[j].article], rank)
        top[j, told[i].article] = max(top[j, told[i].article], rank)
    return [
        (i, j) for (i, j), rank in ranks.items() if rank >= top[i, told[j].article] and rank >= top[j, told[i].article]
    ]


def _rank(one: Telling, other: Telling) -> float:
    """The likeness with what stands in other clauses counted as not shared."""
    both = sum(min(one.near[name], other.near[name]) for name in one.near.keys() & other.near.keys())
    return 2 * both / (one.total + other.total) * _same_act(one, other) if both else 0.0


def _both_given(one: Telling, other: Telling, beside: Mapping[_Place, Sequence[Telling]]) -> bool:
    """Whether one of the sentences holds the other's day, too: then it tells of two events, and the other of one."""
    return any(
        together(mine.phrase, day.phrase) and (_fit(mine, day) or _names_the_same(mine, day))
        for mine, yours in ((one, other), (other, one))
        for day in beside[_place(yours)]
    )


def _names_the_same(one: Telling, other: Telling) -> bool:
    """Whether both print the same weekday of something that happens: “Friday’s match” beside “won on Friday”."""
    is_deed = {one.role, other.role} <= {"event", "ahead"}
    return is_deed and one.phrase.weekday is not None and one.phrase.weekday == other.phrase.weekday


def _place(one: Telling) -> _Place:
    return one.article, one.span


def _may_be_far(one: Telling, other: Telling) -> bool:
    """Whether days far apart may be told of one event: only where the verb is the same, or none is known."""
    return bool(one.acts & other.acts) or not (one.acts or other.acts)


def _same_act(one: Telling, other: Telling) -> float:
    if not one.acts or not other.acts or one.acts & other.acts:
        return 1.0
    return OTHER_KNOWN_ACT if any(map(is_known, one.acts)) and any(map(is_known, other.acts)) else OTHER_ACT


def _conflict(one: Telling, other: Telling, score: float) -> DayConflict:
    happened = {one.role, other.role} == {"event"}
    resolved = one.phrase.date is not None and other.phrase.date is not None
    is_sure = happened and resolved and score >= SURELY_ALIKE and bool(one.names & other.names)
    certainty: Sureness = "sure" if is_sure else "possible"
    reason = (
        f"Article {one.article} gives {_day(one.phrase)} and article {other.article} gives {_day(other.phrase)} "
        f"for what they tell {'alike' if score >= TOLD_ALIKE else 'in part alike'}."
    )
    return DayConflict(
        *(one.article, other.article, one.span, other.span, one.phrase, other.phrase),
        round(score, 4),
        certainty,
        reason,
    )


def _day(phrase: DatePhrase) -> str:
    shown = " ".join(phrase.text.split())
    return f"“{shown}” ({phrase.date.isoformat()})" if phrase.date else f"“{shown}”"
