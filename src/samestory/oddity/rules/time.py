"""Times that do not fit their verb or preposition: “has resigned yesterday”, “since ten years”, “connected Friday”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.text.day.words import NUMBERS
from samestory.words.day_name import WEEKDAY_KEYS
from samestory.words.listed import listed

DAY_NAMES = WEEKDAY_KEYS
# What a thesaurus has for “on”, where no editor would put it.
FOR_ON = listed("connected atop aboard along")
LENGTHS = listed("days weeks months years decades hours")
_MANY = frozenset(NUMBERS) | listed("several many some twenty thirty")
# “Since ten years ago” names a point in time, and is let pass.
AGO = listed("ago earlier before previously later")
MEETINGS = listed("talks meeting visit summit call contact encounter")
# With one of these a headline says since when: “First Talks Since ...”, “Talks Resume Since ...”.
RANKED = listed("""
    first second third last only no never not has have is are was were up down no more most still resume
    resumes hold holds begin begins end ends fail fails continue continues stall stalls go goes
    """)


def day_without_on(row: WordRow) -> Iterator[OddPhrase]:
    """“met connected Friday”: another word where “on” stands before a weekday."""
    for at in row.each(DAY_NAMES):
        if row.low(at - 1) in FOR_ON and row.gaps[at] == " " and row.words[at - 1].text.islower():
            why = f"“{row.lows[at - 1]}” stands where English has “on” before a weekday."
            yield in_row(row, at - 1, at, "shape", why, f"on {row.words[at].text}")


def perfect_yesterday(row: WordRow) -> Iterator[OddPhrase]:
    """“has resigned yesterday”: a time that is over goes with the past, not with “has”."""
    for at in row.each({"yesterday"}):
        has, verb = row.low(at - 2), row.low(at - 1)
        if has in ("has", "have") and verb.endswith("ed") and row.joined(at - 2, at):
            why = "“Yesterday” is over, so the verb stands in the past without “has” or “have”."
            yield in_row(row, at - 2, at, "shape", why, f"{verb} yesterday")


def since_years(row: WordRow) -> Iterator[OddPhrase]:
    """“working here since ten years”: since a point in time, for a length of time."""
    for at in row.each({"since"}):
        many, length = row.low(at + 1), row.low(at + 2)
        if at == 0 or length not in LENGTHS or not (many in _MANY or many.isdigit()):
            continue
        if row.joined(at, at + 2) and _is_over(row, at + 3) and row.low(at + 3) not in AGO:
            why = "“Since” wants a point in time; a length of time takes “for”."
            yield in_row(row, at, at + 2, "shape", why, f"for {many} {length}")


def on_yesterday(row: WordRow) -> Iterator[OddPhrase]:
    """“on yesterday”: this word takes no preposition."""
    for at in row.each({"yesterday", "tomorrow"}):
        if row.low(at - 1) in ("on", "at", "in") and row.gaps[at] == " " and _is_over(row, at + 1):
            shown = row.words[at].text
            yield in_row(row, at - 1, at, "shape", f"“{shown}” takes no preposition.", shown)


def _is_over(row: WordRow, at: int) -> bool:
    """Does the row end before the word `at`, or a stop or comma stand there?"""
    return at == len(row.words) or row.gaps[at][:1] in ".,;"


def since_without_first(row: WordRow) -> Iterator[OddPhrase]:
    """The headline “Talks Between Lind and Berg Since the Flood”: since when are they the first, or go on?"""
    lows = row.lows
    if "since" not in lows or len(lows) < 5 or row.text[row.end - 1] in ".?":
        return
    at = lows.index("since")
    is_headline = all(word.text[:1].isupper() for word in row.words if len(word.text) > 3)
    if not is_headline or not MEETINGS.intersection(lows[:at]):
        return
    if any(word in RANKED or word.endswith(("est", "ed", "ing")) for word in lows[:at]):
        return
    if at + 1 < len(lows) and row.joined(at, len(lows) - 1):
        why = "“Since” wants a “first”, or a verb that says what has gone on."
        yield in_row(row, at, len(lows) - 1, "shape", why)
