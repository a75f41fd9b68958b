"""The exercises of lesson 7 on the static page, done as learners do them: by keys, by mouse, by finger."""

import re
from typing import Any

import pytest
from acting import Keyboard, Pointer, face_of, points_of, visit
from lesson7 import (
    EXERCISES,
    KEYS,
    ONE_OF_EACH,
    PHONE,
    card_of,
    check_all,
    expect_kept,
    half_right,
    stand_before,
    wrong_answers,
)
from playwright.sync_api import Page, expect


def expect_all_kept(page: Page) -> None:
    """After a reload every right answer and its verdict are there again."""
    visit(page)
    for name, exercise in EXERCISES.items():
        card = card_of(page, name)
        card.expect_verdict(exercise.verdict(KEYS[name]))
        assert card.face() == face_of(exercise, KEYS[name]), name


def test_keys_alone_do_every_exercise_and_the_answers_are_kept(lesson: Any) -> None:
    page = lesson()
    for name, exercise in EXERCISES.items():
        card, hands, verdict = card_of(page, name), Keyboard(page), exercise.verdict(KEYS[name])
        stand_before(page, name)
        hands.answer(card, KEYS[name])
        assert card.face() == face_of(exercise, KEYS[name]), name
        hands.reach(card.check)
        heard = card.listen()
        hands.press("Enter")
        card.expect_verdict(verdict)
        assert verdict.points == verdict.of
        points = points_of(verdict) if exercise.has_points else ""
        assert [words.replace("\u00a0", "") for words in heard()] == [f"{verdict.headline} {points}".strip()], name
        expect(card.check).to_be_focused()
    expect_all_kept(page)


@pytest.mark.parametrize("hand", ["mouse", pytest.param("finger", marks=pytest.mark.slow)])
def test_a_pointer_alone_does_every_exercise_and_the_answers_are_kept(lesson: Any, hand: str) -> None:
    page = lesson(**PHONE) if hand == "finger" else lesson(viewport={"width": 1280, "height": 800})
    pointer = Pointer(page, finger=hand == "finger")
    for name, exercise in EXERCISES.items():
        card = card_of(page, name)
        pointer.answer(card, KEYS[name])
        pointer.use(card.check)
        card.expect_verdict(exercise.verdict(KEYS[name]))
        assert card.face() == face_of(exercise, KEYS[name]), name
    expect_all_kept(page)


@pytest.mark.parametrize("which", range(3))
def test_the_page_says_of_wrong_answers_what_python_says(lesson: Any, which: int) -> None:
    check_all(lesson(), {name: wrong_answers(name)[which] for name in EXERCISES})


def test_nothing_answered_is_called_so_and_costs_nothing(lesson: Any) -> None:
    page = lesson()
    for name, exercise in EXERCISES.items():
        card = card_of(page, name)
        card.check.click()
        card.expect_verdict(exercise.verdict(None))
        assert "record" not in card.kept()


@pytest.mark.parametrize("name", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_hints_open_in_steps_and_their_number_is_kept(lesson: Any, name: str) -> None:
    page = lesson()
    card, hands, hints = card_of(page, name), Keyboard(page), EXERCISES[name].card.hints
    stand_before(page, name)
    for number, hint in enumerate(hints, 1):
        expect(card.node.get_by_text(hint)).to_have_count(0)
        hands.use(card.button(f"Hint {number} of {len(hints)}"))
        expect(card.node.get_by_role("listitem").filter(has_text=hint)).to_be_visible()
        assert card.kept()["hints"] == number
    visit(page)
    expect(card.node.get_by_role("listitem").filter(has_text=hints[-1])).to_be_visible()
    Pointer(page).answer(card, KEYS[name])
    card.check.click()
    card.expect_verdict(EXERCISES[name].verdict(KEYS[name]))
    assert card.kept()["record"]["hints"] == len(hints)
    assert card.kept()["record"]["answer"] == KEYS[name]


@pytest.mark.parametrize("name", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_the_solution_a_fresh_start_and_its_undoing(lesson: Any, name: str) -> None:
    page, answer, verdict = lesson(), half_right(name), EXERCISES[name].verdict(half_right(name))
    check_all(page, {name: answer})
    card, empty = card_of(page, name), face_of(EXERCISES[name], {"text": "" if "text" in answer else None})
    card.button("Show the solution").click()
    solution = re.sub(r"\s+", " ", EXERCISES[name].card.solution)
    expect(card.node.get_by_text("Solution", exact=True)).to_be_visible()
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", solution)[:1]:
        expect(card.node.get_by_text(sentence).last).to_be_visible()
    card.button("Start again").click()
    expect(card.feedback).to_be_hidden()
    assert (card.face(), set(card.kept())) == (empty, {"first"})  # a first look stays one
    card.button("Undo").click()
    card.expect_verdict(verdict)
    assert card.face() == face_of(EXERCISES[name], answer)
    expect_kept(page, name, answer)
