"""The kind `brief`: what cannot be built, what the parts are worth, what is refused because it is too large."""

import json

from made_cases import FERRY, Copy, exercise

from samestory.answer.clean import cleaned
from samestory.exercise import Malformed
from samestory.exercise.parts.brief_answer import BRIEF_LIMITS

FILE = "exercises/brief.yml"


def test_every_part_taken_away_costs_points_and_no_part_more_than_all():
    one = exercise("ferry-own-brief")
    full = one.task.right().to_json()
    for name, nothing in (("text", ""), ("claim", ""), ("evidence", []), ("rivals", []), ("change", "")):
        points = one.verdict({**full, name: nothing}).points
        assert 0 < points < one.card.points, name
    assert one.verdict({**full, "confidence": None}).points < one.card.points


def test_parts_are_called_there_and_never_right():
    one = exercise("ferry-own-brief")
    heads = {part.heading.split(": ")[0] for part in one.solution().parts}
    assert heads == {"There"}
    assert "no program can judge" in one.solution().headline


def test_the_largest_brief_that_is_read_can_be_kept_in_a_notebook():
    one = exercise("ferry-own-brief")
    wide = {"text": "🚢" * 11_000, "claim": "ü" * BRIEF_LIMITS["claim"]}
    answer = one.parse(wide)
    assert cleaned(answer.to_json())
    assert len(json.dumps(answer.to_json(), ensure_ascii=False).encode()) < 64 * 1024
    too_wide = {
        "text": "🚢" * BRIEF_LIMITS["text"],
        "change": "🚢" * BRIEF_LIMITS["change"],
        "rivals": ["🚢" * BRIEF_LIMITS["rival"]] * 4,
    }
    refused = one.parse(too_wide)
    assert isinstance(refused, Malformed)
    assert "paste less of the text" in refused.message


def test_an_answer_is_told_part_by_part():
    task = exercise("ferry-own-note").task
    given = {"claim": "It is <so>.", "evidence": [{"source": "Post", "quote": "a pause"}], "rubric": {"bears": "no"}}
    assert task.told(task.parse(given)) == [
        ("It is <so>.", "the claim", False),
        ("a pause", "Post", True),
        ("not chosen", "how sure", False),
        ("Does the evidence bear the claim out?", "the learner says: not yet", False),
    ]


def test_an_example_that_is_longer_than_a_learner_may_write_is_refused(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, "claim: The report gives a wrong title.", f"claim: {'long ' * 200}")
    problem = copy.problem()
    assert problem.field == "exercises[1].example"
    assert "at most 600" in problem.found
