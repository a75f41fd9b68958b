"""On a page both checks are kept, the first look and the last; a fresh start forgets no first look."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from acting import Card, visit
from made_page import write_page
from playwright.sync_api import Page, expect

from samestory.course import load_shipped
from samestory.exercise.parts.first_look import first_look_in_words

SORTING = load_shipped().exercise("same-as-said")
RIGHT = SORTING.task.right().to_json()
BLIND = {"placed": {item.id: SORTING.task.groups[0].id for item in SORTING.task.items}}
BLIND_TOO = {"placed": {item.id: SORTING.task.groups[1].id for item in SORTING.task.items}}
OLD = {
    "schema": 1,
    "exercise": "same-as-said",
    "spec": SORTING.fingerprint(),
    "when": "2026-11-02T10:00:00Z",
    "hints": 0,
}
SET = "([key, entry]) => localStorage.setItem(key, JSON.stringify(entry))"
KEY = "samestory:1:same-as-said"


@pytest.fixture
def page(page: Page, open_book: Any, tmp_path: Path) -> Iterator[Page]:
    """A page with one exercise; a console that is not empty is a failure."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    book = open_book(write_page(tmp_path, [SORTING]))
    visit(page, f"{book.address}/index.html")
    yield page
    assert seen == []


def check(page: Page, answer: dict[str, Any]) -> Card:
    """Give an answer and check it."""
    card = Card(page, SORTING)
    entry = {**card.kept(), "draft": answer, "spec": SORTING.fingerprint()}
    page.evaluate(SET, [KEY, entry])
    visit(page)
    card.check.click()
    return card


def said(answer: dict[str, Any], hints: int = 0, sure: bool = True, is_this: bool = False) -> str:
    return first_look_in_words(SORTING.verdict(answer).measures, hints, sure, is_this)


def counts(answer: dict[str, Any]) -> list[int]:
    return next([m.count, m.of] for m in SORTING.verdict(answer).measures if m.name == "caught")


def test_the_first_check_is_kept_beside_the_last_and_outlives_a_fresh_start(page: Page) -> None:
    card = Card(page, SORTING)
    card.button(f"Hint 1 of {len(SORTING.card.hints)}").click()
    card = check(page, BLIND)
    expect(card.feedback).to_contain_text(said(BLIND, hints=1, is_this=True))
    assert card.kept()["record"]["first"] is True
    for again in (BLIND_TOO, RIGHT):
        card = check(page, again)
        expect(card.feedback).to_contain_text(said(BLIND, hints=1))
        kept = card.kept()
        assert (kept["record"]["answer"], kept["record"]["first"]["answer"]) == (again, BLIND)
        assert (kept["scored"]["caught"], kept["looked"]["caught"]) == (counts(again), counts(BLIND))
    card.button("Start again").click()
    assert "record" not in card.kept()
    card.button("Undo").click()
    card.expect_verdict(SORTING.verdict(RIGHT))
    card.button("Start again").click()
    card = check(page, RIGHT)
    assert card.kept()["record"]["first"]["answer"] == BLIND
    visit(page)
    expect(card.feedback).to_contain_text(said(BLIND, hints=1))


def test_an_answer_of_an_earlier_edition_counts_as_first_look_and_is_marked(page: Page) -> None:
    score = {"points": 1, "of": 9, "caught": counts(BLIND), "trusted": None, "rule": 2}
    page.evaluate(SET, [KEY, {"record": {**OLD, "answer": BLIND}, "checked": True, "scored": score}])
    visit(page)
    card = Card(page, SORTING)
    expect(card.feedback).to_contain_text(said(BLIND, sure=False, is_this=True))
    card = check(page, RIGHT)
    expect(card.feedback).to_contain_text(said(BLIND, sure=False))
    kept = card.kept()
    assert kept["record"]["first"] == {"answer": BLIND, "when": OLD["when"], "hints": 0, "sure": False}
    assert kept["looked"]["caught"] == counts(BLIND)


ODD = [7, "x", [], {"answer": "x"}, {"answer": {"placed": []}}, {"answer": None, "when": 3, "hints": "many"}]


def test_a_first_look_that_makes_no_sense_breaks_nothing(page: Page) -> None:
    for odd in ODD:
        record = {**OLD, "answer": RIGHT, "first": odd}
        page.evaluate(SET, [KEY, {"record": record, "checked": True}])
        card = check(page, BLIND)
        card.expect_verdict(SORTING.verdict(BLIND))
        assert card.kept()["record"]["answer"] == BLIND
