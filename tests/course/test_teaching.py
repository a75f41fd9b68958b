"""Every lesson has a plan and a sheet; the minutes add up, and what a sheet quotes may be copied."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from samestory.course import folder, load_shipped
from samestory.text import fold

ROOT = Path(__file__).parents[2]
PLANNED = {f"{at:02}": one for at, one in enumerate(load_shipped().syllabus.lessons, 1)}
LESSONS = {path.stem[:2]: path for path in sorted(folder("notebooks").glob("*.md")) if "01" <= path.stem[:2] <= "10"}
ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)
TOTAL = re.compile(r"^\| \*\*(\d+)\*\* \|", re.MULTILINE)
SECTIONS = ["Afterwards they can", "You need", "The hour", "How to open", "Ask, and listen for"]
SECTIONS += ["What they get wrong, and what to say", "Without computers", "Further", "Exit ticket", "Answers"]
CASES = load_shipped().cases
FICTION = CASES["quernmouth-gate"]
MAY_BE_COPIED = [fold(one.text) for one in FICTION.articles.values()]
MAY_BE_COPIED += [fold(f"{one.words or ''} {one.what or ''}") for one in FICTION.record.values()]
RUN = 5  # words in a row of a passage that a test holds out

each_lesson = pytest.mark.parametrize("number", LESSONS)


def page(kind: str, number: str) -> str:
    return (ROOT / "book" / "teaching" / kind / f"{number}.md").read_text("utf-8")


def headings(text: str, level: int) -> list[str]:
    return re.findall(rf"^{'#' * level} (.+)$", text, re.MULTILINE)


def quoted(sheet: str) -> list[str]:
    """What a sheet prints as words of a page or the record: its block quotations, without what names their source."""
    said = re.findall(r"^> ?(.*)$", sheet, re.MULTILINE)
    lines = [re.sub(r"^\(\w\) | \*\(.*\)\*$", "", line).strip() for line in said if not line.startswith("—")]
    return [part.strip() for line in lines for part in re.split(r"…|\[\.\.\.\]", line) if part.strip()]


@each_lesson
def test_a_plan_has_every_section_in_the_same_order(number):
    assert headings(page("plans", number), 2) == SECTIONS


@each_lesson
def test_plan_sheet_and_lesson_have_one_title(number):
    lesson = headings(LESSONS[number].read_text("utf-8"), 1)[0]
    assert headings(page("plans", number), 1) == [f"Plan {lesson}"]
    assert headings(page("sheets", number), 1) == [f"Sheet {lesson}"]


@each_lesson
def test_the_minutes_of_a_plan_add_up_to_those_of_the_lesson(number):
    plan = page("plans", number)
    hour = plan.split("## The hour")[1].split("\n## ")[0]
    given = PLANNED[number].minutes
    assert [int(one) for one in TOTAL.findall(hour)] == [given]
    assert sum(int(one) for one in ROW.findall(hour)) == given
    assert f"{given} minutes" in plan.split("\n## ")[0]


@each_lesson
def test_a_plan_gives_the_answers_of_its_lesson_and_of_its_sheet_behind_folds(number):
    plan = page("plans", number)
    assert f"```{{answers}} {LESSONS[number].stem}\n```" in plan
    assert "```{fold} The sheet, solved\n" in plan


@each_lesson
def test_a_sheet_leaves_room_to_write_and_gives_no_answer(number):
    sheet = page("sheets", number)
    assert "```{lines}" in sheet
    assert "{fold}" not in sheet
    assert "{answers}" not in sheet


@each_lesson
def test_what_a_sheet_quotes_is_printed_in_the_case_that_may_be_copied(number):
    parts = quoted(page("sheets", number))
    assert parts
    assert [part for part in parts if not any(fold(part) in text for text in MAY_BE_COPIED)] == []


@pytest.mark.parametrize("file", sorted((ROOT / "book" / "teaching").rglob("*.md")), ids=lambda file: file.stem)
def test_no_page_for_teachers_prints_what_the_tests_hold_out(file):
    text = " ".join(fold(file.read_text("utf-8")).split())
    for case in CASES.values():
        for held in case.held:
            said = fold(case.articles[held.article].text[held.start : held.end]).split()
            runs = [" ".join(said[at : at + RUN]) for at in range(len(said) - RUN + 1)]
            assert [run for run in runs if run in text] == []


@each_lesson
def test_a_fictional_passage_on_a_sheet_is_called_fiction(number):
    assert "fiction" in page("sheets", number).lower()


@each_lesson
def test_the_page_for_teachers_lists_plan_and_sheet_with_the_lessons_minutes(number):
    lesson = LESSONS[number].read_text("utf-8")
    title, minutes = headings(lesson, 1)[0], PLANNED[number].minutes
    row = f"| {title} | {minutes} | [plan](plans/{number}.md) | [sheet](sheets/{number}.md) |"
    assert row in (ROOT / "book" / "teaching" / "index.md").read_text("utf-8")


@each_lesson
@pytest.mark.parametrize("kind", ["plans", "sheets"])
def test_every_column_of_a_table_has_a_name(kind, number):
    rows = page(kind, number).split("\n")
    heads = [above for above, row in pairwise(rows) if re.match(r"\|[ :|]*-[ :|-]*\|$", row)]
    assert [head for head in heads if "" in (cell.strip() for cell in head.strip("|").split("|"))] == []
