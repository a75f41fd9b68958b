"""A new learner goes through the whole course by keyboard, with no network after the first page, to the results."""

from pathlib import Path
from typing import Any

import pytest
from acting import DRAWN, Card, Keyboard
from playwright.sync_api import Page, expect

from samestory.course import load_shipped
from samestory.exercise import Exercise

COURSE = load_shipped()
# What the walk leaves out: code needs the Python of the pages, which is not part of the offline copy until it was used.
LEFT_OUT = {name for name, one in COURSE.exercises.items() if one.card.kind == "code"}
LEFT_OUT |= set(COURSE.syllabus.earlier_forms())  # graded still, and on no page any more
FURTHEST = 400  # presses of Tab from the last exercise of a page to the link that leads on
PATIENCE = 15_000


def shown_on(page: Page) -> list[Exercise]:
    """The exercises of a page in their order, but for those that the walk leaves out."""
    names = page.locator("same-story-exercise:visible").evaluate_all("(all) => all.map((one) => one.id)")
    return [COURSE.exercise(name) for name in names if name not in LEFT_OUT]


def do(page: Page, hands: Keyboard, exercise: Exercise, is_waiting: bool) -> None:
    """Answer an exercise by its key and check it; one that waits for another keeps its verdict back."""
    card, verdict = Card(page, exercise), exercise.verdict(exercise.key()["answer"])
    hands.answer(card, exercise.key()["answer"])
    hands.use(card.check)
    if is_waiting:
        expect(card.node.get_by_text("kept", exact=True)).to_be_visible()
    else:
        card.expect_verdict(verdict)
    assert card.kept()["record"]["answer"] == exercise.key()["answer"]


def go_on(page: Page, hands: Keyboard) -> bool:
    """Follow the link to the next page by keys; False where there is none."""
    onward = page.locator("a.sb-next")
    if not onward.count():
        return False
    before = page.url
    hands.reach(onward, furthest=FURTHEST)
    hands.press("Enter")
    page.wait_for_url(lambda url: url != before, timeout=PATIENCE)
    page.wait_for_function(DRAWN)
    hands.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    hands.press("Enter")
    return True


def begin(lesson: Any, book: Any) -> tuple[Page, Keyboard]:
    """The welcome page, with the offline copy in place and the network gone."""
    page = lesson(f"{book.address}/book/index.html", service_workers="allow")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    book.stop()
    return page, Keyboard(page)


def walk(page: Page, hands: Keyboard, last: str) -> list[str]:
    """Do every exercise on the way, up to the page whose address holds `last`; return their names in order."""
    done: list[str] = []
    while go_on(page, hands) and last not in page.url:
        for exercise in shown_on(page):
            do(page, hands, exercise, is_waiting=bool(set(exercise.card.until) - set(done)))
            done.append(exercise.card.id)
    return done


def test_a_new_learner_begins_the_course_by_keys_and_offline(lesson: Any, built_book: Path, open_book: Any) -> None:
    page, hands = begin(lesson, open_book(built_book))
    done = walk(page, hands, "/02-")
    first = {one.card.id for one in COURSE.lesson("01-on-the-page")} - LEFT_OUT
    assert first <= set(done)
    assert "/02-" in page.url


@pytest.mark.slow
def test_a_new_learner_does_every_exercise_by_keys_and_offline_and_finds_them_all_in_the_results(
    lesson: Any, built_book: Path, open_book: Any
) -> None:
    page, hands = begin(lesson, open_book(built_book))
    done = walk(page, hands, "/book/results")
    assert set(done) == set(COURSE.exercises) - LEFT_OUT
    counted = [one for one in COURSE.exercises.values() if not one.card.extra]
    assert not LEFT_OUT & {one.card.id for one in counted} - set(COURSE.syllabus.earlier_forms())
    expect(page.get_by_role("heading", level=1)).to_contain_text("My results")
    lessons = sum(one.card.lesson[0].isdigit() for one in counted)
    expect(page.get_by_text(f"You have checked {lessons} of {lessons} exercises, in 10 of 10 lessons.")).to_be_visible()
    expect(page.get_by_text("all of this page")).to_have_count(13)  # ten lessons, two tests, the later checks
