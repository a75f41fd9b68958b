"""Answers on the static page stay: without a network, in another tab, later; and where they cannot, it says so."""

import json
from pathlib import Path
from typing import Any

import pytest
from acting import DRAWN, Pointer, face_of, visit
from lesson7 import (
    EXERCISES,
    KEEP,
    KEYS,
    LESSON,
    ONE_OF_EACH,
    card_of,
    check_all,
    expect_kept,
    half_right,
)
from playwright.sync_api import expect


def test_without_a_network_an_exercise_is_done_and_kept(lesson: Any, built_book: Path, open_book: Any) -> None:
    book = open_book(built_book)
    page = lesson(f"{book.address}/{LESSON}", service_workers="allow")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    book.stop()
    visit(page)
    for name in ONE_OF_EACH.values():
        card = card_of(page, name)
        Pointer(page).answer(card, KEYS[name])
        card.check.click()
        expect_kept(page, name, KEYS[name])


NOT_KEPT = "This browser does not let the page keep answers"
NO_STORAGE = {
    "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });",
    "absent": "Object.defineProperty(window, 'localStorage', { value: null });",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("script", NO_STORAGE.values(), ids=NO_STORAGE)
def test_where_nothing_can_be_kept_exercises_work_and_say_so(lesson: Any, script: str) -> None:
    page = lesson(script=script)
    for name in ONE_OF_EACH.values():
        page.evaluate("(id) => { location.hash = id; }", name)  # nor is it kept that all stations shall show
        card = card_of(page, name)
        expect(card.node.get_by_text(NOT_KEPT)).to_have_count(0)
        Pointer(page).answer(card, KEYS[name])
        expect(card.node.get_by_text(NOT_KEPT)).to_be_visible()
        card.check.click()
        card.expect_verdict(EXERCISES[name].verdict(KEYS[name]))
        expect(card.node.get_by_text(NOT_KEPT)).to_be_visible()
        card.button("Start again").click()
        card.button("Undo").click()
        card.expect_verdict(EXERCISES[name].verdict(KEYS[name]))


def test_a_browser_that_becomes_full_loses_no_answer_that_it_has(lesson: Any) -> None:
    page, (first, second) = lesson(), list(ONE_OF_EACH.values())[:2]
    check_all(page, {first: KEYS[first]})
    page.evaluate(
        """() => {
            for (let size = 2 ** 22; size >= 1; size /= 2) {
                try { localStorage.setItem(`fill-${size}`, "x".repeat(size)); } catch { /* try less */ }
            }
        }"""
    )
    card = card_of(page, second)
    Pointer(page).answer(card, KEYS[second])
    card.check.click()
    card.expect_verdict(EXERCISES[second].verdict(KEYS[second]))
    expect(card.node.get_by_text(NOT_KEPT)).to_be_visible()
    expect_kept(page, first, KEYS[first])


SPOILED = [
    "{", "", "null", "[]", "7", '"text"', '{"draft": 5, "hints": "many"}', '{"draft": [], "hints": -3}',
    '{"draft": {"marks": 1, "chosen": 2, "placed": 3, "text": 4}, "hints": 1e9}',
    '{"draft": {"marks": [null, {}, {"from": -1, "to": 2}, {"from": 5, "to": 3}, {"from": 0, "to": 1e9},'
    ' {"from": 0.5, "to": 1}], "chosen": [null, "no"], "placed": {"no": "no"}, "text": null}}',
    '{"record": "x", "checked": true}', '{"record": {"answer": 1}, "checked": true}',
    '{"record": {"answer": {"marks": "x", "chosen": {}, "placed": [], "text": {}}}, "checked": true}',
]  # fmt: skip


def test_a_spoiled_store_is_as_good_as_an_empty_one(lesson: Any) -> None:
    page = lesson()
    for spoiled in SPOILED:
        page.evaluate(KEEP, dict.fromkeys(EXERCISES, spoiled))
        visit(page)
        for name in ONE_OF_EACH.values():
            card = card_of(page, name)
            expect(card.feedback).to_be_hidden()
            assert card.face() == face_of(EXERCISES[name], {"text": "" if "text" in KEYS[name] else None})
        name = ONE_OF_EACH["short"]
        Pointer(page).answer(card_of(page, name), KEYS[name])
        card_of(page, name).check.click()
        assert card_of(page, name).kept()["record"]["answer"] == KEYS[name]


def test_a_second_tab_takes_over_what_the_first_one_kept(lesson: Any) -> None:
    first = lesson()
    second = first.context.new_page()
    visit(second, first.url)
    names = list(ONE_OF_EACH.values())
    begun = card_of(second, names[0])
    Pointer(second).answer(begun, half_right(names[0]))
    first.bring_to_front()
    check_all(first, {name: KEYS[name] for name in names})
    for name in names[1:]:
        card_of(second, name).expect_verdict(EXERCISES[name].verdict(KEYS[name]))
        assert card_of(second, name).face() == face_of(EXERCISES[name], KEYS[name])
    assert begun.face() == face_of(EXERCISES[names[0]], half_right(names[0]))
    expect(begun.feedback).to_be_hidden()


def test_who_comes_back_to_the_page_finds_it_as_it_was_left(lesson: Any) -> None:
    page, (checked, drafted) = lesson(), list(ONE_OF_EACH.values())[:2]
    check_all(page, {checked: KEYS[checked]})
    Pointer(page).answer(card_of(page, drafted), half_right(drafted))
    page.get_by_role("link", name="Next").click()
    page.wait_for_url(lambda url: LESSON not in url)
    page.go_back()
    page.wait_for_function(DRAWN)
    card_of(page, checked).expect_verdict(EXERCISES[checked].verdict(KEYS[checked]))
    assert card_of(page, drafted).face() == face_of(EXERCISES[drafted], half_right(drafted))


def test_a_page_out_of_the_browsers_cache_takes_over_what_came_meanwhile(lesson: Any) -> None:
    page, name = lesson(), ONE_OF_EACH["short"]
    page.evaluate(KEEP, {name: json.dumps({"draft": KEYS[name]})})
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(card_of(page, name).node.get_by_label("Your answer")).to_have_value(KEYS[name]["text"])


def test_an_answer_to_an_earlier_version_is_not_laid_over_the_new_one(lesson: Any) -> None:
    page = lesson()
    name = "odd-phrases"
    record = {"schema": 1, "exercise": name, "spec": "0123456789ab", "answer": KEYS[name], "when": "", "hints": 0}
    page.evaluate(
        "([name, record]) => localStorage.setItem(`samestory:1:${name}`, JSON.stringify({ record, checked: true }))",
        [name, record],
    )
    visit(page)
    expect(card_of(page, name).node.get_by_text("not answered")).to_be_visible()
    record["spec"] = EXERCISES[name].fingerprint()
    page.evaluate(
        "([name, record]) => localStorage.setItem(`samestory:1:${name}`, JSON.stringify({ record, checked: true }))",
        [name, record],
    )
    visit(page)
    expect(card_of(page, name).node.get_by_text("checked: 10 of 10")).to_be_visible()
