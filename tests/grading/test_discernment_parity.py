"""Python and JavaScript reckon the same d', c and chance, and say the same of a first look."""

import json
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from samestory.exercise.parts.discernment import chance_range, discernment, gain
from samestory.exercise.parts.first_look import first_look_in_words
from samestory.exercise.verdict import Measure

pytestmark = pytest.mark.browser  # it needs node
RUN = Path(__file__).parent / "discernment.mjs"


def by_node(what: str, given: list[list[Any]]) -> list[Any]:
    node = shutil.which("node")
    assert node, "This test needs node."
    done = subprocess.run(
        [node, RUN], input=json.dumps([[what, one] for one in given]), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_count_of_a_form_a_delayed_check_and_a_class_gives_the_same_numbers():
    sizes = [(6, 6), (4, 4), (1, 9), (60, 45)]
    given = [((a, m), (b, n)) for m, n in sizes for a, b in product(range(m + 1), range(n + 1))]
    theirs = by_node("discernment", [[{"caught": caught, "trusted": trusted}] for caught, trusted in given])
    assert len(theirs) == len(given) > 2000
    for (caught, trusted), other in zip(given, theirs, strict=True):
        ours = discernment(caught, trusted)
        numbers = (ours.hits, ours.false_alarms, ours.d_prime, ours.bias)
        assert tuple(other.values()) == pytest.approx(numbers, abs=1e-6), (caught, trusted)
        assert list(other) == ["hits", "falseAlarms", "dPrime", "bias"]


def test_what_is_no_count_gives_nothing_since_a_browser_may_keep_anything():
    odd = [None, [], [1], [0, 0], [3, 2], [-1, 2], [0.5, 2], ["1", 2], "1 of 2"]
    assert by_node("discernment", [[{"caught": one, "trusted": [1, 2]}] for one in odd]) == [None] * len(odd)
    assert by_node("discernment", [[{"caught": [1, 2], "trusted": one}] for one in odd]) == [None] * len(odd)


def test_both_give_guessing_the_same_range():
    sizes = [*product(range(1, 8), repeat=2), (12, 12), (30, 5), (25, 40)]
    theirs = by_node("chanceRange", [list(size) for size in sizes])
    assert theirs == pytest.approx([chance_range(*size) for size in sizes], abs=1e-9)


def test_both_give_a_gain_the_same_interval():
    scores = [((a, 6), (b, 6)) for a, b in product((0, 2, 3, 6), repeat=2)]
    pairs = list(product(scores, repeat=2))
    named = [[{"caught": caught, "trusted": trusted} for caught, trusted in pair] for pair in pairs]
    theirs = [tuple(one.values()) for one in by_node("gainIn", named)]
    assert len(theirs) == 256
    assert theirs == [pytest.approx(gain(*pair), abs=1e-5) for pair in pairs]


def test_both_say_the_same_of_a_first_look():
    found = [
        [Measure("caught", 1, 3), Measure("noticed", 1, 3), Measure("trusted", 2, 2)],
        [Measure("trusted", 0, 1)],
        [],
    ]
    given = list(product(found, (0, 1, 3), (True, False), (True, False)))
    theirs = by_node(
        "firstLookWords",
        [
            [[{"name": m.name, "count": m.count, "of": m.of} for m in measures], {"hints": h, "sure": s, "isThis": t}]
            for measures, h, s, t in given
        ],
    )
    assert theirs == [first_look_in_words(*one) for one in given]
    assert len(set(theirs)) == 19
