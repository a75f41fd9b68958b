"""Look at texts of one's own: what two of them share, the days that they name, and what the tool proposes."""

import datetime
import html
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from samestory.lesson.table import Table, table
from samestory.template import rendered

if TYPE_CHECKING:
    from samestory.case import Case
    from samestory.scanning import Scan
    from samestory.text import Document
    from samestory.widget.reader.widget import ViewWidget

MOST_PASTED, LONGEST_PASTED, TOGETHER = (
    8,
    60_000,
    120_000,
)  # texts, characters of one and of all: a long article has 20,000
# What a person still goes through; longer tables are cut, and their caption says so.
_MOST_ROWS, _LONGEST_CELL = 25, 200
_SHARED_HEADS = ("Texts", "Words of the first", "Words of the second", "How", "Where")
_DAY_HEADS = ("Text", "As printed", "Which day", "How it is found")
_PROPOSED_HEADS = ("Text", "Words", "It may be", "How sure the tool is", "Why")
_HOW = {"verbatim": "word for word", "light": "a few words changed", "reworded": "tells the same in other words"}
_ASKED = (
    'Paste your texts between the triple quotes, each with a name: look_at({"First outlet": """…""", "Second outlet":'
    ' """…"""}). Two are better than one, because most of what there is to see is between two texts.'
)
_LIMITS = (
    "Each line is a proposal. The tool sees some kinds of fault only and reads no meaning: what is not listed is not "
    "thereby right, and what is listed may well be sound. Which it is, you decide."
)


class Look:
    """Notes and tables, ready to be shown by a notebook; `notes` are sentences of our own.

    `reader` shows the first two or three of the texts side by side, as on a page of the book; None for one alone.
    """

    def __init__(
        self, notes: tuple[str, ...], tables: tuple[Table, ...] = (), reader: "ViewWidget | None" = None
    ) -> None:
        self.notes = notes
        self.tables = tables
        self.reader = reader

    def __repr__(self) -> str:
        return "\n\n".join([*self.notes, *map(repr, self.tables)])

    def _ipython_display_(self) -> None:
        """Show the reader, which is a widget and so no part of the markup, and then the rest."""
        from IPython.display import HTML, display

        if self.reader is not None:
            display(self.reader)
        display(HTML(self._repr_html_()))

    def _repr_html_(self) -> str:
        tables = [one._repr_html_() for one in self.tables]
        return rendered("lesson/looking.html.j2", notes=self.notes, tables=tables)


def look_at(texts: Mapping[str, str], written: Mapping[str, str | datetime.date] | None = None) -> Look:
    """Return tables of what two of the texts share, of the days that they name, and of the tool's proposals.

    `texts` maps names, such as outlets, to plain texts in English: one to eight, of at most 60,000 characters each and
    120,000 together.
    `written` gives the day on which a text was written, such as "2026-03-01", where it is known. It never raises for
    what was pasted: what can't be read is left out, and a note says why. Nothing is kept or sent.

    >>> seen = look_at({"Post": "Eleven boats were left outside the gate.", "Echo": ""})
    >>> seen.notes[0]
    'Echo is empty and is left out.'
    """
    if not isinstance(texts, Mapping):
        return Look((_ASKED,))
    notes, fit = _fitting(texts)
    if not fit:
        return Look((_ASKED, *notes))
    days, more = _days(written, fit)
    notes += more

    # Only now: it takes a second or so to import, and until here a fault can be told without it.
    import pandas as pd

    from samestory.scanning import scan
    from samestory.scanning.bare import bare_case
    from samestory.scanning.rules.language import language_told
    from samestory.text import Document

    read = {name: Document(text, name, days.get(name)) for name, text in fit.items()}
    notes += [f"{name}: {' '.join(told)}" for name, one in read.items() if (told := language_told(one))]
    case = bare_case([*read.values()])
    found = scan(case, documents=[*read.values()])
    shown = []
    for caption, none, rows, heads, evidence in (
        ("Words that two texts share", "no passage in common", _shared(read), _SHARED_HEADS, _SHARED_HEADS[1:3]),
        ("Days that the texts name", "no day named", _named_days(read), _DAY_HEADS, _DAY_HEADS[1:2]),
        ("What the tool proposes", "no proposal", _proposals(case, found), _PROPOSED_HEADS, _PROPOSED_HEADS[1:2]),
    ):
        if rows:
            cut = f" (the first {_MOST_ROWS} of {len(rows)})" if len(rows) > _MOST_ROWS else ""
            shown.append(table(pd.DataFrame(rows[:_MOST_ROWS], columns=list(heads)), caption + cut, evidence))
        else:
            notes.append(f"{caption}: {none}.")
    notes += _kin(case, found)
    return Look((*notes, _LIMITS), tuple(shown), _beside([*read.values()]))


