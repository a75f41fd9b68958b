"""What a lesson's cells leave in their outputs becomes, on a page, exercises that work there."""

from made_forms import forms

from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.widget.element import drawn_place, element, placeholder
from samestory.widget.kept_line import KeptLine
from samestory.widget.on_page import on_page


def find(name: str) -> Exercise:
    return load_shipped().exercise(name)


def test_a_place_is_filled_with_the_exercise_and_its_number() -> None:
    exercise = find("luhansk-name")
    page = f"<h2>One</h2>{placeholder(exercise, 4)}<p>between</p>{placeholder(find('exit-ticket'), 11)}"
    filled = on_page(page, find)
    assert filled == f"<h2>One</h2>{element(exercise, 4)}<p>between</p>{element(find('exit-ticket'), 11)}"


def test_an_exercise_that_a_directive_made_stays_as_it_is() -> None:
    made = element(find("luhansk-name"), 1)
    assert on_page(made, find) == made


def test_a_place_holds_no_key() -> None:
    exercise = find("luhansk-name")
    assert exercise.card.solution not in placeholder(exercise, 1)
    assert exercise.key()["answer"]["text"].lower() not in placeholder(exercise, 1).lower()


def test_a_line_about_a_kept_answer_is_emptied() -> None:
    line = KeptLine(1, None).bundle()["text/html"]
    assert on_page(f"<p>before</p>{line}<p>after</p>", find) == '<p>before</p><span class="ss-kept"></span><p>after</p>'


def test_what_a_verdict_waits_for_is_named_beside_the_exercise() -> None:
    made = forms()
    filled = on_page(drawn_place("second", list(made.values())), made.__getitem__)
    until = '"until":[{"id":"test-b","title":"Form B","kind":"classify","items":["told","no-ferry","back"]}]'
    assert until in filled
    assert filled.startswith('<same-story-drawn data-turn="second"><p>')
    assert filled.count('<script type="application/json">') == 2
    assert "data-cell" not in filled
