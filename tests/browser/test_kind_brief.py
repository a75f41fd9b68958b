"""The kind `brief` on a page: by keys, by pointer, in any size and colour; kept as a draft, and taken along."""

import json
from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, visit
from made_page import MOVING, SIZES, begin, check_all, faults_of, misfits_of, of_kind, page_of
from playwright.sync_api import Browser, Locator, Page, expect

KIND, NAME = "brief", "ferry-own-brief"
EXERCISES = of_kind(KIND)
KEY = EXERCISES[NAME].task.right().to_json()
MENDED = {
    **KEY,
    "evidence": [KEY["evidence"][0], {"source": "", "quote": "words that nobody printed"}, KEY["evidence"][1]],
    "change": "",
    "confidence": None,
    "rubric": {"fair": "yes"},
}
SHORT_TEXT = "The ferry will not sail. " * 8


def field(card: Card, name: str) -> Locator:
    """A field by its label."""
    return card.node.get_by_label(name, exact=True)


def shown(card: Card) -> dict[str, Any]:
    """What the fields hold."""
    count = card.node.get_by_role("textbox", name="as printed").count()
    rivals = card.node.get_by_role("textbox", name="Rival explanation").count()
    rows = [
        {
            "source": field(card, f"Where quotation {n} stands: outlet and date").input_value(),
            "quote": field(card, f"Quotation {n}, as printed").input_value(),
        }
        for n in range(1, count + 1)
    ]
    return {
        "claim": field(card, "What you claim").input_value(),
        "evidence": rows,
        "rivals": [field(card, f"Rival explanation {n}").input_value() for n in range(1, rivals + 1)],
        "change": field(card, "What would change your mind").input_value(),
    }


