"""The smallest spec in a kind's docstring is an exercise, and the same one stands in its schema."""

import importlib
import itertools
import json
from pathlib import Path

import pytest
import yaml
from made_cases import ferry

from samestory.case import load_exercises
from samestory.exercise import all_kinds

CARD = {
    "title": "What?",
    "prompt": "Do it.",
    "minutes": 1,
    "hints": ["Read.", "Read again."],
    "solution": "So.",
}


def module_of(kind):
    return importlib.import_module(f"samestory.exercise.kinds.{kind}")


WITH_ONE = [kind for kind in all_kinds() if "The smallest spec" in module_of(kind).__doc__]


def test_most_kinds_have_a_smallest_spec():
    assert len(WITH_ONE) > 5


@pytest.mark.parametrize("kind", WITH_ONE)
def test_the_smallest_spec_is_an_exercise(kind, tmp_path):
    module = module_of(kind)
    behind = module.__doc__.partition("The smallest spec")[2].partition("\n\n")[2].splitlines()
    spec = yaml.safe_load("\n".join(itertools.takewhile(lambda line: line.startswith("  "), behind)))
    schema = json.loads(Path(module.__file__).with_suffix(".json").read_text(encoding="utf-8"))
    assert schema.get("examples", [spec]) == [spec]
    file = tmp_path / "mine.yml"
    whole = {"schema": 1, "lesson": "my-lesson", "exercises": [{"id": "smallest", "kind": kind, **CARD, **spec}]}
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    (one,) = load_exercises(file, ferry()).values()
    assert one.solution().points == one.card.points > 0
    for sample in one.samples():
        share = one.verdict(sample.raw).points / one.card.points
        assert sample.low - 0.01 <= share <= sample.high + 0.01, sample.name
