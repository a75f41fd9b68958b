"""Thousands are graded by several processes or a cluster, with the same results, and a stop costs nobody."""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import answered, notebook, record
from zips import zipped

from samestory.cli import main
from samestory.course import load_shipped
from samestory.errors import SameStoryError
from samestory.teach.crew import crew, workers_for
from samestory.teach.decisions import Decisions, read_decisions
from samestory.teach.desk import grade_all
from samestory.teach.errand import GradingErrand, GradingTask
from samestory.teach.handin.intake import Allowance
from samestory.teach.handin.merge import LAST
from samestory.teach.handin.submissions import find_submissions
from samestory.teach.keys import Keys, load_keys
from samestory.teach.report.outbox import Outbox
from samestory.teach.result import StudentResult
from samestory.teach.unfinished import UNFINISHED, UnfinishedResults

NOW = 2e9
EXERCISE = "luhansk-name"


@pytest.fixture(scope="module")
def keys() -> Keys:
    return load_keys(load_shipped(), None)


def a_class(place: Path, students: int) -> Path:
    """Notebooks of students, every third of them right, and one that can't be read."""
    place.mkdir(parents=True)
    for number in range(students):
        text = "Luhansk People's Republic" if number % 3 == 0 else f"answer {number}"
        (place / f"student-{number:03}.ipynb").write_bytes(notebook(answered(record(EXERCISE, {"text": text}))))
    (place / "zz-damaged.ipynb").write_bytes(b"\x00\x01")
    return place


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def graded_into(out: Path, given: Path, keys: Keys, **more: Any) -> dict[str, bytes]:
    grade_all(find_submissions(given), keys, Outbox(out), NOW, **more)
    return files(out)


def test_two_processes_give_the_bytes_of_one_and_tell_what_decisions_changed(tmp_path: Path, keys: Keys) -> None:
    given = a_class(tmp_path / "in", 45)
    table = f"student,section,what,do,value,why\nstudent-001,,{EXERCISE},points,1,\n".encode()
    told = []
    for workers in (1, 2):
        decisions, out = read_decisions(table, keys), tmp_path / str(workers)
        grade_all(find_submissions(given), keys, Outbox(out), NOW, decisions=decisions, workers=workers)
        told.append((list(decisions.used.values()), files(out)))
    assert told[0] == told[1]
    assert told[0][0] == [["student-001"]]
    assert len(told[0][1]) == 46 + 2


class StoppedError(Exception):
    """Raised in the middle."""


def stopping_after(monkeypatch: pytest.MonkeyPatch, students: int) -> list[str]:
    """Let the outbox fail after some pages; returns the names of the pages, as they are written."""
    written: list[str] = []
    write = Outbox.write

    def counted(self: Outbox, name: str, content: bytes) -> None:
        if len(written) == students:
            raise StoppedError
        written.append(name)
        write(self, name, content)

    monkeypatch.setattr(Outbox, "write", counted)
    return written


