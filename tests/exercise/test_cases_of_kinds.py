"""Each kind's own cases, in `tests/cases/exercise`: what it shows, how its answers read in words, what it refuses."""

from typing import Any

import pytest
import yaml
from made_cases import CASES, FERRY, Copy, course, exercise, ferry

from samestory.exercise import Exercise, all_kinds

FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((CASES / "exercise").glob("*.yml"))}
EVERY = [*course().values(), *ferry().exercises.values()]
ON_EVERY_CARD = (
    *("schema", "id", "kind", "lesson", "title", "prompt", "minutes", "points", "hints", "mode", "show", "spec"),
    *("extra", "until", "once"),
)


def cases(sort: str) -> list[tuple[str, dict[str, Any]]]:
    """The entries of one sort, each with its kind."""
    return [(kind, one) for kind, file in FILES.items() for one in file.get(sort, ())]


def of_kind(kind: str) -> list[Exercise]:
    return [one for one in EVERY if one.card.kind == kind]


def test_every_kind_has_cases_of_its_own():
    assert list(FILES) == list(all_kinds())


@pytest.mark.parametrize("kind", FILES)
def test_a_view_has_the_fields_that_the_front_end_knows_and_no_others(kind):
    shown, asked = {*ON_EVERY_CARD, *FILES[kind]["view"]}, set(FILES[kind].get("asked", ()))
    assert [one.card.id for one in of_kind(kind) if set(one.view()) - asked != shown] == []


@pytest.mark.parametrize(("kind", "case"), cases("told"))
def test_an_answer_reads_in_words(kind, case):
    one = exercise(case["exercise"])
    assert one.card.kind == kind
    assert one.told(case["answer"]) == [tuple(line) for line in case["lines"]]


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_puts_its_whole_answer_into_words(kind):
    told = [(one.card.id, one.told(one.task.right().to_json())) for one in of_kind(kind)]
    assert [name for name, lines in told if not lines or lines[0][0].startswith(("{", "["))] == []


def test_an_answer_that_can_not_be_read_is_told_as_it_is():
    assert exercise("ferry-why").told({"chosen": "everything"}) == [('{"chosen": "everything"}', "", False)]
    assert exercise("ferry-why").told("x" * 5000) == [(f'"{"x" * 999}', "", False)]


@pytest.mark.parametrize(("kind", "case"), cases("places"))
def test_the_whole_answer_says_where_things_go(kind, case):
    one = exercise(case["exercise"])
    assert one.card.kind == kind
    assert {part.id: one.places().get(part.id, "") for part in one.solution().parts} == case["places"]


@pytest.mark.parametrize(("kind", "case"), cases("refused"))
def test_a_spec_that_makes_no_exercise_is_one_problem_at_its_place(kind, case, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(f"exercises/{kind}.yml", case["old"], case["new"])
    problem = copy.problem()
    assert problem.field == case["field"]
    assert case["found"] in problem.found
