"""What the page of results counts: run in node, on answers of our own invention."""

from statistics import NormalDist
from typing import Any

import pytest
from counting_calls import SPEC, answer, call, one, score

pytestmark = pytest.mark.browser  # it needs node


def task(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "spec": SPEC, "extra": False, "counts": True, "points": 4, "faults": 3, "controls": 3, **more}


def tallied(tasks: list[Any], **entries: Any) -> dict[str, Any]:
    return one("tally", tasks, {"$entries": entries})


def test_points_and_both_scores_are_added_over_what_is_done():
    found = tallied(
        [task("pier"), task("crane"), task("buoy")],
        pier=answer("pier", scored=score(2.5, 4, [2, 3], [1, 2])),
        crane=answer("crane", scored=score(1.1, 2, [1, 1], [0, 3])),
    )
    assert (found["done"], found["of"]) == (2, 3)
    assert (found["points"], found["worth"]) == (3.6, 6)
    assert (found["caught"], found["trusted"]) == ([3, 4], [1, 5])


def test_an_extra_exercise_is_counted_in_no_sum():
    found = tallied([task("pier"), task("tug", extra=True)], tug=answer("tug", scored=score(4, 4, [3, 3], [2, 2])))
    assert (found["done"], found["of"], found["worth"], found["caught"], found["extra"]) == (0, 1, 0, None, 1)


def test_a_check_of_words_is_done_and_its_points_are_in_no_sum():
    found = tallied([task("pier", counts=False)], pier=answer("pier", scored=score(5, 5)))
    assert (found["done"], found["of"], found["worth"], found["unscored"], found["words"]) == (1, 1, 0, 0, 1)


def test_scores_that_an_earlier_version_counted_are_left_out_of_both():
    earlier = {name: value for name, value in score(2.5, 4, [2, 3], [1, 2]).items() if name != "rule"}
    found = tallied([task("pier")], pier=answer("pier", scored=earlier))
    assert (found["points"], found["caught"], found["trusted"], found["dated"]) == (2.5, None, None, 1)
    found = tallied([task("furniture", faults=0, controls=0)], furniture=answer("furniture", scored=earlier))
    assert (found["points"], found["caught"], found["dated"]) == (2.5, None, 0)


def test_counts_of_more_than_an_exercise_declares_are_left_out():
    kept = answer("pier", scored=score(2.5, 4, [9, 9], [1, 2]))
    assert tallied([task("pier")], pier=kept)["caught"] is None
    assert tallied([task("pier", faults=0, controls=0)], pier=kept)["trusted"] is None


def looked_twice(first: Any, **more: Any) -> dict[str, Any]:
    """An exercise that was checked again after feedback: 1 of 3 caught, then 3 of 3."""
    entry = answer("pier", scored=score(4, 4, [3, 3], [1, 2]), looked=score(1, 4, [1, 3], [2, 2]), **more)
    entry["record"]["first"] = first
    return entry


LOOK = {"answer": {"text": "first"}, "when": "2026-11-01T10:00:00Z", "hints": 1}


@pytest.mark.parametrize(
    ("first", "caught", "after", "hinted", "unsure", "again"),
    [
        (LOOK, [1, 3], [3, 3], 1, 0, 1),
        ({**LOOK, "hints": 0, "sure": False}, [1, 3], [3, 3], 0, 1, 1),
        (True, [3, 3], [3, 3], 0, 0, 0),
        (None, [3, 3], [3, 3], 0, 1, 0),
        ("odd", [3, 3], [3, 3], 0, 1, 0),
    ],
)
def test_both_scores_are_those_of_the_first_look(first, caught, after, hinted, unsure, again):
    found = tallied([task("pier")], pier=looked_twice(first))
    assert (found["points"], found["caught"], found["caughtAfter"]) == (4, caught, after)
    assert (found["hinted"], found["unsure"], found["again"]) == (hinted, unsure, again)


def test_of_an_exercise_without_either_score_no_first_look_is_told():
    entry = answer("pier", scored=score(4, 4))
    entry["record"]["first"] = LOOK
    found = tallied([task("pier", faults=0, controls=0)], pier=entry)
    assert (found["caught"], found["hinted"], found["unsure"], found["again"]) == (None, 0, 0, 0)


def test_an_answer_to_an_earlier_edition_counts_as_not_done():
    found = tallied([task("pier")], pier=answer("pier", spec="000000000000", scored=score(4, 4)))
    assert (found["done"], found["worth"], found["changed"]) == (0, 0, 1)


def test_an_entry_from_before_scores_were_kept_is_done_and_unscored():
    found = tallied([task("pier")], pier=answer("pier"))
    assert (found["done"], found["worth"], found["unscored"]) == (1, 0, 1)


def test_a_draft_is_not_done():
    found = tallied(
        [task("pier"), task("crane")], pier={"draft": {"text": "x"}}, crane={**answer("crane"), "checked": 0}
    )
    assert found["done"] == 0


