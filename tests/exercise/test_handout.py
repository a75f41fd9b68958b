"""A learner's copy of an assigned exercise shows everything and knows nothing."""

import json

import pytest
from each import for_each

from samestory.course import load_shipped
from samestory.exercise import SpecError
from samestory.exercise.handout import hand_out, handed_out

NAMES = sorted(load_shipped().exercises)


@for_each(NAMES)
def test_the_copy_shows_what_the_original_shows_and_has_its_fingerprint(name):
    original = load_shipped().exercise(name)
    copy = handed_out(json.loads(json.dumps(hand_out(original))))
    assert copy.fingerprint() == original.fingerprint()
    assert json.loads(json.dumps({**copy.view(), "mode": "practice"})) == json.loads(json.dumps(original.view()))


@for_each(NAMES)
def test_an_answer_kept_by_the_copy_is_graded_by_the_original(name):
    original = load_shipped().exercise(name)
    copy = handed_out(hand_out(original))
    right = original.task.right().to_json()
    assert copy.verdict(right).state == "recorded"
    assert original.verdict(copy.parse(right).to_json()).points == original.card.points


def test_the_copy_keeps_plain_answers_too():
    copy = handed_out(hand_out(load_shipped().exercise("odd-phrases")))
    kept = copy.parse([("Luhansk Founding of the Republic", "artifact")]).to_json()
    verdict = load_shipped().exercise("odd-phrases").verdict(kept)
    assert verdict.measures[0].count == 1


@pytest.mark.parametrize("raw", [object(), float("nan"), "x" * 70_000, {1: {2}}])
def test_what_cannot_be_kept_is_said_and_not_raised(raw):
    assert handed_out(hand_out(load_shipped().exercise("luhansk-name"))).verdict(raw).state == "unreadable"


@pytest.mark.parametrize("view", [None, [], {}, {"id": "x"}])
def test_a_file_that_is_no_handout_says_whom_to_ask(view):
    with pytest.raises(SpecError, match="ask your teacher"):
        handed_out(view)


def test_a_copy_from_before_exercises_could_be_extra_or_wait_is_still_read():
    view = hand_out(load_shipped().exercise("luhansk-name"))
    old = handed_out({name: value for name, value in view.items() if name not in ("extra", "until", "once")})
    assert (old.card.extra, old.card.until, old.card.once) == (False, (), False)
    assert old.fingerprint() == view["spec"]


def test_a_handout_of_a_newer_version_says_so():
    view = {**hand_out(load_shipped().exercise("luhansk-name")), "schema": 99}
    with pytest.raises(SpecError, match="newer Same Story"):
        handed_out(view)
