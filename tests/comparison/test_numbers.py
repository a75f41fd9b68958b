"""Numbers that two accounts give to one thing, and numbers that only look so."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samestory.comparison import Comparison
from samestory.comparison.number.conflict import numbers
from samestory.text.document import Document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "numbers.yml").read_text(encoding="utf-8"))
PLACED = yaml.safe_load((Path(__file__).parents[1] / "cases" / "told" / "figures.yml").read_text(encoding="utf-8"))
FIRST, LATER = "A bomb in Vell killed 12 people on Monday.", "On Monday 15 people were killed by a bomb in Vell."


def found(a: str, b: str) -> list[str]:
    return [f"{a[one.a_start : one.a_end]} / {b[one.b_start : one.b_end]}" for one in numbers(a, b)]


@pytest.mark.parametrize("case", CASES["made"], ids=lambda case: case["a"][:50])
def test_numbers_told_differently_are_found(case: dict[str, Any]) -> None:
    assert found(case["a"], case["b"]) == case["found"]


@pytest.mark.parametrize("case", CASES["made"] + CASES["held"], ids=lambda case: case["a"][:50])
def test_the_mirror_finds_the_same(case: dict[str, Any]) -> None:
    there = {tuple(pair.split(" / ")) for pair in found(case["a"], case["b"])}
    assert there == {tuple(reversed(pair.split(" / "))) for pair in found(case["b"], case["a"])}


@pytest.mark.parametrize("case", CASES["made"] + CASES["held"], ids=lambda case: case["a"][:50])
def test_a_text_beside_itself_has_no_other_numbers(case: dict[str, Any]) -> None:
    assert found(case["a"], case["a"]) == []


@given(st.text("0123456789,.%$€ -aof dozenhlft", max_size=80), st.text("0123456789,.%$ aof dozenhlft", max_size=80))
def test_any_text_can_be_read(a: str, b: str) -> None:
    for one in numbers(a, b):
        assert a[one.a_start : one.a_end].strip()
        assert b[one.b_start : one.b_end].strip()


def test_the_later_account_may_know_more_where_the_number_grows() -> None:
    one, two = Document(FIRST, "one", datetime.date(2026, 3, 2)), Document(LATER, "two", datetime.date(2026, 3, 3))
    [dead] = numbers(one, two)
    assert (dead.counted, dead.later) == ("dead", "b")
    assert "may know more" in dead.reason
    [undated] = numbers(FIRST, LATER)
    assert undated.later == ""


def test_a_text_that_gives_both_numbers_is_no_conflict() -> None:
    assert found(FIRST, f"{LATER} At first the police had said that the bomb in Vell killed 12 people.") == []


def test_numbers_in_quotations_are_left_to_the_quotations() -> None:
    quoted = "“A bomb in Vell killed 12 people on Monday,” said Lind."
    assert Comparison(Document(quoted), Document(LATER)).numbers == ()


def test_a_comparison_shows_them_as_a_table() -> None:
    both = Comparison(Document(FIRST), Document(LATER))
    assert [row[:3] for row in both.rows("numbers")] == [("12", "15", "dead")]
    assert list(both.to_frame("numbers").columns)[:5] == ["a", "b", "counted", "likeness", "later"]


def test_pairs_that_were_held_back_are_told_as_well_as_at_their_first_run() -> None:
    """It found 7 of 11 numbers told differently, and took no sound pair for a conflict."""
    hits = [found(case["a"], case["b"]) == case["found"] for case in CASES["held"] if case["found"]]
    assert sum(hits) >= 7
    assert [case["a"] for case in CASES["held"] if not case["found"] and found(case["a"], case["b"])] == []


@pytest.mark.parametrize("kind", PLACED["made"])
def test_figures_in_one_place_are_told_apart_by_kind(kind: str) -> None:
    """Each row and its mirror; `missed` is what is known to be beyond the rules."""
    failed = [case["a"] for case in PLACED["made"][kind] if found(case["a"], case["b"]) != case["found"]]
    mirrored = [case["a"] for case in PLACED["made"][kind] if len(found(case["b"], case["a"])) != len(case["found"])]
    missed = [case["a"] for case in PLACED["made"][kind] if case.get("missed")]
    assert failed == mirrored == missed


def test_figures_that_were_held_back_are_found_as_at_their_first_run() -> None:
    """It found 27 of 30 faults, and took 3 of 20 sound pairs for a conflict."""
    faults = [case for kind, rows in PLACED["held"].items() if kind != "sound" for case in rows]
    assert sum(found(case["a"], case["b"]) == case["found"] for case in faults) >= 27
    assert sum(bool(found(case["a"], case["b"])) for case in PLACED["held"]["sound"]) <= 3


def test_the_ends_of_a_range_are_counted_alike() -> None:
    assert (
        found(
            "The crop may fall to between 24 million and 26 million bags.",
            "The crop may fall to between 24 and 26 million bags.",
        )
        == []
    )


@pytest.mark.parametrize(
    "text", ["at 25:99", "at 7", "quarter to", "ten past ten", "in 1999s", "aged", "Moe, ½,", "at ٣:٤٥ pm", "১৯৯৮"]
)
def test_what_only_looks_like_a_time_is_read_without_a_fault(text: str) -> None:
    assert found(text, text) == []
