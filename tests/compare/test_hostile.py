"""Pairs and piles of texts made to hang a comparison: each ends, or says in words why it won't."""

import contextlib
import time
from collections.abc import Callable
from typing import Any

import pytest

from samestory.compare import (
    dates,
    derivation,
    events,
    exchanges,
    names,
    overlap,
    passages,
    quotations,
    recalled,
    shared_oddities,
)
from samestory.errors import SameStoryError

CEILING = 120.0
SIZE = 300_000

TEXTS = {
    "one word over and over": "ferry " * (SIZE // 6),
    "no spaces": "ferry" * (SIZE // 5),
    "quotation marks only": "“”" * 50_000,
    "one sentence over and over": "The old ferry stopped at Vell on Monday. " * (SIZE // 41),
    "one quotation over and over": "“We will wait for the old ferry,” Lind said. " * (SIZE // 45),
    "names only": "Lind Moe Vell " * (SIZE // 14),
    "line ends": "a\r\nb\n\r" * (SIZE // 6),
    "every plane": "".join(chr(code) for code in range(32, 0x110000, 31) if not 0xD800 <= code < 0xE000),
    "NUL bytes": "The ferry\0stopped at Vell. " * (SIZE // 27),
}
PAIRS: dict[str, Callable[[str, str], Any]] = {
    "passages": passages,
    "derivation": derivation,
    "quotations": quotations,
    "exchanges": exchanges,
    "recalled": lambda a, b: recalled(a, [b]),
    "names": lambda a, b: names([a, b]),
    "dates": lambda a, b: dates([a, b]),
    "shared_oddities": lambda a, b: shared_oddities([a, b]),
}
PILES: dict[str, Callable[[list[str]], Any]] = {
    "overlap": overlap,
    "events": events,
    "names": names,
    "dates": dates,
    "shared_oddities": shared_oddities,
}
ARTICLE = "The ferry from Nordo stopped on Monday. “We wait,” Captain Ida Lind said, “for a new landing stage.” "


def ends(task: Callable[[], Any]) -> None:
    started = time.monotonic()
    with contextlib.suppress(SameStoryError):
        task()
    assert time.monotonic() - started < CEILING


@pytest.mark.parametrize("function", PAIRS)
@pytest.mark.parametrize("text", TEXTS)
def test_two_long_texts_end(function: str, text: str) -> None:
    ends(lambda: PAIRS[function](TEXTS[text], TEXTS[text] + " The end."))


@pytest.mark.parametrize("function", PILES)
def test_ten_thousand_identical_articles_end(function: str) -> None:
    ends(lambda: PILES[function]([ARTICLE * 5] * 10_000))


@pytest.mark.parametrize("function", PILES)
def test_five_thousand_nearly_identical_articles_end(function: str) -> None:
    ends(lambda: PILES[function]([f"{ARTICLE} Boat {number} came." for number in range(5_000)]))
