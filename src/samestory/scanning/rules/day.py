"""Weekdays that do not fit their date, and days that differ from another account's or the record's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from samestory.case.model import Reference
from samestory.comparison.day.conflict import dates
from samestory.comparison.sureness import Sureness
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.standing import standing
from samestory.text.day.read import DatePhrase
from samestory.text.once import once
from samestory.thresholds import threshold
from samestory.words.word import fold, words

# The share of the words of two sentences that both have, from which on one may be a copy of the other.
SAME_SENTENCE = threshold(__name__, "SAME_SENTENCE")


def wrong_weekday(material: Material, article: str) -> Iterator[Candidate]:
    """A weekday printed beside a date on which it does not fall."""
    for one in material.texts[article].days:
        if one.fits is False:
            yield Candidate(
                article,
                "slip",
                one.start,
                one.end,
                one.text,
                "sure",
                WEIGHT["weekday against the calendar"],
                "weekday against the calendar",
                f"The calendar: {'; '.join(one.steps)}.",
                one.true_weekday,
                (Reference(says="; ".join(one.steps)),),
            )


def day_against_record(material: Material, article: str) -> Iterator[Candidate]:
    """A day that is not the record's for the same thing."""
    for entry in material.case.record.values():
        said = material.entries[entry.id]
        mine = material.texts[article]
        for found in dates([mine, said], [mine.written, said.written]):
            evidence = Reference(record=entry.id, quote=found.b_day.text)
            yield _candidate(material, article, found.a_day, found.b_day, found.certainty, evidence, standing(entry))


def day_against_peers(material: Material, article: str) -> Iterator[Candidate]:
    """A day that another account of the event does not give.

    Where more accounts speak against one side than against the other, the candidate stands on that side only. Accounts
    that tell it in one sentence count as one: copies of a mistake don't outvote who was there.
    """
    against = _against(material)
    for day, other, told in _told_otherwise(material).get(article, ()):
        mine = _voices(tuple(against[article, day.start]))
        # This page first, so that an edited copy of its sentence counts with it.
        theirs = _voices(tuple({told.own: None} | against[other, told.day.start]))
        evidence = Reference(article=other, quote=told.sentence)
        if mine > theirs:
            who = f"{mine} accounts that don’t share the sentence each give another day; one of them"
            yield _candidate(material, article, day, told.day, told.certainty, evidence, who)
        elif mine == theirs:
            even = _candidate(material, article, day, told.day, "possible", evidence, "another account")
            reason = f"{even.reason} Nothing here shows which is right."
            yield replace(even, suggests=None, reason=reason, kind="conflict")


@dataclass(frozen=True, slots=True)
class _Told:
    """The day that another account gives, in `sentence`, for what this page tells in `own`."""

    day: DatePhrase
    sentence: str
    own: str
    certainty: Sureness


@once
def _told_otherwise(material: Material) -> Mapping[str, Sequence[tuple[DatePhrase, str, _Told]]]:
    """For each article its days that another account contradicts, with the account's name and what it tells."""
    found: dict[str, list[tuple[DatePhrase, str, _Told]]] = defaultdict(list)
    for group in material.groups:
        names = [list(material.texts)[n] for n in group.articles]
        for one in dates([material.texts[name] for name in names], [material.day(name) for name in names]):
            a, b = names[one.a], names[one.b]
            here, there = _sentence(material, a, one.a_span), _sentence(material, b, one.b_span)
            found[a].append((one.a_day, b, _Told(one.b_day, there, here, one.certainty)))
            found[b].append((one.b_day, a, _Told(one.a_day, here, there, one.certainty)))
    return found


@once
def _against(material: Material) -> Mapping[tuple[str, int], dict[str, None]]:
    """The sentences that speak against a day, by its article and place: each once, in the order of their articles."""
    found: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for article, told in _told_otherwise(material).items():
        for day, _, other in told:
            found[article, day.start][other.sentence] = None
    return found


@lru_cache(maxsize=4096)
def _voices(said: tuple[str, ...]) -> int:
    """How many of these sentences are no copies, or hardly edited ones, of one before."""
    found: list[frozenset[str]] = []
    for sentence in said:
        mine = _folded(sentence)
        if not any(len(mine & other) >= SAME_SENTENCE * len(mine | other) for other in found):
            found.append(mine)
    return len(found)


@lru_cache(maxsize=4096)
def _folded(sentence: str) -> frozenset[str]:
    return frozenset(fold(word.text) for word in words(sentence))


def _candidate(
    material: Material,
    article: str,
    mine: DatePhrase,
    other: DatePhrase,
    certainty: Sureness,
    evidence: Reference,
    who: str,
) -> Candidate:
    start, end = _with_neighbours(material.texts[article].text, mine)
    steps = "; ".join((*mine.steps, *other.steps))
    return Candidate(
        article,
        "slip",
        start,
        end,
        material.printed(article, start, end),
        certainty,
        WEIGHT["day against another account"],
        "day against another account",
        f"For what may be the same thing {who} has “{other.text}”. {steps}.",
        other.text,
        (evidence, Reference(says=steps)) if steps else (evidence,),
    )


def _with_neighbours(text: str, day: DatePhrase) -> tuple[int, int]:
    """The day with the word before it, so that a bare weekday can be found again."""
    before = words(text[max(0, day.start - 40) : day.start])
    start = max(0, day.start - 40) + before[-1].start if before and text[day.start - 1] == " " else day.start
    return start, day.end


def _sentence(material: Material, article: str, span: tuple[int, int]) -> str:
    return material.printed(article, *span).strip()
