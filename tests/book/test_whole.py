"""The whole course as one page: no id twice, links that lead inside, pages in order, answers at the end."""

import re

import pytest

from samestory.book.print.paper import answers, document
from samestory.book.print.places import page_numbers
from samestory.book.print.whole import Leaf, contents, leaves
from samestory.course import load_shipped
from samestory.widget.element import element

COURSE = load_shipped().exercises
FIRST, TEST, SAME = "where-the-article-ends", "test-a", "guess-photo-place"  # SAME: a heading has its id, too
NAV = """<nav class="sb-contents"><ul class="sb-first"><li><a href="{up}book/index.html">Welcome</a></li></ul>
<p class="caption"><span class="caption-text">Lessons</span></p>
<ul><li><a class="reference internal" href="{up}notebooks/00-first-test.html">The first test</a></li>
<li><a class="reference internal" href="{up}notebooks/01-one.html">1 &middot; One</a></li>
<li><a class="reference internal" href="{up}book/results.html">Your results</a></li></ul>
<p class="caption"><span class="caption-text">To keep at hand</span></p>
<ul><li><a href="{up}book/method.html">How to read</a></li></ul>
<p class="caption"><span class="caption-text">Teaching</span></p>
<ul><li><a href="{up}book/teaching/plan.html">A plan</a></li></ul></nav>"""
SHELL = """<html><head><link rel="stylesheet" type="text/css" href="../_static/book.css?v=1" /></head><body>
{nav}<article class="sb-article"><section id="top"><h1>{title}</h1>{body}</section></article></body></html>"""


def page(title: str, body: str) -> str:
    return SHELL.format(nav=NAV.format(up="../"), title=title, body=body)


FORMS = "".join(element(COURSE[name], 1) for name in ("test-a", "test-b"))
BOOK = {
    "index.html": NAV.format(up=""),
    "book/index.html": page("Welcome", '<a href="../notebooks/01-one.html#top">one</a> <a href="#top">up</a>'),
    "notebooks/00-first-test.html": page(
        "The first test", f'<same-story-drawn data-turn="first"><p>Toss a coin.</p>{FORMS}</same-story-drawn>'
    ),
    "notebooks/01-one.html": page(
        "1 · One",
        '<p class="sb-launch"><a href="01-one.ipynb" download>Download the notebook</a></p>'
        '<img src="../_images/a.png" alt="A > B"><a href="../book/results.html">results</a> '
        '<a href="01-one.ipynb">n</a>'
        '<a href="https://example.org/#top">away</a><a href="../book/index.html">home</a>'
        '<svg><path id="cut" clip-path="url(#top)"/></svg><label for="cut">x</label>' + element(COURSE[FIRST], 2),
    ),
    "book/method.html": page("How to read", f'<p id="cut">Slowly.</p><h2 id="{SAME}">.</h2>{element(COURSE[SAME], 1)}'),
}


@pytest.fixture
def printed() -> list[Leaf]:
    return leaves(contents(BOOK["index.html"], "index.html"), BOOK.__getitem__)


def test_the_pages_stand_in_the_order_of_the_contents_and_the_method_comes_before_the_lessons() -> None:
    listed = contents(BOOK["index.html"], "index.html")
    assert [one.title for one in listed] == ["Welcome", "How to read", "The first test", "1 · One"]
    assert [one.part for one in listed] == ["", "", "Lessons", "Lessons"]


def test_every_page_of_the_book_lists_the_same_pages() -> None:
    from_lesson = contents(BOOK["notebooks/01-one.html"], "notebooks/01-one.html")
    assert from_lesson == contents(BOOK["index.html"], "index.html")


def test_no_id_stands_twice(printed: list[Leaf]) -> None:
    text = document("Same Story", printed, COURSE, {})
    ids = re.findall(r'\sid="([^"]*)"', re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL))
    assert len(ids) > 8
    assert sorted(ids) == sorted(set(ids))


