"""Explorers on a page: by pointer and keys, without scripts, on a phone, in print, for every eye and ear."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import Book, open_folder
from samestory.lesson import clip, explore, figure, style, table
from samestory.widget.bundle import page_script, styles

PAGE = """<!DOCTYPE html><html lang="en" data-theme="{theme}"><meta charset="utf-8"><title>Explorers</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="samestory.css"><script defer src="samestory.js"></script>
<style>body {{ background: {ground}; color: {ink}; margin: 0 auto; max-width: 46rem; padding: 0 1rem }}</style>
<main><h1>Explorers</h1>{body}<p id="after">After them.</p></main></html>"""
COLOURS = {"light": ("#fff", "#1d1c1a"), "dark": ("#14181e", "#e8e5de")}
SMALL = """() => [...document.querySelectorAll(".ss-explorer-control :is(button, label, [type=range])")]
    .map((node) => node.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44).length"""
CHOICE, TICKS, SCALE = 0, 1, 2


def grown(value: int) -> list[Any]:
    """A figure, and a table with as many rows as the value says."""
    import matplotlib.pyplot as plt

    with plt.rc_context(style()):
        drawing, axes = plt.subplots(figsize=(4, 1.6))
        axes.plot(range(value + 1), marker="o", color="#1a5fa0")
        axes.set_title(f"It goes up to {value}")
    rows = pd.DataFrame({"Step": range(value), "Height": range(value)})
    return [figure(drawing, f"A line up to {value}.", "Made up."), table(rows, f"{value} steps")]


def said(chosen: tuple[str, ...]) -> Any:
    """A clipping where nothing is chosen, else a table of what is."""
    quoted = clip("powerhouse-news", "if moscow's approach improves")
    return table(pd.DataFrame({"Name": chosen}), f"Chosen: {len(chosen)}") if chosen else quoted


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A page with an explorer of each sort, in both themes."""
    some = [
        explore(grown, {"two steps": 2, "nine steps": 9}, label="How many steps"),
        explore(said, ["Ann", "Ben", "Cy"], label="Who is asked", several=True),
        explore(
            grown, {f"a stop of some length, with number {n}": n for n in range(1, 9)}, label="Which stop", start=3
        ),
    ]
    body = "<p>A line between.</p>".join(DisplayFormatter().format(one)[0]["text/html"] for one in some)
    folder = tmp_path_factory.mktemp("explorers")
    for theme, (ground, ink) in COLOURS.items():
        page = PAGE.format(theme=theme, ground=ground, ink=ink, body=body)
        (folder / f"{theme}.html").write_text(page, "utf-8")
    (folder / "samestory.js").write_text(page_script(), "utf-8")
    (folder / "samestory.css").write_text(styles(), "utf-8")
    opened = open_folder(folder)
    yield opened
    opened.stop()


