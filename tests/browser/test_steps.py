"""On a phone a card with many items shows one at a time, and leads to the first that is to be mended."""

from collections.abc import Callable

import pytest
from acting import Card
from playwright.sync_api import Page, expect

from samestory.course import load_shipped

find = load_shipped().exercise
PHONE = {"viewport": {"width": 390, "height": 844}}
Opener = Callable[..., Page]
KINDS = {"whose-paragraph": ".ss-item", "heads-and-feet": ".ss-match-item:has(select)", "six-claims": ".ss-claim-row"}
FURTHEST = 1700  # pixels from the top of what is judged to the foot of the button that judges


def opened(lesson: Opener, book, name: str, **options) -> Card:
    exercise = find(name)
    return Card(lesson(f"{book.address}/notebooks/{exercise.card.lesson}.html#{name}", **options), exercise)


def answer_all(card: Card) -> None:
    """The first of what may be chosen, everywhere."""
    card.node.evaluate("""(card) => {
        for (const item of card.querySelectorAll(".ss-item")) item.querySelector("input").click();
        for (const select of card.querySelectorAll("select")) {
            select.selectedIndex = 2;
            select.dispatchEvent(new Event("change"));
        }
    }""")


@pytest.mark.parametrize("name", KINDS)
def test_one_item_shows_and_the_verdict_is_near_its_button(lesson: Opener, book, name: str) -> None:
    card = opened(lesson, book, name, **PHONE)
    items = card.node.locator(KINDS[name]).filter(visible=True)
    expect(items).to_have_count(1)
    card.button("Next item").click()
    expect(items).to_have_count(1)
    expect(card.button("Item 2 of " + str(card.node.locator(KINDS[name]).count()) + ", empty")).to_have_attribute(
        "aria-current", "step"
    )
    answer_all(card)
    card.check.click()
    expect(items).to_have_count(1)
    judged = card.node.locator(".ss-part").filter(visible=True).first
    expect(judged).to_contain_text("Not so")
    top, below = judged.bounding_box()["y"], card.check.bounding_box()["y"]
    assert abs(below - top) < FURTHEST
    card.button("The next to mend").click()
    expect(card.node.get_by_role("button", name="to mend").filter(visible=True).nth(1)).to_be_visible()


def test_a_wide_card_and_paper_show_every_item(lesson: Opener, book) -> None:
    card = opened(lesson, book, "whose-paragraph")
    items = card.node.locator(".ss-item").filter(visible=True)
    expect(items).to_have_count(11)
    card.page.set_viewport_size({"width": 390, "height": 844})
    expect(items).to_have_count(1)
    card.page.emulate_media(media="print")
    expect(items).to_have_count(11)


def test_on_a_wide_card_a_button_leads_to_the_first_to_mend(lesson: Opener, book) -> None:
    card = opened(lesson, book, "whose-paragraph")
    expect(card.button("The first to mend")).to_be_hidden()
    answer_all(card)
    card.check.click()
    card.button("The next to mend").click()
    expect(card.node.locator(".ss-item:has(.ss-is-wrong)").nth(1).locator("input").first).to_be_focused()


def test_a_card_of_four_items_has_no_steps(lesson: Opener, book) -> None:
    card = opened(lesson, book, "three-claims", **PHONE)
    expect(card.node.locator(".ss-claim-row").filter(visible=True)).to_have_count(3)
    expect(card.button("Next item")).to_have_count(0)
