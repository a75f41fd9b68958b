"""The same shards on a real Dask cluster of this machine, with a worker that is killed."""

import os
import threading
import time
from pathlib import Path

import distributed
import duckdb
import pytest
from made_archive import rows, write_lines

from samestory.archive import Corpus, ReuseSettings, find_reuse, intake
from samestory.archive import run as run_module
from samestory.errors import SameStoryError

pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", protocol="tcp"
    ) as one:
        yield one


def pairs(out: Path) -> list[tuple[object, ...]]:
    with duckdb.connect() as base:
        return base.execute(f"select * from '{out}/pairs.parquet'").fetchall()


def test_a_cluster_that_loses_a_worker_finds_what_one_process_does(cluster, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(intake, "ROWS", 20)
    monkeypatch.setattr(run_module, "PAIRS", 5)
    monkeypatch.setattr(run_module, "A_RANGE", 1_500)
    (tmp_path / "corpus").mkdir()
    write_lines(tmp_path / "corpus" / "a.jsonl", rows(300))
    corpus = Corpus(tmp_path / "corpus")
    find_reuse(corpus, tmp_path / "alone", ReuseSettings(workers=1))
    before = {worker.pid for worker in cluster.workers.values()}
    killed: list[int] = []

    def kill() -> None:
        while len(list((tmp_path / "together" / "shards" / "prints").glob("[!.]*"))) < 3:
            time.sleep(0.01)
        pid = min(before)
        os.kill(pid, 9)
        killed.append(pid)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    find_reuse(corpus, tmp_path / "together", ReuseSettings(), cluster.scheduler_address)
    killer.join(timeout=5)
    assert len(killed) == 1
    assert killed[0] not in {worker.pid for worker in cluster.workers.values()}
    assert pairs(tmp_path / "together") == pairs(tmp_path / "alone")
    assert len(pairs(tmp_path / "alone")) == 60


def test_an_address_where_nobody_answers_says_so(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("samestory.archive.team._PATIENCE", "1s")
    (tmp_path / "corpus").mkdir()
    write_lines(tmp_path / "corpus" / "a.jsonl", rows(3))
    with pytest.raises(SameStoryError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        find_reuse(Corpus(tmp_path / "corpus"), tmp_path / "out", ReuseSettings(), "tcp://127.0.0.1:1")


def test_workers_that_do_not_see_the_folder_are_named(cluster, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("samestory.archive.team._sees", _blind)
    (tmp_path / "corpus").mkdir()
    write_lines(tmp_path / "corpus" / "a.jsonl", rows(3))
    with pytest.raises(SameStoryError, match=r"do not see the folder .*tcp://127\.0\.0\.1"):
        find_reuse(Corpus(tmp_path / "corpus"), tmp_path / "out", ReuseSettings(), cluster.scheduler_address)


def _blind(_home: str) -> bool:
    return False
