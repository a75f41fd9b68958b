"""A lesson's exercises come in the order of its page, and then those that the page doesn't show, as in their file."""

import pytest
from made_cases import ferry

from samestory.course import Course, shipped
from samestory.lesson import answering

FERRY = ferry()
LESSON = [one.card.id for one in FERRY.exercises.values() if one.card.lesson == "01-ferry"]


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Write the lesson's page, which shows some exercises."""
    monkeypatch.setattr(shipped, "folder", lambda name: tmp_path)

    def write(*shown):
        (tmp_path / "01-ferry.md").write_text("\n".join(f'exercise("{name}")' for name in shown), "utf-8")
        return Course({"nordo-ferry": FERRY})

    return write


def in_order(course):
    return [one.card.id for one in course.lesson("01-ferry")]


def test_an_exercise_that_its_page_does_not_show_comes_after_those_on_the_page(page):
    on_page = [LESSON[3], LESSON[1]]
    off_page = [name for name in LESSON if name not in on_page]
    assert len(off_page) > 1
    assert in_order(page(*on_page)) == on_page + off_page


def test_a_page_with_one_exercise_of_many_shows_it_as_the_first(page, monkeypatch):
    course = page(LESSON[-1])
    monkeypatch.setattr(answering, "load_shipped", lambda: course)
    assert answering.number_in_lesson(FERRY.exercises[LESSON[-1]]) == 1
    assert answering.number_in_lesson(FERRY.exercises[LESSON[0]]) == 2


def test_without_a_page_the_order_is_that_of_the_file(page):
    assert in_order(page()) == LESSON


def test_what_a_page_shows_twice_or_of_another_lesson_shifts_nothing(page):
    shown = (LESSON[2], "no-such", LESSON[2], LESSON[0])
    assert in_order(page(*shown))[:2] == [LESSON[2], LESSON[0]]
