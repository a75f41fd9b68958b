"""The reader in a browser: by pointer, keys and link, on a phone and in print, in time and fluid when it is large."""

import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import Book, open_folder
from samestory.widget.bundle import page_script, styles
from samestory.widget.reader.element import reader_element
from samestory.widget.reader.text import ReaderText
from samestory.widget.reader.view import reader_view, view_of

PAGE = """<!DOCTYPE html><html lang="en" data-theme="{theme}"><meta charset="utf-8"><title>A reader</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>{styles}</style><main><h1>A reader</h1>
<p style="height: 3rem">Before it.</p>{element}<p style="height: 60rem">After it.</p></main>
<script>{script}</script></html>"""
SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we"]
# Where something is two frames from now.
AT_REST = """(node) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => done(node.getBoundingClientRect().top))))"""
# Draws the element anew and waits until the frame with it is over: milliseconds, the best of five.
DRAWN_WITHIN = """async () => {
  const node = document.querySelector('same-story-reader');
  let best = Infinity;
  for (let turn = 0; turn < 5; turn += 1) {
    node.remove();
    const start = performance.now();
    document.querySelector('main').append(node);
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      requestAnimationFrame(() => port2.postMessage(0));
    });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}"""
# Scrolls a text from its start to its end in 120 frames; the time between frames, but for the two longest.
SCROLLED = """async (box) => {
  const gaps = [];
  let last = performance.now();
  for (let frame = 1; frame <= 120; frame += 1) {
    box.scrollTop = (box.scrollHeight - box.clientHeight) * frame / 120;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  return gaps.sort((a, b) => b - a)[2];
}"""


def made(seed: int = 3, sentences: int = 165, shared: int = 50) -> list[ReaderText]:
    """Three texts of nearly 2,000 made-up words, every two of which share 50 sentences."""
    draw = random.Random(seed)
    stock = ["".join(draw.choices(SYLLABLES, k=draw.randint(1, 4))) for _ in range(6000)]
    own = [[sentence(draw, stock) for _ in range(sentences - 2 * shared)] for _ in range(3)]
    for one, other in ((0, 1), (1, 2), (0, 2)):
        for number in range(shared):
            both = sentence(draw, stock)
            for text in (own[one], own[other]):
                text.insert(round((number + 0.5) / shared * len(text)), both)
    texts = ["\n\n".join(" ".join(text[at : at + 4]) for at in range(0, len(text), 4)) for text in own]
    return [ReaderText(f"text-{n}", f"Paper {n}", "1 May 2031", text, (), 0, len(text)) for n, text in enumerate(texts)]


def sentence(draw: random.Random, stock: list[str]) -> str:
    """Twelve words."""
    return " ".join(draw.choices(stock, k=12)).capitalize() + "."


