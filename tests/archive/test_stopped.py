"""A run that is killed goes on where it was: nothing is lost, nothing is done twice, nobody is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import psutil
import pytest
from made_archive import rows, write_lines

SCRIPT = Path(__file__).parents[1] / "support" / "made_archive.py"
RESULTS = ("passages", "pairs", "clusters", "timeline")


def started(corpus: Path, out: Path, workers: int = 2) -> subprocess.Popen[bytes]:
    """The command in a process of its own, in very small shards."""
    command = [sys.executable, str(SCRIPT), str(corpus), "--out", str(out), "--workers", str(workers)]
    # A program that a shell has put into the background hands on that Ctrl-C is to be overlooked.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=heard)


def ended(process: subprocess.Popen[bytes]) -> None:
    assert process.wait(timeout=500) == 0, process.stderr and process.stderr.read().decode()


def wait_for(what: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    while not what():
        assert process.poll() is None, "it ended before it could be stopped"
        time.sleep(0.01)


def shards(out: Path, kind: str) -> dict[str, int]:
    """The shards that are there, each with the time at which it was written."""
    folder = out / "shards" / kind
    return {one.name: one.stat().st_mtime_ns for one in folder.glob("[!.]*")} if folder.exists() else {}


def results(out: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect() as base:
        return {name: base.execute(f"select * from '{out}/{name}.parquet'").fetchall() for name in RESULTS}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[tuple[object, ...]]]]:
    """A corpus, and what an undisturbed run finds in it."""
    home = tmp_path_factory.mktemp("archive")
    corpus = home / "corpus"
    corpus.mkdir()
    given = rows(400)
    write_lines(corpus / "a.jsonl", [*given[:200], "bad"])
    write_lines(corpus / "b.jsonl", [*given[200:], given[7]])
    ended(started(corpus, home / "calm"))
    found = results(home / "calm")
    assert len(found["pairs"]) == 80
    return corpus, found


@pytest.mark.slow
def test_a_run_killed_in_every_step_finds_the_same(archive, tmp_path: Path) -> None:
    corpus, wanted = archive
    out = tmp_path / "out"
    written: dict[tuple[str, str], int] = {}
    for kind, count in (("taken", 5), ("prints", 4), ("meetings", 3), ("found", 2)):
        process = started(corpus, out)
        wait_for(lambda kind=kind, count=count: len(shards(out, kind)) >= count, process)
        workers = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.wait()
        _, left = psutil.wait_procs(workers, timeout=60)
        assert left == []
        assert not (out / "summary.json").exists()
        for one in ("taken", "prints", "meetings", "promising", "found"):
            for name, when in shards(out, one).items():
                # What was there before this run was not written again.
                assert written.setdefault((one, name), when) == when
    assert {kind for kind, _ in written} == {"taken", "prints", "meetings", "promising", "found"}
    ended(started(corpus, out))
    assert results(out) == wanted
    assert len((out / "left-out.jsonl").read_text("utf-8").splitlines()) == 2
    assert sorted(os.listdir(out)) == sorted(os.listdir(corpus.parent / "calm"))


@pytest.mark.slow
def test_a_worker_that_dies_is_replaced(archive, tmp_path: Path) -> None:
    corpus, wanted = archive
    out = tmp_path / "out"
    process = started(corpus, out)
    wait_for(lambda: len(shards(out, "prints")) >= 2, process)
    workers = [one for one in psutil.Process(process.pid).children() if "spawn_main" in " ".join(one.cmdline())]
    workers[0].kill()
    ended(process)
    assert results(out) == wanted


@pytest.mark.slow
def test_ctrl_c_ends_it_quietly_and_it_goes_on(archive, tmp_path: Path) -> None:
    corpus, wanted = archive
    out = tmp_path / "out"
    process = started(corpus, out)
    wait_for(lambda: len(shards(out, "prints")) >= 2, process)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=200) == 130
    assert process.stderr
    assert b"Traceback" not in process.stderr.read()
    ended(started(corpus, out, 1))
    assert results(out) == wanted
