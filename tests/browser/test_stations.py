"""A lesson one station at a time: the address keeps the place, all can be reached, and paper loses nothing."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from samestory.course import load_shipped

LESSON = "notebooks/03-three-accounts.html"
ONE_AT_A_TIME = "if (!sessionStorage.begun) { localStorage['samestory:whole'] = 'no'; sessionStorage.begun = 'yes' }"
SHOWN = """() => [...document.querySelectorAll(".sb-station")]
    .map((one, at) => (one.checkVisibility({ contentVisibilityAuto: true }) && one.offsetHeight > 0 ? at + 1 : 0))
    .filter(Boolean)"""
Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Any, book: Any) -> Iterator[Opener]:
    """Opens a lesson in a fresh profile that wants one station at a time."""
    contexts: list[BrowserContext] = []

    def opener(fragment: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"service_workers": "block", "reduced_motion": "reduce", **options})
        contexts.append(context)
        context.add_init_script(ONE_AT_A_TIME)
        page = context.new_page()
        page.goto(f"{book.address}/{LESSON}{fragment}")
        page.wait_for_function("() => document.documentElement.dataset.stations === 'ready'")
        return page

    yield opener
    for context in contexts:
        context.close()


def shown(page: Page) -> list[int]:
    return page.evaluate(SHOWN)


def test_next_and_back_walk_through_the_stations_and_the_address_keeps_the_place(opened: Opener) -> None:
    page = opened()
    assert shown(page) == [1]
    page.get_by_role("link", name="Next station").click()
    expect(page.get_by_text("Station 2 of 10", exact=True)).to_be_visible()
    assert shown(page) == [2]
    heading = page.get_by_role("heading", name="First: is it the same event?")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    page.get_by_role("link", name="Next station").click()
    assert shown(page) == [3]
    page.go_back()
    page.wait_for_function("() => location.hash.startsWith('#first')")
    assert shown(page) == [2]
    page.reload()
    page.wait_for_function("() => document.documentElement.dataset.stations === 'ready'")
    assert shown(page) == [2]
    page.get_by_role("link", name="Back", exact=True).click()
    assert shown(page) == [1]


def test_the_last_station_is_the_end_and_leads_to_the_next_lesson_only_then(opened: Opener) -> None:
    page = opened("#and-last-year")
    assert shown(page) == [10]
    expect(page.get_by_text("This is the end of the lesson.")).to_be_visible()
    expect(page.locator(".sb-turn .sb-next")).to_be_visible()
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator(".sb-turn .sb-next")).to_be_hidden()


@pytest.mark.parametrize(
    ("fragment", "station"),
    [("#six-claims", 5), ("#one-shown-whole", 2), ("#nowhere", 1), ("#%", 1), ("#before-you-go", 10)],
)
def test_a_link_to_a_heading_or_an_exercise_opens_its_station(opened: Opener, fragment: str, station: int) -> None:
    page = opened(fragment)
    assert shown(page) == [station]
    if station > 1:
        expect(page.locator(f'[id="{fragment[1:]}"]')).to_be_in_viewport()


def test_the_whole_lesson_shows_on_demand_and_the_wish_is_kept(opened: Opener) -> None:
    page = opened("#on-your-own")
    page.get_by_text("Station 5 of 10", exact=True).click()
    page.get_by_role("button", name="Show the whole lesson").click()
    assert len(shown(page)) == 10
    expect(page.get_by_role("heading", name="On your own", exact=True)).to_be_in_viewport()
    page.reload()
    page.wait_for_function("() => document.documentElement.dataset.stations === 'ready'")
    assert len(shown(page)) == 10
    page.get_by_text("All 10 stations", exact=True).click()
    page.get_by_role("button", name="Show one station at a time").click()
    assert len(shown(page)) == 1


def test_paper_and_a_browser_without_scripts_have_all_of_it(opened: Opener, browser: Any, book: Any) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert len(shown(page)) == 10
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{book.address}/{LESSON}")
    for name in ("Three questions from before", "And last year?"):
        expect(plain.get_by_role("heading", name=name)).to_be_visible()
    expect(plain.get_by_text("Station 10 of 10")).to_be_visible()
    context.close()


def test_the_skip_link_leaves_the_station_open(opened: Opener) -> None:
    page = opened("#on-your-own")
    page.evaluate("() => { location.hash = 'main-content' }")
    assert shown(page) == [5]


def test_the_list_ticks_a_station_whose_exercises_are_done(opened: Opener) -> None:
    page = opened()
    page.evaluate("""() => {
        for (const { id } of document.querySelector(".sb-station").querySelectorAll("same-story-exercise"))
            localStorage.setItem(`samestory:1:${id}`, JSON.stringify({ checked: true, record: { exercise: id } }));
        dispatchEvent(new Event("samestory:stored"));
    }""")
    page.get_by_text("Station 1 of 10", exact=True).click()
    expect(page.locator(".sb-way li.is-done")).to_have_count(1)
    expect(page.locator(".sb-way li.is-done")).to_contain_text("done")


def test_the_stations_of_each_lesson_add_up_to_what_the_plan_promises_within_a_fifth(built_book: Path) -> None:
    """The build warns of it too; this is a second look, at the pages as they are read."""
    off = {}
    for one in load_shipped().syllabus.lessons:
        text = (built_book / "notebooks" / f"{one.page}.html").read_text("utf-8")
        minutes = [int(found) for found in re.findall(r'<section [^>]*data-minutes="(\d+)"', text)]
        if abs(sum(minutes) - one.minutes) > one.minutes / 5:
            off[one.page] = (one.minutes, minutes)
    assert off == {}