VIEWS: dict[str, Callable[[], dict[str, Any]]] = {
    "two": cache(lambda: reader_view(["al-jazeera", "powerhouse-news"])),
    "one-quotation": cache(lambda: reader_view(["al-jazeera", "responsible-statecraft"])),
    "nothing": cache(lambda: reader_view(["san-juan-daily-star", "visegrad24"])),
    "three": cache(lambda: reader_view(["powerhouse-news", "al-jazeera", "responsible-statecraft"])),
    "large": cache(lambda: view_of(made())),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A page for each of the readers above, in both themes."""
    folder = tmp_path_factory.mktemp("readers")
    for name, view in VIEWS.items():
        element = reader_element(view()).replace("<same-story-reader ", '<same-story-reader data-level="2" ')
        for theme in ("light", "dark"):
            page = PAGE.format(theme=theme, styles=styles(), element=element, script=page_script())
            (folder / f"{name}-{theme}.html").write_text(page, "utf-8")
    both = reader_element(VIEWS["two"]()) * 2
    twice = PAGE.format(theme="light", styles=styles(), element=both, script=page_script())
    (folder / "twice-light.html").write_text(twice, "utf-8")
    opened = open_folder(folder)
    yield opened
    opened.stop()


@pytest.fixture
def reader(pages: Book, browser: Browser) -> Iterator[Any]:
    """Opens one of the readers; whatever a console shows by the end is a failure, and so is a request elsewhere."""
    contexts, seen = [], []

    def opener(name: str, fragment: str = "", theme: str = "light", **options: Any) -> Page:
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 860}, "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        context.on("console", lambda message: seen.append(message.text))
        context.on("weberror", lambda problem: seen.append(str(problem.error)))
        page = context.new_page()
        page.goto(f"{pages.address}/{name}-{theme}.html{fragment}")
        page.wait_for_selector(".ss-reader")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert seen == []


def band(name: str, layer: str) -> dict[str, Any]:
    """The first band of a layer in one of the readers."""
    return next(one for one in VIEWS[name]()["bands"] if one["layer"] == layer)


def box(page: Page, number: int) -> Locator:
    """The box in which a text scrolls."""
    return page.locator(".ss-r-scroll").nth(number)


def chip(page: Page, text: int, number: int) -> Locator:
    """The button of a band, by its number, in a text."""
    return box(page, text).locator(f'[data-key="b{number}"]')


def place(node: Locator) -> float:
    """How far below the top of the window something is, once it has come to rest."""
    now, before = node.evaluate(AT_REST), None
    while now != before:
        now, before = node.evaluate(AT_REST), now
    return now


def test_choosing_a_passage_brings_its_other_end_level(reader: Any) -> None:
    page = reader("two")
    chosen = band("two", "reworded")["number"]
    chip(page, 0, chosen).click()
    assert abs(place(chip(page, 0, chosen)) - place(chip(page, 1, chosen))) < 4
    panel = page.get_by_role("group", name="What you have chosen")
    expect(panel).to_contain_text("possibly in other words")
    assert panel.locator(".ss-r-swap").count() > 3
    assert top_of(panel) > place(chip(page, 0, chosen))


def top_of(node: Locator) -> float:
    """How far below the top of the window something is."""
    found = node.bounding_box()
    assert found
    return found["y"]


def test_texts_scroll_together_by_passage(reader: Any) -> None:
    page = reader("one-quotation")
    shared = band("one-quotation", "quoted")["number"]
    page.evaluate("(box) => { box.scrollTop = 1; }", box(page, 0).element_handle())
    for _ in range(60):  # a wheel's steps, until the quotation is where one reads
        if place(chip(page, 0, shared)) < top_of(box(page, 0)) + 250:
            break
        box(page, 0).hover()
        page.mouse.wheel(0, 30)
    assert abs(place(chip(page, 0, shared)) - place(chip(page, 1, shared))) < 30


def test_texts_without_a_common_passage_scroll_alone(reader: Any) -> None:
    page = reader("nothing")
    expect(page.get_by_text("Nothing in them corresponds.")).to_be_visible()
    box(page, 0).evaluate("(box) => { box.scrollTop = 400; }")
    place(box(page, 0))
    assert box(page, 1).evaluate("(box) => box.scrollTop") == 0
    expect(page.get_by_role("button", name="Scroll together")).to_have_count(0)


def test_keys_lead_from_passage_to_passage_and_to_the_other_text(reader: Any) -> None:
    page = reader("two")
    box(page, 0).focus()
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.dataset.key")
    page.keyboard.press("n")
    second = page.evaluate("document.activeElement.dataset.key")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.dataset.key") == first != second
    page.keyboard.press("o")
    expect(box(page, 1).locator(f'[data-key="{first}"]')).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.key") != first
    page.keyboard.press("Escape")
    expect(page.get_by_role("group", name="What you have chosen")).to_be_hidden()


def test_each_text_has_one_stop_of_the_tab_key_among_its_passages(reader: Any) -> None:
    page = reader("large")
    assert box(page, 0).locator(".ss-r-chip").count() > 90
    assert box(page, 0).locator('.ss-r-chip[tabindex="0"]').count() == 1


def test_findings_are_out_of_sight_until_they_are_asked_for(reader: Any) -> None:
    page = reader("two")
    noted = page.locator(".ss-r-chip[data-note]")
    assert noted.count() > 20
    assert noted.locator("visible=true").count() == 0
    assert page.locator(".ss-marked").count() == 0
    box(page, 1).focus()
    page.keyboard.press("f")
    expect(page.get_by_role("group", name="What you have chosen")).to_be_hidden()
    page.get_by_role("button", name="Reveal the findings").click()
    box(page, 1).focus()
    page.keyboard.press("f")
    expect(box(page, 1).locator("[data-note]:focus")).to_be_visible()
    expect(page.get_by_role("group", name="What you have chosen").locator(".ss-clipping").first).to_be_visible()


def test_a_layer_can_be_switched_off(reader: Any) -> None:
    page = reader("two")
    shown = chip(page, 0, band("two", "echo")["number"])
    expect(shown).to_be_visible()
    button = page.get_by_role("group", name="Layers").get_by_role("button", name="Echo")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(shown).to_be_hidden()


def test_a_link_opens_the_passage_that_it_was_taken_from(reader: Any) -> None:
    page = reader("two")
    chosen = band("two", "reworded")["number"]
    chip(page, 1, chosen).click()
    address = page.get_by_role("link", name="Link to this place").get_attribute("href")
    again = reader("two", address)
    expect(chip(again, 1, chosen)).to_be_focused()
    expect(box(again, 1).locator(".is-chosen").first).to_be_in_viewport()


def test_a_link_to_any_place_of_a_text_opens_it(reader: Any) -> None:
    view = VIEWS["two"]()
    last = view["texts"][1]["paragraphs"][-1]["segments"][0]
    page = reader("two", f"#{view['id']}:powerhouse-news:{last[0]}")
    expect(box(page, 1).locator(".is-chosen")).to_be_in_viewport()


def test_of_two_readers_of_the_same_texts_a_link_opens_the_one_it_was_taken_from(reader: Any) -> None:
    page = reader("twice")
    ids = page.locator("same-story-reader").evaluate_all("(all) => all.map((one) => one.id)")
    assert len(set(ids)) == 2
    second = page.locator("same-story-reader").nth(1)
    chosen = band("two", "reworded")["number"]
    second.locator(".ss-r-scroll").nth(1).locator(f'[data-key="b{chosen}"]').click()
    again = reader("twice", second.get_by_role("link", name="Link to this place").get_attribute("href"))
    expect(again.locator("same-story-reader").nth(1).locator(".is-chosen").first).to_be_in_viewport()
    assert again.locator("same-story-reader").nth(0).locator(".is-chosen").count() == 0


def test_a_phone_shows_one_text_and_goes_to_the_passage_in_the_other(reader: Any) -> None:
    page = reader("two", viewport={"width": 320, "height": 640}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(box(page, 0)).to_be_visible()
    expect(box(page, 1)).to_be_hidden()
    chosen = band("two", "reworded")["number"]
    chip(page, 0, chosen).tap()
    page.get_by_role("button", name="Other text").tap()
    expect(box(page, 0)).to_be_hidden()
    expect(chip(page, 1, chosen)).to_be_in_viewport()
    words = box(page, 1).locator(".is-chosen").first
    assert place(words) < top_of(page.get_by_role("group", name="What you have chosen"))


def test_turning_to_the_other_text_on_a_phone_keeps_the_place(reader: Any) -> None:
    page = reader("one-quotation", viewport={"width": 390, "height": 700})
    shared = band("one-quotation", "quoted")["number"]
    chip(page, 0, shared).scroll_into_view_if_needed()
    before = place(chip(page, 0, shared))
    page.get_by_role("group", name="The text shown").get_by_role("button").nth(1).click()
    assert abs(place(chip(page, 1, shared)) - before) < 4


def test_the_table_says_what_the_bands_show(reader: Any) -> None:
    page = reader("three")
    page.get_by_role("button", name="What corresponds, as a table").click()
    view = VIEWS["three"]()
    rows = page.get_by_role("row")
    assert rows.count() == len(view["bands"]) + 1
    row = rows.nth(1)
    for words in view["bands"][0]["printed"]:
        expect(row).to_contain_text(words)
    row.get_by_role("button").click()
    expect(page.locator(".ss-r-chip:focus")).to_be_visible()


def test_print_shows_both_texts_whole_and_the_table(reader: Any) -> None:
    page = reader("two", viewport={"width": 390, "height": 700})
    page.emulate_media(media="print")
    for number in (0, 1):
        expect(box(page, number)).to_be_visible()
        assert box(page, number).evaluate("(box) => box.scrollHeight - box.clientHeight") <= 1
    expect(page.locator(".ss-r-table")).to_be_visible()
    expect(page.get_by_role("button", name="Other text")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_fault_in_a_reader_with_everything_on(
    reader: Any, node_modules: Path, theme: str, width: int
) -> None:
    page = reader("three", theme=theme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('.ss-r-layers [aria-pressed=false]').forEach((one) => one.click())")
    page.get_by_role("button", name="What corresponds, as a table").click()
    page.locator(".ss-r-chip:visible").first.click()
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    found = page.evaluate("async () => (await axe.run({ resultTypes: ['violations'] })).violations")
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []


def test_the_reader_is_there_within_200_milliseconds(reader: Any) -> None:
    assert reader("three").evaluate(DRAWN_WITHIN) <= 200


def test_three_long_texts_with_150_bands_scroll_fluidly(reader: Any) -> None:
    page = reader("large")
    assert len(VIEWS["large"]()["bands"]) >= 140
    assert min(box(page, 0).evaluate(SCROLLED) for _ in range(3)) <= 50
