"""The words that name days: weekdays, months, numbers, and those that only look like days."""

from samestory.words.listed import listed

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# Names that hold a weekday and are no day: restaurants, clubs, singers, the man in a novel.
NO_DAY_BEFORE = listed("Ruby Sheffield Freaky Happy Joe Man Girl Blue Manic Taco Any Given Casual Sad")
# Days with a name of their own: they name no day of this week, but a date beside them is theirs.
NAMED_DAY_BEFORE = listed("Super Bloody Black Cyber Giving Fat Good Easter Palm Ash Maundy Whit Shrove Pancake Orange")
NO_DAY_AFTER = listed("""
    Times Telegraph Mirror Express Mail Post Herald Sun Star Tribune Independent People Review Journal Mercury Mass
    Addams Weld Island Islands School school schools Club Club's Harbor Harbour Night's Morning Business World's Live
    Murders Kitchen Woodruff Campbell roast best league lunchtimes nights mornings afternoons evenings
    """)
# A day that comes back every week is no date.
EVERY_WEEK_BEFORE = listed("every each a any most some another alternate per")


def _forms(names: tuple[str, ...], shorts: tuple[str, ...]) -> str:
    """Every way to print the names, longest first, as alternatives of a pattern."""
    full = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    cut = sorted({*shorts, *(short.upper() for short in shorts)}, key=lambda name: (-len(name), name))
    return rf"(?:(?:{'|'.join(full)})\b|(?:{'|'.join(cut)})\b\.?)"


_LOWER_MONTHS = tuple(name.lower() for name in MONTHS if name not in ("March", "May", "August"))
_ALL_WEEKDAYS = (*WEEKDAYS, *(day.upper() for day in WEEKDAYS), *(day.lower() for day in WEEKDAYS))
WEEKDAY_FULL = rf"(?:{'|'.join(_ALL_WEEKDAYS)})\b"
WEEKDAY_ANY = _forms(
    (*WEEKDAYS, *(day.lower() for day in WEEKDAYS)),
    ("Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"),
)
MONTH_FULL = rf"(?:{'|'.join((*MONTHS, *_LOWER_MONTHS))})\b"
MONTH_ANY = _forms(
    (*MONTHS, *_LOWER_MONTHS),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
)


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
