"""Line two lists of words up: which stretches are the same, and what stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from samestory.errors import SameStoryError

LONGEST_CHANGED = 1500  # words that differ in both


class TooLongError(SameStoryError):
    """Two texts that are too long to be lined up word by word."""


@dataclass(frozen=True, slots=True)
class Step:
    """Words `a[a_start:a_end]` against `b[b_start:b_end]`: the same, or changed."""

    same: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def steps(a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """Return what leads from `a` to `b`, in order. Raises `TooLongError` beyond 1,500 differing words on both sides."""
    low = 0
    shorter = min(len(a), len(b))
    while low < shorter and a[low] == b[low]:
        low += 1
    high = 0
    while high < shorter - low and a[-1 - high] == b[-1 - high]:
        high += 1
    # What both begin and end with is set aside: the matcher's cost may grow with the square of the rest.
    middle_a, middle_b = a[low : len(a) - high], b[low : len(b) - high]
    if min(len(middle_a), len(middle_b)) > LONGEST_CHANGED:
        sizes = f"{len(a)} and {len(b)} words"
        raise TooLongError(f"two quotations of {sizes} are too long to be compared word by word: compare parts of them")
    found = [Step(True, 0, low, 0, low)] if low else []
    for name, i, j, m, n in _opcodes(middle_a, middle_b):
        found.append(Step(name == "equal", low + i, low + j, low + m, low + n))
    if high:
        found.append(Step(True, len(a) - high, len(a), len(b) - high, len(b)))
    return found


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if not a and not b:
        return []
    # Frequent words are passed over where one side is that long, and only there: they are what costs most.
    return SequenceMatcher(None, a, b, autojunk=max(len(a), len(b)) > LONGEST_CHANGED).get_opcodes()


def to_edges(found: Sequence[Step], a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """Move words that only one side has to its edge, where the alignment allows it as well.

    “We stay. We stay here” beside “We stay here” has two words more in its midst or in front; that somebody began to
    quote later is the simpler reading.
    """
    made = _to_front(list(found), a, b)
    backwards = _to_front([_backwards(one, a, b) for one in reversed(made)], a[::-1], b[::-1])
    return [_backwards(one, a, b) for one in reversed(backwards)]


def _to_front(found: list[Step], a: Sequence[str], b: Sequence[str]) -> list[Step]:
    if len(found) < 3 or not found[0].same:
        return found
    size, more = found[0].a_end, found[1]
    if more.b_start == more.b_end and a[:size] == a[more.a_end - size : more.a_end]:
        cut = more.a_end - size
        return [Step(False, 0, cut, 0, 0), Step(True, cut, more.a_end, 0, size), *found[2:]]
    if more.a_start == more.a_end and b[:size] == b[more.b_end - size : more.b_end]:
        cut = more.b_end - size
        return [Step(False, 0, 0, 0, cut), Step(True, 0, size, cut, more.b_end), *found[2:]]
    return found


def _backwards(one: Step, a: Sequence[str], b: Sequence[str]) -> Step:
    return Step(one.same, len(a) - one.a_end, len(a) - one.a_start, len(b) - one.b_end, len(b) - one.b_start)
