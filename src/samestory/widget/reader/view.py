"""The reader's view: two or three texts with their bands, marks and findings, as plain values for the front end.

Everything is compared here, when the book is built or a cell runs. The front end receives segments and numbers.
"""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import combinations
from types import MappingProxyType
from typing import Any

from samestory.case import Case, UnknownError
from samestory.case.desk import Desk
from samestory.course import load_shipped
from samestory.errors import SameStoryError
from samestory.widget.reader.band import Band, Bands, bands, joined_parts, placed
from samestory.widget.reader.layer import LAYERS
from samestory.widget.reader.mark import MARKED_BY
from samestory.widget.reader.note import engine_notes, notes, record_texts
from samestory.widget.reader.summary import band_kind, summary, title
from samestory.widget.reader.text import Marked, ReaderText

Parts = Mapping[str, tuple[str | None, str | None]]
FEWEST_READ, MOST_READ = 2, 3
BANDS = frozenset(layer.id for layer in LAYERS if layer.group == "bands")


class ReaderError(SameStoryError):
    """A reader asks for articles or layers that there are not; the message says what there is."""


def reader_view(
    names: Sequence[str], parts: Parts = MappingProxyType({}), without: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the view of two or three articles of one shipped case.

    `parts` maps an article to the first and last phrase of what is shown of it (None: from the start, to the end);
    `without` names layers that the reader must not offer, such as `finding` before an exercise on findings.
    """
    return view_of_case(case_with(names), names, parts, without)


def view_of_case(
    case: Case, names: Sequence[str], parts: Parts = MappingProxyType({}), without: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the view of articles of this case; ReaderError for one that it has not, or for too few or too many."""
    _check_number(names)
    if wrong := [one for one in names if one not in case.articles]:
        raise ReaderError(f"There is no article {wrong[0]!r}; there are: {', '.join(case.articles)}.")
    if wrong := [one for one in parts if one not in names]:
        raise ReaderError(f"A part of {wrong[0]!r} is asked for, which is not among the articles shown.")
    return view_of([reader_text(case, name, *parts.get(name, (None, None))) for name in names], without, case)


def view_of(texts: Sequence[ReaderText], without: Sequence[str] = (), case: Case | None = None) -> dict[str, Any]:
    """Return the view of any texts; `case` holds what is noted on them."""
    known = {layer.id for layer in LAYERS}
    if wrong := [one for one in without if one not in known]:
        raise ReaderError(f"There is no layer {wrong[0]!r}; there are {', '.join(sorted(known))}.")
    sheets = [Marked(text) for text in texts]
    shown_bands, between = _bands(sheets, without)
    counts: Counter[str] = Counter(band["layer"] for band in shown_bands)
    shown_notes = [*engine_notes(sheets, record_texts(case), without), *(notes(case, sheets, without) if case else ())]
    counts.update(mark[2] for sheet in sheets for mark in sheet.marks if mark[2] in MARKED_BY)
    counts.update(note["layer"] for note in shown_notes if note["layer"] not in MARKED_BY)
    outlets = [text.outlet for text in texts]
    return {
        "schema": 1,
        "id": reader_id([text.id for text in texts]),
        "title": title(outlets),
        # Without all the bands, a sentence on what two texts have in common would be wrong.
        "summary": summary(outlets, between) if BANDS.isdisjoint(without) else [],
        "fiction": is_fiction(texts, case),
        "texts": [sheet.view() for sheet in sheets],
        "bands": shown_bands,
        "notes": shown_notes,
        "layers": [{**asdict(layer), "count": counts[layer.id]} for layer in LAYERS if layer.id not in without],
    }


def is_fiction(texts: Sequence[ReaderText], case: Case | None) -> bool:
    """Whether all of these are fictional articles of the case; their paper has a tint of its own."""
    known = case.articles if case else {}
    return all(text.id in known and known[text.id].fictional for text in texts)


def reader_id(names: Sequence[str]) -> str:
    """Return the id of the reader's element, which links to its passages begin with."""
    return "-".join(("reader", *names))


def case_with(names: Sequence[str]) -> Case:
    """Return the case of the course that holds all these articles."""
    _check_number(names)
    cases = load_shipped().cases.values()
    for case in cases:
        if all(name in case.articles for name in names):
            return case
    there = "; ".join(", ".join(case.articles) for case in cases)
    raise UnknownError(f"No case has all the articles {', '.join(names)}. There are: {there}.")


def _check_number(names: Sequence[str]) -> None:
    if not FEWEST_READ <= len(names) <= MOST_READ or len(set(names)) < len(names):
        raise ReaderError(f"The reader shows two or three different articles, not: {', '.join(names) or 'none'}.")


def reader_text(case: Case, name: str, start: str | None, end: str | None) -> ReaderText:
    """Return an article, or what stands in it from one phrase to another, without what the case keeps for its tests."""
    article = case.articles[name]
    desk = Desk(case.articles, case.record, case.findings, case.controls)
    # Found by the desk of the exercises, so that a reader and an exercise mean the same by the same words.
    cut = desk.shown({"article": name, "from": start, "to": end}).passage
    day = datetime.date.fromisoformat(article.date) if article.date else None
    kept = tuple((one.start, one.end) for one in case.held if one.article == name)
    return ReaderText(
        name, article.outlet, article.dated, article.text, article.headings, cut.start, cut.end, day, kept, article.lang
    )


def _bands(sheets: Sequence[Marked], without: Sequence[str]) -> tuple[list[dict[str, Any]], dict[Any, Bands]]:
    """The bands of every pair of texts that are shown whole, numbered from 1 in the order of the first text."""
    found: list[tuple[int, int, Band]] = []
    between = {}
    for i, j in combinations(range(len(sheets)), 2):
        one, other = sheets[i].text, sheets[j].text
        # Of the whole texts: whether two of them tell the same in the same order can’t be seen in an excerpt.
        both = bands(one.document, other.document)
        kept = tuple(
            band for band in both.bands if band.layer not in without and one.holds(band.a) and other.holds(band.b)
        )
        between[i, j] = Bands(kept, both.derivation)
        found += [(i, j, band) for band in kept]
    found.sort(key=lambda one: (one[2].start[0], one[0], one[1]))
    return [_band(sheets, number, *one) for number, one in enumerate(found, 1)], between


def _band(sheets: Sequence[Marked], number: int, i: int, j: int, band: Band) -> dict[str, Any]:
    one, other, words = sheets[i], sheets[j], band.words
    return {
        "number": number,
        "layer": band.layer,
        "kind": band_kind(band),
        "texts": [i, j],
        "marks": [one.add(band.layer, band.a), other.add(band.layer, band.b)],
        "printed": [joined_parts(one.text.text, band.a), joined_parts(other.text.text, band.b)],
        "shows": words.shows,
        "words": [
            one.add(words.shows, placed(words.in_a, band.a)),
            other.add(words.shows, placed(words.in_b, band.b)),
        ],
        "pieces": [
            [piece.a] if not piece.kind else [piece.a, piece.b, piece.kind, piece.substantive] for piece in words.pieces
        ],
        "inOrder": band.in_order,
    }
