"""A fact that the record has with another word: “a law” for “decrees”, “trucks” for “vehicles”."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from samestory.case.model import Reference, Statement
from samestory.comparison.claim import Exchange, exchanges
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.standing import capital, standing
from samestory.text.document import Document
from samestory.words.word import fold, words
from samestory.words.wording import is_number, number_value

# How long, in days, news tells what an entry of the record tells.
NEWS_LASTS = 4


def exchanged(material: Material, article: str) -> Iterator[Candidate]:
    """Words of the article's own prose that differ from the record's; quotations have a rule of their own."""
    text = material.texts[article]
    quoted = [part for one in text.quotations for part in one.parts]
    prose = text.without_quotations
    for entry in material.case.record.values():
        if not in_time(material, article, entry):
            continue
        said = material.entries[entry.id]
        found = [one for one in exchanges(prose, said) if not _touches(quoted, one)]
        reworded = _reworded(prose, found) if entry.is_a("agency-copy") else set()
        for one in found:
            if material.in_record(article, one.a_start, one.a_end):
                continue
            # A figure counts even across a comma, “Moe, 85,”, and in a sentence that was put into other words.
            if one.is_figure or not (_is_cut(text.text, said.text, one) or (one.a_start, one.b_start) in reworded):
                yield _candidate(material, article, entry, one, said.text)


def _is_cut(text: str, said: str, one: Exchange) -> bool:
    """Whether a stop or a comma parts the two words, in either text: then they don’t belong together."""
    return any(mark in ",;:.!?()" for mark in text[one.a_start : one.a_end] + said[one.b_start : one.b_end])


def _touches(spans: Iterable[tuple[int, int]], one: Exchange) -> bool:
    return any(start < one.a_end and one.a_start < end for start, end in spans)


def _reworded(prose: Document, found: Sequence[Exchange]) -> set[tuple[int, int]]:
    """Exchanges that share their sentence: there an agency's copy was put into other words, which is no slip."""
    ends = [sentence.end for sentence in prose.sentences]
    home = {(one.a_start, one.b_start): bisect_left(ends, one.a_end) for one in found}
    crowded = Counter(home.values())
    return {place for place, sentence in home.items() if crowded[sentence] > 1}


def _candidate(material: Material, article: str, entry: Statement, found: Exchange, said: str) -> Candidate:
    theirs, ours = said[found.b_start : found.b_end], material.printed(article, found.a_start, found.a_end)
    whose = capital(standing(entry))
    counts = _numbers(ours), _numbers(theirs)
    count = "; the numbers differ too" if not found.is_figure and all(counts) and counts[0] != counts[1] else ""
    return Candidate(
        article,
        "slip",
        found.a_start,
        found.a_end,
        ours,
        "possible",
        _weight(found.shared),
        "one word against the record",
        f"{whose} has “{found.word_b}” where this has “{found.word_a}”, both beside “{found.beside}”{count}.",
        theirs,
        (Reference(record=entry.id, quote=theirs),),
    )


def _weight(shared: int) -> float:
    """The more words the sentences share, the less likely each tells another thing."""
    rule = "one word against the record"
    return round(min(WEIGHT[f"{rule}: at most"], WEIGHT[rule] + WEIGHT[f"{rule}: each shared word"] * shared), 3)


def _numbers(text: str) -> list[str]:
    return [number_value(fold(word.text)) for word in words(text) if is_number(fold(word.text))]


def in_time(material: Material, article: str, entry: Statement) -> bool:
    """Whether the entry is news for an article of that day."""
    day, said = material.day(article), material.entries[entry.id].written
    return day is None or said is None or timedelta(0) <= day - said <= timedelta(days=NEWS_LASTS)
