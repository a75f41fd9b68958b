"""How sure somebody was, beside how often that was right: counted in Python and on the page alike."""

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from samestory.course import load_shipped
from samestory.exercise.parts.calibration import calibration, in_words
from samestory.exercise.parts.sorting import STEPS
from samestory.exercise.verdict import Malformed

MODULE = Path(__file__).parents[2] / "src" / "samestory" / "widget" / "web" / "grading" / "calibration.mjs"
COUNT = """
import { calibration, calibrationWords } from %s;
const told = JSON.parse(process.argv[1]).map((rows) => {
  const found = calibration(rows);
  return found && { ...found, bySteps: [...found.bySteps], words: calibrationWords(found) };
});
console.log(JSON.stringify(told));
"""
FORM = load_shipped().exercise("form-a")
RIGHT = FORM.key()["answer"]


def drawn(number: int) -> list[tuple[str, bool]]:
    dice = random.Random(number)
    return [(dice.choice([*STEPS]), dice.random() < 0.6) for _ in range(dice.randrange(13))]


def test_who_is_certain_of_half_is_too_sure_and_who_guesses_right_too_little() -> None:
    sure = calibration([("100", at < 6) for at in range(12)])
    assert sure
    assert (sure.said, sure.over, sure.by_steps) == (100, 50, (("100", 6, 12),))
    assert "surer than you were right, by 50 points" in in_words(sure)
    unsure = calibration([("25", True)] * 12)
    assert unsure
    assert unsure.over == -75
    assert "less sure than you were right" in in_words(unsure)


def test_what_chance_brings_is_called_so() -> None:
    found = calibration([("75", at < 8) for at in range(12)])
    assert found
    assert found.over == 8
    assert "go together as well as 12 items can show" in in_words(found)
    assert calibration([]) is None


@pytest.mark.browser  # it needs node
def test_the_page_counts_and_says_the_same() -> None:
    rows = [drawn(number) for number in range(200)]
    script = COUNT % json.dumps(MODULE.as_uri())
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, json.dumps(rows)], capture_output=True, text=True, check=True
    )
    for one, other in zip(map(calibration, rows), json.loads(done.stdout), strict=True):
        assert (one is None) == (other is None)
        if one and other:
            steps = {step: tuple(counts) for step, counts in other["bySteps"]}
            assert {step: (right, of) for step, right, of in one.by_steps} == steps
            said = (other["right"], other["of"], other["said"], other["over"], other["words"])
            assert (one.right, one.of, one.said, one.over, in_words(one)) == said


# In an answer


def test_an_item_without_a_step_is_a_gap_and_how_sure_one_is_enters_no_points() -> None:
    assert FORM.gaps(RIGHT) == ()
    assert FORM.gaps({"placed": RIGHT["placed"]}) == tuple(RIGHT["placed"])
    few = {"placed": RIGHT["placed"], "sure": {**RIGHT["sure"], "a3": None}}
    assert FORM.gaps(few) == ("a3",)
    unsure = {"placed": RIGHT["placed"], "sure": dict.fromkeys(RIGHT["placed"], "25")}
    assert FORM.verdict(unsure).points == FORM.verdict(RIGHT).points == 12


@pytest.mark.parametrize(
    "sure", [{"a1": "99"}, {"zz": "25"}, [], 7, {"a1": 25}, {"a1": ["25"]}, {str(at): "25" for at in range(2000)}]
)
def test_what_can_not_be_read_is_refused_in_words(sure: Any) -> None:
    found = FORM.parse({"placed": RIGHT["placed"], "sure": sure})
    assert isinstance(found, Malformed)
    assert found.message


def test_an_exercise_that_does_not_ask_takes_no_step_and_keeps_its_edition() -> None:
    one = load_shipped().exercise("test-a")
    assert "sure" not in one.view()
    assert one.fingerprint() == "91b9dc8b0084"  # as it was before how sure one is could be asked
    assert isinstance(one.parse({"placed": {}, "sure": {"a-1": "25"}}), type(one.parse({"placed": {}})))
    assert one.parse({"placed": {}, "sure": {"a-1": "25"}}).to_json() == {"placed": {}}
