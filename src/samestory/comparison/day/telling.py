"""What a sentence tells of a day: the words of the event near it, the names, and what the day is to the event."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samestory.comparison.day.role import CLAUSE_MARK, CLAUSE_WORDS, Role, acts, role
from samestory.comparison.day.verb import family
from samestory.comparison.passage.segment import Segment, segments
from samestory.comparison.passage.weight import EVERYDAY, TITLES, weight
from samestory.text.day.read import DatePhrase, dates
from samestory.text.document import Document
from samestory.words.key import key
from samestory.words.listed import listed
from samestory.words.word import Word, fold

REACH = 30  # words read on each side of a day
MOST_DAYS = 8  # a sentence with more days is a timetable
CLAUSE, FARTHEST_CLAUSE = 0.55, 0.25  # what a word is worth beyond a comma or a “that”, and beyond any number of them
_RANKS = listed("captain general colonel major professor doctor coach prince princess police pope bishop saint harbour")
_FIGURE = re.compile(r"[$€£]?[0-9][0-9.,]*")
HALF = 12.0  # words after which a word near a day counts half


@dataclass(frozen=True, slots=True)
class Telling:
    """A day that a text gives to something: `near` weighs the word families around it, the nearer the heavier.

    `total` is what they would weigh in one clause. `span` is the sentence, `role` what the day is to its clause, `acts`
    the verbs of that clause. `names` are names of persons, places and bodies, `figures` the numbers in figures, `order`
    is “first” or “second” where that is told, `again` whether it happened again.
    """

    article: int
    phrase: DatePhrase
    span: tuple[int, int]
    role: Role
    near: Mapping[str, float]
    total: float
    acts: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    order: frozenset[str]
    again: bool


def tellings(text: str, article: int, published: date | None) -> list[Telling]:
    """Return what each day in `text` is told of; periods longer than a week and timetables are left out."""
    phrases = [one for one in dates(text, published) if _is_a_day(one)]
    if not phrases:
        return []
    read = Document(text)
    starts, cut = read.starts, segments(read)
    homes: dict[int, list[DatePhrase]] = {}
    firsts = [one.first for one in cut]
    for phrase in phrases:
        at = bisect_left(starts, phrase.start)
        home = bisect_left(firsts, at + 1) - 1
        if home >= 0 and at <= cut[home].last:
            homes.setdefault(home, []).append(phrase)
    found: list[Telling] = []
    for home, own in homes.items():
        if len(own) <= MOST_DAYS:
            found.extend(_telling(read, cut[home], phrase, own, starts, article) for phrase in own)
    return found


def _is_a_day(one: DatePhrase) -> bool:
    return one.form != "period" or (one.date is not None and one.last is not None and (one.last - one.date).days < 7)


def _telling(
    read: Document, home: Segment, phrase: DatePhrase, own: list[DatePhrase], starts: tuple[int, ...], article: int
) -> Telling:
    first, after = bisect_left(starts, phrase.start), bisect_left(starts, phrase.end)
    low, high = max(home.first, first - REACH), min(home.last + 1, after + REACH)
    day_words = {n for one in own for n in range(bisect_left(starts, one.start), bisect_left(starts, one.end))}
    is_fronted = all(weight(read.keys[n]) < 1 for n in range(max(low, first - 4), first)) and first - home.first <= 4
    near: dict[str, float] = {}
    full: dict[str, float] = {}
    for places, is_left in ((range(first - 1, low - 1, -1), True), (range(after, high), False)):
        for name, value, clause in _weighed(read, places, is_left, day_words, is_fronted):
            near[name] = max(near.get(name, 0.0), value * clause)
            full[name] = max(full.get(name, 0.0), value)
    around = [n for n in range(low, high) if n not in day_words]
    keys = [read.keys[n] for n in around]
    return Telling(
        article,
        phrase,
        home.span,
        role(read, phrase, first, after, low, high),
        near,
        sum(full.values()),
        acts(read, phrase, first, after, low, high),
        frozenset(name for n in around for name in _names(read, n, n == home.first)),
        frozenset(found.group() for one in keys if (found := _FIGURE.match(one))),
        frozenset(one for one in keys if one in ("first", "second", "third", "fourth")),
        any(fold(read.words[n].text) in ("again", "another") for n in range(max(low, first - 8), min(high, after + 2))),
    )


def _weighed(
    read: Document, places: range, is_left: bool, day_words: set[int], is_fronted: bool
) -> list[tuple[str, float, float]]:
    found: list[tuple[str, float, float]] = []
    clause = 1.0
    for distance, n in enumerate(places):
        between = read.text[read.words[n].end : read.words[n + 1].start if n + 1 < len(read.words) else None][:4]
        before = read.text[read.words[n - 1].end : read.words[n].start][-4:] if n else ""
        own = read.keys[n]
        # the comma of “On Tuesday, Lind left” parts nothing
        is_comma_of_front = is_fronted and distance == 0 and not is_left
        is_mark = not is_comma_of_front and CLAUSE_MARK.search(between if is_left else before)
        if is_mark or (not is_left and own in CLAUSE_WORDS):
            clause = max(FARTHEST_CLAUSE, clause * CLAUSE)
        if n not in day_words and weight(own) > 0:
            value = weight(own) / (1 + distance / HALF)
            found.extend((family(part), value, clause) for part in _parts(read.words[n], own))
        if is_left and own in CLAUSE_WORDS:
            clause = max(FARTHEST_CLAUSE, clause * CLAUSE)
    return found


def _parts(word: Word, key_: str) -> list[str]:
    """“Blinken-Lavrov” is two names; another word with a hyphen is one."""
    pieces = word.text.split("-")
    return [key(one) for one in pieces] if len(pieces) == 2 and all(one[:1].isupper() for one in pieces) else [key_]


def _names(read: Document, n: int, is_first: bool) -> list[str]:
    """The names in word `n`; a capital at the start of a sentence is one if the next word has one as well."""
    word, own = read.words[n], read.keys[n]
    if not word.text[:1].isupper() or own in _RANKS or own in TITLES or own in EVERYDAY or weight(own) < 1:
        return []
    is_owner = word.text.endswith(("'s", "’s")) and own not in ("it", "that", "here", "there", "let", "what")
    if is_first and not is_owner and not read.words[min(n + 1, len(read.words) - 1)].text[:1].isupper():
        return []
    return [family(part) for part in _parts(word, own)]
