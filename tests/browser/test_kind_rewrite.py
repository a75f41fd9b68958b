"""The kind `rewrite` on a page: by keys, by pointer, in any size and colour; what is typed stays text, and stays."""

from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, visit
from made_page import MOVING, SIZES, begin, check_all, faults_of, misfits_of, of_kind, page_of
from playwright.sync_api import Browser, Locator, expect

KIND, NAME = "rewrite", "ferry-rewrite"
EXERCISES = of_kind(KIND)
MODEL = EXERCISES[NAME].task.model
MENDED = {
    "text": "Captain Lind alleged that the engine has a heart disease, and nobody sails until it beats again.",
    "rubric": {"plain": "partly", "true-to": "no"},
}


def field(card: Card) -> Locator:
    """Where the sentence is written."""
    return card.node.get_by_label("Your sentence", exact=True)


def rated(card: Card) -> list[str]:
    """The ratings that are chosen."""
    return card.face()["checked"]


def test_keys_alone_write_rate_and_check(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card, hands = Card(page, EXERCISES[NAME]), Keyboard(page)
        hands.reach(field(card))
        page.keyboard.type(MODEL)
        expect(card.node.get_by_text("17 words so far.")).to_be_visible()
        for question, level in (("Would somebody", "yes"), ("Does it say", "partly")):
            group = card.node.get_by_role("group").filter(has_text=question).last
            hands.radio(group, group.get_by_role("radio", name=level, exact=True))
        hands.use(card.check)
        answer = {"text": MODEL, "rubric": {"plain": "yes", "true-to": "partly"}}
        verdict = EXERCISES[NAME].verdict(answer)
        card.expect_verdict(verdict)
        assert card.kept()["record"]["answer"] == answer
        visit(page)
        card.expect_verdict(verdict)
        expect(field(card)).to_have_value(MODEL)
        assert rated(card) == ["yes", "partly"]


def test_a_pointer_rates_and_every_part_is_explained(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path, has_touch=True) as page:
        card = Card(page, EXERCISES[NAME])
        field(card).tap()
        page.keyboard.type(MENDED["text"])
        card.node.locator("label").get_by_text("partly", exact=True).first.tap()
        card.check.tap()
        verdict = EXERCISES[NAME].verdict({"text": MENDED["text"], "rubric": {"plain": "partly"}})
        card.expect_verdict(verdict)
        card.feedback.get_by_role("button", name="Right (3)").click()  # of many parts, those in order are folded
        for part in verdict.parts:
            expect(card.feedback.get_by_text(part.heading, exact=True)).to_be_visible()
            expect(card.feedback.get_by_text(part.said, exact=True)).to_be_visible()
        expect(card.node.get_by_text("No program can grade meaning.")).to_be_visible()


def test_a_draft_stays_and_markup_stays_text(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> says the captain\n</textarea><script>alert(2)</script>"
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        field(card).fill(hostile)
        visit(page)
        expect(field(card)).to_have_value(hostile)
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(hostile))
        assert page.evaluate("document.querySelectorAll('same-story-exercise img').length") == 0


def test_a_field_says_when_it_is_full(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path, viewport={"width": 320, "height": 640}) as page:
        card = Card(page, EXERCISES[NAME])
        field(card).fill("engine " * 108)
        expect(card.node.get_by_text("44 more characters fit.")).to_be_visible()
        field(card).press("End")
        page.keyboard.insert_text("x" * 100)
        expect(card.node.get_by_text("This field is full: it takes 800 characters")).to_be_visible()
        assert len(field(card).input_value()) == 800
        assert misfits_of(page, "/* as it is */", 320) == []


@pytest.mark.parametrize(("options", "style"), SIZES.values(), ids=SIZES)
def test_everything_fits(browser: Browser, open_book: Any, tmp_path: Path, options: Any, style: str) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        check_all(page, KIND, {NAME: MENDED})
        assert misfits_of(page, style, options["viewport"]["width"]) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_and_nothing_moves(
    browser: Browser, open_book: Any, tmp_path: Path, node_modules: Path, theme: str
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, theme, reduced_motion="reduce") as page:
        check_all(page, KIND, {NAME: MENDED})
        assert faults_of(page, node_modules) == []
        assert page.evaluate(MOVING) == 0


def test_paper_has_lines_to_write_on_or_the_sentence(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        page.emulate_media(media="print")
        card = Card(page, EXERCISES[NAME])
        lines = card.node.locator(".ss-area-lines")
        expect(lines).to_be_visible()
        expect(field(card)).to_be_hidden()
        begin(page, {NAME: MENDED})
        expect(lines).to_be_hidden()
        expect(card.node.get_by_text(MENDED["text"])).to_be_visible()


ODD = [5, "x", [], {"text": 7, "rubric": "yes"}, {"text": None, "rubric": {"plain": 5, "other": "yes"}}]


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_an_answer_of_no_known_form_is_none(browser: Browser, open_book: Any, tmp_path: Path, answer: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: answer})
        card = Card(page, EXERCISES[NAME])
        expect(field(card)).to_have_value("")
        assert rated(card) == []
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
