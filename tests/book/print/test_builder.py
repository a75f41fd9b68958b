"""The whole course as one page: no id twice, links that lead inside, pages in order, answers at the end."""

import re
from pathlib import Path

import pytest
from small_book import build

from samestory.book.print.builder import answered
from samestory.book.tree.places import place_of_exercise
from samestory.course import load_shipped
from samestory.widget.element import drawn_place, element, waits_of

COURSE = load_shipped().exercises
FIRST, TEST, SAME = "where-the-article-ends", "test-a", "guess-photo-place"  # SAME: a heading has its id, too
FORMS = [COURSE[name] for name in ("test-a", "test-b")]
PAGES = {
    "book/index": "# Sea\n\nRead [one](../notebooks/01-one.md) and [part](../notebooks/01-one.md#a-part), [up](#top)."
    "\n\n(top)=\n## Top\n\n```{toctree}\n:hidden:\n:caption: Lessons\n/notebooks/00-first-test\n/notebooks/01-one\n"
    "/book/results\n```\n\n```{toctree}\n:hidden:\n:caption: To keep at hand\n/book/method\n```\n\n"
    "```{toctree}\n:hidden:\n:caption: Teaching\n/book/teaching/plan\n```\n",
    "notebooks/00-first-test": f"# The first test\n\n```{{raw}} html\n{drawn_place('first', FORMS)}\n```\n",
    "notebooks/01-one": "# 1 · One\n\nSee [results](../book/results.md), [home](../book/index.md), "
    "[away](https://example.org/#top)[^1].\n\n![A > B](a.svg)\n\n## A part\n\nCut.\n\n"
    f"```{{exercise}} {SAME}\n```\n\n```{{exercise}} {FIRST}\n```\n\n[^1]: A note.\n",
    "book/results": "# Your results\n\nNo paper.\n",
    "book/method": f"# How to read\n\n## A part\n\nSlowly.\n\n({SAME})=\n## Photo\n\n```{{exercise}} {SAME}\n```\n",
    "book/teaching/plan": "# A plan\n\nNo paper.\n",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("book")
    for name in ("notebooks", "book/teaching"):
        (folder / "source" / name).mkdir(parents=True)
    (folder / "source" / "notebooks" / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (folder / "source" / "notebooks" / "01-one.ipynb").write_text("{}", "utf-8")
    built, complaints = build(folder, PAGES, builder="singlehtml", root_doc="book/index", myst_heading_anchors=2)
    assert complaints == ""
    assert not list(built.rglob("*.ipynb"))
    assert (built / "_images" / "a.svg").is_file()
    return (built / "index.html").read_text("utf-8")


def links(text: str) -> dict[str, str]:
    """Where the page's links lead, by their words."""
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', text, re.DOTALL)
    return {re.sub(r"<[^>]*>", "", words): address for address, words in found}


def test_the_pages_stand_in_the_order_of_the_contents_and_the_method_comes_before_the_lessons(whole: str) -> None:
    rows = re.findall(
        r'<li><a href="#(\w+)">([^<]*)<span></span></a></li>|<h3>([^<]*)</h3>', whole.split("</ul>\n</section>")[0]
    )
    assert rows == [
        ("p1", "Welcome", ""),
        ("p2", "How to read", ""),
        ("", "", "Lessons"),
        ("p3", "The first test", ""),
        ("p4", "1 · One", ""),
        ("answers", "Answers", ""),
    ]
    assert re.findall(r'<section class="sp-sheet" id="(\w+)">', whole) == ["p1", "p2", "p3", "p4"]


def test_no_id_stands_twice_and_every_link_inside_has_an_end(whole: str) -> None:
    text = re.sub(r"<script\b.*?</script>", "", whole, flags=re.DOTALL)
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) > 20
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', text)) <= set(ids)


def test_a_link_to_another_page_leads_inside(whole: str) -> None:
    found = links(whole)
    assert (found["one"], found["part"], found["up"]) == ("#p4", "#p4-a-part", "#p1-top")
    assert found["home"] == "#p1"


def test_a_link_to_what_is_not_printed_becomes_text_and_one_to_the_world_stays(whole: str) -> None:
    found = links(whole)
    assert "results" not in found
    assert "results" in whole
    assert found["away"] == "https://example.org/#top"


def test_notes_and_marks_still_meet(whole: str) -> None:
    (mark,) = re.findall(r'<a class="footnote-reference[^"]*" href="#([^"]*)" id="([^"]*)"', whole)
    assert f'id="{mark[0]}" role="doc-footnote"' in whole
    assert f'href="#{mark[1]}"' in whole


def test_pictures_and_styles_are_named_from_the_top_of_the_book(whole: str) -> None:
    assert '<img alt="A &gt; B" src="_images/a.svg" />' in whole
    assert re.search(r'href="_static/samestory\.css', whole)
    assert "../" not in re.sub(r"<script type.*?</script>", "", whole)


def test_what_only_a_screen_can_do_is_left_out(whole: str) -> None:
    for words in ("Download the notebook", "Your results", "A plan", "sb-search", "book.js", "Toss a coin"):
        assert words not in whole


def test_on_paper_the_first_test_is_form_a(whole: str) -> None:
    assert re.findall(r'<same-story-exercise id="p3-([^"]*)"', whole) == ["test-a"]


def test_an_exercise_stands_below_its_heading_and_its_data_stay_as_they_are(whole: str) -> None:
    exercise = COURSE[FIRST]
    waits = waits_of(exercise, COURSE.__getitem__)
    assert element(exercise, 2, waits, level=3, anchor=f"p4-{FIRST}") in whole


def test_answers_have_the_solution_and_its_parts_and_nothing_of_the_tests(whole: str) -> None:
    told = whole.split("<h1>Answers</h1>")[1]
    assert "Exercise 2. " + COURSE[FIRST].card.title in told
    assert COURSE[TEST].card.title not in told
    assert "Follow us on social" in told
    assert "<i>Leave alone.</i>" in told


def test_an_exercise_that_carries_no_key_has_no_answer() -> None:
    assigned = next((one for one in COURSE.values() if one.card.mode != "practice"), None)
    if assigned:
        assert not list(answered("A page", place_of_exercise(assigned.card.id, 1), COURSE))
    assert [one.title for one in answered("A page", place_of_exercise(FIRST, 1), COURSE)] == ["A page"]


def test_a_book_without_exercises_has_no_answers(tmp_path: Path) -> None:
    built, complaints = build(tmp_path, {"welcome": "# Welcome\n\nHello.\n"}, builder="singlehtml")
    assert complaints == ""
    assert 'id="answers"' not in (built / "index.html").read_text("utf-8")


def test_the_articles_rights_are_named_in_front(whole: str) -> None:
    assert "belong to their publishers" in whole
