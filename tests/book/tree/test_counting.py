"""What the contents and the page of results are told of the course, and the scripts that count."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils import nodes
from made_cases import ferry
from small_book import build
from sphinx.util.osutil import relative_uri

from samestory.book import scripts
from samestory.book.tree import counting
from samestory.course import Course, load_shipped, manifest
from samestory.course.syllabus import PlannedLesson, Syllabus

LESSONS = Course({"nordo-ferry": ferry()}).lessons
PLAN = Syllabus(tuple(PlannedLesson(lesson, lesson, 35) for lesson in LESSONS))
COURSE = Course({"nordo-ferry": ferry()}, PLAN)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A notebook for each lesson of the made-up course."""
    for slug in COURSE.lessons:
        (tmp_path / f"{slug}.md").write_text("# 1 · The ferry\n\n*About 40 minutes. You need no code.*\n", "utf-8")
    return tmp_path


def test_a_lesson_is_told_with_the_title_of_its_page_and_the_minutes_of_the_plan(pages: Path) -> None:
    found = manifest.lessons(COURSE, pages)
    assert [lesson.slug for lesson in found] == COURSE.lessons
    assert {(lesson.title, lesson.minutes) for lesson in found} == {("1 · The ferry", 35)}
    assert [task.id for lesson in found for task in lesson.tasks] == list(COURSE.exercises)


def test_a_lesson_that_the_plan_does_not_name_takes_as_long_as_its_exercises(pages: Path) -> None:
    found = manifest.lessons(Course(COURSE.cases), pages)[0]
    assert found.minutes == sum(task.minutes for task in found.tasks if not task.extra) > 0


def test_exercises_without_a_page_are_in_no_lesson(tmp_path: Path) -> None:
    assert manifest.lessons(COURSE, tmp_path) == []


def test_faults_and_controls_are_those_that_the_whole_solution_counts() -> None:
    for one in COURSE.exercises.values():
        measures = {measure.name: measure.of for measure in one.solution().measures}
        told = manifest.task(one)
        assert (told.faults, told.controls) == (measures.get("caught", 0), measures.get("trusted", 0))
    assert any(manifest.task(one).controls for one in COURSE.exercises.values())


def test_what_only_checks_words_or_is_extra_counts_in_no_sum() -> None:
    told = {one.card.id: manifest.task(one) for one in load_shipped().exercises.values()}
    aside = {name for name, one in told.items() if not one.counts}
    kinds = {load_shipped().exercises[name].card.kind for name in aside if not told[name].extra}
    assert kinds == set()  # every brief of the course is extra
    assert not any(one.has_points for one in load_shipped().exercises.values() if one.card.kind == "brief")
    assert {name for name, one in told.items() if one.extra} == aside


def test_the_start_of_a_spec_tells_all_exercises_apart() -> None:
    starts = [one.fingerprint()[: manifest.SPEC_START] for one in load_shipped().exercises.values()]
    assert len(set(starts)) == len(starts)
    assert f"START = {manifest.SPEC_START};" in (scripts.BOOK_WEB / "progress.mjs").read_text("utf-8")


def test_every_lesson_of_the_course_is_counted_in_the_contents() -> None:
    course = load_shipped()
    lessons = manifest.lessons(course)
    counted = manifest.counted_pages(course, lessons)
    for lesson in lessons:
        specs = [one.spec[: manifest.SPEC_START] for one in lesson.tasks if not one.extra]
        assert counted[lesson.slug] == {"specs": "".join(specs), "of": len(specs)}


def test_the_tests_are_told_with_their_groups_where_both_are_there() -> None:
    course = load_shipped()
    told = manifest.forms(course)
    assert list(told or {}) == list(course.syllabus.forms())
    for form in (told or {}).values():
        sound = {group["id"] for group in form["groups"] if group["sound"]}
        assert sound
        assert len(form["ids"]) == 12
        assert "items" not in form  # which group an item belongs to is closed