@pytest.mark.parametrize(
    "odd",
    [
        {},
        [],
        "4 of 4",
        {"points": "4", "of": 4},
        {"points": 5, "of": 4},
        {"points": -1, "of": 4},
        None,
        score(9e307, 9e307),
    ],
)
def test_a_score_that_makes_no_sense_is_not_added_up(odd):
    found = tallied([task("pier")], pier=answer("pier", scored=odd))
    assert (found["done"], found["unscored"], found["points"]) == (1, 1, 0)


@pytest.mark.parametrize("odd", [[3, 2], [1], "12", [0, 0], [-1, 2], [1.5, 2], {}, [None, 2], [9, 9e15]])
def test_a_count_that_makes_no_sense_is_left_out(odd):
    found = tallied([task("pier")], pier=answer("pier", scored=score(1, 4, odd, [1, 2])))
    assert (found["points"], found["caught"], found["trusted"]) == (1, None, [1, 2])


def test_progress_counts_each_exercise_of_a_page_in_its_own_edition():
    entries = {"pier": answer("pier", "aaaaaa111111"), "crane": answer("crane", "bbbbbb111111"), "buoy": {"draft": 1}}
    page = {"specs": "aaaaaacccccc", "of": 2}
    specs, found = call(("doneSpecs", [{"$entries": entries}]), ("progress", [page, {"$result": 0}]))
    assert specs == ["aaaaaa", "bbbbbb"]
    assert found == {"done": 1, "of": 2}


@pytest.mark.parametrize(("done", "first", "second"), [([], 0, 0), (["a"], 1, 0), (["a", "b"], 1, 1)])
def test_the_first_test_is_done_with_either_form_and_the_second_with_both(done, first, second):
    entries = {name: answer(name, name * 12) for name in done}
    pages = [{"specs": "aaaaaabbbbbb", "of": 1}, {"specs": "aaaaaabbbbbb", "of": 1, "before": 1}]
    found = call(("doneSpecs", [{"$entries": entries}]), *(("progress", [page, {"$result": 0}]) for page in pages))
    assert [page["done"] for page in found[1:]] == [first, second]


def test_what_is_heard_names_what_is_counted():
    assert one("progressWords", 3, 11) == {"shown": "3 of 11", "spoken": " exercises done"}
    assert one("progressWords", 1, 1) == {"shown": "1 of 1", "spoken": " exercise done, all of this page"}


def test_entries_that_cannot_be_read_count_as_not_there():
    stored = {
        "samestory:1:pier": "{",
        "samestory:1:crane": "[1]",
        "samestory:1:buoy": '{"draft": 1}',
        "other:1:tug": "{}",
    }
    assert one("entriesIn", {"$storage": stored}) == {"buoy": {"draft": 1}}


GROUPS = [{"id": name, "text": name, "sound": name == "sound"} for name in ("words", "fact", "sound")]
FORMS = {
    name: {
        "spec": SPEC,
        "items": {"a": "words", "b": "words", "c": "fact", "d": "sound", "e": "sound", "f": "sound"},
        "groups": GROUPS,
    }
    for name in ("test-a", "test-b")
}


def took(name: str, when: str, **placed: str) -> dict[str, Any]:
    entry = answer(name, when=when)
    entry["record"]["answer"] = {"placed": placed}
    return entry


FIRST = took("test-b", "2026-10-01T10:00:00Z", a="words", b="sound", c="fact", d="sound", e="words", f="sound")
SECOND = took("test-a", "2026-11-01T10:00:00Z", a="words", b="words", c="sound", d="sound", e="sound", f="words")
BOTH = {"$entries": {"test-a": SECOND, "test-b": FIRST}}


def test_the_tests_are_laid_side_by_side_in_the_order_that_was_drawn():
    found = one("compared", FORMS, BOTH, "ba")
    assert (found["first"]["form"], found["second"]["form"]) == ("test-b", "test-a")
    assert (found["first"]["caught"], found["first"]["trusted"]) == ([2, 3], [2, 3])
    assert (found["second"]["caught"], found["second"]["trusted"]) == ([2, 3], [2, 3])
    assert one("compared", FORMS, BOTH, "ab")["first"]["form"] == "test-a"


def test_without_a_draw_the_earlier_answer_came_first():
    assert one("compared", FORMS, BOTH, None)["first"]["form"] == "test-b"


def with_second(**placed: Any) -> dict[str, Any]:
    """What the second test comes to with some items placed elsewhere."""
    given = {**SECOND["record"]["answer"]["placed"], **placed}
    entries = {"test-a": took("test-a", "2026-11-01T10:00:00Z", **given), "test-b": FIRST}
    return one("compared", FORMS, {"$entries": entries}, "ba")["second"]


