"""What every rule of a scan reads: the articles without their furniture, their days, their peers, the record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from samestory.case.model import Article, Case, Statement
from samestory.comparison.event import EventGroup, events
from samestory.comparison.quotation.pairs import QuotationPair, mirrored, quotations
from samestory.comparison.quotation.recall import Recalled, recalled
from samestory.text.document import Document
from samestory.text.once import once


@dataclass(frozen=True)
class Material:
    """A case, read once for all rules.

    `pages` are the articles as published, `texts` the same without furniture, which is blanked out by spaces so that
    every offset stays; both are written on the day on which the article appeared, so far as it is known. `entries`
    are the words of the record, or what it says was done. `peers` names the other articles of the same event.
    `recalls` are each article's quotations that the record holds; a recall's `entry` counts in `said`, the record's
    entries that have words.
    """

    case: Case
    pages: Mapping[str, Document]
    texts: Mapping[str, Document]
    entries: Mapping[str, Document]
    groups: tuple[EventGroup, ...]
    peers: Mapping[str, tuple[str, ...]]
    said: tuple[Statement, ...]
    recalls: Mapping[str, tuple[Recalled, ...]]
    _paired: dict[tuple[str, str], tuple[QuotationPair, ...]] = field(default_factory=dict, repr=False, compare=False)

    def printed(self, article: str, start: int, end: int) -> str:
        """What stands in an article as published."""
        return self.pages[article].text[start:end]

    def day(self, article: str) -> date | None:
        """The day on which an article appeared, so far as it is known."""
        return self.texts[article].written

    def quoted_in_both(self, article: str, peer: str) -> tuple[QuotationPair, ...]:
        """The quotations of two articles, paired once for all rules."""
        if (article, peer) not in self._paired:
            found = quotations(self.texts[article], self.texts[peer])
            self._paired[article, peer] = found
            self._paired[peer, article] = mirrored(found)
        return self._paired[article, peer]

    def in_record(self, article: str, start: int, end: int) -> bool:
        """Whether an entry of the record has these words of an article too, two or more in a row."""
        needle = _row(Document(self.printed(article, start, end)))
        day = self.day(article)
        # A single word, two spaces around it, stands in every record.
        return needle.count(" ") > 2 and any(
            needle in _row(entry) for entry in self.entries.values() if _is_in_time(entry, day)
        )

    def statement(self, found: Recalled) -> Statement:
        """The entry of the record that holds a quotation."""
        return self.said[found.entry]


def material(case: Case, documents: Iterable[Document] = ()) -> Material:
    """Read a case: mark furniture, find the record behind quotations, date the articles, group them by event.

    Where the case names the event of every article, that is the grouping; else words and days are.

    Where one of `documents` is an article of the case, it is taken with all that was read of it.
    """
    read = {one: one for one in documents}
    fresh = (
        Document(article.text, name, _published(article), lang=article.lang) for name, article in case.articles.items()
    )
    # Documents are compared by what they hold, so an equal one brings along what was read of it, where it says nothing
    # of its language too.
    pages = {one.name: read.get(one) or read.get(replace(one, lang=""), one) for one in fresh}
    entries = {
        entry.id: Document(entry.words or entry.what or "", entry.id, date.fromisoformat(entry.date), lang=case.lang)
        for entry in case.record.values()
    }
    said = tuple(entry for entry in case.record.values() if entry.words)
    record = [entries[entry.id] for entry in said]
    texts: dict[str, Document] = {}
    recalls: dict[str, tuple[Recalled, ...]] = {}
    for name, page in pages.items():
        found = recalled(page.without_furniture, record)
        texts[name] = _dated(page.without_furniture, found, record)
        # Now that the page has its day: what was said later is not what it quotes.
        recalls[name] = tuple(one for one in found if _is_in_time(record[one.entry], texts[name].written))
    names = tuple(texts)
    groups = _by_author(case) or events([texts[name] for name in names], [texts[name].written for name in names])
    peers = {names[n]: tuple(names[m] for m in group.articles if m != n) for group in groups for n in group.articles}
    return Material(case, pages, texts, entries, groups, peers, said, recalls)


def _by_author(case: Case) -> tuple[EventGroup, ...]:
    """The articles as the case itself puts them together; nothing if it leaves one of them without an event."""
    events_named = [article.event for article in case.articles.values()]
    if not all(events_named):
        return ()
    found: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events_named):
        found[event].append(number)
    return tuple(EventGroup(tuple(row), f"the case puts them under “{event}”") for event, row in found.items())


def _published(article: Article) -> date | None:
    return date.fromisoformat(article.date) if article.date else None


def _dated(text: Document, found: Sequence[Recalled], record: Sequence[Document]) -> Document:
    """The text with the day on which it appeared; where nobody knows, the last day whose words it surely quotes."""
    if text.written:
        return text
    # A possible match would do harm here: the day decides which accounts are of one event.
    quoted = [record[one.entry].written for one in found if one.certainty == "sure"]
    return replace(text, written=max((day for day in quoted if day), default=None))


@once
def _row(text: Document) -> str:
    """The folded words of a text with a space before and after each."""
    return f" {' '.join(text.folded)} "


def _is_in_time(entry: Document, day: date | None) -> bool:
    """Whether an article of that day can quote the entry: nobody quotes what is yet to be said."""
    return day is None or entry.written is None or entry.written <= day
