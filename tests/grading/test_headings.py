"""A heading is an outcome and what it is about, whatever signs stand in either: nothing reads it by its colon."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_cases import course, exercise

from samestory.exercise import Verdict
from samestory.exercise.parts.both_scores import scores_in_words
from samestory.exercise.verdict import OUTCOME_WORDS, Measure, Part, part_heading
from samestory.widget.told_answers import answer_lines

HERE = Path(__file__).parent
ODD = ["Source: Tern", "a: b: c", ": ", "Right: so it is", "x (with B)", "Putin’s 🎈: high"]


def told(*parts: Part) -> list[list[str]]:
    """For each part: the outcome that its heading has, what a solution shows, and what is said of the outcome there."""
    found: list[list[str]] = by_node(Verdict("graded", 0, 1, "", (), parts))["parts"]
    return found


def by_node(verdict: Verdict) -> dict[str, Any]:
    """What the front end makes of a verdict."""
    asked = json.dumps([verdict.to_json()])
    done = subprocess.run(["node", HERE / "headings.mjs"], input=asked, capture_output=True, text=True, check=True)
    (found,) = json.loads(done.stdout)
    return dict(found)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("headline", "rest", "shown"),
    [
        (
            "Found 1 of 2; let 1 of 1 be. 2 of 3 in the right group.",
            "2 of 3 in the right group.",
            "2 of 3 in the right group.",
        ),
        ("Found 1 of 2; let 1 of 1 be.", "", ""),
        ("Right.", None, "Right."),
        ("Caught 1 of 2; rightly trusted 1 of 1. So it is.", None, "Caught 1 of 2; rightly trusted 1 of 1. So it is."),
    ],
)
def test_what_the_bars_say_is_left_out_whatever_the_words_for_it(headline, rest, shown) -> None:
    measures = (Measure("caught", 1, 2), Measure("trusted", 1, 1))
    assert (
        by_node(Verdict("graded", 1, 2, headline, measures, (), rest))["heading"] == f"{shown} 1 of 2 points.".strip()
    )


def test_a_headline_is_both_scores_and_the_rest() -> None:
    told = [one.verdict(sample.raw) for one in course().values() for sample in one.task.samples()]
    apart = [verdict for verdict in told if verdict.rest is not None]
    assert {bool(verdict.measures) for verdict in apart} == {True, False}
    for verdict in apart:
        assert verdict.headline == f"{scores_in_words(verdict.measures)} {verdict.rest}".strip()
    assert not [one for one in told if one.rest is None and {"caught", "trusted"} & {m.name for m in one.measures}]


@pytest.mark.browser
@pytest.mark.parametrize("outcome", OUTCOME_WORDS)
def test_a_heading_is_taken_apart_by_its_fields(outcome) -> None:
    parts = [Part("one", outcome, part_heading(outcome, about), "", 0, 1) for about in ["", *ODD]]
    word = OUTCOME_WORDS[outcome]
    assert told(*parts) == [[word, about or word, about or word] for about in ["", *ODD]]


@pytest.mark.browser
def test_an_outcome_in_a_kind_s_own_words_is_taken_apart_too() -> None:
    parts = [Part("one", "right", f"Kept: as it was: {about}", "", 0, 1, about=about) for about in ODD]
    assert told(*parts) == [["Kept: as it was", about, about] for about in ODD]


@pytest.mark.browser
def test_a_solution_shows_a_partner_where_the_page_shows_the_item() -> None:
    task = next(one for one in course().values() if one.card.kind == "match")
    solution = task.solution()
    shown = [one[1] for one in told(*solution.parts)]
    assert {text if text == "No partner" else text[:5] for text in shown} <= {"No partner", "With "}
    assert shown[0][-1] in "ABCDEFGHIJKL"
    assert (
        told(*(replace(one, heading="Another: heading (with X)", about="") for one in solution.parts))[0][1] == shown[0]
    )


@pytest.mark.parametrize("about", ODD)
def test_a_teacher_s_answers_show_the_whole_of_what_a_part_is_about(about, monkeypatch) -> None:
    one = exercise("ferry-sort")
    parts = (Part("one", "right", part_heading("right", about), "So it is.", 1, 1),)
    monkeypatch.setattr(type(one), "solution", lambda _: Verdict("graded", 1, 1, "", (), parts))
    assert [line.about for line in answer_lines(one)] == [about]


def test_every_part_of_every_exercise_has_a_heading_that_its_fields_make() -> None:
    for one in course().values():
        for sample in one.task.samples():
            for part in one.verdict(sample.raw).parts:
                assert part.heading.endswith(f": {part.about}") if part.about else ": " not in part.heading, part
