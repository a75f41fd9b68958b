"""The words that name days: weekdays, months, numbers, and those that only look like days."""

from samestory.words.day_name import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from samestory.words.listed import listed
from samestory.words.lists import words_in, words_in_order

NUMBERS = words_in_order("numbers", "units")[1:13]  # one to twelve

NO_DAY_BEFORE = words_in("calendar", "before no day")
NAMED_DAY_BEFORE = words_in("calendar", "before a named day")
NO_DAY_AFTER = words_in("calendar", "after no day")
# A day that comes back every week is no date.
EVERY_WEEK_BEFORE = listed("every each a any most some another alternate per")


def _forms(names: tuple[str, ...], shorts: tuple[str, ...]) -> str:
    """Every way to print the names, longest first, as alternatives of a pattern."""
    full = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    cut = sorted({*shorts, *(short.upper() for short in shorts)}, key=lambda name: (-len(name), name))
    return rf"(?:(?:{'|'.join(full)})\b|(?:{'|'.join(cut)})\b\.?)"


# In small letters these three are words of their own; “january” is only a careless month.
_LOWER_MONTHS = tuple(name.lower() for name in MONTHS if name not in ("March", "May", "August"))
_ALL_WEEKDAYS = (*WEEKDAYS, *(day.upper() for day in WEEKDAYS), *(day.lower() for day in WEEKDAYS))
WEEKDAY_FULL = rf"(?:{'|'.join(_ALL_WEEKDAYS)})\b"
WEEKDAY_ANY = _forms((*WEEKDAYS, *(day.lower() for day in WEEKDAYS)), SHORT_WEEKDAYS)
MONTH_FULL = rf"(?:{'|'.join((*MONTHS, *_LOWER_MONTHS))})\b"
MONTH_ANY = _forms((*MONTHS, *_LOWER_MONTHS), (*SHORT_MONTHS, "May"))


# Two letters tell the weekdays apart and three the months, however they are cut short.
_WEEKDAY_NUMBERS = {name[:2].lower(): number for number, name in enumerate(WEEKDAYS)}
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


def weekday_number(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday; `word` may be short or in capitals."""
    return _WEEKDAY_NUMBERS[word[:2].lower()]


def month_number(word: str) -> int:
    """Return 1 to 12; `word` may be short or in capitals."""
    return _MONTH_NUMBERS[word[:3].lower()]


def number_of(word: str) -> int:
    """Return the value of digits or of a number word up to twelve; “a”, “an” and “a couple of” count too."""
    low = word.lower()
    if low in NUMBERS:
        return NUMBERS.index(low) + 1
    if low.startswith("a couple"):
        return 2
    return 1 if low in ("a", "an", "the") else int(low)
