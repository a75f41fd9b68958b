"""The kind `number` on a page: typed, read back, asked about; in any size and colour; with answers from anywhere."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, visit
from made_page import MOVING, SIZES, begin, check_all, faults_of, misfits_of, of_kind, page_of, write_page
from playwright.sync_api import Browser, Locator, expect

KIND, NAME = "number", "ferry-screws"
EXERCISES = of_kind(KIND)
HALF = {NAME: {"text": "15"}, "ferry-share": {"text": "43 %"}, "ferry-level": {"text": "−2.5 m"}}


def field(card: Card) -> Locator:
    return card.node.get_by_label("Your answer", exact=True)


def test_keys_alone_give_a_number_and_it_is_read_back(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card, hands = Card(page, EXERCISES[NAME]), Keyboard(page)
        hands.reach(field(card))
        page.keyboard.type("1 500")
        expect(card.node.get_by_text("Read as 1,500 screws.")).to_be_visible()
        hands.press("Enter")
        card.expect_verdict(EXERCISES[NAME].verdict("1 500"))
        expect(field(card)).to_be_focused()
        visit(page)
        card.expect_verdict(EXERCISES[NAME].verdict("1 500"))
        expect(field(card)).to_have_value("1 500")
        expect(field(card)).to_have_accessible_description("screws Read as 1,500 screws.")


def test_what_can_be_read_in_two_ways_is_asked_about_and_is_no_answer_yet(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        field(card).fill("1500")
        card.check.click()
        verdict = EXERCISES[NAME].verdict("1500")
        card.expect_verdict(verdict)
        record = card.kept()["record"]
        for text in ("1,5", "15e2", "fifteen hundred", "1500 km", "15,00,00"):
            field(card).fill(text)
            asked = EXERCISES[NAME].verdict(field(card).input_value())
            expect(card.node.locator(".ss-number-echo")).to_have_text(asked.headline)
            card.check.click()
            expect(card.headline).to_have_text(asked.headline)
            assert asked.state == "unreadable"
            assert card.kept()["record"] == record  # the last answer that could be read is still there
        expect(card.node.get_by_text("draft", exact=True)).to_be_visible()


def test_an_assigned_answer_that_its_teacher_could_not_read_is_asked_about_and_not_recorded(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    one = EXERCISES[NAME]
    assigned = replace(one, card=replace(one.card, mode="assigned"))
    context = browser.new_context()
    page = context.new_page()
    visit(page, f"{open_book(write_page(tmp_path, [assigned])).address}/index.html")
    card = Card(page, assigned)
    field(card).fill("1,5")
    card.button("Record my answer").click()
    expect(card.node.get_by_role("alert")).to_have_text(one.verdict("1,5").headline)
    assert "record" not in card.kept()
    field(card).fill("1,500")
    card.button("Record my answer").click()
    expect(card.headline).to_contain_text("Your answer is kept")
    expect(card.node.get_by_role("alert")).to_have_count(0)
    assert card.kept()["record"]["answer"] == {"text": "1,500"}
    context.close()


@pytest.mark.parametrize(("options", "style"), SIZES.values(), ids=SIZES)
def test_everything_fits(browser: Browser, open_book: Any, tmp_path: Path, options: Any, style: str) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        check_all(page, KIND, HALF)
        begin(page, {NAME: {"text": "1,5"}})
        assert misfits_of(page, style, options["viewport"]["width"]) == []
        assert field(Card(page, EXERCISES[NAME])).evaluate("(one) => one.getBoundingClientRect().height") >= 44


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_and_nothing_moves(
    browser: Browser, open_book: Any, tmp_path: Path, node_modules: Path, theme: str
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, theme, reduced_motion="reduce") as page:
        check_all(page, KIND, HALF)
        field(Card(page, EXERCISES["ferry-plain-number"])).fill("1,5")
        assert faults_of(page, node_modules) == []
        assert page.evaluate(MOVING) == 0


def test_paper_has_a_line_and_the_unit_and_shows_a_number_given(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        page.emulate_media(media="print")
        card = Card(page, EXERCISES[NAME])
        borders = "(one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderBottomWidth]"
        top, bottom = field(card).evaluate(borders)
        assert top == "0px" != bottom
        expect(card.node.get_by_text("screws", exact=True)).to_be_visible()
        begin(page, {NAME: {"text": "24"}})
        expect(card.node.get_by_text("Read as")).to_be_hidden()
        expect(field(card)).to_have_value("24")


def test_a_new_draft_does_not_bring_back_the_answer_to_an_earlier_version(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        old = {
            "schema": 1,
            "exercise": NAME,
            "spec": "0123456789ab",
            "answer": {"text": "1500"},
            "when": "",
            "hints": 0,
        }
        kept = json.dumps({"record": old, "checked": True})
        page.evaluate("([name, kept]) => { localStorage[`samestory:1:${name}`] = kept; }", [NAME, kept])
        visit(page)
        field(card).fill("7")
        visit(page)
        expect(field(card)).to_have_value("7")
        expect(card.node.get_by_text("draft", exact=True)).to_be_visible()
        expect(card.feedback).to_be_hidden()
        assert "record" not in card.kept()


ODD = [5, [], {"text": 5}, {"text": None}, {"text": ["5"]}]


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_an_answer_of_no_known_form_is_none(browser: Browser, open_book: Any, tmp_path: Path, answer: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: answer})
        card = Card(page, EXERCISES[NAME])
        expect(field(card)).to_have_value("")
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
