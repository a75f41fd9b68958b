"""The figures that decide what the engine says stand in `thresholds.toml`, each with its unit and where it is from."""

import ast
import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import samestory
from samestory.book.python_worker import engine_files
from samestory.errors import SameStoryError
from samestory.thresholds import given, threshold, thresholds, weights

PACKAGE = Path(samestory.__file__).parent
ENGINE = ("words", "language", "text", "comparison", "oddity", "scanning")
PLAIN = {0.0, 1.0}  # nothing and all
# What is left in the code is arithmetic and decides nothing: how many there are of each, file by file.
ARITHMETIC = {
    "comparison/day/conflict.py": {0.5: 2},  # the mean of two measures
    "comparison/number/written.py": {1e9: 1, 1e6: 2, 12.0: 1, 10.0: 2, 0.5: 4},  # bn, m, dozen; rounding by halves
    "comparison/passage/alignment.py": {0.5: 1},  # less than half
    "comparison/quotation/pairs.py": {0.01: 1},  # a step below the bar
    "oddity/unusual.py": {20.0: 2},  # keeps the odds where `exp` can reckon
}


def figures(source: str) -> Counter[float]:
    """The numbers with a decimal point in a module, but for 0.0 and 1.0."""
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return Counter(node.value for node in nodes if isinstance(node.value, float) and node.value not in PLAIN)


def left_in_code() -> Iterator[str]:
    for file in sorted(path for room in ENGINE for path in (PACKAGE / room).rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        more = figures(file.read_text("utf-8")) - Counter(ARITHMETIC.get(name, {}))
        yield from (f"{name}: {figure} belongs into thresholds.toml" for figure in more.elements())


def test_no_figure_of_the_engine_stands_in_the_code() -> None:
    assert list(left_in_code()) == []


def test_a_figure_in_the_code_would_be_found() -> None:
    assert figures("LEAST, ALL = 0.56, 1.0\n\ndef low(x):\n    return x < 2.5 and 3\n") == {0.56: 1, 2.5: 1}


@pytest.mark.parametrize("name", given())
def test_each_figure_is_the_one_that_its_module_uses(name: str) -> None:
    module, _, constant = name.rpartition(".")
    used = getattr(importlib.import_module(f"samestory.{module}"), constant)
    value = given()[name]["value"]
    held = tuple(value.values()) if isinstance(value, dict) else value
    assert (tuple(used.values()) if isinstance(used, dict) else used) == held


@pytest.mark.parametrize("name", given())
def test_each_figure_says_its_unit_what_it_is_and_where_it_is_from(name: str) -> None:
    entry = given()[name]
    assert all(isinstance(entry[field], str) and entry[field] for field in ("unit", "is"))
    assert entry["from"] in ("chosen", "measured")
    # What is said to be measured shows the curve, and between which values the best one may lie.
    assert {"curve", "interval", "decided"} <= set(entry) or entry["from"] == "chosen"


def test_figures_come_in_the_order_in_which_they_are_asked_for() -> None:
    names = ("LEAST_PARTLY", "LEAST_WHOLLY")
    partly, wholly = thresholds("samestory.comparison.passage.derivation", *names)
    assert partly < wholly
    assert list(weights("samestory.oddity.rules.rare", "SURPRISE"))[-1] == "not listed"


def test_a_figure_that_the_file_lacks_is_named_with_the_file() -> None:
    with pytest.raises(SameStoryError, match=r"thresholds\.toml has no LOWEST for samestory\.text\.page\.story"):
        threshold("samestory.text.page.story", "LOWEST")


def test_the_file_goes_with_the_pages_python() -> None:
    assert "samestory/thresholds.toml" in dict(engine_files())
