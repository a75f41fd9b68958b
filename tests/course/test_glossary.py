"""The glossary of the course: every word stands in a text, is explained briefly, and leads to a lesson that exists."""

import re
from pathlib import Path

import pytest
from docutils import nodes
from each import for_each

from samestory.book.tree.gloss import mark, pattern
from samestory.book.tree.glossary import Term, read_terms
from samestory.book.tree.markup import Tag, read_markup
from samestory.course import folder, load_shipped

BOOK = Path(__file__).parents[2] / "book"
TERMS = read_terms(BOOK / "glossary.yml")
each_term = for_each(TERMS, lambda term: term.anchor)


def texts() -> str:
    """All that a learner reads: articles, record, exercises, lessons."""
    cases = load_shipped().cases.values()
    articles = [article.text for case in cases for article in case.articles.values()]
    record = [f"{one.words or ''} {one.what or ''}" for case in cases for one in case.record.values()]
    files = [*folder("seeds").glob("*/exercises/*.yml"), *folder("notebooks").glob("*.md"), *BOOK.glob("cases/*.md")]
    return " ".join("\n".join([*articles, *record, *(file.read_text("utf-8") for file in files)]).split())


TEXTS = texts()


def test_there_are_enough_words_and_their_anchors_differ() -> None:
    assert len(TERMS) >= 60
    assert len({term.anchor for term in TERMS}) == len(TERMS)


@each_term
def test_a_word_that_is_marked_on_pages_stands_in_a_text(term: Term) -> None:
    if term.forms and not term.lesson:
        assert pattern(term.forms).search(TEXTS)


@each_term
def test_a_word_is_explained_in_at_most_three_sentences(term: Term) -> None:
    assert term.says.endswith(".")
    assert len(term.says) <= 240
    assert len(re.findall(r"[.?!](?:\s|$)", term.says)) <= 4


@each_term
def test_a_word_of_the_course_leads_to_a_lesson(term: Term) -> None:
    if term.lesson:
        assert list(folder("notebooks").glob(f"{term.lesson:02}-*.md"))


def test_no_form_belongs_to_two_words() -> None:
    forms = [form for term in TERMS for form in {form.casefold() for form in term.forms}]
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize(
    ("quote", "word"),
    [
        ("Moscow’s recognition of two separatist regions", "separatist"),
        ("a first tranche of sanctions", "tranche"),
        ("chose to abstain", "abstain"),
        ("at a small airstrip in southern Belarus", "airstrip"),
        ("Moscow may invent “pretexts”", "pretexts"),
        ("just as the United States and the Soviet Union did", "Soviet Union"),
    ],
)
def test_hard_words_of_the_articles_get_a_note(quote: str, word: str) -> None:
    page = nodes.Element("", *read_markup(f'<blockquote class="ss-evidence"><p>{quote}</p></blockquote>'))
    mark(page, TERMS)
    assert word in [one.astext() for one in page.findall(Tag) if "sb-gloss" in one["classes"]]
