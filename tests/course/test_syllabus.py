"""The plan of the course in `course.yml`: what it says is so, and what it can't mean is named with its line."""

import re
from pathlib import Path

import pytest
import yaml
from made_cases import ferry

from samestory.case.problem import CaseError, Problem
from samestory.course import Course, folder, load_shipped, shipped
from samestory.course.load import CourseError, load_syllabus
from samestory.course.syllabus import UNPLANNED, PlannedLesson, Printed, Syllabus
from samestory.errors import SameStoryError

ROOT = Path(__file__).parents[2]
SHIPPED = folder("notebooks") / "course.yml"
PLAN = load_shipped().syllabus
ABOUT = re.compile(r"^\*About (\d+) minutes(.*)\*$", re.MULTILINE)


def page(name: str) -> str:
    return (folder("notebooks") / f"{name}.md").read_text("utf-8")


# What ships


def test_the_lessons_are_those_that_have_exercises_in_the_order_of_their_numbers() -> None:
    course = load_shipped()
    planned = [one.lesson for one in PLAN.lessons]
    assert {*planned, *PLAN.kept_apart()} == set(course.lessons)
    assert course.lessons[: len(planned)] == planned
    assert [f"{PLAN.number(name):02}" for name in planned] == [name[:2] for name in planned]


@pytest.mark.parametrize("one", PLAN.lessons, ids=lambda one: one.page)
def test_a_lesson_s_page_says_the_minutes_and_the_audience_of_the_plan(one: PlannedLesson) -> None:
    ((minutes, rest),) = ABOUT.findall(page(one.page))
    assert int(minutes) == one.minutes
    assert ("You need no code" in rest) == (one.audience == "everyone")


def test_the_pages_of_the_tests_and_checks_say_the_minutes_of_the_plan() -> None:
    assert PLAN.tests
    assert PLAN.later
    for name, minutes in ((PLAN.tests.first, 15), (PLAN.tests.second, 15), (PLAN.later.page, 6)):
        assert int(ABOUT.findall(page(name))[0][0]) == minutes
    assert (PLAN.tests.minutes, PLAN.later.minutes) == (15, 6)


def test_every_page_of_the_folder_is_planned() -> None:
    assert PLAN.tests
    assert PLAN.tests.earlier
    asked = {*load_shipped().lessons} - {PLAN.tests.earlier.lesson}
    planned = {name for lesson in asked for name in PLAN.pages(lesson)}
    assert planned == {path.stem for path in folder("notebooks").glob("*.md")}


def test_the_contents_list_the_lessons_and_tests_in_the_order_of_the_plan() -> None:
    assert PLAN.tests
    assert PLAN.later
    given = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    listed = [chapter["file"] for part in given["parts"] for chapter in part["chapters"]]
    lessons = [one.page for one in PLAN.lessons]
    planned = [PLAN.tests.first, *lessons, PLAN.tests.second, PLAN.later.page]
    assert [name.removeprefix("notebooks/") for name in listed if name.startswith("notebooks/")] == planned


def test_the_forms_and_checks_belong_to_the_lessons_that_the_plan_names() -> None:
    assert PLAN.tests
    assert PLAN.later
    known = load_shipped().exercises
    assert {known[name].card.lesson for name in PLAN.tests.forms} == {PLAN.tests.lesson}
    halves = [name for one in PLAN.later.checks for name in (one.practised, one.fresh)]
    assert {known[name].card.lesson for name in halves} == {PLAN.later.lesson}
    assert known[PLAN.tests.third].card.lesson == PLAN.tests.lesson
    assert PLAN.tests.earlier
    assert {known[name].card.lesson for name in PLAN.earlier_forms()} == {PLAN.tests.earlier.lesson}
    assert len(PLAN.named()) == len({*PLAN.named()}) == 9


def test_every_page_that_is_left_out_or_comes_early_is_one_of_the_book() -> None:
    for pattern in (*PLAN.printed.leave_out, *PLAN.printed.early):
        assert list(ROOT.glob(f"{pattern}.md")), pattern


# What a plan means


