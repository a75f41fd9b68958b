"""What every rule of a scan reads: the articles without their furniture, their days, their peers, the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samestory.case.model import Case, Statement
from samestory.comparison.event import EventGroup, events
from samestory.comparison.quotation.pairs import QuotationPair, quotations
from samestory.comparison.quotation.recall import Recalled, recalled
from samestory.text.blank import blanked
from samestory.text.page.find import Furniture, furniture
from samestory.words.word import fold, words


@dataclass(frozen=True)
class Material:
    """A case, read once for all rules.

    `texts` are the articles with furniture blanked out by spaces, so that every offset stays. `peers` names the other
    articles of the same event. `recalls` are each article's quotations that the record holds; a recall's `entry`
    counts in `said`, the record's entries that have words.
    """

    case: Case
    texts: Mapping[str, str]
    furniture: Mapping[str, tuple[Furniture, ...]]
    days: Mapping[str, date | None]
    groups: tuple[EventGroup, ...]
    peers: Mapping[str, tuple[str, ...]]
    said: tuple[Statement, ...]
    recalls: Mapping[str, tuple[Recalled, ...]]
    _paired: dict[tuple[str, str], tuple[QuotationPair, ...]] = field(default_factory=dict, repr=False, compare=False)

    def full(self, article: str) -> str:
        """The article as published."""
        return self.case.articles[article].text

    def quoted_in_both(self, article: str, peer: str) -> tuple[QuotationPair, ...]:
        """The quotations of two articles, paired once for all rules."""
        if (article, peer) not in self._paired:
            found = quotations(self.texts[article], self.texts[peer])
            self._paired[article, peer] = found
            mirrored = sorted((one.mirrored for one in found), key=lambda one: (one.a.start, one.b.start))
            self._paired[peer, article] = tuple(mirrored)
        return self._paired[article, peer]

    def in_record(self, article: str, start: int, end: int) -> bool:
        """Whether an entry of the record has these words of an article too, two or more in a row."""
        needle = _row(self.full(article)[start:end])
        day = self.days[article]
        held = (entry for entry in self.case.record.values() if _in_time(entry, day))
        return needle.count(" ") > 2 and any(needle in _row(entry.words or entry.what or "") for entry in held)

    def statement(self, found: Recalled) -> Statement:
        """The entry of the record that holds a quotation."""
        return self.said[found.entry]


def material(case: Case) -> Material:
    """Read a case: mark furniture, find the record behind quotations, date the articles, group them by event."""
    page = {name: furniture(article.text) for name, article in case.articles.items()}
    texts = {
        name: blanked(article.text, [(line.start, line.end) for line in page[name]])
        for name, article in case.articles.items()
    }
    said = tuple(entry for entry in case.record.values() if entry.words)
    recalls = {name: recalled(text, [entry.words or "" for entry in said]) for name, text in texts.items()}
    days = {name: _day(case, name, recalls[name], said) for name in texts}
    recalls = {
        name: tuple(one for one in found if _in_time(said[one.entry], days[name])) for name, found in recalls.items()
    }
    names = tuple(texts)
    groups = events([texts[name] for name in names], [days[name] for name in names])
    peers = {names[n]: tuple(names[m] for m in group.articles if m != n) for group in groups for n in group.articles}
    return Material(case, texts, page, days, groups, peers, said, recalls)


def _row(text: str) -> str:
    """The folded words of a text with a space before and after each."""
    return f" {' '.join(fold(word.text) for word in words(text))} "


def _day(case: Case, name: str, found: tuple[Recalled, ...], said: tuple[Statement, ...]) -> date | None:
    """The day an article appeared; where nobody knows, the last day whose words it surely quotes."""
    known = case.articles[name].date
    if known:
        return date.fromisoformat(known)
    return max((date.fromisoformat(said[one.entry].date) for one in found if one.certainty == "sure"), default=None)


def _in_time(entry: Statement, day: date | None) -> bool:
    """Whether an article of that day can quote the entry: nobody quotes what is yet to be said."""
    return day is None or date.fromisoformat(entry.date) <= day
