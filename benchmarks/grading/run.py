"""How long grading takes: 1,000 copies of a lesson, beside nbgrader on 20 of the same, and more for the memory.

    python benchmarks/grading/run.py [--copies 1000] [--beside 20] [--many 1000 10000] [--workers 2]

Nothing outside `_build/bench` is written. `--beside 0` leaves nbgrader out, `--many` alone the runs for the memory.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from classes import lesson_run, make

from samestory.course import load_shipped
from samestory.teach.grade import grade
from samestory.teach.handin.submissions import find_submissions
from samestory.teach.keys import load_keys
from samestory.teach.report.feedback import page

PLACE = Path(__file__).resolve().parents[2] / "_build" / "bench"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--beside", type=int, default=20)
    parser.add_argument("--many", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    copies = PLACE / "copies"
    shutil.rmtree(copies, ignore_errors=True)
    print("Running the lesson once, for its figures and tables ...")
    given = make(lesson_run(), chosen.copies, copies)
    size = statistics.mean(path.stat().st_size for path in copies.iterdir())
    print(f"{chosen.copies} copies of {size / 1024:.0f} KiB each.\n")
    ours = read_and_graded(copies)
    if chosen.beside:
        from beside_nbgrader import VERSION, seconds_each

        theirs = 1000 * seconds_each(given[: chosen.beside], PLACE)
        said("nbgrader " + VERSION, f"{theirs:.0f} ms each, of {chosen.beside} submissions")
        said("ratio", f"{theirs / ours:.0f} times")
    whole_command(copies, chosen.copies)
    for many in chosen.many:
        memory(copies, many, chosen.workers)


def read_and_graded(copies: Path) -> float:
    """Milliseconds for each submission: found, read, graded. The best and the median of seven passes are printed."""
    keys = load_keys(load_shipped(), None)
    passes, busy = [], []
    for _ in range(7):
        started, used = time.perf_counter(), time.process_time()
        submissions = find_submissions(copies).submissions
        rows = sum(len(mine) for mine in grade(submissions, keys, time.time()))
        passes.append(1000 * (time.perf_counter() - started) / rows)
        busy.append(1000 * (time.process_time() - used) / rows)
    median = statistics.median(passes)
    most = f"median of 7 passes; best {min(passes):.2f}; processor time at least {min(busy):.2f}"
    said("found, read and graded", f"{median:.2f} ms each ({most})")
    mine = list(grade(find_submissions(copies).submissions[:200], keys, time.time()))
    started = time.perf_counter()
    pages = [page(rows) for rows in mine]
    each = 1000 * (time.perf_counter() - started) / len(pages)
    said("a page of feedback", f"{each:.2f} ms each, {statistics.mean(map(len, pages)) / 1024:.0f} KiB")
    return median


def whole_command(copies: Path, count: int) -> None:
    started = time.perf_counter()
    run_command(copies)
    passed = time.perf_counter() - started
    said("samestory grade, all of it", f"{passed:.1f} s for {count}, {1000 * passed / count:.2f} ms each")


def memory(copies: Path, many: int, workers: int) -> None:
    """The peak of the memory of one process for many submissions, made of the copies by hard links."""
    crowd = PLACE / "crowd"
    shutil.rmtree(crowd, ignore_errors=True)
    crowd.mkdir()
    paths = sorted(copies.iterdir())
    for at in range(many):
        os.link(paths[at % len(paths)], crowd / f"student-{at:05}.ipynb")
    started = time.perf_counter()
    peak = run_command(crowd, workers)
    said(f"{many} with {workers} workers", f"{time.perf_counter() - started:.0f} s, at most {peak:.0f} MiB of memory")
    shutil.rmtree(crowd)


def run_command(submissions: Path, workers: int = 1) -> float:
    """Run `samestory grade` in a process of its own. Returns the peak of its memory in MiB."""
    out = PLACE / "results"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "samestory.cli", "grade", str(submissions), "--out", str(out)]
    command += ["--workers", str(workers)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}"
    assert len(list((out / "feedback").iterdir())) == len(list(submissions.iterdir()))
    shutil.rmtree(out)
    return used.ru_maxrss / 1024


def said(what: str, result: str) -> None:
    print(f"{what:28}{result}", flush=True)


if __name__ == "__main__":
    main()
