"""An archive of three times the articles takes hardly more memory: what a run holds is a shard, not the archive."""

import subprocess
import sys
from pathlib import Path

import pytest
from made_archive import rows, write_lines

pytestmark = pytest.mark.slow
CODE = """
import resource, sys
from samestory.archive import Corpus, ReuseSettings, find_reuse, intake, run
intake.ROWS, run.A_RANGE, run.PAIRS = 200, 20_000, 50
from pathlib import Path
find_reuse(Corpus(Path(sys.argv[1])), Path(sys.argv[2]), ReuseSettings(workers=1, memory=768))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def most_memory(folder: Path, count: int) -> int:
    corpus = write_lines(folder / f"{count}.jsonl", rows(count))
    command = [sys.executable, "-c", CODE, str(corpus), str(folder / f"out-{count}")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    assert most_memory(tmp_path, 6_000) < 1.35 * most_memory(tmp_path, 2_000)
