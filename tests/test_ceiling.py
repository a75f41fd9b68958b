"""No test can hang: each has a ceiling, which a test that catches everything can't get past."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
STUBBORN = """
import time

def test_that_never_ends():
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass
"""


def test_every_test_has_a_ceiling(pytestconfig) -> None:
    assert 0 < float(pytestconfig.getini("timeout")) <= 900


def test_a_test_that_never_ends_is_ended_and_named(tmp_path: Path) -> None:
    (tmp_path / "test_stubborn.py").write_text(STUBBORN)
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "-o", "timeout=1", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert done.returncode != 0
    assert "test_that_never_ends" in done.stdout + done.stderr