def _beside(read: Sequence["Document"]) -> "ViewWidget | None":
    """The first texts in the reader, as many as it takes."""
    from samestory.widget.reader.text import ReaderText
    from samestory.widget.reader.view import FEWEST_READ, MOST_READ, view_of
    from samestory.widget.reader.widget import ViewWidget

    texts = [
        ReaderText(
            f"own-{n}",
            one.name,
            one.written.isoformat() if one.written else "day unknown",
            one.text,
            (),
            0,
            len(one.text),
            one.written,
        )
        for n, one in enumerate(read[:MOST_READ], 1)
    ]
    if len(texts) < FEWEST_READ:
        return None
    view = view_of(texts)
    return ViewWidget(view, f"<p>{html.escape(view['title'])}: run the cell to see them.</p>")


def _fitting(texts: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """The texts that can be read, and a note on each that can't."""
    notes: list[str] = []
    fit: dict[str, str] = {}
    for name, text in texts.items():
        known = str(name).strip() or "A text without a name"
        if not isinstance(text, str):
            notes.append(f"{known} is no text: put what you paste between quotes.")
        elif not any(mark.isalnum() for mark in text):
            notes.append(f"{known} is empty and is left out.")
        elif len(text) > LONGEST_PASTED:
            most = f"{LONGEST_PASTED:,} are the most that the tool reads"
            notes.append(f"{known} has {len(text):,} characters, and {most}: paste the article alone.")
        elif len(fit) == MOST_PASTED:
            notes.append(f"{known} is left out: {MOST_PASTED} texts are the most that can be looked at together.")
        # One by one and no break: a shorter text further down may still fit.
        elif sum(map(len, fit.values())) + len(text) > TOGETHER:
            notes.append(f"{known} is left out: {TOGETHER:,} characters are the most that are read together.")
        else:
            fit[known] = text
    return notes, fit


def _days(
    written: Mapping[str, str | datetime.date] | None, fit: Mapping[str, str]
) -> tuple[dict[str, datetime.date], list[str]]:
    days, notes = {}, []
    for name, day in (written if isinstance(written, Mapping) else {}).items():
        # A day for a text that is left out needs no second complaint.
        if str(name).strip() not in fit or (isinstance(day, str) and not day.strip()):
            continue
        try:
            # Ten characters are the day of a time stamp, as pages print it in their source.
            days[str(name).strip()] = datetime.date.fromisoformat(str(day).strip()[:10])
        except ValueError:
            notes.append(f"“{day}” is no date that can be read: write the day of {name} as 2026-03-01.")
    return days, notes


def _shared(read: Mapping[str, "Document"]) -> list[tuple[str, ...]]:
    """The passages that two texts share, the longest first."""
    from samestory.comparison import passages

    rows = []
    for (a, one), (b, other) in combinations(read.items(), 2):
        for found in passages(one, other):
            said = (
                "in quotation marks: their speaker may be the source" if found.kind == "quotation" else "in the prose"
            )
            how = _HOW[found.level] + ("" if found.certainty == "sure" else " (possible)")
            first, second = one.text[found.a_start : found.a_end], other.text[found.b_start : found.b_end]
            rows.append((-len(first), (f"{a} and {b}", _short(first), _short(second), how, said)))
    return [row for _, row in sorted(rows)]


def _named_days(read: Mapping[str, "Document"]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, one in read.items():
        for found in one.days:
            day = f"{found.date:%a} {found.date.day} {found.date:%b %Y}" if found.date else "not told"
            rows.append((name, _short(found.text), day, "; ".join(found.steps)))
    return rows


def _proposals(case: "Case", found: "Scan") -> list[tuple[str, ...]]:
    """The candidates, the strongest first; lines of the page that is around the article come last."""
    from samestory.exercise.labels import LABELS

    # The scan’s own order is from the strongest down, and sorting keeps it within both halves.
    order = sorted(found.candidates, key=lambda one: one.label == "furniture")
    return [
        (
            case.articles[one.article].outlet,
            _short(one.text),
            one.called(LABELS[one.label].name),
            one.certainty,
            one.reason,
        )
        for one in order
    ]


def _kin(case: "Case", found: "Scan") -> list[str]:
    said = {"wholly": "most of the prose seems to go back to one text", "partly": "part of it seems to"}
    return [
        f"{case.articles[one.a].outlet} and {case.articles[one.b].outlet}: {said[one.level]} ({one.certainty}). Which"
        " of them came first, or whether both follow a third, this doesn’t show."
        for one in found.kinships
        if one.level in said
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    # Both ends are kept, for by them a passage is found again in its text.
    return line if len(line) <= _LONGEST_CELL else f"{line[: _LONGEST_CELL - 60].rstrip()} … {line[-50:].lstrip()}"
