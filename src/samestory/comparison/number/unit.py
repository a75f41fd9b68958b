"""What a number measures: hundredths, money, metres, days, or things that are counted."""

from collections.abc import Mapping
from functools import cache

from samestory.comparison.number.written import WrittenNumber
from samestory.words.key import root
from samestory.words.lists import groups_in, pairs_in


def unit_behind(words: tuple[str, ...], one: WrittenNumber) -> tuple[int, str, float, str]:
    """Where a number with its unit ends, what it measures, how much its unit is of that, and the unit as written."""
    behind = words[one.after] if one.after < len(words) else ""
    if one.unit in ("%", "part"):
        return one.after, "share of" if one.unit == "part" or behind == "of" else "share", 1.0, "percent"
    if behind == "percentage" and words[one.after + 1 : one.after + 2] in (("point",), ("points",)):
        return one.after + 2, "points", 1.0, "points"
    if behind in {"point", "points"}:
        return one.after + 1, "points", 1.0, "points"
    if behind == "percent" or words[one.after : one.after + 2] == ("per", "cent"):
        after = one.after + (1 if behind == "percent" else 2)
        return after, "share of" if words[after : after + 1] == ("of",) else "share", 1.0, "percent"
    if one.unit in _currencies():
        return one.after + (_currencies().get(behind) == _currencies()[one.unit]), _currencies()[one.unit], 1.0, ""
    if behind in _currencies():
        return one.after + 1, _currencies()[behind], 1.0, ""
    # The unit may stand in one with the number: “750km”.
    unit = one.unit or behind
    if unit in _measures():
        measure, times = _measures()[unit]
        return one.after + (not one.unit), measure, times, root(unit)
    return one.after, "count", 1.0, ""


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return unit in _currencies().values()


@cache
def _currencies() -> Mapping[str, str]:
    return {word: line.split()[0] for line in groups_in("amounts")["currencies"] for word in line.split()}


@cache
def _measures() -> Mapping[str, tuple[str, float]]:
    rows = ((names, of.split()) for names, of in pairs_in("amounts", "measures").items())
    return {name: (measure, float(times)) for names, (measure, times) in rows for name in names.split()}
