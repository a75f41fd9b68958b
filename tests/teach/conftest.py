"""Let the tests of this folder import `small_course`, and `made_notebooks` from beside them."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "answer")]
