"""The words that name days: weekdays, months, numbers, and those that only look like days."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DAY_PARTS = ("early", "late", "later", "earlier", "morning", "afternoon", "evening", "night", "noon", "midnight")

# Names that hold a weekday and are no day: pubs, clubs, newspapers, people; or a day that has no fixed date.
BEFORE_WEEKDAY = frozenset(
    {"Ruby", "Super", "Bloody", "Black", "Cyber", "Giving", "Sheffield", "Freaky", "Joe", "Casual", "Fat", "Mardi"}
)
AFTER_WEEKDAY = frozenset(
    {
        "Times",
        "Telegraph",
        "Mirror",
        "Express",
        "Mail",
        "Post",
        "Herald",
        "Addams",
        "Weld",
        "Island",
        "School",
        "school",
    }
)


def _forms(names: tuple[str, ...], shorts: tuple[str, ...]) -> str:
    """Every way to print the names, longest first, as alternatives of a pattern."""
    full = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    cut = sorted({*shorts, *(short.upper() for short in shorts)}, key=lambda name: (-len(name), name))
    return f"(?:(?:{'|'.join(full)})\\b|(?:{'|'.join(cut)})\\b\\.?)"


WEEKDAY_FULL = rf"(?:{'|'.join([*WEEKDAYS, *(day.upper() for day in WEEKDAYS)])})\b"
WEEKDAY_ANY = _forms(WEEKDAYS, ("Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"))
MONTH_ANY = _forms(MONTHS, ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"))


def weekday_number(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday; `word` may be short or in capitals."""
    return [day[:2].lower() for day in WEEKDAYS].index(word[:2].lower())


def month_number(word: str) -> int:
    """Return 1 to 12; `word` may be short or in capitals."""
    return [month[:3].lower() for month in MONTHS].index(word[:3].lower()) + 1


def number(word: str) -> int:
    """Return the value of digits or of a number word up to twelve; “a”, “an” and “a couple of” count too."""
    low = word.lower()
    if low in NUMBERS:
        return NUMBERS.index(low) + 1
    if low.startswith("a couple"):
        return 2
    return 1 if low in ("a", "an") else int(low)
