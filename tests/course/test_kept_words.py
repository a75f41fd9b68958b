"""What the tests are made of stands on no page but theirs, and what is right on none."""

import dataclasses
from pathlib import Path

import pytest

from samestory.book.leaks import leaks_in
from samestory.cli import main
from samestory.cli.authoring import check
from samestory.course import Course, load_shipped
from samestory.course.kept_words import words_kept

COURSE = load_shipped()
KEPT = words_kept(COURSE.cases.values())
PAGE = "<html><body>{}</body></html>"


def test_every_article_and_every_item_of_the_forms_is_looked_for() -> None:
    (case,) = KEPT.cases
    sources = {f"{case.id}/{name}" for name in (*case.articles, "form-a", "form-b", "form-c")}
    assert sources <= set(KEPT.runs.values())
    for article in case.articles.values():
        assert len(KEPT.found_in([article.text])) > 8
    assert KEPT.said


@pytest.mark.parametrize(
    "body",
    [
        "<p>Nearly 300 people cross it on an ordinary day.</p>",
        "<p>nearly 300 people <b>cross</b> it\n<i>on an ordinary</i> day</p>",
        '<img alt="It came round the bend, turned once and struck the pier">',
        '<script type="application/json">[[0, "A pipe burst in Estwick "], [1, "library in the night"]]</script>',
        "<noscript><p>The brake closed above us. It was loud.</p></noscript>",
    ],
)
@pytest.mark.parametrize("file", ["01-on-the-page.html", "index.html"])
def test_a_page_that_shows_seven_words_of_a_test_is_named(tmp_path: Path, file: str, body: str) -> None:
    (tmp_path / file).write_text(PAGE.format(body), "utf-8")
    assert [page for page, _ in leaks_in(tmp_path, COURSE)] == [file]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Nearly 300 people cross the square, and it rains on an ordinary day.</p>",
        "<script>const a = 'Nearly 300 people cross it on an ordinary day';</script>",
        "<p>Six of the twelve are sound. Judge the words in the first line and nothing else.</p>",
    ],
)
def test_a_page_that_happens_to_use_such_words_is_let_pass(tmp_path: Path, body: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(body), "utf-8")
    assert list(leaks_in(tmp_path, COURSE)) == []


def test_a_test_s_own_page_shows_the_items_and_nothing_of_what_is_right(tmp_path: Path) -> None:
    item = COURSE.exercise("form-a").view()["items"][1]["text"]
    said = COURSE.exercise("form-a").solution().parts[1].said
    own = tmp_path / "00-first-test.html"
    own.write_text(PAGE.format(f"<p>{item}</p>"), "utf-8")
    assert list(leaks_in(tmp_path, COURSE)) == []
    own.write_text(PAGE.format(f"<p>{item}</p><p>{said}</p>"), "utf-8")
    assert {page for page, _ in leaks_in(tmp_path, COURSE)} == {own.name}


def test_passages_that_a_lesson_prints_are_found_when_they_are_kept() -> None:
    # The tests of earlier editions were made of the lessons' own articles; this is what gave them away.
    news = dataclasses.replace(COURSE.cases["blinken-lavrov"], tests_only=True)
    kept = words_kept(Course({"blinken-lavrov": news}, COURSE.syllabus).cases.values())
    lesson = (Path(__file__).parents[2] / "notebooks" / "06-shared-words.md").read_text("utf-8")
    assert kept.found_in([lesson])
    assert KEPT.found_in([lesson]) == []


def test_check_finds_nothing_in_the_course_and_says_what_is_planted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check._print_leaks() == 0
    planted = tmp_path / "planted.md"
    planted.write_text("They now lie between sheets of paper in the sports hall.", "utf-8")
    monkeypatch.setattr(check, "_texts_of_the_course", lambda _: iter([planted]))
    assert main(["check"]) == 1
    assert "planted.md: “they now lie between sheets of paper” of three-dossiers/estwick-gazette" in (
        capsys.readouterr().out
    )
