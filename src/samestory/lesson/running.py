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
from collections.abc import Callable, Mapping
from typing import Any

from samestory.exercise.code_run import STOPPED, Result, arguments, result_of
from samestory.exercise.kinds.code import LONGEST

WITHIN = 5.0  # seconds for all calls together
ON_ITS_WAY = 0.1  # seconds
AGAIN = 1.0  # seconds to the next interrupt, where one was caught


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
    return text[:LONGEST]


class Limit:
    """Whether the time `is_over`, and whether the work is `done`; whoever changes either holds the lock."""

    def __init__(self) -> None:
        self.is_over = False
        self.done = threading.Event()
        self.lock = threading.Lock()


def end_after(seconds: float, work: Callable[[], None]) -> None:
    """Do some work, and end it after `seconds` by an interrupt, which goes no further than here.

    There is no limit outside the main thread, and where interrupts do something else than to raise KeyboardInterrupt.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        work()
        return
    limit = Limit()
    try:
        threading.Thread(target=_watch, args=(limit, seconds), daemon=True).start()
        work()
        with limit.lock:
            limit.done.set()
        if limit.is_over:  # an interrupt may be on its way: it must not arrive later
            time.sleep(ON_ITS_WAY)
    except KeyboardInterrupt:
        if not limit.is_over:
            raise
    finally:
        limit.done.set()


def _watch(limit: Limit, seconds: float) -> None:
    wait = seconds
    while not limit.done.wait(wait):
        with limit.lock:
            if limit.done.is_set():
                return
            limit.is_over = True
            _interrupt()
        wait = AGAIN


def _interrupt() -> None:
    """Interrupt the main thread, even where it sleeps."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
