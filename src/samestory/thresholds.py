"""The figures that decide what the engine says: read once from `thresholds.toml`, which tells where each is from.

A module names its own by its dotted name below `samestory`, so that file and code can't drift apart unseen: a figure
that the file lacks is an error at import.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from samestory.errors import SameStoryError


@cache
def given() -> Mapping[str, Mapping[str, Any]]:
    """Return every entry of the file by the name of its module and its own, such as `text.page.story.SO_MUCH_LESS`."""
    return dict(_entries(tomllib.loads(files("samestory").joinpath("thresholds.toml").read_text("utf-8"))))


def _entries(tables: Mapping[str, Any], above: str = "") -> list[tuple[str, Mapping[str, Any]]]:
    if "value" in tables:
        return [(above, tables)]
    return [one for name, below in tables.items() for one in _entries(below, f"{above}.{name}".lstrip("."))]


def threshold(module: str, name: str) -> float:
    """Return one figure of a module, given as its `__name__`. Raises SameStoryError where the file has none.

    >>> 0 < threshold("samestory.comparison.passage.pairs", "LEAST_SCORE") < 1
    True
    """
    return float(_value(module, name))


def thresholds(module: str, *names: str) -> tuple[float, ...]:
    """Return several figures of a module, in the order of `names`."""
    return tuple(threshold(module, name) for name in names)


def weights(module: str, name: str) -> Mapping[str, float]:
    """Return what each of several things weighs, by its name; in the order of the file.

    >>> weights("samestory.comparison.quotation.change", "COST")["word"]
    1.0
    """
    return {each: float(value) for each, value in _value(module, name).items()}


def _value(module: str, name: str) -> Any:
    known = given().get(f"{module.removeprefix('samestory.')}.{name}")
    if known is None:
        raise SameStoryError(f"thresholds.toml has no {name} for {module}: add it with its value, unit and source")
    return known["value"]
