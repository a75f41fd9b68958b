"""Quotations beside the record: the words that each stands for, and what changed."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samestory.comparison import TooLongError
from samestory.comparison.quotation.recall import recalled
from samestory.text import quotations

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "recalls.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50] or "empty")
def test_a_quotation_is_found_in_the_record(case: dict[str, Any]) -> None:
    found = recalled(case["text"], [case["record"]])
    if case["said"] is None:
        assert not found
        return
    (one,) = found
    assert case["record"][one.start : one.end] == case["said"]
    assert one.certainty == case["certainty"]
    if "changed" in case:
        assert [f"{' '.join(change.a)} / {' '.join(change.b)}" for change in one.drift.changes] == case["changed"]


def test_the_entry_that_fits_best_is_taken() -> None:
    record = ["The old pier is safe to walk on.", "The new pier is safe to walk on.", "Nothing of the kind."]
    (one,) = recalled("“The new pier is safe to walk on,” she said.", record)
    assert one.entry == 1


def test_every_quotation_is_looked_up_for_itself() -> None:
    text = "“The pier is safe,” Lind said. Later she said again: “The pier is safe.”"
    assert [one.quotation.start for one in recalled(text, ["The pier is safe."])] == [
        one.start for one in quotations(text)
    ]


@given(
    st.lists(st.text(alphabet="abcde “”.’\n", max_size=60), max_size=3), st.text(alphabet="abcde “”.’\n", max_size=120)
)
def test_spans_cut_the_record(record: list[str], text: str) -> None:
    for one in recalled(text, record):
        assert 0 <= one.start < one.end <= len(record[one.entry])
        assert 0 <= one.alike <= 1


def test_a_long_record_and_quotation_end() -> None:
    recalled("“" + "ferry " * 20_000 + "”", ["ferry " * 15_000, ". ".join(["The ferry sails"] * 500)])


def test_an_entry_too_long_to_be_a_statement_is_named() -> None:
    with pytest.raises(TooLongError, match="entry 1 of the record"):
        recalled("“The ferry sails,” she said.", ["The ferry sails.", "ferry " * 20_000])
