"""What the engine marks in the texts of a reader: quotations, names in two spellings, days, furniture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samestory.comparison import names
from samestory.text import DatePhrase
from samestory.widget.reader.text import ReaderText


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark in one text, `text[start:end]`, and what the tool says of it; "" where there is nothing to add."""

    start: int
    end: int
    said: str = ""


Remarks = list[list[Remark]]


def _speech(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """The quotations of each text, without those inside another one."""
    # Level 0 only: a quotation within a quotation is in the mark of the outer one already.
    return [
        [Remark(*part) for one in text.document.quotations if one.level == 0 for part in one.parts] for text in texts
    ]


def _names(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """Names that the texts, or one of them and the record, spell in two ways; both ends of a pair are marked."""
    found: list[dict[tuple[int, int], Remark]] = [{} for _ in texts]
    for slip in names([text.document for text in texts], known):
        found[slip.article][slip.start, slip.end] = Remark(slip.start, slip.end, slip.reason)
        for place in slip.where:
            here = found[place.article]
            # A name that is itself proposed keeps its own reason; the other end of its pair only fills a gap.
            here.setdefault((place.start, place.end), Remark(place.start, place.end, slip.reason))
    return [[one[at] for at in sorted(one)] for one in found]


def _dates(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """The days that each text names, with how they were worked out from the day of its publication."""
    return [[Remark(day.start, day.end, _said(day)) for day in text.document.days] for text in texts]


def _furniture(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """The lines of each page that seem not to be the article's, with the reason."""
    return [[Remark(one.start, one.end, one.reason) for one in text.document.furniture] for text in texts]


MARKED_BY: dict[str, Callable[[Sequence[ReaderText], Sequence[str]], Remarks]] = {
    "speech": _speech,
    "names": _names,
    "dates": _dates,
    "furniture": _furniture,
}


def _said(day: DatePhrase) -> str:
    steps = " ".join(f"{step.replace('->', '→')}." for step in day.steps)
    wrong = f" The weekday does not fit: that date was a {day.true_weekday}." if day.fits is False else ""
    return f"{steps}{wrong}".strip() or "The text does not tell which day this is."
