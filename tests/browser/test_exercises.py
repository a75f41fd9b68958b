"""The exercises of lesson 7 on the static page, done as learners do them: by keys, by mouse, by finger, offline."""

import json
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, Pointer, face_of, points_of
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samestory.case import load_shipped

LESSON = "notebooks/07-odd-phrases.html"
EXERCISES = {one.card.id: one for one in load_shipped().lesson("07-odd-phrases")}
ONE_OF_EACH = {one.card.kind: one.card.id for one in reversed(EXERCISES.values())}
KEYS = {name: one.task.right().to_json() for name, one in EXERCISES.items()}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DRAWN = "() => [...document.querySelectorAll('same-story-exercise')].every((one) => one.querySelector('article'))"
KEEP = "(all) => { for (const [id, one] of Object.entries(all)) localStorage[`samestory:1:${id}`] = one; }"
NOT_KEPT = "This browser does not let the page keep answers"


def wrong_answers(name: str) -> list[Any]:
    """Three answers that do not get full points, spread over those that the exercise names."""
    some = [sample.raw for sample in EXERCISES[name].samples() if sample.low < 1 and sample.name != "nothing"]
    return [some[0], some[len(some) // 2], some[-1]]


def half_right(name: str) -> Any:
    """The key with a part left out or changed, for every kind."""
    answer = json.loads(json.dumps(KEYS[name]))
    if "marks" in answer:
        answer["marks"] = answer["marks"][::2] + [{"from": 11, "to": 12, "label": answer["marks"][0]["label"]}]
        answer["marks"].sort(key=lambda mark: mark["from"])
    if "placed" in answer:
        group = next(iter(answer["placed"].values()))
        answer["placed"] = {item: group for item in list(answer["placed"])[1:]}
    if "chosen" in answer:
        view = EXERCISES[name].view()
        answer["chosen"] = [option["id"] for option in view["options"]][:: 2 if view["many"] else 9]
    return answer


@pytest.fixture
def lesson(browser: Browser, book: Any) -> Iterator[Callable[..., Page]]:
    """Opens the lesson in a fresh profile. At the end nothing may stand in the console of any page."""
    contexts: list[BrowserContext] = []
    seen: list[str] = []

    def opener(address: str = "", script: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
        if script:
            context.add_init_script(script)
        page = context.new_page()
        visit(page, address or f"{book.address}/{LESSON}")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert seen == []


def visit(page: Page, address: str | None = None) -> None:
    """Open an address, or the same one again, and wait until the exercises are drawn."""
    if address:
        page.goto(address)
    else:
        page.reload()
    page.wait_for_function(DRAWN)


def card_of(page: Page, name: str) -> Card:
    """An exercise on a page."""
    return Card(page, EXERCISES[name])


def give(page: Page, answers: dict[str, Any], **more: Any) -> None:
    """Let the page find answers that were begun earlier."""
    page.evaluate(KEEP, {name: json.dumps({"draft": answer, **more}) for name, answer in answers.items()})
    visit(page)


def check_all(page: Page, answers: dict[str, Any]) -> None:
    """Answer and check every exercise, each as it is given."""
    give(page, answers)
    for name, answer in answers.items():
        card = card_of(page, name)
        card.check.click()
        card.expect_verdict(EXERCISES[name].verdict(answer))


def expect_kept(page: Page, name: str, answer: Any) -> None:
    """After a reload the answer and its verdict are there again."""
    visit(page)
    card = card_of(page, name)
    card.expect_verdict(EXERCISES[name].verdict(answer))
    assert card.face() == face_of(EXERCISES[name], answer)


def stand_before(page: Page, name: str) -> None:
    """Put the focus on the last control of the exercise before this one; before the first one, on nothing."""
    before = list(EXERCISES)[: list(EXERCISES).index(name)]
    if before:
        card_of(page, before[-1]).node.get_by_role("button").last.focus()


@pytest.mark.parametrize("name", EXERCISES)
def test_keys_alone_do_an_exercise_and_the_answer_is_kept(lesson: Any, name: str) -> None:
    page = lesson()
    card, hands, verdict = card_of(page, name), Keyboard(page), EXERCISES[name].verdict(KEYS[name])
    stand_before(page, name)
    hands.answer(card, KEYS[name])
    assert card.face() == face_of(EXERCISES[name], KEYS[name])
    hands.reach(card.check)
    heard = card.listen()
    hands.press("Enter")
    card.expect_verdict(verdict)
    assert verdict.points == verdict.of
    assert [words.replace("\u00a0", "") for words in heard()] == [f"{verdict.headline} {points_of(verdict)}"]
    expect(card.check).to_be_focused()
    expect_kept(page, name, KEYS[name])


@pytest.mark.parametrize("hand", ["mouse", "finger"])
@pytest.mark.parametrize("name", EXERCISES)
def test_a_pointer_alone_does_an_exercise_and_the_answer_is_kept(lesson: Any, name: str, hand: str) -> None:
    page = lesson(**PHONE) if hand == "finger" else lesson(viewport={"width": 1280, "height": 800})
    card, pointer = card_of(page, name), Pointer(page, finger=hand == "finger")
    pointer.answer(card, KEYS[name])
    pointer.use(card.check)
    card.expect_verdict(EXERCISES[name].verdict(KEYS[name]))
    assert card.face() == face_of(EXERCISES[name], KEYS[name])
    expect_kept(page, name, KEYS[name])
