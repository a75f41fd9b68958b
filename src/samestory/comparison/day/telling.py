"""What a sentence tells of a day: the words of the event near it, the names, and what the day is to the event."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samestory.comparison.day.role import (
    CLAUSE_MARK,
    CLAUSE_WORDS,
    DayAt,
    Role,
    acts,
    deeds_beside,
    gap,
    is_background,
    own_clause,
    role,
)
from samestory.comparison.day.verb import family, is_known
from samestory.comparison.passage.weight import EVERYDAY, FORMAL_TITLES, weight
from samestory.text.cut import CutText
from samestory.text.day.read import DatePhrase, dates
from samestory.text.sentence import sentence_starts, sentences
from samestory.thresholds import threshold, thresholds
from samestory.words.key import key
from samestory.words.listed import listed
from samestory.words.lists import words_in
from samestory.words.word import Word

REACH_OF_DAY = 30  # words read on each side of a day
MOST_DAYS = 8  # a sentence with more days is a timetable
# What a word is worth beyond a comma or a “that”, and beyond any number of them.
CLAUSE, FARTHEST_CLAUSE = thresholds(__name__, "CLAUSE", "FARTHEST_CLAUSE")
_RANKS = words_in("sources", "rank")
_FIGURE = re.compile(r"[$€£]?[0-9][0-9.,]*")
_AGAIN = listed("again another fresh further repeated")
# Takes “just days after a strong quake” and “, weeks after it”; leaves “two days after”, which names a day.
_FOLLOWS = re.compile(r"(?:\b(?:just|only) |(?<!\w )\b)(?:minutes|hours|days|weeks|months) after\b", re.I)
REACH_OF_HOUR = 40  # characters on each side of a day in which its hour stands
HALF = threshold(__name__, "HALF")  # words after which a word near a day counts half


@dataclass(frozen=True, slots=True)
class Telling:
    """A day that a text gives to something: `near` weighs the word families around it, the nearer the heavier.

    `total` is what they would weigh in one clause, `words` what each weighs wherever it stands. `span` is the sentence,
    `role` what the day is to its clause, `acts` the verbs of that clause, `deeds` also those of what came with it.
    `names` are names of persons, places and bodies, `own_names` those of the day's clause, `figures` the numbers in
    figures (`own_figures` in the day's clause), `order` is “first” or “second” where that is told, `again` whether the
    sentence tells of one that was not the first, `background` whether the day is that of what went before, `around`
    what stands beside the day, where its hour is told.
    """

    article: int
    phrase: DatePhrase
    span: tuple[int, int]
    role: Role
    near: Mapping[str, float]
    total: float
    words: Mapping[str, float]
    acts: frozenset[str]
    deeds: frozenset[str]
    names: frozenset[str]
    own_names: frozenset[str]
    figures: frozenset[str]
    order: frozenset[str]
    own_figures: frozenset[str]
    again: bool
    background: bool
    around: str


def tellings(text: str | CutText, article: int, published: date | None) -> list[Telling]:
    """Return what each day in `text` is told of; periods longer than a week and timetables are left out."""
    cut = CutText.of(text)
    homes: dict[int, list[DatePhrase]] = {}
    for phrase in dates(cut, published):
        at = cut.numbers(0, phrase.start).stop
        if _is_a_day(phrase) and at < len(cut.words):
            homes.setdefault(bisect_right(sentence_starts(cut), cut.starts[at]) - 1, []).append(phrase)
    found: list[Telling] = []
    for home, own in homes.items():
        if len(own) <= MOST_DAYS:
            inside = cut.numbers(sentences(cut)[home].start, sentences(cut)[home].end)
            found.extend(_telling(cut, inside, phrase, own, article) for phrase in own)
    return found


def _is_a_day(one: DatePhrase) -> bool:
    return one.form != "period" or (one.date is not None and one.last is not None and (one.last - one.date).days < 7)


def _telling(cut: CutText, home: range, phrase: DatePhrase, days: list[DatePhrase], article: int) -> Telling:
    inside = cut.numbers(phrase.start, phrase.end)
    first, after = inside.start, inside.stop
    day = DayAt(cut, phrase, first, after, max(home.start, first - REACH_OF_DAY), min(home.stop, after + REACH_OF_DAY))
    day_words = {n for one in days for n in cut.numbers(one.start, one.end)}
    near, total = _near(day, home.start, day_words)
    around = [n for n in range(day.low, day.high) if n not in day_words]
    own = [n for n in own_clause(day) if n not in day_words]
    verbs = acts(day)
    return Telling(
        article=article,
        phrase=phrase,
        span=_span(cut, home),
        role=role(day),
        near=near,
        total=total,
        words=_weights(cut, around),
        acts=verbs,
        deeds=verbs | deeds_beside(day) | {name for n in own if is_known(name := family(cut.keys[n]))},
        names=frozenset(name for n in around for name in _names(cut, n, n == home.start)),
        own_names=frozenset(name for n in own for name in _names(cut, n, n == home.start)),
        figures=_figures(cut, around),
        own_figures=_figures(cut, own),
        order=frozenset(cut.keys[n] for n in around) & {"first", "second", "third", "fourth"},
        again=_is_again(day),
        background=is_background(day),
        around=cut.text[max(cut.starts[home.start], phrase.start - REACH_OF_HOUR) : phrase.end + REACH_OF_HOUR],
    )


def _weights(cut: CutText, places: Iterable[int]) -> dict[str, float]:
    """What the word families at these places weigh by themselves."""
    found = ((part, weight(cut.keys[n])) for n in places for part in _parts(cut.words[n], cut.keys[n]))
    return {family(part): value for part, value in found if value > 0}


def _figures(cut: CutText, places: Iterable[int]) -> frozenset[str]:
    return frozenset(found.group() for n in places if (found := _FIGURE.match(cut.keys[n])))


def _is_again(day: DayAt) -> bool:
    """Whether the sentence tells of one that was not the first: “searched again”, “just days after the first quake”."""
    # “Again” stands behind its verb, so a few words before the day, or right behind it.
    beside = day.text.folded[max(day.low, day.first - 8) : min(day.high, day.after + 2)]
    sentence = day.text.text[day.text.starts[day.low] : day.text.words[day.high - 1].end]
    return not _AGAIN.isdisjoint(beside) or _FOLLOWS.search(sentence) is not None


def _span(cut: CutText, home: range) -> tuple[int, int]:
    """The place of a sentence's words, with the closing marks and stops that belong to the last."""
    end = cut.words[home.stop - 1].end
    while end < len(cut.text) and cut.text[end] in ".!?…,;:)]”’\"'":
        end += 1
    return cut.starts[home.start], end


def _near(day: DayAt, home: int, day_words: set[int]) -> tuple[dict[str, float], float]:
    """What the word families around a day weigh, and what all would weigh in one clause."""
    keys, first, low = day.text.keys, day.first, day.low
    # With nothing but small and everyday words before it, the day opens its sentence.
    is_fronted = all(weight(keys[n]) < 1 for n in range(max(low, first - 4), first)) and first - home <= 4
    near: dict[str, float] = {}
    full: dict[str, float] = {}
    for places, is_left in ((range(first - 1, low - 1, -1), True), (range(day.after, day.high), False)):
        for name, value, clause in _weighed(day.text, places, is_left, day_words, is_fronted):
            # The nearest place counts, however often a word is said.
            near[name] = max(near.get(name, 0.0), value * clause)
            full[name] = max(full.get(name, 0.0), value)
    return near, sum(full.values())


def _weighed(
    cut: CutText, places: range, is_left: bool, day_words: set[int], is_fronted: bool
) -> list[tuple[str, float, float]]:
    """Each family beside the day, what its distance leaves of its weight, and what the clauses between leave."""
    found: list[tuple[str, float, float]] = []
    clause = 1.0
    for distance, n in enumerate(places):
        own = cut.keys[n]
        beside = gap(cut, n) if is_left else cut.text[cut.words[n - 1].end : cut.starts[n]][-4:] if n else ""
        # the comma of “On Tuesday, Lind left” parts nothing
        is_mark = CLAUSE_MARK.search(beside) and (is_left or distance > 0 or not is_fronted)
        if is_mark or (not is_left and own in CLAUSE_WORDS):
            clause = max(FARTHEST_CLAUSE, clause * CLAUSE)
        if n not in day_words and weight(own) > 0:
            value = weight(own) / (1 + distance / HALF)
            found.extend((family(part), value, clause) for part in _parts(cut.words[n], own))
        # Read backwards, a “that” is the last word of its clause; read forwards, the first.
        if is_left and own in CLAUSE_WORDS:
            clause = max(FARTHEST_CLAUSE, clause * CLAUSE)
    return found


def _parts(word: Word, key_: str) -> list[str]:
    """“Blinken-Lavrov” is two names; another word with a hyphen is one."""
    pieces = word.text.split("-")
    return [key(one) for one in pieces] if len(pieces) == 2 and all(one[:1].isupper() for one in pieces) else [key_]


def _names(cut: CutText, n: int, is_first: bool) -> list[str]:
    """The names in word `n`; a capital at the start of a sentence is one if the next word has one as well."""
    word, own = cut.words[n], cut.keys[n]
    if not word.is_capital or own in _RANKS or own in FORMAL_TITLES or own in EVERYDAY or weight(own) < 1:
        return []
    # At the head of a sentence “Norway’s” is a name, “It’s” is none.
    is_owner = word.text.endswith(("'s", "’s")) and own not in ("it", "that", "here", "there", "let", "what")
    if is_first and not is_owner and not cut.words[min(n + 1, len(cut.words) - 1)].is_capital:
        return []
    # “Storm” and “Council” are things of which there are many, capital or not.
    return [name for part in _parts(word, own) if not is_known(name := family(part))]