def test_a_link_to_another_page_leads_inside_and_every_link_inside_has_an_end(printed: list[Leaf]) -> None:
    text = document("Same Story", printed, COURSE, {})
    assert '<a href="#p4-top">one</a> <a href="#p1-top">up</a>' in text
    assert '<a href="#p1">home</a>' in text
    ids = set(re.findall(r'\sid="([^"]*)"', text))
    assert set(re.findall(r'href="#([^"]*)"', text)) <= ids


def test_a_link_to_what_is_not_printed_becomes_text_and_one_to_the_world_stays(printed: list[Leaf]) -> None:
    assert "<a>results</a> <a>n</a>" in printed[3].body
    assert '<a href="https://example.org/#top">away</a>' in printed[3].body


def test_names_inside_a_page_still_meet(printed: list[Leaf]) -> None:
    assert '<path id="p4-cut" clip-path="url(#p4-top)"/></svg><label for="p4-cut">' in printed[3].body


def test_pictures_and_styles_are_named_from_the_top_of_the_book(printed: list[Leaf]) -> None:
    assert '<img src="_images/a.png" alt="A > B">' in printed[3].body
    assert printed[3].styles == ("_static/book.css",)


def test_what_only_a_screen_can_do_is_left_out(printed: list[Leaf]) -> None:
    text = document("Same Story", printed, COURSE, {})
    assert "Download the notebook" not in text
    assert "Your results" not in text
    assert "A plan" not in text


def test_on_paper_the_first_test_is_form_a(printed: list[Leaf]) -> None:
    assert [one.id for one in printed[2].exercises] == ["test-a"]
    assert "Toss a coin" not in printed[2].body


def test_the_data_of_an_exercise_stays_as_it_is(printed: list[Leaf]) -> None:
    data = re.search(r"<script.*?</script>", element(COURSE[FIRST], 2), re.DOTALL)
    assert data is not None
    assert data[0] in printed[3].body


def test_answers_have_the_solution_and_its_parts_and_the_tests_come_last(printed: list[Leaf]) -> None:
    told = answers(printed, COURSE)
    assert told.index("Exercise 2. " + COURSE[FIRST].card.title) < told.index(COURSE[TEST].card.title)
    assert "Follow us on social" in told
    assert "<i>Leave alone.</i>" in told


def test_an_exercise_without_a_key_has_no_answer(printed: list[Leaf]) -> None:
    assert answers(printed, {}) == ""
    assert 'id="answers"' not in document("Same Story", printed, {}, {})


def test_the_contents_show_the_numbers_of_pages_where_they_are_known(printed: list[Leaf]) -> None:
    text = document("Same Story", printed, COURSE, {"p1": 3, "answers": 41})
    assert '<a href="#p1">Welcome<span>3</span></a>' in text
    assert '<a href="#answers">Answers<span>41</span></a>' in text
    assert '<a href="#p2">How to read</a>' in text


def test_the_articles_rights_are_named_in_front(printed: list[Leaf]) -> None:
    assert "belong to their publishers" in document("Same Story", printed, COURSE, {})


def test_page_numbers_are_read_out_of_the_tree_of_pages() -> None:
    pdf = (
        b"%PDF-1.4\n1 0 obj\n<</Type /Page\n/Parent 5 0 R>>\nendobj\n"
        b"\n5 0 obj\n<</Type /Pages\n/Count 2\n/Kids [2 0 R 1 0 R]\n/Parent 7 0 R>>\nendobj\n"
        b"\n6 0 obj\n<</Type /Pages\n/Count 1\n/Kids [3 0 R]\n/Parent 7 0 R>>\nendobj\n"
        b"\n7 0 obj\n<</Type /Pages\n/Count 3\n/Kids [5 0 R 6 0 R]>>\nendobj\n"
        b"\n8 0 obj\n<</p1 [1 0 R /XYZ 0 841 0]\n/answers [3 0 R /XYZ 0 841 0]>>\nendobj\n"
        b"\n9 0 obj\n<</Type /Catalog\n/Pages 7 0 R\n/Dests 8 0 R>>\nendobj\n"
    )
    assert page_numbers(pdf) == {"p1": 2, "answers": 3}