def test_a_fault_under_another_name_is_noticed_and_not_caught():
    found = with_second(a="fact")
    assert (found["caught"], found["noticed"]) == ([1, 3], [1, 3])
    assert found["byGroup"]["words"] == [1, 2]
    assert found["dPrime"] == pytest.approx(with_second()["dPrime"])


def test_one_name_for_everything_catches_what_has_that_name():
    found = with_second(**dict.fromkeys("abcdef", "fact"))
    assert (found["caught"], found["noticed"], found["trusted"]) == ([1, 3], [2, 3], [0, 3])
    assert found["dPrime"] == pytest.approx(0, abs=1e-6)


def test_a_second_name_that_is_right_too_counts_as_caught():
    forms = {name: {**form, "also": {"a": ["fact"]}} for name, form in FORMS.items()}
    entries = {"test-a": took("test-a", "2026-11-01T10:00:00Z", **dict.fromkeys("abcdef", "fact")), "test-b": FIRST}
    assert one("compared", forms, {"$entries": entries}, "ba")["second"]["caught"] == [2, 3]


def test_both_scores_make_one_number_and_a_leaning():
    found = one("compared", FORMS, BOTH, "ba")["first"]
    assert found["dPrime"] == pytest.approx(0.6378, abs=1e-3)  # 2.5 of 4 against 1.5 of 4
    assert found["bias"] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("left_out", ["test-a", "test-b"])
def test_one_test_alone_is_not_shown(left_out):
    entries = {name: entry for name, entry in BOTH["$entries"].items() if name != left_out}
    assert call(("compared", [FORMS, {"$entries": entries}, "ba"]), ("testsDone", [FORMS, {"$entries": entries}])) == [
        None,
        1,
    ]


@pytest.mark.parametrize("odd", [None, "x", {"placed": None}, {"placed": "sound"}, {"placed": {"a": 7}}])
def test_a_test_whose_answer_makes_no_sense_is_not_done(odd):
    entry = took("test-b", "2026-10-01T10:00:00Z")
    entry["record"]["answer"] = odd
    entries = {"$entries": {"test-a": SECOND, "test-b": entry}}
    assert call(("compared", [FORMS, entries, "ba"]), ("testsDone", [FORMS, entries])) == [None, 1]


@pytest.mark.parametrize("odd", [None, "no such group", 7, {}, "__proto__"])
def test_a_test_with_an_item_in_no_group_is_not_done(odd):
    placed = {**FIRST["record"]["answer"]["placed"], "c": odd}
    entries = {"$entries": {"test-a": SECOND, "test-b": took("test-b", "2026-10-01T10:00:00Z", **placed)}}
    assert call(("compared", [FORMS, entries, "ba"]), ("testsDone", [FORMS, entries])) == [None, 1]


@pytest.mark.parametrize(
    ("bias", "words"), [(0.2, "towards trusting"), (-0.2, "towards doubting"), (0.1, "neither way")]
)
def test_a_leaning_is_said_in_words(bias, words):
    assert one("leaning", bias) == words


def test_one_item_moves_the_leaning_out_of_neither_way():
    for caught in range(6):
        calls = [{"caught": [count, 6], "trusted": [3, 6]} for count in (caught, caught + 1)]
        assert abs(discern(calls[0]) - discern(calls[1])) > 0.15


def discern(counts: dict[str, Any]) -> float:
    z = NormalDist().inv_cdf
    hits = (counts["caught"][0] + 0.5) / 7
    alarms = (6 - counts["trusted"][0] + 0.5) / 7
    return -(z(hits) + z(alarms)) / 2


CHECKS = [{"week": 1, "practised": {"id": "news", "spec": SPEC}, "fresh": {"id": "gate", "spec": SPEC}}]


@pytest.mark.parametrize(
    ("second", "today", "state"),
    [
        (None, "2026-11-02T10:00:00Z", "uncounted"),
        ("not a day", "2026-11-02T10:00:00Z", "uncounted"),
        ("+275760-09-13T00:00:00Z", "2026-11-02T10:00:00Z", "uncounted"),  # no week comes after it
        ("2026-11-01T10:00:00Z", "2026-11-08T09:00:00Z", "waiting"),
        ("2026-11-01T10:00:00Z", "2026-11-08T11:00:00Z", "due"),
    ],
)
def test_a_later_check_is_due_a_week_after_the_second_test(second, today, state):
    (found,) = one("laterChecks", CHECKS, {"$entries": {}}, second, {"$date": today})
    assert found["state"] == state
    if state in ("waiting", "due"):
        assert found["due"] == "2026-11-08T10:00:00.000Z"


def test_practised_and_fresh_passages_are_apart():
    entries = {"news": answer("news", scored=score(3, 4, [2, 2], [1, 2])), "gate": answer("gate")}
    (found,) = one("laterChecks", CHECKS, {"$entries": entries}, None, {"$date": "2026-11-02T10:00:00Z"})
    assert found["state"] == "done"
    assert (found["practised"]["scored"]["points"], found["fresh"]) == (3, {"done": True, "scored": None})
