"""How the time that a function takes grows with its input: asserted as a ratio, which no slow machine changes."""

import gc
import time
from collections.abc import Callable
from typing import Any

MEASURES, LONG = 3, 0.25  # a call of more seconds hardly wavers: two measures are enough
MORE = 9  # measures on a busy machine, before growth is called too fast
TWICE = 2.6  # twice the input may take this many times as long; a square takes four times as long
UNSEEN = 0.01  # seconds of work that are lost in what else the machine does

EVERY_PLANE = "".join(chr(code) for code in range(32, 0x110000, 47) if not 0xD800 <= code < 0xE000)  # 23,664 signs


def repeated(piece: str) -> Callable[[int], str]:
    """A text of any size that says the same over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def spent(task: Callable[[Any], Any], given: Any) -> float:
    """Seconds of the processor that a call takes, with the collector of garbage at rest, as `timeit` does it."""
    gc.disable()
    try:
        began = time.process_time()
        task(given)
        return time.process_time() - began
    finally:
        gc.enable()


def long_enough(task: Callable[[Any], Any], made: Callable[[int], Any], size: int) -> int:
    """A quarter of the size, or the half of it, where a call that long is measured well; else the size."""
    parts = (size // 4, size // 2)
    return next((part for part in parts if spent(task, made(part)) > LONG), size)


def assert_in_step(task: Callable[[Any], Any], made: Callable[[int], Any], size: int = 50_000) -> None:
    """Twice the input takes at most `TWICE` the time of the input, the shortest of two or three measures.

    A busy machine only ever adds time. Where that makes the input look slow, growth would be overlooked: so its
    measures are the first and the last. A text gets the number of its measure at its end, and the two sizes take turns,
    so that no memory of an earlier call answers for this one.
    """
    one = two = float("inf")
    for measure in range(MORE):
        one = min(one, spent(task, numbered(made(size), measure)))
        if measure + 1 >= (MEASURES if one < LONG else 2) and two <= TWICE * one + UNSEEN:
            return
        two = min(two, spent(task, numbered(made(2 * size), measure)))
    raise AssertionError(f"{size:,} take {one:.3f} s, {2 * size:,} take {two:.3f} s: {two / one:.1f} times as long")


def numbered(made: Any, number: int) -> Any:
    """The same input, but never equal to an earlier one."""
    return f"{made}\n{number}." if isinstance(made, str) else made
