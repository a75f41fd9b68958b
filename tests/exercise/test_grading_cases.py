"""The grading cases that teachers can read and extend, graded by Python."""

import pytest
from each import for_each
from grading_cases import CASES, KINDS
from made_cases import exercise


@for_each(CASES, lambda given: f"{given[0]}: {given[1]['name']}")
def test_an_answer_gets_the_verdict_of_its_case(kind, case):
    one, expect = exercise(case["exercise"]), case["expect"]
    assert one.card.kind == kind
    verdict = one.verdict(case["answer"])
    assert (verdict.state, verdict.points) == (expect["state"], expect["points"])
    assert verdict.of == one.card.points
    unscored = {fault.id for fault in getattr(one.task, "neutral", ())}
    parts = [part for part in verdict.parts if part.id not in unscored and not part.id.startswith("stray-")]
    shown = {
        "headline": verdict.headline,
        "measures": {measure.name: measure.count for measure in verdict.measures},
        "measured": {measure.name: measure.of for measure in verdict.measures},
        "outcomes": {part.id: part.outcome for part in parts},
        "said": {part.id: part.said for part in parts if part.id in expect.get("said", ())},
    }
    assert {name: shown[name] for name in shown if name in expect} == {
        name: expect[name] for name in shown if name in expect
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_cases_of_every_state_and_their_names_differ(kind):
    cases = [case for each, case in CASES if each == kind]
    assert len(cases) >= 12
    assert len({case["name"] for case in cases}) == len(cases)
    assert {case["expect"]["state"] for case in cases} == {"graded", "not attempted", "unreadable"}
