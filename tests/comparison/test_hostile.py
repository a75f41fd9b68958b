"""Pairs and piles of texts made to hang a comparison: each ends, or says in words why it won't."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from growing import EVERY_PLANE, assert_in_step, long_enough, repeated

from samestory.comparison import (
    dates,
    derivation,
    events,
    exchanges,
    names,
    numbers,
    overlap,
    passages,
    quotations,
    recalled,
)
from samestory.errors import SameStoryError
from samestory.oddity import shared_oddities

SIZE = 300_000

TEXTS: dict[str, Callable[[int], str]] = {
    "one word over and over": repeated("ferry "),
    "no spaces": repeated("ferry"),
    "quotation marks only": repeated("“”"),
    "one sentence over and over": repeated("The old ferry stopped at Vell on Monday. "),
    "one count over and over": repeated("12 people died in the fire at Vell. "),
    "one quotation over and over": repeated("“We will wait for the old ferry,” Lind said. "),
    "names only": repeated("Lind Moe Vell "),
    "line ends": repeated("a\r\nb\n\r"),
    "every plane": repeated(EVERY_PLANE),
    "NUL bytes": repeated("The ferry\0stopped at Vell. "),
}
PAIRS: dict[str, Callable[[str, str], Any]] = {
    "passages": passages,
    "derivation": derivation,
    "quotations": quotations,
    "exchanges": exchanges,
    "numbers": numbers,
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


PILED: dict[str, Callable[[int], list[str]]] = {
    "identical": lambda number: [ARTICLE * 5] * number,
    "nearly identical": lambda number: [f"{ARTICLE} Boat {boat} came." for boat in range(number)],
}


def ends(function: Callable[..., Any], *given: Any) -> None:
    """It ends with a result, or with words that say why there is none."""
    with contextlib.suppress(SameStoryError):
        function(*given)


@pytest.mark.parametrize("function", PAIRS)
@pytest.mark.parametrize("text", TEXTS)
def test_two_texts_of_twice_the_length_take_twice_the_time(function: str, text: str) -> None:
    """At 50 and 100 kB where that is soon done; the slow test below has the rest."""

    def task(one: str) -> None:
        ends(PAIRS[function], one, one + " The end.")

    assert_in_step(task, TEXTS[text], long_enough(task, TEXTS[text], 50_000))


@pytest.mark.slow
@pytest.mark.parametrize("function", PAIRS)
@pytest.mark.parametrize("text", TEXTS)
def test_two_texts_of_50_and_100_kb_keep_in_step(function: str, text: str) -> None:
    assert_in_step(lambda one: ends(PAIRS[function], one, one + " The end."), TEXTS[text], 50_000)


@pytest.mark.parametrize("function", PILES)
@pytest.mark.parametrize("pile", PILED)
def test_twice_the_articles_take_twice_the_time(function: str, pile: str) -> None:
    assert_in_step(lambda articles: ends(PILES[function], articles), PILED[pile], 500)


@pytest.mark.slow
@pytest.mark.parametrize("function", PAIRS)
@pytest.mark.parametrize("text", TEXTS)
def test_two_long_texts_end(function: str, text: str) -> None:
    ends(PAIRS[function], TEXTS[text](SIZE), TEXTS[text](SIZE) + " The end.")


@pytest.mark.slow
@pytest.mark.parametrize("function", PILES)
@pytest.mark.parametrize(("pile", "number"), [("identical", 10_000), ("nearly identical", 5_000)])
def test_thousands_of_articles_end(function: str, pile: str, number: int) -> None:
    ends(PILES[function], PILED[pile](number))
