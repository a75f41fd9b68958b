"""The benchmarks are scripts beside each other: their folder is where they import from."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks" / "engine"))

from beside_peers import Answers, Cell
from unseen import Modes, peers, read_sets, shipped

from samestory.case import Case
from samestory.scanning import Scan, scan


@pytest.fixture(scope="session")
def fresh_sets() -> dict[str, Modes]:
    """Every set of fresh events, scanned."""
    return read_sets()


@pytest.fixture(scope="session")
def scanned_cases() -> list[tuple[Case, Scan]]:
    """The cases that rules were made with, scanned."""
    return [(case, scan(case)) for case in shipped()]


@pytest.fixture(scope="session")
def peer_columns(
    fresh_sets: dict[str, Modes], scanned_cases: list[tuple[Case, Scan]]
) -> dict[str, dict[Cell, Answers]]:
    """What the engine and plain peers answer, in the cases and in every set."""
    return peers(fresh_sets, scanned_cases)
