"""Run a learner's function on the inputs of an exercise, in the learner's own kernel, and stop it if it never ends.

What comes back is data, the answer that is kept and graded. The stop is the one that the notebook's own button gives:
an interrupt to the main thread, once the time is up and each second after that. Code that catches every exception, or
that waits inside a library that takes no interrupt, has to be ended by restarting the kernel.
"""

import _thread
import inspect
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

from samestory.exercise.code.run import STOPPED, Result, arguments, result_of
from samestory.exercise.kinds.code import LONGEST_CODE

WITHIN = 5.0  # seconds for all calls together
ON_ITS_WAY = 0.1  # seconds
AGAIN = 1.0  # seconds to the next interrupt, where one was caught
NO_LIMIT = (
    "There is no time limit here, since this is not Python’s main thread: "
    "if your function never ends, restart the kernel."
)


def is_run(view: Mapping[str, Any], answer: object) -> bool:
    """True if the answer is a function, and the exercise asks for one."""
    return view["kind"] == "code" and callable(answer)


def run_here(view: Mapping[str, Any], function: Callable[..., Any], within: float = WITHIN) -> dict[str, Any]:
    """Return the answer that a function gives: its source text, and for each call the value or the error.

    >>> view = {"calls": [{"args": '["ab"]'}, {"args": '[None]'}]}
    >>> [list(result) for result in run_here(view, len)["results"]]
    [['value'], ['error']]
    """
    results: list[Result] = []
    # An error then names the line of the learner’s own cell, not one deep in a library.
    file = getattr(getattr(function, "__code__", None), "co_filename", "")

    def work() -> None:
        for call in view["calls"]:
            results.append(result_of(function, arguments(call), file))

    end_after(within, work)
    missing = len(view["calls"]) - len(results)
    results += [{"error": STOPPED.format(seconds=within)} for _ in range(missing)]
    return {"source": source_of(function), "results": results}


def told(view: Mapping[str, Any], answer: Mapping[str, Any]) -> str:
    """Return each call with what it gave, as lines to read.

    >>> print(told({"calls": [{"short": "f(1)"}]}, {"results": [{"value": "2"}]}))
    f(1)
        2
    """
    pairs = zip(view["calls"], answer["results"], strict=True)
    return "\n".join(f"{call['short']}\n    {result.get('value') or result['error']}" for call, result in pairs)


def source_of(function: Callable[..., Any]) -> str:
    """Return the source text of a function as far as it is known and fits; empty if it is not."""
    try:
        text = inspect.getsource(function)
    except (OSError, TypeError):
        return ""
    return text[:LONGEST_CODE]


class Limit:
    """Whether the time `is_over`, whether it still counts (`is_on`), and whether the work is `done`.

    Whoever changes `is_over` or `done` holds the lock.
    """

    def __init__(self) -> None:
        self.is_over = False
        self.is_on = True
        self.done = threading.Event()
        self.lock = threading.Lock()


def has_limit() -> bool:
    """True where work can be ended: in Python's main thread, and where Python may handle interrupts."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and signal.getsignal(signal.SIGINT) is not None  # None: another program's, and can't be put back


def end_after(seconds: float, work: Callable[[], None]) -> None:
    """Do some work, and end it after `seconds` by an interrupt, which goes no further than here.

    Whatever interrupts do otherwise (nothing, where a program was started in the background) they do again afterwards.
    Where `has_limit` is False there is no limit.
    """
    if not has_limit():
        work()
        return
    limit = Limit()
    with _interrupted_by(limit):
        try:
            # Once the handler stands: an interrupt before that would go to the program around.
            threading.Thread(target=_watch, args=(limit, seconds), daemon=True).start()
            work()
        except KeyboardInterrupt:
            if not limit.is_over:
                raise
        finally:
            limit.is_on = False  # first, and in one step: from here on no interrupt of ours is raised
            with limit.lock:
                limit.done.set()
            if limit.is_over:  # one may be on its way: it must not arrive when its handler is gone
                time.sleep(ON_ITS_WAY)


@contextmanager
def _interrupted_by(limit: Limit) -> Iterator[None]:
    """Let the limit's interrupts end the work, and everybody else's do what they did before."""

    def handle(number: int, frame: FrameType | None) -> None:
        if limit.is_over:
            if limit.is_on:
                raise KeyboardInterrupt
        elif callable(before):
            before(number, frame)
        elif before == signal.SIG_DFL:  # it would end the program, and with it the notebook
            raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, handle)
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _watch(limit: Limit, seconds: float) -> None:
    wait = seconds
    while not limit.done.wait(wait):
        with limit.lock:
            if not limit.is_on:
                return
            limit.is_over = True
            _interrupt()
        wait = AGAIN


def _interrupt() -> None:
    """Interrupt the main thread, even where it sleeps."""
    # A signal wakes a main thread that sleeps. Windows has none to send: there only running code is interrupted.
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
