"""One fact told with one word exchanged."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samestory.comparison.claim import exchanges

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "exchanges.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["a"][:50] or "empty")
def test_exchanged_words_are_found(case: dict[str, Any]) -> None:
    found = exchanges(case["a"], case["b"])
    assert [f"{one.word_a} / {one.word_b}" for one in found] == case["found"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_spans_hold_the_words(a: str, b: str) -> None:
    for one in exchanges(a, b):
        assert one.word_a in a[one.a_start : one.a_end]
        assert one.word_b in b[one.b_start : one.b_end]
        assert one.beside in a[one.a_start : one.a_end]


def test_the_mirror_finds_the_same() -> None:
    a, b = "Lind signed a law on Monday in Vell.", "In Vell, Lind signed 14 decrees."
    there = {(one.word_a, one.word_b) for one in exchanges(a, b)}
    assert there == {(one.word_b, one.word_a) for one in exchanges(b, a)} == {("law", "decrees")}
