"""What the plan of the tests prints of simulated classes is what the script found, and a smaller run finds it again."""

import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

FORMS = Path(__file__).parents[2] / "benchmarks" / "forms"
PAGE = Path(__file__).parents[2] / "book" / "teaching" / "blueprint.md"


@pytest.fixture(scope="module")
def run() -> Any:
    """The script, as a module."""
    sys.path.insert(0, str(FORMS))
    try:
        from importlib import util

        import made_class  # noqa: F401  # `run` is a common name: import what it needs while its folder is on the path

        spec = util.spec_from_file_location("forms_run", FORMS / "run.py")
        assert spec
        assert spec.loader
        module = util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(FORMS))
    return module


def kept() -> dict[str, Any]:
    return dict(json.loads((FORMS / "figures.json").read_text("utf-8")))


def test_the_plan_prints_the_figures_of_the_script(run: Any) -> None:
    (printed,) = run.BETWEEN.findall(PAGE.read_text("utf-8"))
    assert printed.strip() == run.in_words(kept())


def test_another_run_finds_nearly_the_same(run: Any) -> None:
    dice, assumed = random.Random(7), run.Assumed(**kept()["assumed"])
    people = [pair for _ in range(60) for pair in run.class_of(25, 0.0, assumed, dice)]
    gains = [after - before for before, after in people]
    assert run.stdev(gains) == pytest.approx(kept()["gain_by_chance"], abs=0.1)
    assert run.seen(25, 0.6, run.T_25, 150, assumed, dice) == pytest.approx(kept()["seen_25"]["0.6"], abs=0.15)
    assert run.seen(25, 0.0, run.T_25, 300, assumed, dice) <= 0.1  # what is not there is seldom seen


def test_who_tells_nothing_apart_shows_a_d_prime_of_nothing(run: Any) -> None:
    dice = random.Random(3)
    assumed = run.Assumed(d_prime=0, d_spread=0, form=0)
    shown = [first for _ in range(40) for first, _ in run.class_of(25, 0.0, assumed, dice)]
    assert run.mean(shown) == pytest.approx(0, abs=0.15)
