"""What the tests ask about, and where it stands in a text: held passages, printed lines, words to judge."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from samestory.case import Case
from samestory.course import load_shipped
from samestory.text import fold, words

FRESH = ("week-one-quernmouth", "week-four-quernmouth")  # the others ask for what was practised
RUN = 7  # words in a row that nobody writes by chance
TELLING = 3  # words to judge, so many in a row, that no page has for another reason
LONGEST_NAMED = 300  # characters of a piece that may name some words
_QUOTED = re.compile(r"“([^“”]{1,300})”|‘([^‘’]{1,300})’|\"([^\"]{1,300})\"")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """An item of a test: its id, the words to judge, and the runs of words of its printed line.

    `parts` are the words to judge and what of them tells enough when it is named alone.
    """

    id: str
    judged: Row
    parts: frozenset[Row]
    printed: frozenset[Row]


def row(text: str) -> Row:
    """The words of a text as they are compared."""
    return tuple(word.text for word in words(fold(text)))


def runs(of: Row, size: int = RUN) -> Iterator[Row]:
    """Every run of so many words."""
    return (of[at : at + size] for at in range(len(of) - size + 1))


@cache
def open_runs() -> frozenset[Row]:
    """The runs that stand in an article outside the held passages, or in the record: they give nothing away."""
    return frozenset(run for case in load_shipped().cases.values() for text in _open(case) for run in runs(row(text)))


def _open(case: Case) -> Iterator[str]:
    for article in case.articles.values():
        at = 0
        for start, end in sorted((one.start, one.end) for one in case.held if one.article == article.id):
            yield article.text[at:start]
            at = end
        yield article.text[at:]
    yield from (entry.words or entry.what or "" for entry in case.record.values())


@cache
def held_runs() -> dict[Row, str]:
    """Every run of a held passage that stands nowhere else, with its article."""
    held = [(one, case) for case in load_shipped().cases.values() for one in case.held]
    return {
        run: one.article
        for one, case in held
        for run in runs(row(case.articles[one.article].text[one.start : one.end]))
        if run not in open_runs()
    }


@cache
def items() -> tuple[Item, ...]:
    """The items of the fresh later checks."""
    found = []
    for name in FRESH:
        for one in load_shipped().exercise(name).view()["items"]:
            judged, printed, _ = one["text"].split("\n")
            parts = printed.removeprefix("Printed: ").split("…")
            fresh = frozenset(run for part in parts for run in runs(row(part))) - open_runs()
            whole = row(judged)
            telling = (run for size in range(TELLING, len(whole)) for run in runs(whole, size))
            found.append(Item(one["id"], whole, frozenset({whole, *telling}), fresh))
    return tuple(found)


def met(text: Sequence[str]) -> set[str]:
    """What of the tests can be met in a text, given in pieces: ids of items, and articles of held passages.

    An item is met where seven words of its printed line stand in a row, or its words to judge if they are three or
    more; or where they, or three of them, are named: in a piece by itself, such as a cell of a table, or in quotation
    marks.
    """
    whole = row(" ".join(text))
    long = set(runs(whole))
    found = {held_runs()[run] for run in long & held_runs().keys()}
    judged = {item.judged for item in items() if len(item.judged) >= TELLING}
    there = {run for size in {len(one) for one in judged} for run in runs(whole, size) if run in judged}
    named = {row(one) for one in (*text, *_quotations(text)) if len(one) < LONGEST_NAMED}
    found |= {item.id for item in items() if item.judged in there or item.parts & named or item.printed & long}
    return found


def _quotations(text: Iterable[str]) -> Iterator[str]:
    for found in _QUOTED.finditer(" ".join(text)):
        yield next(filter(None, found.groups()))
