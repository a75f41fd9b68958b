"""The kind `order` on a page: by buttons, by keys, dragged; in any size and colour; with answers from anywhere."""

from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, visit
from made_page import MOVING, SIZES, begin, check_all, faults_of, misfits_of, of_kind, page_of
from playwright.sync_api import Browser, Locator, expect

KIND, NAME = "order", "ferry-order"
EXERCISES = of_kind(KIND)
KEY = EXERCISES[NAME].task.right().to_json()
TEXTS = {item["id"]: item["text"] for item in EXERCISES[NAME].view()["items"]}
START = list(TEXTS)
HALF = {NAME: {"order": ["back", "screws", "told", "stop", "radio"]}, "ferry-quotes-order": {"order": []}}


def ordered(card: Card) -> list[str]:
    """The ids as the rows stand on the page."""
    shown = card.node.locator(".ss-item-text").all_inner_texts()
    return [next(name for name, text in TEXTS.items() if text == one) for one in shown]


def arrow(card: Card, name: str, where: str) -> Locator:
    return card.button(f"Move {where}: {TEXTS[name]}")


def expect_kept(card: Card, answer: Any) -> None:
    visit(card.page)
    card.expect_verdict(card.exercise.verdict(answer))
    assert ordered(card) == answer["order"]


def test_arrow_keys_alone_order_items_and_every_move_is_told(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card, hands = Card(page, EXERCISES[NAME]), Keyboard(page)
        assert ordered(card) == START
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
        heard = card.listen()
        page.evaluate("document.activeElement.blur()")
        hands.reach(arrow(card, "screws", "up"))
        hands.press("Home")
        expect(arrow(card, "screws", "up")).to_be_focused()
        hands.press("ArrowUp")
        assert heard() == [
            "Now in place 1 of 5: Gear & Sons sends 1,500 screws.",
            f"Already earliest: {TEXTS['screws']}",
        ]
        hands.reach(arrow(card, "back", "down"))
        hands.press("ArrowDown", 3)
        expect(arrow(card, "back", "down")).to_be_focused()
        assert ordered(card) == KEY["order"]
        assert heard()[-1] == "Now in place 5 of 5: The ferry sails again."
        hands.use(card.check)
        card.expect_verdict(EXERCISES[NAME].verdict(KEY))
        expect_kept(card, KEY)


@pytest.mark.parametrize("finger", [False, True], ids=["mouse", "finger"])
def test_buttons_order_items_and_the_first_and_last_stay(
    browser: Browser, open_book: Any, tmp_path: Path, finger: bool
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, has_touch=finger) as page:
        card = Card(page, EXERCISES[NAME])

        def press(name: str, where: str) -> None:
            arrow(card, name, where).tap() if finger else arrow(card, name, where).click()

        expect(arrow(card, "back", "up")).to_have_attribute("aria-disabled", "true")
        arrow(card, "back", "up").click(force=True)  # it is the first: nothing happens
        assert card.kept() == {}
        for _ in range(4):
            press("back", "down")
        press("stop", "down")
        for _ in range(2):
            press("screws", "up")
        assert ordered(card) == [*KEY["order"][:3], "back", "stop"]
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict({"order": ordered(card)}))


def test_a_drag_by_the_number_moves_an_item_and_one_by_the_words_does_not(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, viewport={"width": 800, "height": 900}) as page:
        card = Card(page, EXERCISES[NAME])
        grips, words = card.node.locator(".ss-grip"), card.node.locator(".ss-item-text")
        last = grips.nth(4).bounding_box()
        assert last is not None
        heard = card.listen()
        for handle, after in ((words.first, START), (grips.first, [*START[1:], START[0]])):
            handle.hover()
            page.mouse.down()
            page.mouse.move(last["x"] + 10, last["y"] + 5, steps=4)
            page.mouse.move(last["x"] + 10, last["y"] + last["height"] - 4, steps=4)
            page.mouse.up()
            assert ordered(card) == after
        assert heard() == ["Now in place 5 of 5: The ferry sails again."]
        grips.nth(2).hover()
        page.mouse.down()
        page.mouse.up()  # a click alone is no move
        assert len(heard()) == 1


def test_a_solution_is_listed_in_its_order_and_a_fresh_start_is_undone(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        for number in (1, 2):
            card.button(f"Hint {number} of 2").click()
        card.button("Show the solution").click()
        heads = card.feedback.locator("b").all_inner_texts()
        assert heads == [TEXTS[name] for name in KEY["order"]]
        begin(page, HALF)
        card.check.click()
        card.button("Start again").click()
        assert ordered(card) == START
        card.button("Undo").click()
        assert ordered(card) == HALF[NAME]["order"]
        card.expect_verdict(EXERCISES[NAME].verdict(HALF[NAME]))


@pytest.mark.parametrize(("options", "style"), SIZES.values(), ids=SIZES)
def test_everything_fits(browser: Browser, open_book: Any, tmp_path: Path, options: Any, style: str) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        check_all(page, KIND, HALF)
        assert misfits_of(page, style, options["viewport"]["width"]) == []
        small = page.evaluate(
            "() => [...document.querySelectorAll('.ss-step, .ss-grip')].map((one) => one.getBoundingClientRect())"
            ".filter(({ width, height }) => width < 44 || height < 44).length"
        )
        assert small == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_and_nothing_moves(
    browser: Browser, open_book: Any, tmp_path: Path, node_modules: Path, theme: str
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, theme, reduced_motion="reduce") as page:
        check_all(page, KIND, HALF)
        assert faults_of(page, node_modules) == []
        assert page.evaluate(MOVING) == 0


def test_paper_has_a_box_for_each_number_and_shows_an_order_given(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        page.emulate_media(media="print")
        card = Card(page, EXERCISES[NAME])
        numbers = card.node.locator(".ss-order-place")
        expect(numbers.first).to_be_hidden()
        expect(card.node.get_by_role("button")).to_have_count(0)
        begin(page, {NAME: KEY})
        expect(numbers.first).to_be_visible()


ODD = [5, [], {"order": 5}, {"order": ["back"]}, {"order": [*START[1:], START[1]]}, {"order": [*START, "more"]}]


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_an_answer_of_no_known_form_is_none(browser: Browser, open_book: Any, tmp_path: Path, answer: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: answer})
        card = Card(page, EXERCISES[NAME])
        assert ordered(card) == START
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
