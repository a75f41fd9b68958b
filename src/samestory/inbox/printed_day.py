"""The day that a text prints of itself, in a line of its own near its top."""

from datetime import date

from samestory.language import language_of
from samestory.text import dates
from samestory.text.document import Document

_TOP = 8  # lines among which a page says its day
_FEW = 5  # words that may stand in such a line besides the day: “Published on … at 10.15 am”


def printed_day(text: str) -> tuple[date, str] | None:
    """Return the day and the line that prints it; None where no line near the top is little else than one full date.

    A date that may be read two ways, such as 03/04/2026, is left to a person; so are two lines with two days.

    >>> printed_day("Harbour Post\\nUpdated 14 May 2026, 10:15\\n\\nThe gate shut at ten.")
    (datetime.date(2026, 5, 14), 'Updated 14 May 2026, 10:15')
    >>> printed_day("03/04/2026\\nThe gate shut at ten."), printed_day("On 14 May 2026 the gate shut at ten.")
    (None, None)
    """
    lang = language_of(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_TOP]
    found = [(day, line) for line in lines if (day := _day_of(line, lang))]
    return found[0] if found and all(day == found[0][0] for day, _ in found) else None


def _day_of(line: str, lang: str) -> date | None:
    """The one full date of a line that says little else."""
    named = [one for one in dates(Document(line, lang=lang)) if one.date]
    if len(named) != 1 or named[0].last or any("it may be" in step for step in named[0].steps):
        return None
    rest = f"{line[: named[0].start]} {line[named[0].end :]}"
    is_sentence = line.endswith((".", "!", "?", "”", '"')) and not line.endswith((named[0].text, "a.m.", "p.m.", " г."))
    return None if is_sentence or len(rest.split()) > _FEW else named[0].date
