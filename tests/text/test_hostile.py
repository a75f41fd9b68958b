"""Texts made to hang or break a reader of texts: each function ends, within seconds on a quiet machine."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from samestory.text import dates, furniture, odd_phrases, passage, quotations, sentences, sources, words

MIB = 1_000_000
# Far off: most take a second or two. A quadratic step on a megabyte would take hours.
CEILING = 120.0

TEXTS = {
    "one word a million times over": "ferry " * (MIB // 6),
    "no spaces": "ferry" * (MIB // 5),
    "quotation marks only": "“" * 50_000 + "”" * 50_000,
    "straight marks only": "\"'" * 50_000,
    "quotations of one word": "“a” " * 25_000,
    "stops only": "." * MIB,
    "capitals and stops": "A. " * (MIB // 3),
    "capitalised words": "Lind Moe " * (MIB // 9),
    "digits": "1" * MIB,
    "dates": "Monday, 3 May 2021, " * (MIB // 20),
    "line ends": "\r\n\n\r" * (MIB // 4),
    "short lines": "Share\nMenu\n" * (MIB // 11),
    "every plane": "".join(chr(code) for code in range(32, 0x110000, 7) if not 0xD800 <= code < 0xE000),
    "NUL bytes": "The ferry\0stopped. " * (MIB // 19),
    "combining marks": "e" + "\u0301" * MIB,
    "open brackets": "[" * 100_000 + "(" * 100_000,
    "dashes": "well-" * (MIB // 5),
    "a speaker without end": "“We wait,” " + "said Lind and " * (MIB // 14),
}
FUNCTIONS: dict[str, Callable[[str], Any]] = {
    "words": words,
    "sentences": sentences,
    "passage": passage,
    "quotations": quotations,
    "furniture": furniture,
    "dates": dates,
    "odd_phrases": odd_phrases,
    "sources": sources,
}


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_megabyte_of_nonsense_ends(function: str, text: str) -> None:
    started = time.monotonic()
    FUNCTIONS[function](TEXTS[text])
    assert time.monotonic() - started < CEILING
