"""What the engine marks in the texts of a reader: quotations, names in two spellings, days, furniture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samestory.comparison.name.find import names as slips_of
from samestory.text import quotations
from samestory.text.day.read import DatePhrase
from samestory.text.day.read import dates as dates_of
from samestory.text.page.find import furniture as furniture_of
from samestory.widget.reader.text import ReaderText


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark in one text, `text[start:end]`, and what the tool says of it; "" where there is nothing to add."""

    start: int
    end: int
    said: str = ""


Remarks = list[list[Remark]]


def speech(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """The quotations of each text, without those inside another one."""
    return [[Remark(*part) for one in quotations(text.text) if one.level == 0 for part in one.parts] for text in texts]


def names(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """Names that the texts, or one of them and the record, spell in two ways; both ends of a pair are marked."""
    found: list[dict[tuple[int, int], Remark]] = [{} for _ in texts]
    for slip in slips_of([text.text for text in texts], known):
        found[slip.article][slip.start, slip.end] = Remark(slip.start, slip.end, slip.reason)
        for place in slip.where:
            here = found[place.article]
            here.setdefault((place.start, place.end), Remark(place.start, place.end, slip.reason))
    return [[one[at] for at in sorted(one)] for one in found]


def dates(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """The days that each text names, with how they were worked out from the day of its publication."""
    return [[Remark(day.start, day.end, _said(day)) for day in dates_of(text.text, text.published)] for text in texts]


def furniture(texts: Sequence[ReaderText], known: Sequence[str] = ()) -> Remarks:
    """The lines of each page that seem not to be the article's, with the reason."""
    return [[Remark(one.start, one.end, one.reason) for one in furniture_of(text.text)] for text in texts]


MARKED_BY: dict[str, Callable[[Sequence[ReaderText], Sequence[str]], Remarks]] = {
    "speech": speech,
    "names": names,
    "dates": dates,
    "furniture": furniture,
}


def _said(day: DatePhrase) -> str:
    steps = " ".join(f"{step.replace('->', '→')}." for step in day.steps)
    wrong = f" The weekday does not fit: that date was a {day.true_weekday}." if day.fits is False else ""
    return f"{steps}{wrong}".strip() or "The text does not tell which day this is."