def test_earlier_tests_are_told_with_the_group_of_each_item() -> None:
    course = load_shipped()
    told = manifest.earlier_forms(course)
    assert list(told) == list(course.syllabus.earlier_forms())
    for form in told.values():
        sound = {group["id"] for group in form["groups"] if group["sound"]}
        assert set(form["items"].values()) <= {group["id"] for group in form["groups"]}
        assert 2 * sum(group in sound for group in form["items"].values()) == len(form["items"])


def test_later_checks_are_told_in_halves() -> None:
    course = load_shipped()
    assert course.syllabus.later
    told = [(one["week"], one["practised"]["id"], one["fresh"]["id"]) for one in manifest.later_checks(course)]
    assert told == [(one.week, one.practised, one.fresh) for one in course.syllabus.later.checks]
    spec = course.exercises[told[0][1]].fingerprint()
    assert manifest.later_checks(course)[0]["practised"]["spec"] == spec


PAGES = ("notebooks/01-on-the-page", "notebooks/02-when", "book/results", "book/evidence", "book/cases/nordo")


def uri(page: str, other: str) -> str:
    """The address of a page on another one, as Sphinx gives it."""
    return relative_uri(f"{page}.html", f"{other}.html")


@pytest.mark.parametrize("page", [*PAGES, "search"])
def test_the_list_of_pages_names_the_lessons(page: str) -> None:
    listed = nodes.bullet_list(
        "", *(nodes.reference(refuri=uri(page, other) + end) for other in PAGES for end in ("", "#first"))
    )
    builder = SimpleNamespace(env=SimpleNamespace(found_docs=set(PAGES)), get_relative_uri=uri)
    counting.name_the_lessons(listed, builder, page)  # type: ignore[arg-type]
    lessons = [one.get("lesson") for one in listed.findall(nodes.reference)]
    assert lessons == ["01-on-the-page"] * 2 + ["02-when"] * 2 + [None] * 6


def test_the_contents_tell_the_script_which_links_are_lessons(tmp_path: Path) -> None:
    (tmp_path / "source" / "notebooks").mkdir(parents=True)
    welcome = "# Welcome\n\n```{toctree}\n:hidden:\nnotebooks/01-page\nplain\n```\n"
    pages = {"welcome": welcome, "notebooks/01-page": "# One\n\nText.\n", "plain": "# Plain\n\nText.\n"}
    built, complaints = build(tmp_path, pages)
    assert complaints == ""
    for name, href in (
        ("welcome", "notebooks/01-page.html"),
        ("plain", "notebooks/01-page.html"),
        ("notebooks/01-page", "#"),
    ):
        links = re.findall(r"<a [^>]*data-lesson[^>]*>", (built / f"{name}.html").read_text("utf-8"))
        assert len(links) == 1
        assert f'href="{href}"' in links[0]
        assert 'data-lesson="01-page"' in links[0]


def test_the_page_of_results_carries_the_course_and_says_why_it_needs_a_script(tmp_path: Path) -> None:
    built, complaints = build(
        tmp_path, {"welcome": "# Results\n\n```{results} lessons\n```\n\n```{results} keep\n```\n"}
    )
    assert complaints == ""
    text = (built / "welcome.html").read_text("utf-8")
    (data,) = re.findall(r'data-part="lessons"><script type="application/json">(.*?)</script>', text)
    assert json.loads(data) == json.loads(json.dumps(counting.told_of_the_course()))
    assert "needs JavaScript" in text
    assert re.search(r'src="_static/results\.js\?v=', text)
    assert "results.js" not in (built / "search.html").read_text("utf-8")


def test_an_unknown_part_is_named_with_those_there_are(tmp_path: Path) -> None:
    _, complaints = build(tmp_path, {"welcome": "# Results\n\n```{results} medals\n```\n"})
    assert "There is no part 'medals' of the results; there are: lessons, tests" in complaints
