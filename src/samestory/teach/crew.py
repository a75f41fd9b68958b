"""Who grades: this process, some processes of this machine, or a Dask cluster. Results come in the tasks' order."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.process import BaseProcess
from typing import Any

from samestory.errors import SameStoryError
from samestory.teach.errand import GradingErrand, GradingTask
from samestory.teach.result import StudentResult

BATCH = 20  # students that travel together: few enough that little is done twice after a stop
AHEAD = 3  # batches for each worker that wait or are worked at
MANY_FILES = 2000  # from which on a second process is worth its start, of about two seconds
_PATIENCE = "20s"  # for a scheduler to answer
_TRIES = 3  # what a worker was at when it died is given to another

Crew = Callable[[GradingErrand, Iterable[GradingTask]], Iterator[StudentResult]]
_Send = Callable[[GradingErrand, Sequence[GradingTask]], Callable[[], list[StudentResult]]]


@contextmanager
def crew(workers: int, scheduler: str = "") -> Iterator[Crew]:
    """Give what grades: with one worker this process alone. Raises SameStoryError if a cluster can't be reached."""
    if scheduler:
        with _cluster(scheduler) as sent:
            yield sent
    elif workers < 2:
        yield lambda errand, tasks: (one for task in tasks for one in errand([task]))
    else:
        with _processes(workers) as sent:
            yield sent


def workers_for(files: int, asked: int | None) -> int:
    """How many processes are worth it, unless somebody has asked for a number."""
    return asked or (1 if files < MANY_FILES else os.cpu_count() or 1)


def _in_order(send: _Send, ahead: int) -> Crew:
    def graded(errand: GradingErrand, tasks: Iterable[GradingTask]) -> Iterator[StudentResult]:
        going: deque[Callable[[], list[StudentResult]]] = deque()
        left = iter(tasks)
        while batch := list(islice(left, BATCH)):
            going.append(send(errand.travelling(), batch))
            # Not all at once: what waits takes memory, whether it is sent or done.
            if len(going) >= ahead:
                yield from going.popleft()()
        while going:
            yield from going.popleft()()

    return graded


@contextmanager
def _processes(workers: int) -> Iterator[Crew]:
    # Spawned: a fork would copy whatever this process has open.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin)
    try:
        yield _in_order(lambda errand, batch: pool.submit(errand, batch).result, AHEAD * workers)
    except BrokenProcessPool:
        raise SameStoryError(
            "A worker died; the machine may have too little memory. Run the same command again, with fewer --workers: "
            "it goes on where it was."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    try:
        from distributed import Client
    except ImportError:
        raise SameStoryError("--scheduler needs Dask: pip install 'samestory[cluster]'") from None
    try:
        client: Any = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise SameStoryError(f"No Dask scheduler answers at {address}: {error}") from error

    def send(errand: GradingErrand, batch: Sequence[GradingTask]) -> Callable[[], list[StudentResult]]:
        # Not pure: a result that Dask remembers says nothing of the files.
        done: Callable[[], list[StudentResult]] = client.submit(errand, batch, pure=False, retries=_TRIES).result
        return done

    with client:
        yield _in_order(send, AHEAD * max(1, len(client.ncores())))
