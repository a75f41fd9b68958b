"""A text read once: its words, sentences, quotations, days and lines, each worked out when it is first asked for."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from samestory.table import frame, markup
from samestory.text.blank import blanked
from samestory.text.cut import CutText
from samestory.text.day.read import DatePhrase, dates
from samestory.text.name import NameWord, name_words
from samestory.text.page.find import Furniture, furniture
from samestory.text.page.line import page_lines
from samestory.text.page.story import headline_at
from samestory.text.passage import Paragraph, passage
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import Sentence, sentences
from samestory.text.source.find import Sources, sources
from samestory.words.word import Word

if TYPE_CHECKING:
    import pandas as pd

What = Literal["words", "sentences", "quotations", "days", "furniture", "citations"]
COLUMNS: Mapping[What, tuple[str, ...]] = {
    "words": ("start", "end", "text", "folded", "sentence", "quoted", "furniture"),
    "sentences": ("start", "end", "text", "words"),
    "quotations": ("start", "end", "text", "speaker", "verb", "addressee", "level"),
    "days": ("start", "end", "text", "date", "last", "form", "how"),
    "furniture": ("start", "end", "text", "kind", "reason"),
    "citations": ("start", "end", "name", "kind", "named", "verb", "voice"),
}
SHOWN = 20  # rows that a notebook shows of itself; `to_frame` has all


@dataclass(frozen=True)
class Document(CutText):
    """A text with what it is made of. `start` and `end` count code points of `text`, as everywhere here.

    `name` is what results call it, such as an outlet's name; `written` the day on which it was written, where it is
    known: "yesterday" is reckoned from it. Nothing is read before it is asked for, and each part is read once.
    """

    name: str = ""
    written: datetime.date | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return sentences(self)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines that hold anything but space, each cut into words and what stands between them."""
        return passage(self).paragraphs

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks, with speaker and verb where the sentence names them."""
        return quotations(self)

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The lines that are the page's and not the article's."""
        return furniture(self)

    @cached_property
    def without_furniture(self) -> "Document":
        """The document with its furniture blanked out by spaces, so that every place stays what it was."""
        return self._blanked([(line.start, line.end) for line in self.furniture])

    @cached_property
    def without_quotations(self) -> "Document":
        """The document with its quotations blanked out by spaces, so that every place stays what it was."""
        return self._blanked([part for one in self.quotations for part in one.parts])

    def _blanked(self, spans: Sequence[tuple[int, int]]) -> "Document":
        # Itself where nothing is blanked, so that what was read of it is not read again.
        return replace(self, text=blanked(self.text, spans), lang=self.language) if spans else self

    @property
    def body(self) -> str:
        """The text with its furniture blanked out by spaces, so that every place stays what it was."""
        return self.without_furniture.text

    @property
    def prose(self) -> str:
        """The body with its quotations blanked out too: the words that are the writer's own."""
        # The furniture first: a stray mark in a menu could open a quotation that swallows the article's first line.
        return self.without_furniture.without_quotations.text

    @cached_property
    def headline(self) -> str:
        """The line above the story that may be its headline; empty where there is none to see."""
        page = page_lines(self)
        kinds = {line.start: line.kind for line in self.furniture}
        at = headline_at(page, {number: kinds[line.start] for number, line in enumerate(page) if line.start in kinds})
        return page[at].text if at >= 0 else ""

    @cached_property
    def days(self) -> tuple[DatePhrase, ...]:
        """The days that the text names, and how each is reckoned."""
        return dates(self, self.written)

    @property
    def names(self) -> tuple[NameWord, ...]:
        """The words that may be names."""
        return name_words(self)

    @property
    def sources(self) -> Sources:
        """Who is cited, and how many independent voices that makes."""
        return sources(self)

    def to_frame(self, of: What = "words") -> "pd.DataFrame":
        """Return one part as a pandas table: `of` is words, sentences, quotations, days, furniture or citations.

        Raises ValueError for another part.
        """
        return frame(self.rows(of), COLUMNS[of])

    def rows(self, of: What = "words") -> list[tuple[Any, ...]]:
        """Return what `to_frame` shows of a part, as plain values in the order of its `COLUMNS`; raises ValueError."""
        if of not in COLUMNS:
            raise ValueError(f"There is no part {of!r}; there are: {', '.join(COLUMNS)}.")
        return list(_ROWS[of](self))

    def __repr__(self) -> str:
        shown = " ".join(self.text[:60].split())
        return f"<Document {self.name or shown!r}: {len(self.words)} words, {len(self.quotations)} quotations>"

    def _repr_html_(self) -> str:
        heads = ("text", "speaker", "verb")
        caption = f"{self.name or self.headline or 'A text'}: {len(self.words)} words, {len(self.sentences)} sentences"
        caption += f"; its quotations ({len(self.quotations)})"
        return markup([tuple(getattr(one, head) for head in heads) for one in self.quotations[:SHOWN]], heads, caption)


Text = str | Document


def as_document(text: Text) -> Document:
    """Return a text as a document; a document is returned as it is, with all that was read of it."""
    return text if isinstance(text, Document) else Document(text)


def _word_rows(one: Document) -> Iterator[tuple[Any, ...]]:
    """Each word with the number of its sentence (-1 for none), whether it is quoted, and whether it is furniture."""
    sentence = places(one.words, [(part.start, part.end) for part in one.sentences])
    # Inner quotations lie within outer ones, and `places` wants spans that do not overlap.
    quoted = places(one.words, [part for said in one.quotations if said.level == 0 for part in said.parts])
    aside = places(one.words, [(line.start, line.end) for line in one.furniture])
    for at, word in enumerate(one.words):
        yield word.start, word.end, word.text, one.folded[at], sentence[at], quoted[at] >= 0, aside[at] >= 0


def _sentence_rows(one: Document) -> Iterator[tuple[Any, ...]]:
    for part in one.sentences:
        yield part.start, part.end, part.text, len(one.numbers(part.start, part.end))


def _day_rows(one: Document) -> Iterator[tuple[Any, ...]]:
    for day in one.days:
        yield day.start, day.end, day.text, day.date, day.last, day.form, "; ".join(day.steps)


def _citation_rows(one: Document) -> Iterator[tuple[Any, ...]]:
    for cited in one.sources.citations:
        yield cited.start, cited.end, cited.name, cited.kind, cited.is_named, cited.verb, cited.voice


_ROWS: Mapping[What, Callable[[Document], Iterable[tuple[Any, ...]]]] = {
    "words": _word_rows,
    "sentences": _sentence_rows,
    "quotations": lambda one: map(attrgetter(*COLUMNS["quotations"]), one.quotations),
    "days": _day_rows,
    "furniture": lambda one: map(attrgetter(*COLUMNS["furniture"]), one.furniture),
    "citations": _citation_rows,
}


def places(cut: Sequence[Word], spans: Iterable[tuple[int, int]]) -> list[int]:
    """For each word the number of the span in which it begins, -1 for none; spans do not overlap."""
    order = sorted((start, end, number) for number, (start, end) in enumerate(spans))
    found, at = [], 0
    for word in cut:
        while at < len(order) and order[at][1] <= word.start:
            at += 1
        inside = at < len(order) and order[at][0] <= word.start
        found.append(order[at][2] if inside else -1)
    return found
