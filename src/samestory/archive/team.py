"""Who does the work: this process, some processes of this machine, or a Dask cluster."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from samestory.archive.pairing import Job
from samestory.errors import SameStoryError

_PATIENCE = "20s"  # for a scheduler to answer
_TRIES = 3  # a shard whose worker has died is given to another, and then to a third

Errand = Callable[[Job, Any], int]
Team = Callable[[Errand, Job, Sequence[Any]], Iterator[int]]


@contextmanager
def team(workers: int, scheduler: str | None, home: Path) -> Iterator[Team]:
    """Give what does a step for each of many items and yields each result as it comes, in any order.

    Raises SameStoryError if the cluster can't be reached or does not see the folder `home`.
    """
    if scheduler:
        with _cluster(scheduler, home) as one:
            yield one
    elif workers == 1:
        yield _alone
    else:
        processes = _Processes(workers)
        try:
            yield processes
        finally:
            processes.close()


def _alone(step: Errand, job: Job, items: Sequence[Any]) -> Iterator[int]:
    return (step(job, one) for one in items)


class _Processes:
    """Processes of this machine, which begin when there is work for two, and again if one of them has died."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __call__(self, step: Errand, job: Job, items: Sequence[Any]) -> Iterator[int]:
        left = list(items)
        if len(left) < 2:
            yield from _alone(step, job, left)
            return
        for _ in range(_TRIES):
            try:
                yield from self._done(step, job, left)
            except BrokenProcessPool:
                self.close()
                continue
            return
        raise SameStoryError(
            "Workers died again and again; the machine may have too little memory. Run the same command with fewer "
            "--workers: it goes on where it was."
        )

    def _done(self, step: Errand, job: Job, left: list[Any]) -> Iterator[int]:
        """Do what is left, and take from it what was done."""
        # Spawned, since a fork would copy DuckDB's locks.
        context = multiprocessing.get_context("spawn")
        self._pool = self._pool or ProcessPoolExecutor(self._workers, context, initializer=_begin)
        going = {self._pool.submit(step, job, one): one for one in left}
        for one in as_completed(going):
            result = one.result()
            left.remove(going[one])
            yield result

    def close(self) -> None:
        """End the processes when each has done what it is at; what waits is dropped."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def _cluster(address: str, home: Path) -> Iterator[Team]:
    try:
        from distributed import Client
        from distributed import as_completed as done_on
    except ImportError:
        raise SameStoryError("--scheduler needs Dask: pip install 'samestory[cluster]'") from None
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise SameStoryError(f"No Dask scheduler answers at {address}: {error}") from error

    def on_cluster(step: Errand, job: Job, items: Sequence[Any]) -> Iterator[int]:
        # Not pure: a result that Dask remembers says nothing of the files.
        going = client.map(partial(step, job), items, pure=False, retries=_TRIES)
        for _, result in done_on(going, with_results=True):
            yield result

    with client:
        blind = sorted(worker for worker, sees in client.run(_sees, str(home)).items() if sees is not True)
        if blind:
            raise SameStoryError(
                f"These workers do not see the folder {home}, which all must share: {', '.join(blind)}"
            )
        yield on_cluster


def _sees(home: str) -> bool:
    return os.path.isdir(home)
