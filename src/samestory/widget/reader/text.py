"""One text of the reader: cut into paragraphs and segments, so that whatever is marked is a list of whole segments."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from samestory.language import shown_in
from samestory.text import Document, words
from samestory.widget.reader.words import ChangedSpan

# Takes a line, of a page from Windows too; leaves its end, and all empty lines.
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True)
class ReaderText:
    """A text to read: `text[start:end]` is shown, offsets are code points of the whole text.

    `headings` are lines that are headings, the first of them the title; `dated` says the date and how it is known;
    days in the text are reckoned from `published`. Where a span of `kept` lies, the reader says in brackets that
    words are kept for a test. `lang` is the tag of its language.
    """

    id: str
    outlet: str
    dated: str
    text: str
    headings: tuple[str, ...]
    start: int
    end: int
    published: datetime.date | None = None
    kept: tuple[ChangedSpan, ...] = ()
    lang: str = ""

    @cached_property
    def document(self) -> Document:
        """The whole text, read once for all that is marked in it."""
        return Document(self.text, self.outlet, self.published, lang=self.lang)

    @property
    def is_excerpt(self) -> bool:
        """Whether words of the text are left out."""
        is_cut = any(low < self.end and self.start < high for low, high in self.kept)
        return is_cut or bool(self.text[: self.start].strip() or self.text[self.end :].strip())

    def holds(self, parts: Iterable[ChangedSpan]) -> bool:
        """Whether all of a passage is shown."""
        return all(self.start <= start and end <= self.end and not self.keeps(start, end) for start, end in parts)

    def keeps(self, start: int, end: int) -> bool:
        """Whether some of a span is kept for a test."""
        return any(low < end and start < high for low, high in self.kept)

    def shown(self, start: int, end: int) -> list[ChangedSpan]:
        """Return the parts of a span that are shown, in order."""
        low, high = max(start, self.start), min(end, self.end)
        # Between two neighbouring edges a span is wholly kept or wholly shown.
        edges = sorted({low, high, *(edge for span in self.kept for edge in span if low < edge < high)})
        return [(one, other) for one, other in pairwise(edges) if low < high and not self.keeps(one, other)]


@dataclass
class Marked:
    """A text with what is marked in it: each mark gets a number, and the segments under it carry that number."""

    text: ReaderText
    marks: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, layer: str, spans: Iterable[ChangedSpan]) -> list[int]:
        """Mark spans and return their numbers; what is not shown is cut off or left out."""
        numbers = []
        for start, end in spans:
            for low, high in self.text.shown(start, end):
                numbers.append(len(self.marks))
                self.marks.append((low, high, layer))
        return numbers

    def view(self) -> dict[str, Any]:
        """Return the text as paragraphs of segments: `[offset, text]`, or `[offset, text, [numbers of marks]]`.

        A mark is `[layer, from, to, start, end]`: `from` and `to` say where it lies as parts of the text shown, 0 to 1.
        """
        text, size = self.text, max(1, self.text.end - self.text.start)
        return {
            "id": text.id,
            "outlet": text.outlet,
            # “Newsgull (fictional)” is “Newsgull” where there is little room.
            "short": text.outlet.split(" (")[0],
            "dated": text.dated,
            "excerpt": text.is_excerpt,
            "words": sum(len(text.document.numbers(low, high)) for low, high in text.shown(text.start, text.end)),
            "size": size,
            **shown_in(text.lang),
            "paragraphs": self._paragraphs(),
            "marks": [
                [layer, round((low - text.start) / size, 4), round((high - text.start) / size, 4), low, high]
                for low, high, layer in self.marks
            ],
        }

    def _paragraphs(self) -> list[dict[str, Any]]:
        spans = (*((low, high) for low, high, _ in self.marks), *self.text.kept)
        edges = sorted({edge for span in spans for edge in span})
        # Marks are opened as they come and closed as they end, so a long text with many of them takes one pass.
        opening = sorted(range(len(self.marks)), key=lambda number: self.marks[number][0])
        found, opened = [], 0
        active: list[int] = []
        has_title = False
        for line in _LINE.finditer(self.text.text, self.text.start, self.text.end):
            if line.group().isspace():
                continue
            start, end = line.span()
            segments = []
            cuts = [start, *edges[bisect_left(edges, start + 1) : bisect_left(edges, end)], end]
            for low, high in pairwise(cuts):
                while opened < len(opening) and self.marks[opening[opened]][0] <= low:
                    active.append(opening[opened])
                    opened += 1
                active = [number for number in active if self.marks[number][1] > low]
                printed = self.text.text[low:high]
                is_kept = self.text.keeps(low, high)
                segments.append([low, instead_of(printed)] if is_kept else _segment(low, printed, active))
            is_heading = line.group().strip() in self.text.headings
            kind = ("heading" if has_title else "title") if is_heading else "text"
            has_title = has_title or is_heading
            found.append({"kind": kind, "segments": segments})
        return found


def _segment(at: int, text: str, marks: Sequence[int]) -> list[Any]:
    return [at, text, sorted(marks)] if marks else [at, text]


def instead_of(text: str) -> str:
    """Return what stands in a text instead of words that are kept for a test.

    >>> instead_of("He said no.")
    '[3 words kept for a test]'
    """
    count = len(words(text))
    return f"[{count} word{'' if count == 1 else 's'} kept for a test]" if count else text
