"""Numbers as German, Spanish, Russian and Arabic write them: “1.200”, “12 000”, “3,5 Mio.”, “١٣”, “doce”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from samestory.language.pack import Pack, pack_of
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import thresholds
from samestory.words.word import Word

# How far a number may lie from what is printed: about a tenth either side, “more than” up to twice as much.
NEAR, LEAST, MOST, PRINTED = thresholds(__name__, "NEAR", "LEAST", "MOST", "PRINTED")
_GROUPING = " \u00a0\u2009\u202f'’٬"
# Takes “1.200”, “12 000”, “4,80” and “١٣٫٥”; leaves the figures of “18:30”, “B12” and “3-4”.
_FIGURE = re.compile(
    r"(?<![\w:/-])(?<!\d[.,])(?:\d{1,3}(?:[ \u00a0\u2009\u202f'’٬]\d{3})+(?:[.,٫]\d{1,2})?"
    r"|\d{1,15}(?:[.,٫]\d{1,9}){0,5})(?![\w:/])(?![.,]\d)"
)
_CLOCK = re.compile(r"\d{1,2}[.,]\d\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_HEAD, _THREE = 3, 3  # words behind a number in which stands what it counts; digits of a group


@dataclass(frozen=True, slots=True)
class Figure:
    """`text[start:end]` (code points) gives a number from `low` to `high`; `value` is what is printed.

    `unit` is “%” or empty; `word` is the number of the first word behind it.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    word: int


@once
def figures_of(text: Document) -> tuple[Figure, ...]:
    """Return the numbers of a text with a pack, in order: no days, years, ordinals, or numbers of houses and pages."""
    pack = text.pack
    if pack is None:
        return ()
    days = [(one.start, one.end) for one in text.days]
    found = sorted(_written(text, pack), key=lambda one: one.start)
    return tuple(one for one in found if not any(start < one.end and one.start < end for start, end in days))


def _written(text: Document, pack: Pack) -> Iterator[Figure]:
    for found in _FIGURE.finditer(text.text):
        value = _value(found.group(), pack)
        if value is None or _is_no_amount(text.text, pack, found):
            continue
        yield _figure(text, pack, found.start(), found.end(), value)
    for number, word in enumerate(text.words):
        value = pack.values.get(word.folded)
        # “One” is a pronoun in all of them.
        if value is not None and value > 1 and not _follows_a_word(text, pack, number):
            yield _figure(text, pack, word.start, word.end, value)


def _follows_a_word(text: Document, pack: Pack, number: int) -> bool:
    """Whether the word before is a number's too: “veinte y cinco” is not read, rather than read as five."""
    return number > 0 and text.words[number - 1].folded in pack.values


def _value(shown: str, pack: Pack) -> float | None:
    """What a figure comes to; None if it is none, as 1.2.3.

    >>> [_value(one, pack_of("de")) for one in ("1.200", "12 000", "4,80", "1.2.3")]
    [1200.0, 12000.0, 4.8, None]
    """
    plain = shown.replace("٫", "." if pack.decimal == "." else ",")
    for sign in _GROUPING:
        plain = plain.replace(sign, "")
    parts = re.split("[.,]", plain)
    if len(parts) == 1:
        return float(plain)
    is_grouped = len(parts[0]) <= _THREE and all(len(part) == _THREE for part in parts[1:])
    last = plain[-len(parts[-1]) - 1]
    is_fraction = last == pack.decimal and pack.code not in ("es", "ar")
    if is_grouped and not is_fraction and "٫" not in shown:
        return float("".join(parts))
    if len(parts) > 2 and not all(len(part) == _THREE for part in parts[1:-1]):
        return None
    return float("".join(parts[:-1]) + "." + parts[-1])


def _is_no_amount(text: str, pack: Pack, found: re.Match[str]) -> bool:
    before, behind = text[max(0, found.start() - 12) : found.start()].rstrip(), text[found.end() : found.end() + 2]
    is_ordinal = bool(pack.ordinal_after) and behind[:1] == "." and behind[1:].isspace()
    is_numbered = re.sub(r"\s", "", before).endswith(tuple(pack.numbered)) or before.endswith(("№", "#", "n.º", "§"))
    word = re.match(r"[ \u00a0]?([^\W\d_]+)", text[found.end() : found.end() + 12])
    # “18 Uhr” is a time; “18 horas” may be a time or a day's work, and “18.30 horas” is one.
    is_clock = (
        word is not None
        and word.group(1) in pack.clock
        and (pack.code == "de" or bool(_CLOCK.fullmatch(found.group())))
    )
    return bool(_YEAR.fullmatch(found.group())) or is_ordinal or is_numbered or is_clock


def _figure(text: Document, pack: Pack, start: int, end: int, value: float) -> Figure:
    """A number with the scale and the “per cent” behind it, bent by the word before it."""
    at = text.numbers(0, end).stop
    while at < len(text.words) and (scale := pack.scales.get(text.words[at].folded)) and _is_beside(text, end, at):
        value, end, at = value * scale, text.words[at].end, at + 1
    behind = text.text[end : end + 24].lstrip(" \u00a0.").casefold()
    unit = "%" if behind.startswith(tuple(pack.hundredths)) else ""
    first = text.numbers(0, start).stop
    bound = pack.bounds.get(text.words[first - 1].folded, "") if first else ""
    low, high = value * (1 - PRINTED), value * (1 + PRINTED)
    if bound == "near":
        low, high = value * (1 - NEAR), value * (1 + NEAR)
    elif bound == "least":
        high = value * LEAST
    elif bound == "most":
        low = value * MOST
    return Figure(start, end, value, low, high, unit, at)


def _is_beside(text: Document, end: int, at: int) -> bool:
    return not text.text[end : text.words[at].start].strip(" \u00a0.")


def counted_words(text: Document, one: Figure) -> tuple[Word, ...]:
    """Return the words behind a number that may name what is counted, without small ones, up to a pause."""
    found: list[Word] = []
    end = one.end
    for word in text.words[one.word : one.word + _HEAD + 2]:
        if any(sign in ",;:.!?،؛؟()" for sign in text.text[end : word.start].lstrip(".")) or len(found) == _HEAD:
            break
        if word.folded not in _small(text.language) and not word.text[0].isdigit():
            found.append(word)
        end = word.end
    return tuple(found)


@cache
def _small(code: str) -> frozenset[str]:
    pack = pack_of(code)
    return pack.small if pack else frozenset()
