"""Times are made of words and items: more to read takes longer, and so does more to decide."""

import pytest

from samestory.course import load_shipped
from samestory.course.pace import exercise_minutes, is_apart, items_in, pace, reading_minutes, texts_in

COURSE = load_shipped()


def test_a_hundred_and_eighty_words_take_a_minute() -> None:
    assert reading_minutes(180) == 1


def test_every_kind_of_the_course_has_its_seconds() -> None:
    assert {one.card.kind for one in COURSE.exercises.values()} <= set(pace()["seconds"])


@pytest.mark.parametrize(
    ("name", "items"), [("whose-paragraph", 11), ("six-claims", 18), ("odd-phrases", 19), ("ticket-page", 1)]
)
def test_what_is_asked_is_counted(name: str, items: int) -> None:
    assert items_in(COURSE.exercise(name).view()) == items


def test_a_passage_is_read_as_it_is_printed_and_no_hint_is() -> None:
    view = COURSE.exercise("odd-phrases").view()
    read = " ".join(texts_in(view))
    assert "the Luhansk Founding of the Republic" in read
    assert view["hints"][0] not in read


def test_the_minutes_computed_for_all_cards_are_those_that_their_authors_gave() -> None:
    """The seconds of each kind are fitted to the whole course; one card may differ, the sum may not."""
    counted = [one for lesson in COURSE.lessons for one in COURSE.lesson(lesson) if not one.card.extra]
    counted = [one for one in counted if one.card.lesson in {each.lesson for each in COURSE.syllabus.lessons}]
    computed, given = sum(map(exercise_minutes, counted)), sum(one.card.minutes for one in counted)
    assert abs(computed - given) < given / 20


def test_only_extras_that_are_a_sitting_of_their_own_are_told_apart() -> None:
    apart = {one.card.id for one in COURSE.exercises.values() if is_apart(one)}
    assert {"own-brief", "quernmouth-brief", "weekday-to-date"} <= apart
    assert "guess-article-share" not in apart
