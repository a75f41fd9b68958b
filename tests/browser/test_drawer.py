"""The texts of a lesson in a drawer: open beside the questions, at the passage that is asked for, gone on paper."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

LESSON = "notebooks/03-three-accounts.html"
FIRST_QUOTE = "Blinken will follow that visit with stops in Berlin"
ONE_AT_A_TIME = "try { localStorage['samestory:whole'] = 'no' } catch {}"
AXE = """async () => (await axe.run(".sb-drawer", { resultTypes: ["violations"] })).violations.map(({ id }) => id)"""
CARRIED = "JSON.parse(document.querySelector('.sb-texts > script').textContent).length"
TOP = "(node) => node.getBoundingClientRect().top"
BOX = "(node) => { const { width, top } = node.getBoundingClientRect(); return [width, top]; }"
UNDER = """() => document.querySelector(".sb-article").getBoundingClientRect().right
    - document.querySelector(".sb-drawer").getBoundingClientRect().left"""


def opened(lesson: Any, book: Any, **options: Any) -> Page:
    page: Page = lesson(f"{book.address}/{LESSON}", ONE_AT_A_TIME, reduced_motion="reduce", **options)
    page.wait_for_function("() => document.documentElement.dataset.stations === 'ready'")
    return page


def test_the_texts_lie_beside_the_questions_on_a_laptop(lesson: Any, book: Any, node_modules: Path) -> None:
    """One visit: by the bar, by “In the text”, while a question is answered, over stations, by keys, and on paper."""
    page = opened(lesson, book, viewport={"width": 1280, "height": 800})
    drawer = page.get_by_role("complementary", name="The texts")
    opener = page.get_by_role("button", name="The texts", exact=True)
    choice = drawer.get_by_role("combobox", name="Text", exact=True)
    expect(drawer).to_have_count(0)
    assert page.locator(".sb-sheet-text").count() == 0  # drawn when it is asked for

    # The button in the bar: it says what it does, opens the text that is compared first, and closes again.
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(choice).to_have_value("al-jazeera")
    expect(drawer.get_by_text("Ukraine crisis: Blinken cancels meeting")).to_be_visible()
    expect(drawer.get_by_role("heading", name="The texts")).to_be_focused()
    expect(drawer.get_by_role("button", name="Back to the question")).to_be_hidden()
    assert page.evaluate(UNDER) <= 0
    assert choice.locator("option").count() == page.evaluate(CARRIED)
    opener.click()
    expect(drawer).to_have_count(0)
    expect(opener).to_be_focused()

    # “In the text” opens it at the passage, and the question stays where it was.
    card = page.get_by_role("article", name="Which date is “the next day”?")
    asks = card.get_by_role("button", name="In the text: The San Juan Daily Star")
    asks.scroll_into_view_if_needed()
    before = asks.evaluate(TOP)
    asks.press("Enter")
    mark = drawer.locator("mark")
    expect(choice).to_have_value("san-juan-daily-star")
    expect(mark).to_contain_text(FIRST_QUOTE)
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    assert abs(asks.evaluate(TOP) - before) < 2

    # It stays while an answer is given and checked; other words are marked instead of the first, not beside them.
    drawer.get_by_role("button", name="Back to the question").press("Enter")
    expect(asks).to_be_focused()
    card.get_by_role("textbox").fill("21 January")
    card.get_by_role("button", name="Check", exact=True).click()
    expect(card.get_by_role("group", name="Feedback")).to_be_visible()
    expect(mark).to_be_visible()
    page.get_by_role("article", name="Does Wednesday contradict").get_by_role(
        "button", name="In the text"
    ).first.click()
    expect(choice).to_have_value("powerhouse-news")
    choice.select_option("san-juan-daily-star")
    choice.select_option("powerhouse-news")
    expect(mark).to_have_count(1)

    # Another station comes, and the button that opened it goes: Escape still leads somewhere.
    page.get_by_role("link", name="Next station").click()
    expect(mark).to_be_visible()
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate("(scheme) => { document.documentElement.dataset.theme = scheme }", scheme)
        assert page.evaluate(AXE) == []
    page.emulate_media(media="print")
    expect(page.locator(".sb-drawer")).to_be_hidden()
    expect(page.locator(".ss-in-text").first).to_be_hidden()
    page.emulate_media(media="screen")
    choice.press("Escape")
    expect(drawer).to_have_count(0)
    expect(opener).to_be_focused()


def test_on_a_phone_the_texts_come_up_from_the_foot(lesson: Any, book: Any) -> None:
    page = opened(lesson, book, viewport={"width": 390, "height": 800}, has_touch=True)
    drawer = page.get_by_role("complementary", name="The texts")
    asks = page.get_by_role("button", name="In the text: The San Juan Daily Star").first
    asks.scroll_into_view_if_needed()
    page.evaluate("(node) => scrollBy(0, node.getBoundingClientRect().top - 700)", asks.element_handle())
    asks.tap()
    expect(drawer.locator("mark")).to_be_in_viewport()
    width, top = drawer.evaluate(BOX)
    assert width == 390
    assert 300 < top < 500
    assert asks.evaluate("(node) => node.getBoundingClientRect().bottom") <= top
    drawer.get_by_role("button", name="More room").tap()
    assert drawer.evaluate(BOX)[1] < 200
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    drawer.get_by_role("button", name="Close").tap()
    # The bar is out of sight by now, and its button is not.
    expect(page.get_by_role("button", name="The texts", exact=True)).to_be_in_viewport()


def test_a_passage_can_be_marked_while_its_text_lies_at_the_foot(lesson: Any, book: Any) -> None:
    """The bar with the labels sticks to the foot of the window, where the drawer is."""
    page = lesson(f"{book.address}/notebooks/07-odd-phrases.html", viewport={"width": 390, "height": 844})
    card = page.get_by_role("article", name="What would you set right in this article?")
    card.get_by_role("button", name="In the text: Powerhouse News").click()
    beside = page.locator(".sb-drawer .is-beside")
    expect(beside.first).to_be_focused()
    assert beside.count() > 5
    assert page.locator(".sb-drawer mark").count() == 0
    card.locator(".ss-w").nth(12).click()
    labels, texts = (page.locator(one) for one in ("#odd-phrases .ss-picker.is-active", ".sb-drawer"))
    expect(labels).to_be_in_viewport()
    assert labels.evaluate("(node) => node.getBoundingClientRect().bottom") <= texts.evaluate(BOX)[1] + 1
    card.get_by_role("button", name="slip", exact=True).click()
    expect(card.locator(".ss-marks-list")).to_contain_text("slip")


def test_a_page_without_lessons_texts_offers_none(lesson: Any, book: Any) -> None:
    """The later checks quote the same pages, and are done without them."""
    page = lesson(f"{book.address}/notebooks/12-later-checks.html")
    assert page.locator(".sb-texts, .ss-in-text").count() == 0
