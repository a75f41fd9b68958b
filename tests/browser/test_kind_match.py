"""The kind `match` on a page: by keys, by pointer, in any size and colour, and with answers from anywhere."""

from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, visit
from made_page import MOVING, SIZES, begin, check_all, faults_of, misfits_of, of_kind, page_of
from playwright.sync_api import Browser, Page, expect

KIND, NAME = "match", "ferry-match"
EXERCISES = of_kind(KIND)
KEY = EXERCISES[NAME].task.right().to_json()
HALF = {NAME: {"pairs": {"no-sail": "stops", "heart": "title", "screws": "none", "back": "weather"}}}
MARKS = {item["id"]: item["mark"] for name in ("items", "others") for item in EXERCISES[NAME].view()[name]}
MARKS["none"] = "–"


def selected(card: Card) -> dict[str, Any]:
    """The pairs as the lists under the items show them."""
    shown = card.node.get_by_role("combobox").evaluate_all("(all) => all.map((one) => one.value)")
    names = [item["id"] for item in card.view["items"]]
    return {"pairs": {name: value for name, value in zip(names, shown, strict=True) if value}}


def pressing(card: Card, name: str) -> Any:
    """The button of an item."""
    text = {item["id"]: item["text"] for both in ("items", "others") for item in card.view[both]}
    return card.node.get_by_role("button", name=text.get(name, "No partner")).first


def expect_kept(page: Page, answer: Any) -> None:
    visit(page)
    card = Card(page, EXERCISES[NAME])
    card.expect_verdict(EXERCISES[NAME].verdict(answer))
    assert selected(card) == answer


def test_keys_alone_pair_by_presses_and_by_lists(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card, hands = Card(page, EXERCISES[NAME]), Keyboard(page)
        for at, (item, other) in enumerate(KEY["pairs"].items()):
            if at % 2:
                hands.reach(card.node.get_by_label(f"Partner of {MARKS[item]}", exact=True))
                page.keyboard.type("No partner" if other == "none" else f"{MARKS[other]}.")
            else:
                hands.use(pressing(card, item))
                hands.use(pressing(card, other))
                hands.reach(pressing(card, item), back=True)
        assert selected(card) == KEY
        heard = card.listen()
        hands.use(card.check)
        card.expect_verdict(EXERCISES[NAME].verdict(KEY))
        assert len(heard()) == 1
        expect_kept(page, KEY)


@pytest.mark.parametrize("finger", [False, True], ids=["mouse", "finger"])
def test_two_presses_pair_two_more_undo_and_escape_lets_go(
    browser: Browser, open_book: Any, tmp_path: Path, finger: bool
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, has_touch=finger) as page:
        card = Card(page, EXERCISES[NAME])
        heard = card.listen()

        def press(name: str) -> None:
            pressing(card, name).tap() if finger else pressing(card, name).click()

        press("heart")
        expect(pressing(card, "heart")).to_have_attribute("aria-pressed", "true")
        press("screws")  # another one of the same list is held instead
        expect(pressing(card, "heart")).to_have_attribute("aria-pressed", "false")
        press("none")
        press("beats")  # from the right to the left
        press("heart")
        assert selected(card) == {"pairs": {"heart": "beats", "screws": "none"}}
        assert "2 is paired with C." in heard()
        expect(card.node.get_by_text("with 2", exact=True)).to_be_visible()
        press("heart")
        press("beats")
        assert selected(card) == {"pairs": {"screws": "none"}}
        press("back")
        page.keyboard.press("Escape")
        press("promise")
        expect(pressing(card, "promise")).to_have_attribute("aria-pressed", "true")
        assert selected(card) == {"pairs": {"screws": "none"}}


def test_each_pair_has_a_line_of_its_own(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path, forced_colors="active") as page:
        begin(page, {NAME: KEY})
        lines = page.evaluate("""() => [...document.querySelectorAll(".ss-match-item[data-line]")].map((one) => {
            const { borderLeftStyle, borderLeftWidth } = getComputedStyle(one, "::before");
            return [one.dataset.line, `${borderLeftStyle} ${borderLeftWidth}`];
        })""")
        looks = dict(lines)
        assert len(looks) == len(set(looks.values())) == 5  # four pairs, and no partner
        assert all((line, look) in looks.items() for line, look in lines)


def test_the_solution_names_each_partner_in_its_place(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        card.button("Hint 1 of 2").click()
        card.button("Hint 2 of 2").click()
        card.button("Show the solution").click()
        heads = card.node.locator(".ss-part-head b").all_inner_texts()
        assert heads == ["With E", "With C", "No partner", "With A", "With D", "No partner"]
        assert selected(card) == {"pairs": {}}


@pytest.mark.parametrize(("options", "style"), SIZES.values(), ids=SIZES)
def test_everything_fits(browser: Browser, open_book: Any, tmp_path: Path, options: Any, style: str) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        check_all(page, KIND, HALF)
        assert misfits_of(page, style, options["viewport"]["width"]) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_and_nothing_moves(
    browser: Browser, open_book: Any, tmp_path: Path, node_modules: Path, theme: str
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, theme, reduced_motion="reduce") as page:
        check_all(page, KIND, HALF)
        pressing(Card(page, EXERCISES[NAME]), "founding").click()
        assert faults_of(page, node_modules) == []
        assert page.evaluate(MOVING) == 0


def test_paper_has_room_for_letters_and_shows_pairs(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        page.emulate_media(media="print")
        card = Card(page, EXERCISES[NAME])
        expect(card.node.get_by_text("Letter, or none:")).to_have_count(5)
        expect(card.node.get_by_text("Letter, or none:").first).to_be_visible()
        expect(card.node.get_by_role("combobox")).to_have_count(0)
        begin(page, {NAME: KEY})
        expect(card.node.get_by_text("with E", exact=True)).to_be_visible()
        expect(card.node.get_by_text("Letter, or none:").first).to_be_hidden()


ODD = [5, "x", [], {"pairs": []}, {"pairs": {"ship": "stops", "heart": "storm", "screws": 7}}, {"pairs": None}]


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_an_answer_of_no_known_form_is_none(browser: Browser, open_book: Any, tmp_path: Path, answer: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: answer})
        card = Card(page, EXERCISES[NAME])
        assert selected(card) == {"pairs": {}}
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
