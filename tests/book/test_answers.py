"""The answers of a plan are written from the exercises; the lines of a sheet are for paper alone."""

import dataclasses
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from each import for_each
from made_cases import ferry
from small_book import build

from samestory.course import load_shipped
from samestory.widget.told_answers import answer_lines, answers

FERRY = list(ferry().exercises.values())
OF_KIND = {exercise.card.kind: exercise for exercise in FERRY}
SHIPPED = [exercise for lesson in load_shipped().lessons for exercise in load_shipped().lesson(lesson)]


class Words(HTMLParser):
    """The text of a page, and how many elements are still open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.depth = "", 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag != "br"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.text += data


@for_each([*FERRY, *SHIPPED], lambda exercise: exercise.card.id)
def test_every_answer_has_its_title_its_solution_and_each_part_of_the_key(exercise):
    page = Words(answers([exercise]))
    assert page.depth == 0
    assert f"1. {exercise.card.title}" in page.text
    assert exercise.card.solution in page.text
    parts = exercise.solution().parts
    assert [part.said in page.text for part in parts] == [True] * len(parts)


def test_markup_in_an_exercise_stays_text():
    bad = "<img src=x onerror=alert(1)> & more"
    card = dataclasses.replace(OF_KIND["choose"].card, title=bad, solution=bad)
    page = answers([dataclasses.replace(OF_KIND["choose"], card=card)])
    assert "<img" not in page
    assert Words(page).text.count(bad) == 2


def test_a_highlight_says_what_to_mark_and_what_to_leave_alone():
    outcomes = [part.outcome for part in OF_KIND["highlight"].solution().parts]
    expected = ["Mark" if outcome == "caught" else "Leave alone" for outcome in outcomes]
    assert [line.place for line in answer_lines(OF_KIND["highlight"])] == expected
    assert {"Mark", "Leave alone"} == set(expected)


def test_a_classification_names_the_group_of_each_item():
    exercise = OF_KIND["classify"]
    groups = {group["id"]: group["text"] for group in exercise.view()["groups"]}
    placed = exercise.task.right().to_json()["placed"]
    assert [line.place for line in answer_lines(exercise)] == [groups[placed[p.id]] for p in exercise.solution().parts]


def test_a_match_says_what_has_no_partner_and_what_is_left_over():
    said = {line.place for line in answer_lines(load_shipped().exercise("heads-and-feet"))}
    assert {"no partner", "left over"} < said


@pytest.mark.parametrize("kind", ["rewrite", "code"])
def test_an_answer_that_is_a_text_is_given_whole(kind):
    given = OF_KIND[kind].task.right().to_json()
    assert (given.get("text") or given.get("source")).strip() in Words(answers([OF_KIND[kind]])).text


def test_an_exercise_that_counts_in_no_sum_is_called_extra():
    extra = next(one for one in SHIPPED if one.card.extra)
    assert "extra, in no sum" in answers([extra])
    assert "extra, in no sum" not in answers([one for one in SHIPPED if not one.card.extra])


def test_titles_lead_to_the_exercises_where_the_lesson_is_in_the_book():
    page = answers(FERRY, "../lessons/ferry.html")
    assert re.findall(r'href="([^"]+)"', page) == [f"../lessons/ferry.html#{one.card.id}" for one in FERRY]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A book with a plan, a sheet, a page with neither, and three mistakes."""
    sheet = "# Sheet\n\n```{lines} 3\n```\n"
    plan = "# Plan\n\n```{answers} 01-on-the-page\n```\n\n```{fold} Solved & said\nIt *is* so.\n```\n"
    wrong = "# Wrong\n\n```{answers} 99-nowhere\n```\n\n```{lines} many\n```\n\n```{lines} 31\n```\n"
    welcome = "# Welcome\n\n```{toctree}\nplan\nsheet\nwrong\n```\n"
    pages = {"welcome": welcome, "plan": plan, "sheet": sheet, "wrong": wrong}
    return build(tmp_path_factory.mktemp("book"), pages)


def test_answers_are_behind_a_fold_that_is_closed_and_needs_no_script(book):
    page = (book[0] / "plan.html").read_text("utf-8")
    assert len(re.findall(r'<details class="sb-answers"><summary>', page)) == 2
    assert "<summary>Solved &amp; said</summary>" in page
    assert "<em>is</em>" in page


def test_lines_to_write_on_are_told_to_nobody_who_listens(book):
    page = (book[0] / "sheet.html").read_text("utf-8")
    assert '<div class="sb-lines" aria-hidden="true"><i></i><i></i><i></i></div>' in page


def test_only_a_sheet_loads_the_stylesheet_of_sheets_and_only_a_plan_that_of_answers(book):
    pages = {name: (book[0] / f"{name}.html").read_text("utf-8") for name in ("plan", "sheet", "welcome")}
    assert ["worksheet.css" in pages[name] for name in pages] == [False, True, False]
    assert ["answers.css" in pages[name] for name in pages] == [True, False, False]


def test_a_lesson_or_a_number_of_lines_that_cannot_be_is_told(book):
    assert "There is no lesson '99-nowhere'" in book[1]
    assert "from 1 to 30, not 'many'" in book[1]
    assert "from 1 to 30, not '31'" in book[1]
