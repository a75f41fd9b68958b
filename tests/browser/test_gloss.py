"""Notes on hard words in a real browser: by pointer, key and thumb, on a narrow screen, in both themes."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from small_book import build

from samestory.book import scripts

ENTRIES = """
- term: slipway
  says: A ramp down which boats are let into the water. On Nordo it is the one place where the ferry can land.
- term: mooring
  forms: [mooring, moorings]
  says: A place where a boat is made fast.
- term: headland
  says: A piece of high land that reaches out into the sea.
"""
PAGE = """# Nordo

The ferry waits for an hour on each side of the sound, and today it waits for longer than that at the slipway.

<p style="text-align: right">All of it was seen from the headland</p>

<div style="height: 160vh"></div>

Two boats left their moorings.

```{toctree}
:hidden:
book/glossary
```
"""
SAYS = "A ramp down which boats are let into the water."


@pytest.fixture(scope="module")
def nordo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    (folder / "source" / "book").mkdir(parents=True)
    (folder / "source" / "book" / "glossary.yml").write_text(ENTRIES, "utf-8")
    glossary = "# Glossary\n\nThe words.\n\n```{glossary-list}\n```\n"
    built, complaints = build(folder, {"welcome": PAGE, "book/glossary": glossary})
    assert complaints == ""
    return built


@pytest.fixture
def opened(browser: Browser, open_book: Callable[[Path], Any], nordo: Path) -> Callable[..., Any]:
    @contextmanager
    def opener(**options: Any) -> Iterator[Page]:
        context = browser.new_context(**options)
        page = context.new_page()
        seen: list[str] = []
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.goto(f"{open_book(nordo).address}/welcome.html")
        yield page
        context.close()
        assert seen == []

    return opener


def word(page: Page, name: str = "slipway") -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def note(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_a_note_shows_on_hover_stays_under_the_pointer_and_goes_when_it_leaves(opened: Any) -> None:
    with opened() as page:
        expect(note(page)).to_have_count(0)
        word(page).hover()
        expect(note(page)).to_contain_text(SAYS)
        expect(word(page)).to_have_attribute("aria-expanded", "true")
        note(page).hover()
        page.wait_for_timeout(600)  # longer than the grace for the way
        expect(note(page)).to_be_visible()
        page.get_by_role("heading", name="Nordo").hover()
        expect(note(page)).to_be_hidden()
        expect(word(page)).to_have_attribute("aria-expanded", "false")


def test_a_note_shows_on_focus_and_names_itself_to_screen_readers(opened: Any) -> None:
    with opened() as page:
        page.keyboard.press("Tab")
        while not page.evaluate("document.activeElement.matches('.sb-gloss')"):
            page.keyboard.press("Tab")
        expect(note(page)).to_contain_text(SAYS)
        expect(word(page)).to_have_accessible_description(note(page).inner_text())
        page.keyboard.press("Tab")
        expect(word(page, "headland")).to_be_focused()
        expect(note(page)).to_contain_text("high land")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_close_a_note_and_open_it_again(opened: Any, key: str) -> None:
    with opened() as page:
        word(page).focus()
        page.keyboard.press(key)
        shown = note(page).is_visible()
        page.keyboard.press(key)
        assert note(page).is_visible() != shown
        expect(word(page)).to_be_focused()
        assert page.evaluate("scrollY") == 0


def test_escape_closes_a_note_and_leaves_focus_and_pointer_where_they_are(opened: Any) -> None:
    with opened() as page:
        word(page).hover()
        page.keyboard.press("Escape")
        expect(note(page)).to_be_hidden()
        word(page, "moorings").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        expect(note(page)).to_be_hidden()
        expect(word(page, "moorings")).to_be_focused()


def test_a_click_keeps_a_note_until_the_next_one(opened: Any) -> None:
    with opened() as page:
        word(page).click()
        page.get_by_role("heading", name="Nordo").hover()
        page.wait_for_timeout(600)
        expect(note(page)).to_be_visible()
        note(page).click()
        expect(note(page)).to_be_visible()
        page.get_by_role("heading", name="Nordo").click()
        expect(note(page)).to_be_hidden()


def test_a_thumb_opens_and_closes_a_note(opened: Any) -> None:
    with opened(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640}) as page:
        word(page).tap()
        expect(note(page)).to_contain_text(SAYS)
        expect(word(page)).to_have_attribute("aria-expanded", "true")
        note(page).tap()
        expect(note(page)).to_be_hidden()
        word(page, "headland").tap()
        expect(note(page)).to_contain_text("high land")
        expect(word(page)).to_have_attribute("aria-expanded", "false")
        word(page, "headland").tap()
        expect(note(page)).to_be_hidden()


@pytest.mark.parametrize("name", ["slipway", "headland", "moorings"])
def test_a_note_is_all_on_a_narrow_screen_and_moves_nothing(opened: Any, name: str) -> None:
    with opened(viewport={"width": 360, "height": 640}) as page:
        word(page, name).scroll_into_view_if_needed()
        before = page.evaluate("[...document.querySelectorAll('main *')].map((one) => one.offsetTop).join()")
        size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight].join()")
        word(page, name).click()
        box = note(page).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640
        spot = word(page, name).bounding_box()
        assert spot
        assert box["y"] >= spot["y"] + spot["height"] or box["y"] + box["height"] <= spot["y"]
        after = page.evaluate(
            "[...document.querySelectorAll('main *:not(.sb-gloss-note)')].map((one) => one.offsetTop).join()"
        )
        assert before.startswith(after) or after == before
        assert size == page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.scrollHeight].join()"
        )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["welcome", "book/glossary"])
def test_axe_finds_no_fault(opened: Any, node_modules: Path, theme: str, name: str) -> None:
    with opened(color_scheme=theme, reduced_motion="reduce") as page:
        page.goto(page.url.replace("welcome", name))
        if name == "welcome":
            word(page).click()
            expect(note(page)).to_be_visible()
        page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
        found = page.evaluate("async () => (await axe.run({ resultTypes: ['violations'] })).violations")
        assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found] == []


def test_the_words_are_copied_and_printed_like_the_text_around_them(opened: Any) -> None:
    with opened() as page:
        paragraph = page.locator("p", has=word(page)).first
        chosen = "(one) => { getSelection().selectAllChildren(one); return getSelection().toString().trim(); }"
        assert paragraph.evaluate(chosen).endswith("than that at the slipway.")
        word(page).click()
        page.emulate_media(media="print")
        expect(note(page)).to_be_hidden()
        for name in ("slipway", "headland"):
            assert word(page, name).evaluate("(one) => getComputedStyle(one).textDecorationLine") == "none"


def test_without_javascript_the_words_are_plain_text(opened: Any) -> None:
    with opened(java_script_enabled=False) as page:
        expect(page.get_by_role("button", name="slipway")).to_have_count(0)
        expect(page.get_by_text("at the slipway.")).to_be_visible()


def test_what_shows_the_notes_is_light(nordo: Path) -> None:
    static = nordo / "_static"
    style = (static / "gloss.css").read_bytes()
    script = (scripts.BOOK_WEB / "gloss.mjs").read_bytes()
    assert sum(len(gzip.compress(part)) for part in (style, script)) <= 3 * 1024
