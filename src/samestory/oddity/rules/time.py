"""Times that do not fit their verb or preposition: “has resigned yesterday”, “since ten years”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.text.day.words import NUMBERS
from samestory.words.listed import listed
from samestory.words.lists import pairs_in

LENGTHS = listed("days weeks months years decades hours")
_MANY = frozenset(NUMBERS) | listed("several many some twenty thirty")
# “Since ten years ago” names a point in time, and is let pass.
AGO = listed("ago earlier before previously later")
_PARTICIPLES = frozenset(forms.split()[-1] for forms in pairs_in("irregular", "verbs").values())
_FURTHEST = 4  # words between “has” and “yesterday”
# “Has said that yesterday ...”, “has been shut since yesterday”: the day belongs to something else.
_OTHERS_DAY = listed("that since until till by from before of than and or but to who which as if when")


def perfect_yesterday(row: WordRow) -> Iterator[OddPhrase]:
    """“has resigned yesterday”, “has sold it yesterday”: a time that is over goes with the past, not with “has”."""
    for at in row.each({"yesterday"}):
        nearest = range(at - 2, max(-1, at - 2 - _FURTHEST), -1)
        has = next((n for n in nearest if row.lows[n] in ("has", "have")), None)
        if has is None:
            # “has yesterday returned”
            before = at > 0 and row.lows[at - 1] in ("has", "have") and _is_participle(row.low(at + 1))
            has, last = (at - 1, at + 1) if before else (None, at)
        else:
            last = at if _is_participle(row.lows[has + 1]) and _OTHERS_DAY.isdisjoint(row.lows[has:at]) else -1
        if has is not None and last > 0 and row.in_one_breath(has, last + 1):
            why = "“Yesterday” is over, so the verb stands in the past without “has” or “have”."
            yield in_row(row, has, last, "shape", why)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


def since_years(row: WordRow) -> Iterator[OddPhrase]:
    """“working here since ten years”: since a point in time, for a length of time."""
    for at in row.each({"since"}):
        many, length = row.low(at + 1), row.low(at + 2)
        if at == 0 or length not in LENGTHS or not (many in _MANY or many.isdigit()):
            continue
        if row.joined(at, at + 2) and _is_over(row, at + 3) and row.low(at + 3) not in AGO:
            why = "“Since” wants a point in time; a length of time takes “for”."
            yield in_row(row, at, at + 2, "shape", why, f"for {many} {length}")


def _is_over(row: WordRow, at: int) -> bool:
    """Does the row end before the word `at`, or a stop or comma stand there?"""
    return at == len(row.words) or row.gaps[at][:1] in ".,;"
