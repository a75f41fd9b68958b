"""The file of answers: what is written can be read, anything else is refused in words, and merging loses nothing."""

import json
from typing import Any

import pytest
from counting_calls import SPEC, answer, call, kept, one, score

pytestmark = pytest.mark.browser  # it needs node
TODAY = {"$date": "2026-11-22T08:00:00Z"}
PIER = answer("pier", scored=score(2.5, 4, [2, 3], [1, 2]))
CRANE = {"draft": {"text": "begun"}, "hints": 1, "spec": "abcdef012345"}
STORED = {**kept(pier=PIER, crane=CRANE), "samestory:draw": "ba", "samestory:theme": "dark", "elsewhere": "x"}


def file(**more: Any) -> str:
    return json.dumps(
        {"format": "same-story-answers", "schema": 1, "saved": "2026-11-22T08:00:00Z", "answers": {}} | more
    )


def test_what_is_written_is_read_back_whole():
    text, found = call(("written", [{"$storage": STORED}, TODAY]), ("readBackup", [{"$result": 0}]))
    assert found["trouble"] is None
    assert found["answers"] == {"pier": PIER, "crane": CRANE}
    assert (found["draw"], found["unreadable"]) == ("ba", 0)
    assert "dark" not in text
    assert "elsewhere" not in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("hello", "not JSON"),
        (file()[:-5], "cut short"),
        ("[" * 200_000, "not JSON"),
        ("null", "not one of Same Story"),
        ("[1]", "not one of Same Story"),
        ('{"a": 1}', "not one of Same Story"),
        (file(answers=[]), "not one of Same Story"),
        (file(schema=2), "newer edition"),
        (file(schema="1"), "which edition"),
        (file(schema=0), "which edition"),
        (file(answers={"pier": 7}), "damaged"),
        (file(answers={"pier": {"record": {"exercise": "crane", "answer": {}, "when": "2026-11-01"}}}), "damaged"),
        (file(answers={"pier": {"record": {"exercise": "pier", "answer": {}, "when": "soon"}}}), "damaged"),
        (file(answers={"../pier": {"draft": 1}}), "damaged"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_words(text, said):
    assert said in one("readBackup", text)["trouble"]


def test_a_file_that_is_too_large_is_refused_in_words():
    assert "too large" in one("readBackup", {"$repeat": [" ", 4 * 1024 * 1024 + 1]})["trouble"]


def test_a_file_with_a_byte_order_mark_is_read():
    assert one("readBackup", "\ufeff" + file())["trouble"] is None


def test_answers_that_cannot_be_read_are_left_out_and_counted():
    deep: Any = "x"
    for _ in range(30):
        deep = [deep]
    found = one("readBackup", file(answers={"pier": PIER, "crane": [], "buoy": {}, "tug": {"draft": deep}}))
    assert (list(found["answers"]), found["unreadable"]) == (["pier"], 3)


def test_nothing_is_taken_over_but_what_the_course_writes():
    entry = {**PIER, "evil": 1, "scored": {"points": 9, "of": 4}, "record": {**PIER["record"], "more": 2}}
    found = one("readBackup", file(answers={"pier": entry}, draw="xx"))
    assert found["answers"] == {"pier": {"record": PIER["record"], "checked": True}}
    assert found["draw"] is None


OLD, NEW = "2026-11-01T00:00:00Z", "2026-11-09T00:00:00Z"


@pytest.mark.parametrize(
    ("here", "there", "outcome"),
    [
        (None, answer("pier"), "added"),
        (answer("pier", when=OLD), answer("pier", when=NEW), "replaced"),
        (answer("pier", when=NEW), answer("pier", when=OLD), "kept"),
        (answer("pier"), answer("pier"), "same"),
        ({"draft": 1}, answer("pier"), "replaced"),
        (answer("pier"), {"draft": 1}, "kept"),
        ({"draft": 1}, {"draft": 2}, "kept"),
    ],
)
def test_the_newest_answer_stays(here, there, outcome):
    storage = kept(pier=here) if here else {}
    plan = call(("readBackup", [file(answers={"pier": there})]), ("planned", [{"$result": 0}, {"$storage": storage}]))[
        1
    ]
    assert {name: plan[name] for name in ("added", "replaced", "kept", "same")} == {
        name: ["pier"] if name == outcome else [] for name in ("added", "replaced", "kept", "same")
    }
    assert bool(plan["changes"]) == (outcome in ("added", "replaced") or bool(plan["looks"]))


LOOK = {"answer": {"text": "first"}, "when": OLD, "hints": 1}


@pytest.mark.parametrize(
    ("here", "there", "kept_look"),
    [
        # Each is an answer's time and what it says of its first look; then the first look that stays.
        ((OLD, True), (NEW, True), {"answer": {"text": "x"}, "when": OLD, "hints": 0}),
        ((NEW, True), (OLD, True), {"answer": {"text": "x"}, "when": OLD, "hints": 0}),
        ((NEW, True), (OLD, None), {"answer": {"text": "x"}, "when": OLD, "hints": 0, "sure": False}),
        ((NEW, LOOK), (NEW, True), LOOK),
        ((NEW, True), (NEW, LOOK), LOOK),
        ((NEW, {**LOOK, "sure": False}), (NEW, True), {**LOOK, "sure": False}),
    ],
)
def test_the_earlier_first_look_stays_whichever_answer_does(here, there, kept_look):
    def entry(when: str, first: Any) -> dict[str, Any]:
        one = answer("pier", when=when, scored={"points": 1, "of": 2, "caught": [1, 2], "trusted": [1, 1], "rule": 2})
        if first:
            one["record"]["first"] = first
        return one | ({"looked": {**one["scored"], "points": 0}} if isinstance(first, dict) else {})

    storage = kept(pier=entry(*here))
    found = call(
        ("readBackup", [file(answers={"pier": entry(*there)})]),
        ("same", [{"$storage": storage}]),
        ("planned", [{"$result": 0}, {"$result": 1}]),
        ("putIn", [{"$result": 1}, {"$result": 2, "of": "changes"}]),
        ("entriesIn", [{"$result": 1}]),
    )
    stays = found[4]["pier"]
    assert stays["record"]["first"] == kept_look
    assert stays["looked"]["points"] == (0 if kept_look["answer"] == LOOK["answer"] else 1)


def test_a_file_keeps_first_looks_and_leaves_out_what_is_none():
    fresh = {"first": {**LOOK, "spec": SPEC}}
    odd = [1, "true", [], {"answer": 1}, {"when": OLD}, {"answer": 1, "when": "never"}]
    answers = {"pier": fresh, **{f"odd-{at}": answer(f"odd-{at}") for at in range(len(odd))}}
    for at, first in enumerate(odd):
        answers[f"odd-{at}"]["record"]["first"] = first
    (read,) = call(("readBackup", [file(answers=answers)]))
    assert read["answers"]["pier"] == fresh
    assert all("first" not in read["answers"][f"odd-{at}"]["record"] for at in range(len(odd)))


FORM = {
    "spec": SPEC,
    "items": {"mail": "name", "firm": "sound"},
    "groups": [{"id": "name", "sound": False}, {"id": "sound", "sound": True}],
}


def taken(when: str, *placed: str, **more: Any) -> dict[str, Any]:
    entry = answer("test-a", when=when, **more)
    entry["record"]["answer"] = {"placed": dict.fromkeys(placed, "name")}
    return entry


@pytest.mark.parametrize(
    ("here", "there", "outcome"),
    [
        (taken(OLD, "mail", "firm"), taken(NEW, "mail", "firm"), "kept"),
        (taken(NEW, "mail", "firm"), taken(OLD, "mail", "firm"), "replaced"),
        (taken(OLD, "mail", "firm"), taken(NEW, "mail", left=1), "kept"),
        (taken(OLD, "mail", "firm"), taken(NEW, "mail"), "kept"),  # of 0.1.0, which did not count what was left
        (taken(NEW, "mail", left=1), taken(OLD, "mail", "firm"), "replaced"),
        (taken(OLD, "mail", left=1), taken(NEW, "mail", left=1), "replaced"),
        (taken(OLD, "mail", "firm"), taken(NEW, "mail", "firm", spec="0123456789ab"), "kept"),
        ({"draft": 1}, taken(OLD, "mail", "firm"), "replaced"),
    ],
)
def test_of_a_test_the_first_complete_check_stays(here, there, outcome):
    given = [{"$result": 0}, {"$storage": kept(**{"test-a": here})}, {"test-a": FORM, "test-b": FORM}]
    plan = call(("readBackup", [file(answers={"test-a": there})]), ("planned", given))[1]
    assert [name for name in ("added", "replaced", "kept", "same") if plan[name]] == [outcome]


@pytest.mark.parametrize(
    ("storage", "draw"),
    [
        ({}, "ba"),
        ({"samestory:draw": "ab"}, "ba"),
        ({"samestory:draw": "ba"}, None),
        ({"samestory:draw": "ab", **kept(**{"test-a": answer("test-a")})}, None),
    ],
)
def test_the_order_of_the_tests_is_taken_over_only_where_no_test_was_begun(storage, draw):
    given = [{"$result": 0}, {"$storage": storage}, {"test-a": FORM, "test-b": FORM}]
    plan = call(("readBackup", [file(draw="ba")]), ("planned", given))[1]
    assert plan["draw"] == draw


def test_bringing_in_can_be_taken_back():
    before = kept(pier=answer("pier", when=OLD))
    found = call(
        ("readBackup", [file(answers={"pier": answer("pier", when=NEW), "crane": CRANE}, draw="ab")]),
        ("same", [{"$storage": before}]),
        ("planned", [{"$result": 0}, {"$result": 1}]),
        ("putIn", [{"$result": 1}, {"$result": 2, "of": "changes"}]),
        ("entriesIn", [{"$result": 1}]),
        ("putIn", [{"$result": 1}, {"$result": 3}]),
        ("entriesIn", [{"$result": 1}]),
    )
    brought = answer("pier", when=NEW)
    brought["record"]["first"] = {"answer": {"text": "x"}, "when": OLD, "hints": 0, "sure": False}
    assert found[4] == {"pier": brought, "crane": CRANE}
    assert found[6] == {"pier": answer("pier", when=OLD)}
    assert found[1] == before  # drawn at the end: all is as it was


def test_taking_back_leaves_what_another_tab_has_written_since():
    since = kept(pier=answer("pier", when="2026-12-01T10:00:00Z"))
    put = {**kept(pier=answer("pier", when=NEW)), **kept(crane=CRANE)}
    before = dict.fromkeys(put)
    found = call(("stillAsPut", [{"$storage": {**put, **since}}, {"$entries": before}, {"$entries": put}]))
    assert found == [dict.fromkeys(kept(crane=CRANE))]


def test_where_there_is_no_room_nothing_changes():
    before = kept(pier=answer("pier", when=OLD))
    room = sum(len(key) + len(text) for key, text in before.items()) + 20
    found = call(
        ("readBackup", [file(answers={"pier": answer("pier", when=NEW), "crane": CRANE})]),
        ("same", [{"$storage": {**before, "room": room}}]),
        ("planned", [{"$result": 0}, {"$result": 1}]),
        ("putIn", [{"$result": 1}, {"$result": 2, "of": "changes"}]),
    )
    assert found[3] == {"thrown": "QuotaExceededError"}
    assert found[1] == before
