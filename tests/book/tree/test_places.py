"""What a lesson's cells leave in their outputs becomes, on a page, exercises and readers that work there."""

import html
from pathlib import Path

from docutils import nodes
from made_forms import forms
from made_nodes import written
from small_book import build

from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import DrawnPlace, ExercisePlace, ReaderPlace, fill, place_of_exercise
from samestory.course import load_shipped
from samestory.widget.element import drawn_place, element, placeholder, waits_of
from samestory.widget.kept_line import KeptLine
from samestory.widget.reader.element import reader_element, reader_place
from samestory.widget.reader.view import reader_view

find = load_shipped().exercise


def filled(markup: str) -> nodes.Element:
    page = nodes.Element("", *read_markup(markup))
    fill(page)
    return page


def section(name: str, *inside: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", name), *inside, ids=[name])


def test_a_place_is_found_with_the_exercise_and_its_number() -> None:
    page = filled(
        f"<p>One</p>{placeholder(find('luhansk-name'), 4)}<p>between</p>{placeholder(find('exit-ticket'), 11)}"
    )
    places = [(one["name"], one["number"]) for one in page.findall(ExercisePlace)]
    assert places == [("luhansk-name", 4), ("exit-ticket", 11)]


def test_a_place_holds_no_key() -> None:
    exercise = find("luhansk-name")
    assert exercise.card.solution not in placeholder(exercise, 1)
    assert exercise.task.accept[0].lower() not in placeholder(exercise, 1).lower()


def test_what_is_drawn_already_stays_as_it_is() -> None:
    made = element(find("luhansk-name"), 1)
    assert html.unescape(written(filled(made).children)) == html.unescape(made)


def test_a_line_about_a_kept_answer_is_emptied() -> None:
    line = KeptLine(1, None).bundle()["text/html"]
    page = filled(f"<p>before</p>{line}<p>after</p>")
    assert written(page.children) == '<p>before</p><span class="ss-kept"></span><p>after</p>'


def test_both_forms_of_a_test_stand_where_one_is_drawn() -> None:
    both = [find(name) for name in load_shipped().syllabus.forms()]
    (drawn,) = filled(drawn_place("second", both)).children
    assert [one["name"] for one in drawn.findall(ExercisePlace)] == [one.card.id for one in both]
    assert drawn["start"] == '<same-story-drawn data-turn="second">'


def test_what_a_verdict_waits_for_is_named_beside_the_exercise() -> None:
    made = forms()
    until = '"until":[{"id":"test-b","title":"Form B","kind":"classify","items":["told","no-ferry","back"]}]'
    assert until in "".join(element(one, 1, waits_of(one, made.__getitem__)) for one in made.values())


def test_a_reader_s_place_says_what_it_shows() -> None:
    names, parts = ["al-jazeera", "powerhouse-news"], {"al-jazeera": ("New sanction were", None)}
    (place,) = filled(reader_place(names, parts, ["finding"], "A “title” <here>")).findall(ReaderPlace)
    assert place["view"] == reader_view(names, parts, ["finding"])


def test_an_exercise_heads_one_level_below_its_section() -> None:
    deep = section("q", place_of_exercise("b", 2))
    page = nodes.Element("", section("l", place_of_exercise("a", 1), section("p", deep)))
    fill(page)
    assert [one["level"] for one in page.findall(DrawnPlace)] == [2, 4]


def test_no_level_is_below_the_sixth() -> None:
    page = place_of_exercise("a", 1)
    for name in "bcdefgh":
        page = section(name, page)
    fill(page)
    assert next(iter(page.findall(DrawnPlace)))["level"] == 6


def test_a_section_gives_way_to_an_exercise_of_its_name() -> None:
    page = nodes.Element("", section("odd", place_of_exercise("odd", 1)), section("even"))
    fill(page)
    assert [one["ids"] for one in page.findall(nodes.section)] == [["odd-section"], ["even"]]


def test_filling_twice_changes_nothing() -> None:
    page = filled(placeholder(find("luhansk-name"), 4))
    once = page.deepcopy().pformat()
    fill(page)
    assert page.pformat() == once


def test_a_page_shows_what_cells_leave(tmp_path: Path) -> None:
    exercise, names = find("luhansk-name"), ["al-jazeera", "powerhouse-news"]
    places = f"{placeholder(exercise, 4)}\n{reader_place(names, {}, [], 'Two')}"
    built, complaints = build(
        tmp_path,
        {"welcome": f"# A page\n\n## Luhansk name\n\n```{{raw}} html\n{places}\n```\n\n[Do it](#luhansk-name)\n"},
        myst_heading_anchors=2,
    )
    assert complaints == ""
    page = (built / "welcome.html").read_text("utf-8")
    assert element(exercise, 4, waits_of(exercise, find), level=3) in page
    assert reader_element(reader_view(names), level=3) in page
    assert '<section id="luhansk-name-section">' in page
    assert page.count(' id="luhansk-name"') == 1
    assert 'href="#luhansk-name"' in page
