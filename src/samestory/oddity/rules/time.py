"""Times that do not fit their verb or preposition: “has resigned yesterday”, “since ten years”, “connected Friday”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_line
from samestory.oddity.line import Line
from samestory.text.day.words import NUMBERS
from samestory.words.day_name import WEEKDAY_KEYS
from samestory.words.listed import listed

DAYS = WEEKDAY_KEYS
FOR_ON = listed("connected atop aboard along")
RELATIVE = listed("yesterday tomorrow")
COUNTED = listed("days weeks months years decades hours")
MANY = frozenset(NUMBERS) | listed("several many some twenty thirty")
AGO = listed("ago earlier before previously later")


def day_without_on(line: Line) -> Iterator[OddPhrase]:
    """“met connected Friday”: another word where “on” stands before a weekday."""
    for at in range(1, len(line.parts)):
        if line.lows[at] in DAYS and line.lows[at - 1] in FOR_ON and line.gaps[at] == " ":
            day = line.parts[at].text
            if line.parts[at - 1].text.islower():
                why = f"“{line.parts[at - 1].text}” stands where English has “on” before a weekday."
                yield in_line(line, at - 1, at, "shape", why, f"on {day}")


def perfect_yesterday(line: Line) -> Iterator[OddPhrase]:
    """“has resigned yesterday”: a time that is over goes with the past, not with “has”."""
    lows = line.lows
    for at in range(2, len(lows)):
        perfect = lows[at - 2] in ("has", "have") and lows[at - 1].endswith("ed") and line.joined(at - 2, at)
        if perfect and lows[at] == "yesterday":
            why = "“Yesterday” is over, so the verb stands in the past without “has” or “have”."
            yield in_line(line, at - 2, at, "shape", why, f"{lows[at - 1]} yesterday")


def since_years(line: Line) -> Iterator[OddPhrase]:
    """“working here since ten years”: since a point in time, for a length of time."""
    lows = line.lows
    for at in range(1, len(lows) - 2):
        counted = lows[at + 1] in MANY or lows[at + 1].isdigit()
        if lows[at] == "since" and counted and lows[at + 2] in COUNTED and line.joined(at, at + 2):
            over = at + 3 == len(lows) or line.gaps[at + 3][:1] in ".,;"
            if over and lows[at + 3 : at + 4] not in [(word,) for word in AGO]:
                why = "“Since” wants a point in time; a length of time takes “for”."
                yield in_line(line, at, at + 2, "shape", why, f"for {lows[at + 1]} {lows[at + 2]}")


def on_yesterday(line: Line) -> Iterator[OddPhrase]:
    """“on yesterday”: this word takes no preposition."""
    for at in range(1, len(line.parts)):
        over = at + 1 == len(line.parts) or line.gaps[at + 1][:1] in ".,;"
        if over and line.lows[at] in RELATIVE and line.lows[at - 1] in ("on", "at", "in") and line.gaps[at] == " ":
            day = line.parts[at].text
            yield in_line(line, at - 1, at, "shape", f"“{day}” takes no preposition.", day)
