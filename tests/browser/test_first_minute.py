"""The welcome page: a discovery, the way back to where one was, and a short course that leads to real stations."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from samestory.course import load_shipped

WELCOME = "book/index.html"
PLAN = load_shipped().syllabus
Opener = Callable[..., Page]


def test_each_word_answers_and_the_exchanged_one_tells_what_it_did(lesson: Opener, book) -> None:
    page = lesson(f"{book.address}/{WELCOME}")
    look = page.locator(".sb-first-look")
    said = look.get_by_role("status")
    look.get_by_role("button", name="concrete", exact=True).click()
    expect(said).to_contain_text("changed too")
    look.get_by_role("button", name="steps", exact=True).click()
    expect(said).to_contain_text("That one he said")
    look.get_by_role("button", name="intelligence", exact=True).press("Enter")
    expect(said).to_have_text("You found it.")
    findings = load_shipped().cases["blinken-lavrov"].findings.values()
    count = sum(one.should_be is not None and one.certainty != "open" for one in findings)
    expect(look.get_by_text(f"one of {count} places")).to_be_visible()


def test_without_scripts_the_answer_stands_behind_a_fold(browser: Browser, book) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{book.address}/{WELCOME}")
    expect(page.get_by_text("One exchange puts somebody else")).to_be_hidden()
    page.get_by_text("Show me", exact=True).click()
    expect(page.get_by_text("name for spy services")).to_be_visible()
    context.close()


def test_a_reader_who_comes_back_is_led_to_the_station_left_last(browser: Browser, book) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script("localStorage['samestory:whole'] = 'no'")
    page = context.new_page()
    page.goto(f"{book.address}/{WELCOME}")
    expect(page.locator(".sb-onward")).to_be_hidden()
    page.goto(f"{book.address}/notebooks/03-three-accounts.html#on-your-own")
    page.goto(f"{book.address}/{WELCOME}")
    expect(page.locator(".sb-onward")).to_contain_text("station 5 of 10, “On your own”")
    page.get_by_role("link", name="Go on where you were").click()
    expect(page.get_by_role("heading", name="On your own", exact=True)).to_be_in_viewport()
    context.close()


def test_the_short_course_leads_to_real_stations_and_says_their_minutes(built_book: Path) -> None:
    page = (built_book / f"{PLAN.short.page}.html").read_text("utf-8")
    told = re.findall(
        r'href="\.\./notebooks/([\w-]+)\.html#([\w-]+)">(?:(?!</li>).)*about (\d+) minutes', page, re.DOTALL
    )
    assert told == [(one.page, one.station, str(one.minutes)) for one in PLAN.short.stations]
    for one in PLAN.short.stations:
        lesson = (built_book / "notebooks" / f"{one.page}.html").read_text("utf-8")
        tag = next(tag for tag in re.findall("<section [^>]*>", lesson) if f'id="{one.station}"' in tag)
        assert f'data-minutes="{one.minutes}"' in tag
