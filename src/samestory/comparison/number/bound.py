"""What bends a number: “about”, “nearly”, “more than”, “up to”, and how far it may then lie."""

from typing import Literal

from samestory.comparison.number.written import WrittenNumber
from samestory.thresholds import thresholds
from samestory.words.lists import words_in

Bound = Literal["", "near", "least", "most", "below"]
# How much a hedge gives: “about” a tenth, “nearly” a tenth below, “more than” up to twice as much, “up to” half.
NEAR, BELOW, LEAST, MOST = thresholds(__name__, "NEAR", "BELOW", "LEAST", "MOST")


def bent(words: tuple[str, ...], one: WrittenNumber) -> tuple[float, float, Bound]:
    """The least and the most that a number may be, and what bends it."""
    low, high = one.value - one.give, one.value + one.give
    bound = _bound(words, one.first)
    if bound == "near":
        return min(low, one.value * (1 - NEAR)), max(high, one.value * (1 + NEAR)), bound
    if bound == "least":
        return one.value, one.value * LEAST, bound
    if bound == "most":
        return one.value * MOST, one.value, bound
    return (one.value * (1 - BELOW), one.value, bound) if bound == "below" else (low, high, bound)


def _bound(words: tuple[str, ...], at: int) -> Bound:
    before = words[at - 1] if at else ""
    if before == "to":
        return "most" if words[at - 2 : at - 1] == ("up",) else "below" if words[at - 2 : at - 1] == ("close",) else ""
    if words[max(0, at - 3) : at] == ("as", "many", "as"):
        return "most"
    # “More than” and “fewer than” end alike.
    if before == "than":
        return "most" if words[at - 2 : at - 1] in (("less",), ("fewer",)) else "least"
    bounds: tuple[Bound, ...] = ("near", "least", "most", "below")
    return next((bound for bound in bounds if before in words_in("amounts", bound)), "")