@pytest.fixture
def written(tmp_path: Path):
    """Write a plan, from the shipped one with some of it in other words, and read it."""

    def write(*changes: tuple[str, str]) -> Path:
        text = SHIPPED.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (tmp_path / "course.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
        return tmp_path / "course.yml"

    return write


def problems(path: Path) -> list[Problem]:
    with pytest.raises(CourseError) as error:
        load_syllabus(path)
    assert isinstance(error.value, CaseError)
    return list(error.value.problems)


def test_lessons_stand_in_the_order_of_the_plan_and_others_after_them_by_name() -> None:
    plan = Syllabus((PlannedLesson("b", "b", 5), PlannedLesson("a", "page-of-a", 5)))
    assert sorted(["z", "a", "c", "b"], key=plan.place) == ["b", "a", "c", "z"]
    assert [plan.number(name) for name in ("b", "a", "c")] == [1, 2, None]
    assert [plan.pages(name) for name in ("b", "a", "c")] == [("b",), ("page-of-a",), ("c",)]
    assert [plan.minutes(name) for name in ("a", "c")] == [5, None]


def test_a_plan_turned_round_turns_the_lessons_round(written) -> None:
    first, second = "lesson: 01-on-the-page, minutes: 55", "lesson: 02-when, minutes: 45"
    path = written((first, "lesson: HERE, minutes: 1"), (second, first), ("lesson: HERE, minutes: 1", second))
    turned = Course(load_shipped().cases, load_syllabus(path))
    assert turned.lessons[:3] == ["02-when", "01-on-the-page", "03-three-accounts"]


def test_a_plan_may_have_lessons_alone(tmp_path: Path) -> None:
    path = tmp_path / "course.yml"
    path.write_text("schema: 1\nlessons: [{lesson: 01-ferry, minutes: 10}]\n", "utf-8")
    plan = load_syllabus(path)
    assert plan == Syllabus((PlannedLesson("01-ferry", "01-ferry", 10, "everyone"),))
    assert (plan.forms(), plan.kept_apart(), plan.named()) == ((), frozenset(), ())
    assert not plan.printed.leaves_out("book/teaching/index")


def test_a_folder_without_a_plan_has_an_empty_one(tmp_path: Path) -> None:
    assert shipped.syllabus_in(tmp_path) == UNPLANNED
    assert Course({"nordo-ferry": ferry()}).lessons == sorted(Course({"nordo-ferry": ferry()}).lessons)


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        ("book/teaching/index", True),
        ("book/teaching/plans/01", True),
        ("book/teaching", False),
        ("Book/Teaching/index", False),
        ("notebooks/results", False),
        ("book/results", True),
        ("book/results-of-all", False),
    ],
)
def test_a_star_stands_for_every_page_below_a_folder(page: str, left_out: bool) -> None:
    assert Printed(("book/teaching/*", "book/results")).leaves_out(page) == left_out


# What can't be meant


@pytest.mark.parametrize(
    ("old", "new", "field", "expected"),
    [
        ("schema: 1", "schema: 2", "schema", "1"),
        ("lesson: 02-when", "lesson: 01-on-the-page", "lessons[1].lesson", "each lesson once"),
        ("lesson: 02-when", "page: 01-on-the-page, lesson: 02-when", "lessons[1].page", "each page once"),
        ("06-shared-words, minutes: 55", "06-shared-words, minutes: about 55", "lessons[5].minutes", "a whole number"),
        ("06-shared-words, minutes: 55", "06-shared-words, minutes: 0", "lessons[5].minutes", "a number from 1"),
        (
            "when, minutes: 45, audience: everyone",
            "when, minutes: 45, audience: adults",
            "lessons[1].audience",
            "one of everyone",
        ),
        ("lesson: 02-when", "lesson: ../02-when", "lessons[1].lesson", "text of the form"),
        ("lesson: 02-when", "title: When, lesson: 02-when", "lessons[1].title", "only these fields"),
        ("[form-a, form-b]", "[form-a]", "tests.forms", "at least 2"),
        ("[form-a, form-b]", "[form-a, form-a]", "tests.forms[1]", "each exercise once"),
        ("third: form-c", "third: form-a", "tests.third", "each exercise once"),
        ("[test-a, test-b]", "[form-a, test-b]", "tests.earlier.forms[0]", "each exercise once"),
        ("first: 00-first-test", "first: 11-second-test", "tests.pages.second", "each page once"),
        ("first: 00-first-test, ", "", "tests.pages", "the field first"),
        ("page: 12-later-checks", "page: notebooks/12-later-checks", "later.page", "text of the form"),
        ("week: 4", "week: 1", "later.checks[1].week", "each week once"),
        ("practised: week-four-news", "practised: test-b", "later.checks[1].practised", "each exercise once"),
        ("lesson: later-checks", "lesson: tests", "later.lesson", "each lesson once"),
        ("early: [book/method]", "early: book/method", "printed.early", "a list"),
    ],
)
def test_a_plan_that_can_t_be_meant_is_named_with_its_line(written, old, new, field, expected) -> None:
    path = written((old, new))
    (problem,) = problems(path)
    assert (problem.file, problem.field) == ("course.yml", field)
    assert expected in problem.expected
    assert (
        path.read_text("utf-8")
        .split("\n")[problem.line - 1]
        .strip()
        .startswith((field.split(".")[-1], "-", "forms", "pages", "earlier"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "schema: 1\n",
        "schema: 1\nlessons: []\n",
        "lessons: &a [*a]\n",
        "\ufeff: :",
        "schema: 1\nlessons: null\n",
    ],
)
def test_what_is_no_plan_is_an_error_of_ours(text: str, tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_text(text, "utf-8")
    assert problems(tmp_path / "course.yml")


def test_a_plan_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    assert problems(tmp_path / "course.yml")[0].file == "course.yml"


def test_bytes_of_no_text_are_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_bytes(b"schema: \xff\xfe\x00")
    assert problems(tmp_path / "course.yml")


def test_a_plan_that_names_an_exercise_which_no_case_has_stops_the_load(written, monkeypatch) -> None:
    path = written(("practised: week-four-news", "practised: week-five-news"))
    monkeypatch.setattr(shipped, "folder", lambda name: path.parent if name == "notebooks" else folder(name))
    with pytest.raises(SameStoryError, match=r"course\.yml names an exercise 'week-five-news'"):
        shipped.load_shipped()


def test_the_shipped_plan_is_yaml_that_others_read_too() -> None:
    assert yaml.safe_load(SHIPPED.read_text("utf-8"))["schema"] == 1
