"""Read a number as a learner types it, or ask what is meant: nothing is guessed in silence.

The same steps stand in `widget/web/numeral.mjs`, and the tests hold the two together character by character. Only the
digits 0 to 9 are read, with a point before decimals, and between thousands a comma, a space or an apostrophe.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_NUMERAL = 60
# Written out, for what Python takes for a blank is another list than JavaScript's.
_SPACES = dict.fromkeys(map(ord, " \t\n\r\f\v\u00a0\u1680\u202f\u205f\u3000\ufeff"), " ")
_SPACES |= dict.fromkeys(range(0x2000, 0x200C), " ")
_SAME = {**_SPACES, ord("’"): "'"}
# A to Z only: lower() of other letters differs between Python and JavaScript.
_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
_MINUS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
# Whatever may belong to a number stands in front; the rest has to be its unit.
_FRONT = re.compile(r"[0-9., ']*")
# It takes `1234`, `.5` and `0.50`; it leaves `1,234` and `5.`.
_PLAIN = re.compile(r"([0-9]*)(?:\.([0-9]+))?")
# It takes `1,234,567` and `1 234.5`, of one mark throughout; it leaves `1,23`, `0,123` and `1,234 567`.
_GROUPED = re.compile(r"([1-9][0-9]{0,2}([, '])[0-9]{3}(?:\2[0-9]{3})*)(?:\.([0-9]+))?")
# It takes `1,5` and `0,123`, which many write for 1.5 and 0.123: that is asked about, not guessed.
_COMMA = re.compile(r"([0-9]+),([0-9]+)")

_TOO_LONG = f"That is too long for a number: give at most {LONGEST_NUMERAL} characters."
_IN_DIGITS = "Write the number in the digits 0 to 9, such as 1,234 or 0.5."
_ONE_NUMBER = "Give one number, written out: no sum, no fraction, no range and no power of ten."


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it was read: its value, and how it is printed back."""

    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a text is not taken for a number, as a sentence that says what to write; empty where nothing was written."""

    question: str


def read_number(text: str, units: Sequence[str] = ()) -> Numeral | Unread:
    """Read one number with or without its unit; `units` are the unit's forms, first the one to be named.

    >>> read_number("1,234 words", ["words", "word"])
    Numeral(value=1234.0, shown='1,234')
    >>> read_number(" −0.50")
    Numeral(value=-0.5, shown='−0.50')
    >>> read_number("1,5").question
    'Is 1,5 meant as 1.5? Then write it with a point: a comma stands only between thousands.'
    """
    if len(text) > LONGEST_NUMERAL:
        return Unread(_TOO_LONG)
    rest = _tidy(text)
    if not rest:
        return Unread("")
    minus = rest[0] in _MINUS
    rest = rest[1:].lstrip(" ") if minus or rest[0] == "+" else rest
    # The longest first, or `words` would be read as `word` with an s behind it.
    for unit in sorted(map(_tidy, units), key=len, reverse=True):
        if rest.startswith(unit):
            rest = rest[len(unit) :].lstrip(" ")
            break
    front = _FRONT.match(rest)
    digits = front.group().rstrip(" ") if front else ""
    unit = rest[len(digits) :].lstrip(" ")
    if not any("0" <= one <= "9" for one in digits):
        return Unread(_IN_DIGITS)
    if unit and unit not in map(_tidy, units):
        if any("0" <= one <= "9" for one in unit):
            return Unread(_ONE_NUMBER)
        only = f"Beside the number only its unit can stand: {units[0]}." if units else "Give the number without a unit."
        return Unread(only)
    return _number(digits, minus)


def _tidy(text: str) -> str:
    """Return a text with small letters (of A to Z only), single spaces, and no full stops at its end."""
    text = text.translate(_SAME).translate(_SMALL)
    return " ".join(part for part in text.split(" ") if part).rstrip(". ")


def _number(digits: str, minus: bool) -> Numeral | Unread:
    if plain := _PLAIN.fullmatch(digits):
        whole, decimals = plain.group(1), plain.group(2)
    elif grouped := _GROUPED.fullmatch(digits):
        whole, decimals = re.sub("[, ']", "", grouped.group(1)), grouped.group(3)
    elif comma := _COMMA.fullmatch(digits):
        meant = f"{comma.group(1)}.{comma.group(2)}"
        a_point = "Then write it with a point: a comma stands only between thousands."
        return Unread(f"Is {digits} meant as {meant}? {a_point}")
    else:
        return Unread(f"{digits} can be read in more than one way: write it like 1,234 or 1234.5.")
    value = float(f"{whole or '0'}.{decimals or '0'}")
    # Minus nothing is nothing: a 0 with a sign would look like a mistake.
    sign = "−" if minus and value else ""
    behind = "" if decimals is None else f".{decimals}"
    return Numeral(-value if sign else value, f"{sign}{_in_groups(whole.lstrip('0') or '0')}{behind}")


def _in_groups(digits: str) -> str:
    """Return digits with a comma between thousands."""
    first = len(digits) % 3 or 3
    return ",".join([digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))])
