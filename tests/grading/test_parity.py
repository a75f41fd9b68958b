"""Python and JavaScript give one verdict: every grading case, every sample of the course, and random answers."""

import json
import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from grading_cases import CASES, KINDS
from made_cases import course, exercise, ferry

from samestory.exercise import Exercise, Malformed

pytestmark = pytest.mark.browser  # it needs node
RUN = Path(__file__).parent / "run.mjs"
ANSWERS = 300
SCRAPS = [
    "Founder",
    "the ",
    "Port",
    " ",
    "\u00a0",
    "“",
    "”",
    ".",
    "'",
    "’",
    "🚢",
    "e\u0301",
    "ß",
    "İ",
    "Σ",
    "ﬁ",
    "\u00ad",
]


def canonical(one: Exercise, raw: Any) -> Any:
    """The answer as the front end would hold it, or None if it can't be read."""
    answer = one.parse(raw)
    return None if isinstance(answer, Malformed) else answer.to_json()


def graded_by_node(given: list[tuple[Exercise, Any]]) -> list[Any]:
    """The verdicts of the front end on the answers given, in order."""
    node = shutil.which("node")
    if node is None:
        pytest.fail(
            "Grading in JavaScript needs node. On Debian: apt-get install nodejs. Without it: make test BROWSER=0"
        )
    cases = [{"view": one.view(), "key": one.key(), "kind": one.card.kind, "answer": answer} for one, answer in given]
    done = subprocess.run([node, RUN], input=json.dumps(cases), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def assert_same(given: list[tuple[str, Exercise, Any]]) -> None:
    """Both languages must say the same, to the last character and the last hundredth."""
    theirs = graded_by_node([(one, answer) for _, one, answer in given])
    assert len(theirs) == len(given) > 0
    for (name, one, answer), verdict in zip(given, theirs, strict=True):
        assert one.verdict(answer).to_json() == verdict, f"{one.card.id}, {name}: {json.dumps(answer)[:300]}"


def exercises_of(kind: str) -> list[Exercise]:
    return [one for one in [*ferry().exercises.values(), *course().values()] if one.card.kind == kind]


def test_the_front_end_gives_every_grading_case_the_same_verdict():
    given = [(case["name"], exercise(case["exercise"]), case["answer"]) for _, case in CASES]
    readable = [(name, one, canonical(one, raw)) for name, one, raw in given if canonical(one, raw) is not None]
    assert len(readable) > 80
    assert_same(readable)


def test_the_front_end_gives_every_sample_of_every_exercise_the_same_verdict():
    assert_same(
        [
            (sample.name, one, canonical(one, sample.raw))
            for one in [*course().values(), *ferry().exercises.values()]
            for sample in one.samples()
        ]
    )


VALUES = [
    "",
    "[",
    "]",
    "[1)",
    "([1]",
    "1 2\n",
    "0x10",
    "'a'",
    '"\\x"',
    "x",
    "5 5",
    "[" * 8 + "]" * 8,
    "[" * 9 + "]" * 9,
]
VALUES += [f'"{one * size}"' for one in ("a", "\U0010ffff") for size in (1498, 1499, 4000)]


def test_the_front_end_reads_the_same_texts_as_returned_values_and_no_others():
    one = exercise("ferry-count")
    raws = [{"source": "x", "results": [{"value": text}] * count} for text in VALUES for count in (2, 3)]
    theirs = graded_by_node([(one, raw) for raw in raws])
    assert {verdict["state"] for verdict in theirs} == {"graded", "unreadable"}
    assert [one.verdict(raw).to_json() for raw in raws] == theirs


@pytest.mark.parametrize("kind", KINDS)
def test_the_front_end_gives_random_answers_the_same_verdict(kind):
    dice = random.Random(f"parity of {kind}")
    known = exercises_of(kind)
    given = [(one, one.task.guess(dice)) for one in (dice.choice(known) for _ in range(ANSWERS))]
    read = [(one, canonical(one, raw)) for one, raw in given]
    assert sum(answer is None for _, answer in read) < ANSWERS / 3
    assert_same([("random", *one) for one in read])
    assert_same([("bent", one, canonical(one, bent(dice, raw))) for one, raw in given])


def bent(dice: random.Random, raw: Any) -> Any:
    """The same answer with scraps and characters from anywhere in its texts; what can't be read then is no answer."""
    if isinstance(raw, Mapping):
        return {name: bent(dice, each) for name, each in raw.items()}
    if isinstance(raw, list):
        return [bent(dice, each) for each in raw]
    if not isinstance(raw, str) or dice.random() < 0.7:
        return raw
    scraps = [dice.choice(SCRAPS), chr(dice.randrange(1, 0x2100)), chr(dice.randrange(0x1F300, 0x1F600))]
    at = dice.randint(0, len(raw))
    return raw[:at] + "".join(dice.sample(scraps, dice.randint(0, 3))) + raw[at:]
