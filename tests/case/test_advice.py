"""Advice on exercises: what good teaching asks for is said with an example, and sound exercises get none."""

from pathlib import Path

import pytest
import yaml

from samestory.case import load_case
from samestory.case.advice import advice
from samestory.cli import main
from samestory.course import case_folders
from samestory.draft.ready import write_example


@pytest.fixture
def hive(tmp_path) -> Path:
    write_example(tmp_path / "hive")
    return tmp_path / "hive"


def changed(hive: Path, kind: str, **fields: object) -> list[str]:
    """What is advised on the one exercise of a kind that is left, with other fields."""
    path = hive / "exercises" / "lesson.yml"
    sheet = yaml.safe_load(path.read_text("utf-8"))
    one = next(each for each in sheet["exercises"] if each["kind"] == kind) | fields
    path.write_text(yaml.safe_dump({**sheet, "exercises": [one]}, allow_unicode=True), "utf-8")
    return [str(each) for each in advice(hive, load_case(hive))]


def test_the_example_and_what_ships_get_next_to_no_advice(hive):
    assert advice(hive, load_case(hive)) == []
    exercises = found = 0
    for folder in case_folders():
        case = load_case(folder)
        exercises += len(case.exercises)
        found += len(advice(folder, case))
    assert found <= exercises / 10


def test_a_prompt_without_a_question_is_named_with_its_line(hive):
    (said,) = changed(hive, "short", prompt="Set it right.")
    assert said.startswith("exercises/lesson.yml:")
    assert "such as “Which words are wrong?”" in said


def test_items_that_ask_nothing_back_are_named(hive):
    groups = [{"id": "sound", "text": "Sound", "sound": True}, {"id": "wrong", "text": "Wrong", "fault": True}]
    items = [{"id": "i1", "text": "A", "group": "sound", "say": "So it is."},
             {"id": "i2", "text": "B", "group": "wrong", "say": "It is not.", }]  # fmt: skip
    (said,) = changed(hive, "classify", groups=groups, items=items)
    assert "add to some, such as wrong: {wrong: “What does the record have here?”}" in said


def test_too_few_sound_places_are_named(hive):
    (said,) = changed(hive, "highlight", controls=["travellers"])
    assert "1 of 7 places are sound" in said


def test_a_right_option_that_shows_by_its_length_is_named(hive):
    options = [{"id": name, "text": text, "say": "Look."} for name, text in (("a", "No."), ("b", "Yes."))]
    options.append({"id": "c", "text": "Partly, for the record bears out a half.", "right": True, "say": "So."})
    (said,) = changed(hive, "choose", options=options)
    assert "by far the longest" in said


def test_advice_is_printed_and_is_no_fault(hive, tmp_path, capsys):
    changed(hive, "short", prompt="Set it right.")
    assert main(["check", str(hive)]) == 0
    assert "Advice, 1 to consider:" in capsys.readouterr().out
