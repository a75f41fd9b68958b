"""A fact that the record has with another word: “a law” for “decrees”, “trucks” for “vehicles”."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from samestory.case.model import Reference, Statement
from samestory.case.scanning.candidate import Candidate
from samestory.case.scanning.material import Material, blanked
from samestory.compare.claim import Exchange, exchanges
from samestory.text.agency import is_agency
from samestory.text.quotation import quotations
from samestory.text.sentence import sentences

# How long, in days, news tells what an entry of the record tells.
NEWS_LASTS = 4


def exchanged(material: Material, article: str) -> Iterator[Candidate]:
    """Words of the article's own prose that differ from the record's; quotations have a rule of their own."""
    text = material.texts[article]
    quoted = [part for one in quotations(text) for part in one.parts]
    prose = blanked(text, quoted)
    for entry in material.case.record.values():
        if not in_time(material, article, entry):
            continue
        said = entry.words or entry.what or ""
        found = [one for one in exchanges(prose, said) if not _touches(quoted, one)]
        reworded = _reworded(prose, found) if is_agency(entry.who) else set()
        for one in found:
            if one.is_figure or (one.a_start, one.b_start) not in reworded:
                yield _candidate(material, article, entry, one, said)


def _touches(spans: Iterable[tuple[int, int]], one: Exchange) -> bool:
    return any(start < one.a_end and one.a_start < end for start, end in spans)


def _reworded(prose: str, found: Sequence[Exchange]) -> set[tuple[int, int]]:
    """Exchanges that share their sentence: there an agency's copy was put into other words, which is no slip."""
    ends = [sentence.end for sentence in sentences(prose)]
    home = {(one.a_start, one.b_start): bisect_left(ends, one.a_end) for one in found}
    crowded = Counter(home.values())
    return {place for place, sentence in home.items() if crowded[sentence] > 1}


def _candidate(material: Material, article: str, entry: Statement, found: Exchange, said: str) -> Candidate:
    theirs = said[found.b_start : found.b_end]
    return Candidate(
        article,
        "slip",
        found.a_start,
        found.a_end,
        material.full(article)[found.a_start : found.a_end],
        "possible",
        round(min(0.7, 0.3 + 0.05 * found.shared), 3),
        "one word against the record",
        f"The record has “{found.word_b}” where this has “{found.word_a}”, both beside “{found.beside}”.",
        theirs,
        (Reference(record=entry.id, quote=theirs),),
    )


def in_time(material: Material, article: str, entry: Statement) -> bool:
    """Whether the entry is news for an article of that day."""
    day = material.days[article]
    return day is None or timedelta(0) <= day - date.fromisoformat(entry.date) <= timedelta(days=NEWS_LASTS)
