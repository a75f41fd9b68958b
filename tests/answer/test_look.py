"""The first look stays with the record, whatever is checked later; an older record is marked where it counts as one."""

import pytest
from made_notebooks import record

from samestory.answer import FirstLook, Record

FIRST, LAST = {"text": "first"}, {"text": "last"}
NINE, TEN = "2026-11-21T09:00:00Z", "2026-11-21T10:00:00Z"
EDITION = "0123456789ab"


def checked(answer: object, when: str, spec: str = EDITION, hints: int = 0) -> Record:
    return Record("greeting", spec, answer, when, hints)


def test_the_first_check_is_its_own_first_look() -> None:
    one = checked(FIRST, NINE, hints=2).after(None)
    assert one.to_json()["first"] is True
    assert one.first == FirstLook(FIRST, NINE, 2)


def test_later_checks_keep_the_first_look_and_its_hints() -> None:
    one = checked(FIRST, NINE, hints=1).after(None)
    for again in range(3):
        one = checked({"text": str(again)}, TEN, hints=3).after(one)
    assert one.first == FirstLook(FIRST, NINE, 1)
    assert one.to_json()["first"] == {"answer": FIRST, "when": NINE, "hints": 1}
    assert Record.from_json(one.to_json()) == one


def test_a_record_of_an_edition_that_kept_the_last_check_alone_counts_and_is_marked() -> None:
    old = checked(FIRST, NINE)
    assert "first" not in old.to_json()
    assert old.first == FirstLook(FIRST, NINE, 0, sure=False)
    later = checked(LAST, TEN).after(old)
    assert later.to_json()["first"] == {"answer": FIRST, "when": NINE, "hints": 0, "sure": False}
    assert Record.from_json(later.to_json()) == later


def test_an_answer_to_another_edition_is_no_first_look_of_this_one() -> None:
    before = checked(FIRST, NINE, spec="ba9876543210").after(None)
    assert checked(LAST, TEN).after(before).first == FirstLook(LAST, TEN)


@pytest.mark.parametrize("first", [None, 7, "true", [], [1], {}, {"when": NINE}, {"hints": 1}, "yes", 1, 0, False])
def test_what_is_no_first_look_counts_as_not_kept(first: object) -> None:
    one = Record.from_json(record(first=first))
    assert one
    assert one.first == FirstLook(one.answer, one.when, one.hints, sure=False)


def test_fields_of_a_first_look_are_read_one_by_one() -> None:
    one = Record.from_json(record(first={"answer": None, "when": 7, "hints": -3, "sure": "no"}))
    assert one
    assert one.first == FirstLook(None, "", 0)


def test_a_first_look_that_is_too_large_costs_no_answer() -> None:
    one = Record.from_json(record(first={"answer": "x" * 100_000, "when": NINE}))
    assert one
    assert one.answer == {"text": "hello"}
    assert not one.first.sure
