"""The kind `matrix` on a page: a table to screen readers at every width, done by keys or pointer, told cell by cell."""

from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, step_to, visit
from made_page import MOVING, SIZES, begin, check_all, faults_of, misfits_of, of_kind, page_of
from playwright.sync_api import Browser, Locator, expect

KIND, NAME = "matrix", "ferry-claims"
EXERCISES = of_kind(KIND)
KEY = EXERCISES[NAME].task.right().to_json()
VIEW = EXERCISES[NAME].view()
HALF = {
    NAME: {
        "stands": {
            "two-days": {"harbour-post": "agrees", "island-radio": "agrees"},
            "screws": {"harbour-post": "agrees", "island-radio": "agrees"},
            "disease": {"island-radio": "conflicts"},
        }
    }
}
CELLS = [(claim["id"], article["id"]) for claim in VIEW["claims"] for article in VIEW["articles"]]
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


def cell(card: Card, claim: str, article: str) -> Locator:
    """The list of a cell, by the names of its row and its column."""
    row = next(one["text"] for one in VIEW["claims"] if one["id"] == claim)
    column = next(f"{one['outlet']} {one['date']}" for one in VIEW["articles"] if one["id"] == article)
    return card.node.get_by_role("combobox", name=f"{row} {column}", exact=True)


def filled(card: Card) -> dict[str, Any]:
    """The answer that can be seen."""
    rows: dict[str, dict[str, str]] = {}
    for claim, article in CELLS:
        value = cell(card, claim, article).input_value()
        if value:
            rows.setdefault(claim, {})[article] = value
    return {"stands": rows}


def test_keys_alone_fill_the_matrix_and_it_is_kept(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card, hands = Card(page, EXERCISES[NAME]), Keyboard(page)
        for claim, article in CELLS:
            hands.reach(cell(card, claim, article))
            page.keyboard.type(KEY["stands"][claim][article][0])
        assert filled(card) == KEY
        heard = card.listen()
        hands.use(card.check)
        card.expect_verdict(EXERCISES[NAME].verdict(KEY))
        assert len(heard()) == 1
        expect(card.check).to_be_focused()
        visit(page)
        card.expect_verdict(EXERCISES[NAME].verdict(KEY))
        assert filled(card) == KEY


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "narrow"])
def test_each_cell_is_explained_under_its_claim(browser: Browser, open_book: Any, tmp_path: Path, options: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        card, verdict = Card(page, EXERCISES[NAME]), EXERCISES[NAME].verdict(HALF[NAME])
        claims = [one["id"] for one in VIEW["claims"]]
        for claim, row in HALF[NAME]["stands"].items():
            step_to(card, claims.index(claim))
            for article, stand in row.items():
                cell(card, claim, article).select_option(stand)
        card.check.tap() if options else card.check.click()
        card.expect_verdict(verdict)
        assert [(one.name, one.count, one.of) for one in verdict.measures] == [("spoken", 4, 7), ("silent", 0, 3)]
        told = []
        for at in range(len(claims) if options else 1):
            step_to(card, at)
            told += card.node.locator(".ss-why-row:visible .ss-part").all_inner_texts()
        assert len(told) == len(CELLS)
        for text, part in zip(told, verdict.parts, strict=True):
            outcome, outlet = part.heading.split(" on “")[0].split(": ")
            assert f"{outcome}: {outlet}" in text
            assert part.said in text


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "narrow"])
def test_it_is_a_table_with_heads_for_rows_and_columns(
    browser: Browser, open_book: Any, tmp_path: Path, options: Any
) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        card = Card(page, EXERCISES[NAME])
        table = card.node.get_by_role("table", name="Claims by articles")
        heads = [f"{one['outlet']} {one['date']}" for one in VIEW["articles"]]
        for name in ("Claim", *heads):
            expect(table.get_by_role("columnheader", name=name, exact=True)).to_have_count(1)
        shown = 1 if options else len(VIEW["claims"])  # a narrow card shows one claim at a time
        expect(table.get_by_role("rowheader")).to_have_count(shown)
        for at, claim in enumerate(VIEW["claims"]):
            step_to(card, at)
            expect(table.get_by_role("rowheader", name=claim["text"], exact=True)).to_be_visible()
        expect(table.get_by_role("row")).to_have_count(1 + shown)
        lists = table.get_by_role("combobox")
        small = lists.evaluate_all("(all) => all.filter((one) => one.getBoundingClientRect().height < 44).length")
        assert (lists.count(), small) == (shown * len(VIEW["articles"]), 0)
        step_to(card, 0)
        outlet = table.locator(".ss-stand-of").first  # stands in each cell where the heads of columns can't be seen
        expect(outlet).to_be_visible(visible="viewport" in options)


@pytest.mark.parametrize(("options", "style"), SIZES.values(), ids=SIZES)
def test_everything_fits(browser: Browser, open_book: Any, tmp_path: Path, options: Any, style: str) -> None:
    with page_of(KIND, browser, open_book, tmp_path, **options) as page:
        check_all(page, KIND, HALF)
        assert misfits_of(page, style, options["viewport"]["width"]) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_no_fault_and_nothing_moves(
    browser: Browser, open_book: Any, tmp_path: Path, node_modules: Path, theme: str, width: int
) -> None:
    options = {"reduced_motion": "reduce", "viewport": {"width": width, "height": 800}}
    with page_of(KIND, browser, open_book, tmp_path, theme, **options) as page:
        check_all(page, KIND, HALF)
        assert faults_of(page, node_modules) == []
        assert page.evaluate(MOVING) == 0


def test_right_and_wrong_differ_in_the_systems_own_colours(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path, forced_colors="active") as page:
        check_all(page, KIND, HALF)
        card = Card(page, EXERCISES[NAME])
        look = "(one) => getComputedStyle(one).borderTopStyle"
        looks = [cell(card, "screws", article).evaluate(look) for article in ("harbour-post", "island-radio")]
        assert looks == ["solid", "dashed"]


def test_paper_has_words_to_ring_and_shows_what_was_chosen(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        page.emulate_media(media="print")
        card = Card(page, EXERCISES[NAME])
        expect(card.node.get_by_role("combobox")).to_have_count(0)
        to_ring = card.node.get_by_text("agrees / conflicts / silent", exact=True)
        expect(to_ring).to_have_count(len(CELLS))
        expect(to_ring.first).to_be_visible()
        begin(page, HALF)
        papers = card.node.locator(".ss-stand-paper").all_inner_texts()
        assert [text for text in papers if "/" not in text] == ["agrees", "agrees", "agrees", "agrees", "conflicts"]


ODD = [5, [], {"stands": 5}, {"stands": "cafe"}, {"stands": {"cafe": 5, "quay": {}}}, {"stands": {"cafe": {"x": "y"}}}]


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_an_answer_of_no_known_form_is_none(browser: Browser, open_book: Any, tmp_path: Path, answer: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: answer})
        card = Card(page, EXERCISES[NAME])
        assert filled(card) == {"stands": {}}
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
