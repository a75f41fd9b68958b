"""Find the records in the bytes of a notebook, without parsing the rest of it.

A notebook is mostly pictures and tables, and a damaged one is no JSON at all; a record is a few hundred bytes
after a key that nothing else uses. So the key is looked for, and what follows it is read. In the text of a cell the
key's quotation marks are escaped, so a cell that talks about records is not taken for one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samestory.answer.clean import is_plain, value_at

# Bytes that are always there, however JSON escapes the rest: looked for much faster than the pattern.
NEEDLE = b"vnd.samestory.answer"
# It takes the key however `/` and `+` are escaped; it leaves one in the text of a cell, where its marks are escaped.
_KEY = re.compile(
    rb'(?<!\\)"application(?:/|\\/|\\u002[fF])vnd\.samestory\.answer(?:\+|\\u002[bB])json"'
    rb"[ \t\r\n]{0,999}:[ \t\r\n]{0,999}"
)
EXERCISE = re.compile(rb'"exercise\\?"\s*:\s*\\?"([A-Za-z0-9_-]{1,100})\\?"')
WINDOWS = (
    8 * 1024,
    1024 * 1024,
)  # most values end within the first; indented ones of 64 KiB within the second
BUDGET = 256 * 1024 * 1024  # bytes read after keys, in all: a file made of keys stops here
ANSWERS = 4 * 1024 * 1024  # characters of all answers of a file: as values they take up to 25 times as much
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after a key, and how many characters it has; `plain` if its text needs no cleaning."""

    value: Any
    plain: bool
    size: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that begins as JSON and does not end as such, or not within 1 MiB: then it is `large`.

    `exercise` is what can still be read of it, or empty.
    """

    exercise: str
    large: bool


class TooManyError(Exception):
    """More keys, or more after them, than any notebook holds."""


def values(data: bytes) -> Iterator[Value | Broken]:
    """What stands after each key, in the order of the file. Raises TooManyError after the last that is read."""
    spent = count = kept = 0
    at = data.find(NEEDLE)
    while at >= 0:
        # `"application` and the longest escape of a slash take 18 bytes.
        quote = data.rfind(b'"', max(at - 24, 0), at)
        key = _KEY.match(data, quote) if quote >= 0 else None
        if key:
            count += 1
            if count > _MOST or spent > BUDGET or kept > ANSWERS:
                raise TooManyError
            value, read = _after(data, key.end())
            spent += read
            kept += value.size if isinstance(value, Value) else 0
            yield value
        at = data.find(NEEDLE, at + len(NEEDLE))


def _after(data: bytes, start: int) -> tuple[Value | Broken, int]:
    spent = 0
    for size in WINDOWS:
        window = data[start : start + size]
        spent += len(window)
        try:
            return _value(window), spent
        except ValueError:
            # The file ends within this window, so a larger one would show no more.
            if len(window) < size:
                break
    return Broken(_exercise_named(data, start), len(window) == WINDOWS[-1]), spent


def _exercise_named(data: bytes, start: int) -> str:
    """The exercise that a broken record names somewhere before the next record."""
    end = data.find(NEEDLE, start)
    at = data.find(b'"exercise', start, len(data) if end < 0 else end)
    told = EXERCISE.match(data, at) if at >= 0 else None
    return told[1].decode() if told else ""


def _value(window: bytes) -> Value:
    text = window.decode("utf-8", "replace")
    value, end = value_at(text)
    if "\ufffd" in text[:end] and b"\xef\xbf\xbd" not in window:  # saved in the old Windows code page
        value, _ = value_at(window.decode("cp1252", "replace"))
    return Value(value, is_plain(text[:end]), end)
