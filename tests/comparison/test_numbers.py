"""Numbers that two accounts give to one thing, and numbers that only look so."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.comparison.number.conflict import numbers

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "numbers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["made"], ids=lambda case: case["a"][:50])
def test_numbers_told_differently_are_found(case: dict[str, Any]) -> None:
    assert found(case["a"], case["b"]) == case["found"]


def found(a: str, b: str) -> list[str]:
    return [f"{a[one.a_start : one.a_end]} / {b[one.b_start : one.b_end]}" for one in numbers(a, b)]