def test_keys_alone_write_a_brief_and_it_is_kept(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card, hands = Card(page, EXERCISES[NAME]), Keyboard(page)

        def write(name: str, text: str) -> None:
            hands.reach(field(card, name))
            page.keyboard.insert_text(text)

        write("The text that you quote from", KEY["text"])
        write("What you claim", KEY["claim"])
        for n, one in enumerate(KEY["evidence"], 1):
            write(f"Where quotation {n} stands: outlet and date", one["source"])
            write(f"Quotation {n}, as printed", one["quote"])
        write("Rival explanation 1", KEY["rivals"][0])
        sure = card.node.get_by_role("group", name="How sure can one be?")
        hands.radio(sure, sure.get_by_role("radio", name="likely"))
        write("What would change your mind", KEY["change"])
        hands.use(card.check)
        card.expect_verdict(EXERCISES[NAME].verdict(KEY))
        assert card.kept()["record"]["answer"] == KEY
        visit(page)
        card.expect_verdict(EXERCISES[NAME].verdict(KEY))
        assert shown(card) == {name: KEY[name] for name in ("claim", "evidence", "rivals", "change")}


def test_quotations_marked_on_ones_own_texts_are_brought_in_once(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        expect(card.button("Bring in")).to_have_count(0)
        brought = {
            "quotes": [{"quote": one["quote"], "source": one["source"]} for one in KEY["evidence"]],
            "text": KEY["text"],
        }
        page.evaluate("(one) => { localStorage['samestory:quotations'] = JSON.stringify(one); }", brought)
        visit(page)
        card.button("Bring in").click()
        assert shown(card)["evidence"] == brought["quotes"]
        expect(field(card, "The text that you quote from")).to_have_value(KEY["text"])
        expect(card.button("Bring in")).to_have_count(0)
        visit(page)
        card.button("Bring in").click()
        assert shown(card)["evidence"] == brought["quotes"]
        expect(field(card, "The text that you quote from")).to_have_value(KEY["text"])


def test_a_pointer_adds_rows_and_takes_them_away(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        expect(card.node.get_by_role("button", name="Remove")).to_have_count(0)
        for n in range(3, 7):
            card.button("Add a quotation").click()
            expect(field(card, f"Quotation {n}, as printed")).to_be_focused()
            page.keyboard.type(f"quotation number {n}")
        expect(card.button("Add a quotation")).to_be_hidden()
        card.button("Remove quotation 3").click()
        expect(field(card, "Quotation 3, as printed")).to_have_value("quotation number 4")
        expect(field(card, "Quotation 3, as printed")).to_be_focused()
        card.button("Remove quotation 5").click()
        expect(field(card, "Quotation 4, as printed")).to_be_focused()
        card.check.click()
        given = {"evidence": [{"source": "", "quote": f"quotation number {n}"} for n in (4, 5)]}
        card.expect_verdict(EXERCISES[NAME].verdict(given))
        said = EXERCISES[NAME].verdict(given).parts[2].said
        row = card.node.locator(".ss-brief-row").filter(has=page.get_by_label("Quotation 3, as printed", exact=True))
        expect(row.get_by_text(said)).to_be_visible()  # beside the row that holds it, not beside the first


def test_a_draft_is_kept_as_it_is_typed_and_a_fresh_start_can_be_undone(
    browser: Browser, open_book: Any, tmp_path: Path
) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        field(card, "The text that you quote from").fill(SHORT_TEXT)
        field(card, "What you claim").fill("<b>claim</b>")
        visit(page)
        expect(field(card, "The text that you quote from")).to_have_value(SHORT_TEXT)
        expect(field(card, "What you claim")).to_have_value("<b>claim</b>")
        card.button("Start again").click()
        expect(field(card, "What you claim")).to_have_value("")
        card.button("Undo").click()
        expect(field(card, "What you claim")).to_have_value("<b>claim</b>")


def test_the_solution_is_an_example_part_by_part(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        card.button("Hint 1 of 2").click()
        card.button("Hint 2 of 2").click()
        card.button("Show the solution").click()
        for words in (KEY["claim"], KEY["rivals"][0], KEY["change"]):
            expect(card.node.get_by_text(f"For example: {words}", exact=True)).to_be_visible()


def test_a_text_that_is_too_long_is_cut_and_that_is_said(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        card = Card(page, EXERCISES[NAME])
        field(card, "The text that you quote from").focus()
        page.keyboard.insert_text("The ferry will not sail again. " * 500)
        expect(card.node.get_by_text("This field is full: it takes 12000 characters")).to_be_visible()
        card.check.click()
        kept = card.kept()["record"]["answer"]
        assert len(kept["text"]) == 12_000
        card.expect_verdict(EXERCISES[NAME].verdict(kept))


def downloaded(page: Page, card: Card, name: str) -> tuple[str, str]:
    """The name and text of the file that a button hands over."""
    with page.expect_download() as waiting:
        card.button(name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf-8")


def test_the_brief_is_taken_along_as_a_file(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: {**KEY, "claim": "A claim\nof two lines", "rubric": {"bears": "partly"}}})
        card = Card(page, EXERCISES[NAME])
        name, text = downloaded(page, card, "Download as Markdown")
        assert name == f"evidence-brief-{NAME}.md"
        assert text.startswith("# Evidence brief: What do your own texts show?\n\n## Claim\n\nA claim\nof two lines\n")
        for line in ("> The motor has a disease of the heart", "(Harbour Post, 7 March 2023)", f"- {KEY['rivals'][0]}"):
            assert f"\n{line}\n" in text
        assert "Does the evidence bear the claim out? My answer: partly." in text
        name, text = downloaded(page, card, "Download as text")
        assert name == f"evidence-brief-{NAME}.txt"
        assert "“The motor has a disease of the heart”" in text


def test_the_brief_is_printed_alone(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: {**KEY, "claim": "<img src=x onerror=alert(1)> & more"}})
        card = Card(page, EXERCISES[NAME])
        page.evaluate("""() => {
            const append = document.body.append.bind(document.body);
            document.body.append = (...nodes) => {
                append(...nodes);
                for (const frame of nodes) {
                    if (frame.contentWindow) frame.contentWindow.print = () => {
                        globalThis.printed = frame.contentDocument.body.textContent;
                        frame.contentWindow.dispatchEvent(new Event("afterprint"));
                    };
                }
            };
        }""")
        card.button("Print the brief").click()
        printed = page.evaluate("printed")
        assert "<img src=x onerror=alert(1)> & more" in printed
        assert KEY["change"] in printed
        page.wait_for_function("() => document.querySelectorAll('iframe').length === 0")


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


def test_paper_has_lines_for_every_part_or_the_brief(browser: Browser, open_book: Any, tmp_path: Path) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        page.emulate_media(media="print")
        card = Card(page, EXERCISES[NAME])
        expect(card.node.locator(".ss-area-lines:visible")).to_have_count(7)  # all but the text that is quoted from
        expect(card.node.get_by_role("button", name="Download")).to_have_count(0)
        begin(page, {NAME: KEY})
        expect(card.node.locator(".ss-area-lines:visible")).to_have_count(0)
        expect(card.node.get_by_text(KEY["change"]).last).to_be_visible()


ODD = [5, "x", [], {"evidence": "x", "rivals": {}, "rubric": 5}, {"claim": 7, "evidence": [None, 5], "confidence": "x"}]


@pytest.mark.parametrize("answer", ODD, ids=lambda answer: json.dumps(answer)[:20])
def test_an_answer_of_no_known_form_is_none(browser: Browser, open_book: Any, tmp_path: Path, answer: Any) -> None:
    with page_of(KIND, browser, open_book, tmp_path) as page:
        begin(page, {NAME: answer})
        card = Card(page, EXERCISES[NAME])
        assert field(card, "What you claim").input_value() == ""
        card.check.click()
        card.expect_verdict(EXERCISES[NAME].verdict(None))
