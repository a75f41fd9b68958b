"""A run from a corpus to its results: the steps in order, each of which goes on where it was stopped."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from samestory.archive.close import LEAST_WORDS, Batch, batch_name, look_closely
from samestory.archive.corpus import Corpus
from samestory.archive.intake import take_in
from samestory.archive.pairing import A_RANGE, Job, link_copies, list_articles, mark_shard, meet, promise
from samestory.archive.results import Summary, write_results
from samestory.archive.store import LEAST_MEMORY, Store, connect
from samestory.archive.team import Errand, Team, team
from samestory.errors import SameStoryError

RUN_SCHEMA = 1
PAIRS = 400  # that a worker looks at closely at a time
OWN_MEMORY = 256  # MiB of a process beside DuckDB: Python, the texts and words of a shard

Progress = Callable[[str, int, int], None]  # a step, how much of it is done, and of how much; 0 if nobody knows yet


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """How a run is done. `memory` is in MiB, for all `workers` of this machine, or for each one of a cluster.

    A run of words in more than `most_holders` articles is boilerplate. Two articles are a pair if they share
    `least_words`, in passages of which one at least is sure.
    """

    most_holders: int = 50
    least_words: int = LEAST_WORDS
    memory: int = 2048
    workers: int = 2

    @property
    def processes(self) -> int:
        """As many of the workers as the memory is enough for, and one at least."""
        return max(1, min(self.workers, self.memory // (LEAST_MEMORY + OWN_MEMORY)))

    def of_duckdb(self, is_cluster: bool) -> int:
        """The MiB that DuckDB may use in each process."""
        return max(LEAST_MEMORY, self.memory // (1 if is_cluster else self.processes) - OWN_MEMORY)


def find_reuse(
    corpus: Corpus,
    out: Path,
    settings: ReuseSettings | None = None,
    scheduler: str | None = None,
    told: Progress = lambda _step, _done, _of: None,
) -> Summary:
    """Write who shares what with whom into the folder `out`; what is there of the same run already is kept.

    Raises SameStoryError if the corpus has no articles, `out` holds something else, or the cluster can't be used.
    """
    settings = settings or ReuseSettings()
    with connect():
        pass  # without DuckDB nothing is begun
    plan = _plan(corpus, settings)
    home = _home(corpus, out, plan)
    if home is None:
        return Summary.read(out)
    store = Store(home)
    done = 0

    def more(rows: int) -> None:
        nonlocal done
        done += rows
        told("reading", done, 0)

    with _kept():
        take_in(store, corpus, more)
    _check_articles(store, corpus, out)
    job = Job(store, settings.of_duckdb(bool(scheduler)), settings.most_holders, settings.least_words)
    with _kept(), team(settings.processes, scheduler, home) as workers:
        summary = _steps(job, workers, out, told)
    shutil.rmtree(home)
    return summary


@contextmanager
def _kept() -> Iterator[None]:
    """Say of what the disk or the memory was too small for that it can go on."""
    import duckdb

    try:
        yield
    except (OSError, MemoryError, duckdb.Error) as error:
        why = str(error).splitlines()[0] if str(error) else "memory ran out"
        raise SameStoryError(
            f"It was stopped: {why[:300]}. What is done is kept: make room on the disk, or give it more --memory or "
            "fewer --workers, and run the same command again."
        ) from error


def _check_articles(store: Store, corpus: Corpus, out: Path) -> None:
    """Raise SameStoryError if not one row is an article, and leave nothing of the run."""
    notes = [json.loads(path.read_text("utf-8")) for path in store.shards("taken", "json")]
    if any(note["taken"] for note in notes):
        return
    first = next((row for note in notes for row in note["left_out"]), {"place": corpus.files[0], "why": "it is empty"})
    shutil.rmtree(store.home)
    (out / "plan.json").unlink()
    said = f"{first['place']}: {first['why']}".rstrip(".")
    raise SameStoryError(f"{corpus.path} holds no article. {said}. --text-field and its like name other fields.")


def _steps(job: Job, workers: Team, out: Path, told: Progress) -> Summary:
    store = job.store
    shards = range(len(store.shards("articles")))
    _each(workers, mark_shard, job, "prints", shards, told)
    if not store.shard("list", "articles").exists():
        list_articles(job)
    prints = _count(store, store.table("prints"))
    job = replace(job, ranges=max(1, -(-prints // A_RANGE)))
    _each(workers, meet, job, "meetings", range(job.ranges), told)
    if not store.shard("meetings", "copy").exists():
        link_copies(job)
    job = replace(job, ranges=max(1, -(-_count(store, store.table("meetings")) // A_RANGE)))
    _each(workers, promise, job, "promising", range(job.ranges), told)
    _each(workers, look_closely, job, "found", _batches(job), told)
    told("results", 0, 1)
    summary = write_results(job, out)
    told("results", 1, 1)
    return summary


def _batches(job: Job) -> list[Batch]:
    """The promising pairs, some hundred at a time."""
    made: list[Batch] = []
    for part in range(job.ranges):
        count = _count(job.store, job.store.one(job.store.shard("promising", part)))
        made += [(part, first, min(first + PAIRS, count)) for first in range(0, count, PAIRS)]
    return made


def _each(workers: Team, step: Errand, job: Job, kind: str, items: Iterable[Any], told: Progress) -> None:
    """Do a step for every item whose shard isn't there yet."""
    items = list(items)
    left = [
        one for one in items if not job.store.shard(kind, one if isinstance(one, int) else batch_name(one)).exists()
    ]
    told(kind, len(items) - len(left), len(items))
    for done, _ in enumerate(workers(step, job, left), len(items) - len(left) + 1):
        told(kind, done, len(items))


def _count(store: Store, table: str) -> int:
    with connect() as base:
        return int(base.execute(f"select count(*) from {table}").fetchall()[0][0])


def _plan(corpus: Corpus, settings: ReuseSettings) -> dict[str, Any]:
    """What must be the same for a run to go on."""
    fields = asdict(corpus.fields)
    limits = {"most_holders": settings.most_holders, "least_words": settings.least_words}
    return {"schema": RUN_SCHEMA, "corpus": corpus.mark, "fields": fields, **limits}


def _home(corpus: Corpus, out: Path, plan: dict[str, Any]) -> Path | None:
    """The folder of the run's shards, which may hold some already; None if the run is done. Raises SameStoryError."""
    if out.resolve().is_relative_to(corpus.root.resolve()) and corpus.path.is_dir():
        raise SameStoryError(f"{out} lies in the corpus, and would be read as a part of it. Name a folder elsewhere.")
    noted, home = out / "plan.json", out / "shards"
    if noted.exists():
        if json.loads(noted.read_text("utf-8")) != plan:
            why = "the corpus, its fields or the limits were others"
            raise SameStoryError(f"{out} holds another run: {why}. Name a new folder, or delete this one.")
    else:
        if out.exists() and (not out.is_dir() or any(not one.name.endswith(".part") for one in os.scandir(out))):
            raise SameStoryError(f"{out} is there already and holds something else. Name a new folder.")
        with Store(out).written(noted) as part:
            part.write_text(json.dumps(plan), "utf-8")
    if (out / "summary.json").exists():
        # Who was stopped at the very end may have left some of it.
        shutil.rmtree(home, ignore_errors=True)
        return None
    home.mkdir(exist_ok=True)
    return home
