"""Lesson 7 as the tests know it: its exercises, their keys, other answers, and how they get onto the page."""

import json
from typing import Any

from acting import Card, face_of, visit
from playwright.sync_api import Page

from samestory.course import load_shipped

LESSON = "notebooks/07-odd-phrases.html"
EXERCISES = {one.card.id: one for one in load_shipped().lesson("07-odd-phrases")}
ONE_OF_EACH = {one.card.kind: one.card.id for one in reversed(EXERCISES.values())}
KEYS = {name: one.task.right().to_json() for name, one in EXERCISES.items()}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
KEEP = "(all) => { for (const [id, one] of Object.entries(all)) localStorage[`samestory:1:${id}`] = one; }"


def wrong_answers(name: str) -> list[Any]:
    """Three answers that do not get full points, spread over those that the exercise names."""
    some = [sample.raw for sample in EXERCISES[name].samples() if sample.low < 1 and sample.name != "nothing"]
    return [some[0], some[len(some) // 2], some[-1]]


def half_right(name: str) -> Any:
    """The key with a part left out or changed, for every kind."""
    answer = json.loads(json.dumps(KEYS[name]))
    if "marks" in answer:
        kept = answer["marks"][::2]
        stray = {"from": 11, "to": 12, "label": kept[0]["label"]}
        answer["marks"] = sorted([*kept, stray], key=lambda mark: mark["from"])
    if "placed" in answer:
        group = next(iter(answer["placed"].values()))
        answer["placed"] = dict.fromkeys(list(answer["placed"])[1:], group)
    if "pairs" in answer:
        answer["pairs"] = dict.fromkeys(list(answer["pairs"])[::2], "none")
    if EXERCISES[name].card.kind == "rewrite":
        answer["text"] = " ".join(answer["text"].split()[:12])
        answer["rubric"] = {EXERCISES[name].view()["rubric"][0]["id"]: "partly"}
    if "chosen" in answer:
        view = EXERCISES[name].view()
        answer["chosen"] = [option["id"] for option in view["options"]][:: 2 if view["many"] else 9]
    return answer


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