@pytest.fixture
def opened(pages: Book, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens the page; whatever a console shows by the end is a failure."""
    contexts, seen = [], []

    def opener(theme: str = "light", **options: Any) -> Page:
        context = browser.new_context(color_scheme=theme, **options)
        contexts.append(context)
        context.on("console", lambda message: seen.append(message.text))
        context.on("weberror", lambda problem: seen.append(str(problem.error)))
        page = context.new_page()
        page.goto(f"{pages.address}/{theme}.html")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert seen == []


def explorer(page: Page, which: int) -> Locator:
    return page.locator("same-story-explorer").nth(which)


def shown(page: Page, which: int) -> list[str]:
    """The texts of the states that can be seen."""
    sections = explorer(page, which).locator("[data-state]")
    texts = sections.evaluate_all(
        "(all) => all.filter((one) => getComputedStyle(one).visibility === 'visible')"
        ".map((one) => one.querySelector('.ss-explorer-stop').textContent)"
    )
    return list(texts)


def test_a_button_shows_its_state_and_no_other(opened):
    page = opened()
    assert shown(page, CHOICE) == ["two steps"]
    page.get_by_role("radiogroup", name="How many steps").get_by_text("nine steps").click()
    assert shown(page, CHOICE) == ["nine steps"]
    expect(page.get_by_role("img", name="A line up to 9.")).to_be_visible()
    expect(page.get_by_role("img", name="A line up to 2.")).not_to_be_visible()


def test_boxes_are_ticked_together(opened):
    page = opened()
    group = page.get_by_role("group", name="Who is asked")
    group.get_by_label("Cy").check()
    group.get_by_label("Ann").check()
    assert shown(page, TICKS) == ["Ann and Cy"]
    group.get_by_label("Cy").uncheck()
    group.get_by_label("Ann").uncheck()
    assert shown(page, TICKS) == ["none"]


def test_keys_alone_reach_and_turn_every_control(opened):
    page = opened()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert shown(page, CHOICE) == ["nine steps"]
    page.get_by_label("Ann").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown(page, TICKS) == ["Ben"]
    scale = page.get_by_role("slider", name="Which stop")
    scale.focus()
    page.keyboard.press("End")
    assert shown(page, SCALE) == ["a stop of some length, with number 8"]
    assert scale.get_attribute("aria-valuetext") == "a stop of some length, with number 8"
    page.keyboard.press("Home")
    assert shown(page, SCALE) == ["a stop of some length, with number 1"]


def test_a_step_is_said_once_and_ends_at_the_ends(opened):
    page = opened()
    box, status = explorer(page, SCALE), explorer(page, SCALE).get_by_role("status")
    scale = page.get_by_role("slider", name="Which stop")
    expect(status).to_have_text("")
    scale.press("ArrowRight")
    expect(status).to_have_text("")  # a slider says its stop itself
    for number in (5, 6, 7, 8, 8):
        box.get_by_role("button", name="Next").click(force=True)  # also where there is none
        expect(status).to_have_text(f"a stop of some length, with number {number}")
    expect(box.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")
    expect(box.get_by_role("button", name="Previous")).to_have_attribute("aria-disabled", "false")
    assert scale.input_value() == "7"


def test_nothing_below_moves_when_a_state_is_taller(opened):
    page = opened(viewport={"width": 360, "height": 740})
    top = "() => document.querySelector('#after').getBoundingClientRect().top + scrollY"
    before = page.evaluate(top)
    page.get_by_label("nine steps").check()
    page.get_by_label("Ann").check()
    page.get_by_role("slider", name="Which stop").press("End")
    assert page.evaluate(top) == before


def test_the_page_keeps_its_height_while_the_script_is_on_its_way(pages, browser):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    waiting = []
    page.route("**/samestory.js", lambda route: waiting.append(route))
    page.goto(f"{pages.address}/light.html", wait_until="commit")
    page.wait_for_selector("#after")
    height = page.evaluate("document.documentElement.scrollHeight")
    expect(page.get_by_label("nine steps")).to_be_visible()
    waiting[0].continue_()
    page.wait_for_function("() => customElements.get('same-story-explorer')")
    assert page.evaluate("document.documentElement.scrollHeight") == height
    page.close()


def test_without_scripts_every_state_stands_there_and_no_control(opened):
    page = opened(java_script_enabled=False)
    expect(page.get_by_text("nine steps", exact=True).last).to_be_visible()
    for name in ("A line up to 2.", "A line up to 9."):
        expect(page.get_by_role("img", name=name).first).to_be_visible()
    expect(page.locator(".ss-explorer-stop")).to_have_count(2 + 8 + 8)
    for stop in page.locator(".ss-explorer-stop").all():
        expect(stop).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)


def test_an_older_browser_shows_one_state_too(pages, browser):
    page = browser.new_page()
    older = styles().replace("(scripting: enabled)", "(scripting: not-known-yet)")
    page.route("**/samestory.css", lambda route: route.fulfill(body=older, content_type="text/css"))
    page.goto(f"{pages.address}/light.html")
    page.get_by_label("nine steps").check()
    assert [shown(page, which) for which in (CHOICE, TICKS)] == [["nine steps"], ["none"]]
    expect(page.get_by_role("slider", name="Which stop")).to_be_visible()
    page.emulate_media(media="print")
    assert [len(shown(page, which)) for which in (CHOICE, TICKS, SCALE)] == [2, 8, 8]
    page.close()


def test_paper_has_every_state_and_no_control(opened):
    page = opened()
    page.emulate_media(media="print")
    assert [len(shown(page, which)) for which in (CHOICE, TICKS, SCALE)] == [2, 8, 8]
    for stop in page.locator(".ss-explorer-stop").all():
        expect(stop).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault_in_any_state(opened, theme, node_modules: Path):
    page = opened(theme)
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    for turn in range(8):
        found = page.evaluate("async () => (await axe.run({ resultTypes: ['violations'] })).violations")
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
        page.get_by_label(("two steps", "nine steps")[turn % 2]).check()
        for bit, name in enumerate(("Cy", "Ben", "Ann")):
            page.get_by_label(name).set_checked(bool(turn >> bit & 1))
        page.get_by_role("slider", name="Which stop").fill(str(turn))


@pytest.mark.parametrize("width", [320, 360, 1200])
def test_everything_fits_and_can_be_hit_by_a_thumb(opened, width):
    page = opened(viewport={"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SMALL) == 0
