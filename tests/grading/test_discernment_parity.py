"""Python and JavaScript reckon the same d' and c, to a millionth."""

import json
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from samestory.exercise.parts.discernment import discernment

pytestmark = pytest.mark.browser  # it needs node
RUN = Path(__file__).parent / "discernment.mjs"


def by_node(scores: list[dict[str, Any]]) -> list[Any]:
    node = shutil.which("node")
    assert node, "This test needs node."
    done = subprocess.run([node, RUN], input=json.dumps(scores), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_count_of_a_form_a_delayed_check_and_a_class_gives_the_same_numbers():
    sizes = [(6, 6), (4, 4), (1, 9), (60, 45)]
    given = [((a, m), (b, n)) for m, n in sizes for a, b in product(range(m + 1), range(n + 1))]
    theirs = by_node([{"caught": caught, "trusted": trusted} for caught, trusted in given])
    assert len(theirs) == len(given) > 2000
    for (caught, trusted), other in zip(given, theirs, strict=True):
        ours = discernment(caught, trusted)
        numbers = (ours.hits, ours.false_alarms, ours.d_prime, ours.bias)
        assert tuple(other.values()) == pytest.approx(numbers, abs=1e-6), (caught, trusted)
        assert list(other) == ["hits", "falseAlarms", "dPrime", "bias"]


def test_what_is_no_count_gives_nothing_since_a_browser_may_keep_anything():
    odd = [None, [], [1], [0, 0], [3, 2], [-1, 2], [0.5, 2], ["1", 2], "1 of 2"]
    assert by_node([{"caught": one, "trusted": [1, 2]} for one in odd]) == [None] * len(odd)
    assert by_node([{"caught": [1, 2], "trusted": one} for one in odd]) == [None] * len(odd)
