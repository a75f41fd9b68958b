"""Weekdays that do not fit their date, and days that differ from another account's or the record's."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from samestory.case.model import Reference
from samestory.comparison.day.conflict import dates
from samestory.comparison.sureness import Sureness
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.standing import standing
from samestory.text.day.read import DatePhrase
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
    names = [article, *material.peers[article]]
    conflicts = dates([material.texts[name] for name in names], [material.day(name) for name in names])
    against: dict[tuple[int, int], list[str]] = defaultdict(list)
    for found in conflicts:
        against[found.a, found.a_day.start].append(_sentence(material, names[found.b], found.b_span))
        against[found.b, found.b_day.start].append(_sentence(material, names[found.a], found.a_span))
    for found in conflicts:
        # Conflicts among the others have been counted as voices; they are candidates where those are scanned.
        if found.a != 0:
            continue
        mine, theirs = (_voices(against[place]) for place in ((0, found.a_day.start), (found.b, found.b_day.start)))
        evidence = Reference(article=names[found.b], quote=_sentence(material, names[found.b], found.b_span))
        if mine > theirs:
            who = f"{mine} accounts that don’t share the sentence each give another day; one of them"
            yield _candidate(material, article, found.a_day, found.b_day, found.certainty, evidence, who)
        elif mine == theirs:
            even = _candidate(material, article, found.a_day, found.b_day, "possible", evidence, "another account")
            yield replace(even, suggests=None, reason=f"{even.reason} Nothing here shows which is right.")


def _voices(said: list[str]) -> int:
    """How many of these sentences are no copies, or hardly edited ones, of one before."""
    found: list[set[str]] = []
    for sentence in said:
        mine = {fold(word.text) for word in words(sentence)}
        if not any(len(mine & other) >= SAME_SENTENCE * len(mine | other) for other in found):
            found.append(mine)
    return len(found)


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
