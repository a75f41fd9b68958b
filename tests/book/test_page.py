"""What a page says about itself, and what is mended on it."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from samestory.book.mending import mend
from samestory.book.page import UNTOLD, description
from samestory.book.placing import place_exercises


def described(text: str) -> str:
    return description(publish_doctree(f"Title\n=====\n\nPart\n----\n\n{text}\n"))


def test_the_first_paragraph_describes_a_page() -> None:
    assert described("Mark the *odd*\nphrases.\n\nThen weigh them.") == "Mark the odd phrases."


def test_a_long_description_ends_with_a_whole_word() -> None:
    text = described(" ".join(["paragraph"] * 40))
    assert len(text) <= 155
    assert text.endswith("paragraph…")


def test_a_page_without_a_paragraph_has_no_description() -> None:
    assert described("* a\n* b") == ""
    assert description(nodes.document(None, None)) == ""


def test_an_exercise_heads_one_level_below_its_section() -> None:
    page = '<h1>L</h1><same-story-exercise id="a" data-number="1"><h2>P</h2><h3>Q</h3><same-story-exercise id="b">'
    assert place_exercises(page) == (
        '<h1>L</h1><same-story-exercise id="a" data-number="1" data-level="2">'
        '<h2>P</h2><h3>Q</h3><same-story-exercise id="b" data-level="4">'
    )


def test_a_section_gives_way_to_an_exercise_of_its_name() -> None:
    heading = '<h1>Odd<a class="headerlink" href="#odd" title="Link">#</a></h1>'
    page = f'<section id="odd">{heading}<same-story-exercise id="odd" data-number="1"><a href="#odd">do it</a>'
    placed = place_exercises(page)
    assert placed.count('id="odd"') == 1
    assert '<section id="odd-section"><h1>Odd<a class="headerlink" href="#odd-section"' in placed
    assert '<a href="#odd">do it</a>' in placed


def test_placing_twice_changes_nothing() -> None:
    once = place_exercises("<h1>L</h1><hr><same-story-exercise id='a'>")
    assert place_exercises(once) == once


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (
            '<summary aria-label="Toggle hidden content">\n<p>Show</p>',
            "<summary>\n<p>Show</p>",
        ),
        (
            '<aside class="footnote-list brackets">',
            '<aside class="footnote-list brackets" role="note" aria-label="Notes">',
        ),
        (
            '<p class="caption" role="heading"><span',
            '<p class="caption"><span',
        ),
        (
            '<a class="current reference internal" href="#">7</a>',
            '<a class="current reference internal" href="#" aria-current="page">7</a>',
        ),
        ('<a class="reference internal" href="x.html">8</a>', '<a class="reference internal" href="x.html">8</a>'),
    ],
)
def test_known_faults_are_mended_and_nothing_else(theirs: str, ours: str) -> None:
    assert mend(theirs) == ours
    assert mend(ours) == ours


@pytest.mark.parametrize(
    ("picture", "untold"),
    [
        ('<img alt="../_images/3f.svg" src="../_images/3f.svg">', True),
        ('<img src="x.png" alt="photo.jpeg">', True),
        ('<img alt="Two bars, the left one higher" src="x.svg">', False),
        ('<img alt="" src="ornament.svg">', False),
    ],
)
def test_a_file_name_is_no_alt_text(picture: str, untold: bool) -> None:
    assert bool(UNTOLD.search(picture)) is untold
