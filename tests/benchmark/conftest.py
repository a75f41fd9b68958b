"""The benchmarks are scripts beside each other: their folder is where they import from."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks" / "engine"))