@pytest.mark.parametrize("after", [0, 1, 7, 12])
def test_a_run_goes_on_where_it_was_stopped(
    after: int, tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = a_class(tmp_path / "in", 12)
    whole = graded_into(tmp_path / "whole", given, keys)
    with monkeypatch.context() as patched:
        stopping_after(patched, after)
        with pytest.raises(StoppedError):
            graded_into(tmp_path / "out", given, keys)
    written = stopping_after(monkeypatch, 1000)
    # Another time of day must not make other results.
    grade_all(find_submissions(given), keys, Outbox(tmp_path / "out"), NOW + 60)
    assert files(tmp_path / "out") == whole
    assert len([name for name in written if name.startswith("feedback/")]) == 13 - after


def test_a_line_that_broke_off_is_graded_again(tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    given = a_class(tmp_path / "in", 6)
    whole = graded_into(tmp_path / "whole", given, keys)
    for cut in (1, 40, 300):
        out = tmp_path / f"out{cut}"
        with monkeypatch.context() as patched:
            stopping_after(patched, 4)
            with pytest.raises(StoppedError):
                graded_into(out, given, keys)
        kept = out / UNFINISHED
        kept.write_bytes(kept.read_bytes()[:-cut].replace(b'{"who"', b'{"wh', 1))
        assert graded_into(out, given, keys) == whole


@pytest.mark.parametrize("content", [b"", b"{}\n", b"\xff\xfe\n", b"[]\nx", b'{"how": 1}\n'])
def test_a_file_that_is_none_of_ours_is_no_obstacle(content: bytes, tmp_path: Path, keys: Keys) -> None:
    given = a_class(tmp_path / "in", 2)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / UNFINISHED).write_bytes(content)
    assert "grades.csv" in graded_into(tmp_path / "out", given, keys)
    assert not (tmp_path / "out" / UNFINISHED).exists()


def test_what_was_graded_otherwise_or_handed_in_anew_is_not_taken_on(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = a_class(tmp_path / "in", 6)
    with monkeypatch.context() as patched:
        stopping_after(patched, 5)
        with pytest.raises(StoppedError):
            graded_into(tmp_path / "out", given, keys)
    again = given / "student-001.ipynb"
    again.write_bytes(notebook(answered(record(EXERCISE, {"text": "Luhansk People's Republic"}))))
    os.utime(again, (1_700_000_000, 1_700_000_000))
    (tmp_path / "out" / "feedback" / "student-002.html").unlink()
    written = stopping_after(monkeypatch, 1000)
    graded_into(tmp_path / "out", given, keys)
    assert [name.removesuffix(".html") for name in written[:4]] == [
        *(f"feedback/student-{number:03}" for number in (1, 2, 5)),
        "feedback/zz-damaged",
    ]


def test_another_policy_begins_anew(tmp_path: Path, keys: Keys) -> None:
    errand = GradingErrand(tmp_path, None, NOW, LAST)
    task = GradingTask("feedback/a.html", find_submissions(a_class(tmp_path / "in", 1)).submissions[:1])
    first = UnfinishedResults(errand, keys)
    (result,) = GradingErrand(tmp_path, None, NOW, LAST, here=(keys, Outbox(tmp_path), Decisions()))([task])
    first.add(task, result)
    first.close(done=False)
    same = UnfinishedResults(errand, keys)
    assert same.find(task) == result
    same.close(done=False)
    other = UnfinishedResults(errand, keys, about="another download")
    assert other.find(task) is None
    other.close(done=True)


def test_a_result_is_the_same_after_it_was_written_and_read(tmp_path: Path, keys: Keys) -> None:
    task = GradingTask("feedback/a.html", find_submissions(a_class(tmp_path / "in", 1)).submissions[:1])
    (result,) = GradingErrand(tmp_path, None, NOW, LAST, here=(keys, Outbox(tmp_path), Decisions()))([task])
    again = StudentResult.from_json(result.to_json())
    assert again == result
    assert json.loads(again.entries[0])["points"] == 1


def test_what_was_found_can_travel_to_another_process(tmp_path: Path) -> None:
    one = notebook(answered(record(EXERCISE)))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ana.zip").write_bytes(zipped(("07.ipynb", one), ("more/08.ipynb", one)))
    (tmp_path / "in" / "bo.ipynb").write_bytes(one)
    (tmp_path / "in" / "cy.ipynb").symlink_to("bo.ipynb")
    inner = zipped(("ana.zip", zipped(("x.ipynb", one))), ("bo.zip", zipped(("y.ipynb", one))))
    (tmp_path / "all.zip").write_bytes(inner)
    for place, count in ((tmp_path / "in", 4), (tmp_path / "all.zip", 2)):
        found = pickle.loads(pickle.dumps(find_submissions(place).submissions))
        read = [each.read(Allowance()).data for each in found if not each.problem]
        assert len(found) == count
        assert set(read) == {one}


def test_few_files_are_graded_by_one_process() -> None:
    assert workers_for(30, None) == 1
    assert workers_for(30, 3) == 3
    assert workers_for(50_000, None) == os.cpu_count()


def test_an_address_where_nobody_answers_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samestory.teach.crew._PATIENCE", "1s")
    with (
        pytest.raises(SameStoryError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1"),
        crew(1, "tcp://127.0.0.1:1"),
    ):
        pass


@pytest.mark.slow
def test_a_process_that_is_killed_loses_nobody(tmp_path: Path) -> None:
    given, out = a_class(tmp_path / "in", 400), tmp_path / "out"
    command = [sys.executable, "-m", "samestory.cli", "grade", str(given), "--out", str(out), "--workers", "2"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not (out / UNFINISHED).exists() or (out / UNFINISHED).stat().st_size < 200_000:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (out / "results.json").exists()
    kept = (out / UNFINISHED).read_bytes().count(b"\n") - 1
    assert 0 < kept < 401
    assert main(["grade", str(given), "--out", str(out)]) == 1  # one can't be read
    found = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    assert [one["student"] for one in found] == [*(f"student-{number:03}" for number in range(400)), "zz-damaged"]


@pytest.mark.slow
@pytest.mark.xdist_group("cluster")
def test_a_cluster_that_loses_a_worker_gives_the_bytes_of_one_process(tmp_path: Path, keys: Keys) -> None:
    import distributed

    given = a_class(tmp_path / "in", 600)
    alone = graded_into(tmp_path / "alone", given, keys)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", protocol="tcp"
    ) as cluster:
        before = {worker.pid for worker in cluster.workers.values()}
        feedback = tmp_path / "out" / "feedback"

        def kill() -> None:
            while not feedback.is_dir() or len(list(feedback.glob("*.html"))) < 60:
                time.sleep(0.01)
            os.kill(min(before), signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        together = graded_into(tmp_path / "out", given, keys, scheduler=cluster.scheduler_address)
        killer.join(timeout=5)
        assert min(before) not in {worker.pid for worker in cluster.workers.values()}
    assert together == alone
