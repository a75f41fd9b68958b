"""Texts made to hang or break a reader of texts: twice the text takes each function about twice the time."""

from collections.abc import Callable
from typing import Any

import pytest
from growing import EVERY_PLANE, assert_in_step, repeated

from samestory.oddity import odd_phrases
from samestory.text import dates, furniture, passage, quotations, sentences, sources, words

MIB = 1_000_000

TEXTS: dict[str, Callable[[int], str]] = {
    "one word a million times over": repeated("ferry "),
    "no spaces": repeated("ferry"),
    "quotation marks only": lambda size: "“" * (size // 2) + "”" * (size // 2),
    "straight marks only": repeated("\"'"),
    "quotations of one word": repeated("“a” "),
    "stops only": repeated("."),
    "capitals and stops": repeated("A. "),
    "capitalised words": repeated("Lind Moe "),
    "digits": repeated("1"),
    "dates": repeated("Monday, 3 May 2021, "),
    "line ends": repeated("\r\n\n\r"),
    "short lines": repeated("Share\nMenu\n"),
    "every plane": repeated(EVERY_PLANE),
    "NUL bytes": repeated("The ferry\0stopped. "),
    "combining marks": lambda size: "e" + "\u0301" * size,
    "open brackets": lambda size: "[" * (size // 2) + "(" * (size // 2),
    "dashes": repeated("well-"),
    "a speaker without end": lambda size: "“We wait,” " + "said Lind and " * (size // 14),
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
def test_twice_the_nonsense_takes_twice_the_time(function: str, text: str) -> None:
    assert_in_step(FUNCTIONS[function], TEXTS[text])


@pytest.mark.slow
@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_megabyte_of_nonsense_ends(function: str, text: str) -> None:
    FUNCTIONS[function](TEXTS[text](MIB))
