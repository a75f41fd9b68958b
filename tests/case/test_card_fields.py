"""What a spec says of an exercise as a whole: whether it is extra, and what its verdict waits for."""

import pytest
from made_cases import FERRY, Copy

from samestory.case import load_case

FERRIES = "exercises/01-ferry.yml"
WHY = "  - id: ferry-why\n    kind: choose\n"
HINTS = '    hints: ["Who has a heart here?", It is a picture.]\n'


@pytest.fixture
def copy(tmp_path):
    return Copy(FERRY, tmp_path)


def test_an_exercise_counts_and_waits_for_nothing_unless_its_spec_says_so(copy):
    copy.replace(FERRIES, WHY, f"{WHY}    extra: true\n    until: [ferry-causes, of-another-case]\n")
    exercises = load_case(copy.folder).exercises
    assert exercises["ferry-why"].card.extra
    assert exercises["ferry-why"].card.until == ("ferry-causes", "of-another-case")
    assert (exercises["ferry-causes"].card.extra, exercises["ferry-causes"].card.until) == (False, ())
    assert not exercises["ferry-causes"].card.once
    view = exercises["ferry-why"].view()
    assert (view["extra"], view["until"]) == (True, ["ferry-causes", "of-another-case"])


def test_one_that_measures_says_so_and_means_the_same_as_before(copy):
    before = load_case(copy.folder).exercises["ferry-why"]
    copy.replace(FERRIES, WHY, f"{WHY}    once: true\n")
    after = load_case(copy.folder).exercises["ferry-why"]
    assert after.card.once
    assert after.view()["once"] is True
    assert after.fingerprint() == before.fingerprint()


def test_only_an_exercise_that_waits_may_have_no_hints(copy):
    copy.replace(FERRIES, HINTS, "    hints: []\n")
    problem = copy.problem()
    assert problem.field == "exercises[2].hints"
    assert "at least 2" in problem.expected
    copy.replace(FERRIES, WHY, f"{WHY}    until: [ferry-causes]\n")
    assert copy.problems() == []


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("extra: perhaps", "exercises[2].extra"),
        ("until: ferry-causes", "exercises[2].until"),
        ("until: []", "exercises[2].until"),
        ("until: [ferry-causes, ferry-causes]", "exercises[2].until"),
        ("until: [ferry-causes, ferry-why]", "exercises[2].until[1]"),
    ],
)
def test_a_field_that_can_not_be_meant_is_one_problem(copy, line, field):
    copy.replace(FERRIES, WHY, f"{WHY}    {line}\n")
    assert copy.problem().field == field
