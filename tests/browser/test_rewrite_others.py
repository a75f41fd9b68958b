"""Sentences of others stand below one's own when it is written; what is said of them earns the points."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from acting import Card, visit
from made_page import faults_of, misfits_of, write_page
from playwright.sync_api import Page, expect

from samestory.course import load_shipped

HEADLINE = load_shipped().exercise("plain-headline")
NONSENSE = "Blinken Lavrov banana cancels purple meeting elephant bath today"


@pytest.fixture
def card(page: Page, open_book: Any, tmp_path: Path) -> Iterator[Card]:
    """The exercise on a phone; a console that is not empty is a failure."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{open_book(write_page(tmp_path, [HEADLINE])).address}/index.html")
    yield Card(page, HEADLINE)
    assert seen == []


def lists(card: Card) -> Any:
    return card.node.get_by_role("combobox")


def test_others_wait_for_ones_own_sentence_and_earn_what_it_does_not(card: Card, node_modules: Path) -> None:
    own = card.node.get_by_role("textbox")
    expect(lists(card)).to_have_count(0)
    own.fill("Blinken cancels")
    expect(card.node.get_by_text("Write your own sentence first.")).to_be_visible()
    own.fill(NONSENSE)
    expect(lists(card)).to_have_count(len(HEADLINE.task.others))
    card.check.click()
    card.expect_verdict(HEADLINE.verdict({"text": NONSENSE}))
    for at, other in enumerate(HEADLINE.task.others):
        lists(card).nth(at).select_option(other.verdict)
    card.check.click()
    right = {"text": NONSENSE, "rubric": {}, "others": dict(HEADLINE.task.right().signed)}
    card.expect_verdict(HEADLINE.verdict(right))
    assert card.kept()["scored"]["points"] == HEADLINE.card.points
    visit(card.page)
    assert [lists(card).nth(at).input_value() for at in range(4)] == [one.verdict for one in HEADLINE.task.others]
    assert misfits_of(card.page, "/* as it is */", 390) == []
    assert faults_of(card.page, node_modules) == []


def test_an_answer_of_an_edition_without_others_is_shown_and_asked_on(card: Card) -> None:
    old = {"draft": {"text": "Blinken won't meet Lavrov this Thursday after all", "rubric": {"size": "yes"}}}
    card.page.evaluate("(one) => localStorage.setItem('samestory:1:plain-headline', JSON.stringify(one))", old)
    visit(card.page)
    card.check.click()
    card.expect_verdict(HEADLINE.verdict(old["draft"]))
    expect(lists(card)).to_have_count(len(HEADLINE.task.others))
