"""What all tests share: Hypothesis that draws the same examples every time, and the made-up case of a ferry."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent / "support"))

from made_cases import FERRY

from samestory.case import Case, load_case

settings.register_profile("same every time", derandomize=True, deadline=None, database=None, max_examples=100)
settings.load_profile("same every time")


@pytest.fixture(scope="session")
def ferry() -> Case:
    """The made-up case in `tests/cases/nordo-ferry`."""
    return load_case(FERRY)
