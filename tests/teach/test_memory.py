"""Where there is little memory, a bomb is a row and the rest of the class is graded."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from made_notebooks import MIME, answered, notebook, record
from zips import zipped

MIB = 1024 * 1024
CEILING = 300 * MIB  # of addresses, of which Python and its libraries take about half
ONE = f'"{MIME}": {{"exercise": "luhansk-name", "answer": [{"[]," * 10_000}[]]}},'.encode()
BOMBS = {
    "quotes": b'{"cells": [' + b'"a",' * (60 * MIB),
    "blanks": b" " * (300 * MIB),
    "values": b'{"cells": [{' + ONE * 1500,
}
RUN = """
import resource, sys
from samestory.cli import main
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
sys.exit(main(["grade", sys.argv[2], "--out", sys.argv[3]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its addresses")
def test_bombs_cost_nobody_else_the_grade(tmp_path: Path) -> None:
    given, out = tmp_path / "in", tmp_path / "out"
    given.mkdir()
    for name, content in BOMBS.items():
        (given / f"{name}.zip").write_bytes(zipped(("x.ipynb", content)))
    for student in ("anna", "zoe"):
        (given / f"{student}.ipynb").write_bytes(notebook(answered(record("luhansk-name"))))
    command = [sys.executable, "-c", RUN, str(CEILING), given, out]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done.stderr
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row["status"] for row in csv.DictReader(file)}
    assert set(rows) == {"anna", "zoe", *BOMBS}
    assert all(rows[name] in ("unreadable", "needs a look") for name in BOMBS)
    assert rows["anna"] == rows["zoe"] != "unreadable"
