"""A lesson's page carries the texts that it quotes, each once, and nothing that a case keeps for its tests."""

import json
import re

from docutils import nodes

from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import ExercisePlace
from samestory.book.tree.texts import TEXTS, articles_of, articles_quoted, carried, text_data
from samestory.course import load_shipped
from samestory.course.kept_words import row
from samestory.lesson import clip

course = load_shipped()


def place(name: str) -> ExercisePlace:
    return ExercisePlace("", name=name, number=1, anchor=name)


def page(*inside: nodes.Node) -> nodes.Element:
    return nodes.Element("", *inside)


def clipping(article: str, quote: str) -> list[nodes.Node]:
    return read_markup(clip(article, quote)._repr_html_())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_what_is_quoted_most_comes_first_and_each_text_once() -> None:
    found = page(
        *clipping("powerhouse-news", "Talks With Russia Cancelled"),
        *clipping("al-jazeera", "Source: Reuters"),
        *clipping("al-jazeera", "Washington"),
    )
    assert articles_quoted(found) == ["al-jazeera", "powerhouse-news"]
    (data,) = carried(found)
    assert data["classes"] == [TEXTS]
    texts = json.loads(re.sub(r"^<script[^>]*>|</script>$", "", data.astext()))
    assert [one["id"] for one in texts] == ["al-jazeera", "powerhouse-news"]


def test_a_passage_and_the_evidence_of_a_verdict_bring_their_texts() -> None:
    assert "powerhouse-news" in set(articles_of(course.exercise("odd-phrases")))
    shown = {one.article for part in course.exercise("six-claims").solution().parts for one in part.evidence}
    assert {one for one in shown if one} <= set(articles_quoted(page(place("six-claims"))))


def test_a_page_that_quotes_nothing_carries_nothing_and_a_case_for_tests_alone_stands_on_no_page() -> None:
    assert carried(page(nodes.paragraph("", "Our own words."))) == []
    assert carried(page(place("form-a"))) == []


def test_a_text_is_carried_whole_but_for_what_is_kept_for_a_test() -> None:
    case = course.cases["blinken-lavrov"]
    whole = text_data(case, "responsible-statecraft")
    printed = "".join(words for _, words in whole["paragraphs"])
    assert squeezed(printed) == squeezed(case.articles["responsible-statecraft"].text)
    assert [kind for kind, _ in whole["paragraphs"]].count("title") == 1
    for held in case.held:
        kept = row(case.articles[held.article].text[held.start : held.end])
        shown = row(" ".join(words for _, words in text_data(case, held.article)["paragraphs"]))
        runs = {shown[at : at + len(kept)] for at in range(len(shown))}
        assert kept not in runs, held


def test_made_up_texts_are_told_from_real_ones() -> None:
    fiction, real = course.cases["quernmouth-gate"], course.cases["blinken-lavrov"]
    assert text_data(fiction, "newsgull")["fiction"]
    assert not text_data(real, "al-jazeera")["fiction"]


def test_whatever_an_exercise_or_a_lesson_cites_stands_in_the_text_that_is_carried() -> None:
    """Else “In the text” would open the drawer and show nothing there."""
    texts = {
        name: squeezed("".join(words for _, words in text_data(case, name)["paragraphs"]))
        for case in course.cases.values()
        if not case.tests_only
        for name in case.articles
    }
    aside = course.syllabus.kept_apart()
    lost = [
        f"{lesson}, {one.card.id}: {evidence.quote}"
        for lesson in course.lessons
        if lesson not in aside
        for one in course.lesson(lesson)
        for evidence in (*one.card.show, *(each for part in one.solution().parts for each in part.evidence))
        if evidence.article and squeezed(evidence.quote) not in texts[evidence.article]
    ]
    assert lost == []
