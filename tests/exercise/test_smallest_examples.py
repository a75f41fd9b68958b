"""The smallest spec in a kind's docstring is an exercise, and the same one stands in its schema."""

import importlib
import json
import textwrap
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


MODULES = {kind: importlib.import_module(task.__module__) for kind, task in all_kinds().items()}
TOLD = [kind for kind, module in MODULES.items() if "The smallest spec" in (module.__doc__ or "")]


def test_most_kinds_show_their_smallest_spec():
    assert len(TOLD) > len(MODULES) / 2


@pytest.mark.parametrize("kind", TOLD)
def test_the_smallest_spec_is_an_exercise(kind, tmp_path):
    module = MODULES[kind]
    spec = yaml.safe_load(textwrap.dedent(module.__doc__.partition("The smallest spec")[2].split("\n\n")[1]))
    schema = json.loads(Path(module.__file__).with_suffix(".json").read_text(encoding="utf-8"))
    assert schema["examples"] == [spec]
    file = tmp_path / "mine.yml"
    whole = {"schema": 1, "lesson": "my-lesson", "exercises": [{"id": "smallest", "kind": kind, **CARD, **spec}]}
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    (one,) = load_exercises(file, ferry()).values()
    assert one.solution().points == one.card.points > 0
    for sample in one.samples():
        share = one.verdict(sample.raw).points / one.card.points
        assert sample.low - 0.01 <= share <= sample.high + 0.01, sample.name
