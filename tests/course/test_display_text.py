"""Whatever an editor changes in the words of the course, programs make the same of it: what they go by is in fields."""

import itertools
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from docutils import nodes
from small_book import build
from sphinx import addnodes

from samestory.book.print.builder import answered, sheets_of, with_last
from samestory.book.tree import counting
from samestory.book.tree.places import place_of_exercise
from samestory.case import Case
from samestory.course import Course, folder, manifest, shipped
from samestory.exercise import Exercise
from samestory.scanning import scan
from samestory.widget.reader import view as reader
from samestory.widget.told_answers import answer_lines

ROOT = Path(__file__).parents[2]
# The fields that only people read, by sort of file; `words` and `what` of the record are evidence, as articles are.
DISPLAY = {
    "case": {"title", "about", "licence", "what", "outlet", "dated", "shows", "says"},
    "record": {"who", "source"},
    "findings": {"why", "harm_why", "looks"},
    "exercises": {"title", "prompt", "hints", "solution", "say"},
}
PLAIN = "Editors call this by another name ({})"


def altered(value: Any, fields: set[str], number: Callable[[], int]) -> Any:
    """The same values with other words in these fields, no two of them the same."""
    if isinstance(value, list):
        return [altered(one, fields, number) for one in value]
    if not isinstance(value, dict):
        return value
    other = {}
    for name, one in value.items():
        if name not in fields:
            other[name] = altered(one, fields, number)
        elif isinstance(one, list):
            other[name] = [PLAIN.format(number()) for _ in one]
        else:
            other[name] = PLAIN.format(number()) if isinstance(one, str) else one
    return other


def reworded(page: str) -> str:
    """A lesson's page with other headings and another sentence below its title."""
    page = re.sub(r"^(#+) .*$", r"\1 What editors call it now", page, flags=re.MULTILINE)
    return re.sub(r"^\*About .*$", "*Take the time that you need, 7 minutes or 700.*", page, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped cases and lessons, every text that only people read changed."""
    top, count = tmp_path_factory.mktemp("reworded"), itertools.count()
    for name in ("seeds", "notebooks"):
        shutil.copytree(folder(name), top / name, ignore=shutil.ignore_patterns("answers", ".*", "*.ipynb"))
    for path in (top / "seeds").rglob("*.yml"):
        sort = path.parent.name if path.parent.name in DISPLAY else path.stem
        data = altered(yaml.safe_load(path.read_text("utf-8")), DISPLAY[sort], lambda: next(count))
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    for path in (top / "notebooks").glob("*.md"):
        path.write_text(reworded(path.read_text("utf-8")), "utf-8")
    assert next(count) > 1000
    return top


def loaded(top: Path | None) -> Course:
    """The course, from a folder with its cases and lessons or from where it is."""
    with pytest.MonkeyPatch.context() as patch:
        if top:
            patch.setattr(shipped, "folder", lambda name: top / name)
        course = shipped.load_shipped()
        assert course.exercises  # their order is read from the pages at the first look
    return course


@pytest.fixture(scope="module")
def courses(copy: Path) -> tuple[Course, Course]:
    before, after = loaded(None), loaded(copy)
    one, other = (next(iter(course.exercises.values())).card.title for course in (before, after))
    assert one != other
    return before, after


def counted(course: Course, pages: Path) -> Any:
    """What the contents and the page of results go by; the start of a `spec` names an edition, words and all."""
    lessons = manifest.lessons(course, pages)
    told = [(one.slug, one.minutes, [(t.id, t.points, t.minutes, t.extra) for t in one.tasks]) for one in lessons]
    sizes = [[(task.faults, task.controls) for task in one.tasks] for one in lessons]
    forms = {
        name: (form["ids"], [(group["id"], group["sound"]) for group in form["groups"]])
        for name, form in (manifest.forms(course) or {}).items()
    }
    later = [(one["week"], one["practised"]["id"], one["fresh"]["id"]) for one in manifest.later_checks(course)]
    contents = {
        name: (page["of"], page.get("before"), len(page["specs"]))
        for name, page in manifest.counted_pages(course, lessons).items()
    }
    return told, sizes, forms, later, contents


def graded(exercise: Exercise) -> Any:
    """What every sample answer earns, and what is counted of it."""
    verdicts = [exercise.verdict(sample.raw) for sample in exercise.task.samples()]
    return [(one.state, one.points, one.of, one.measures, [(p.id, p.outcome) for p in one.parts]) for one in verdicts]


def proposed(case: Case) -> Any:
    """The candidates of a scan: where each stands, what it is and how sure."""
    return sorted(
        (one.article, one.label, one.start, one.end, one.certainty, one.weight, one.rule, str(one.suggests))
        for one in scan(case).candidates
    )


def fiction(course: Course) -> Any:
    """For each pair of a case's articles, whether the reader shows them as fiction."""
    pairs = [pair for case in course.cases.values() for pair in itertools.pairwise(case.articles)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "load_shipped", lambda: course)
        return {pair: reader.reader_view(pair)["fiction"] for pair in pairs}


def test_the_contents_and_the_results_count_the_same(courses: tuple[Course, Course], copy: Path) -> None:
    before, after = counted(courses[0], folder("notebooks")), counted(courses[1], copy / "notebooks")
    assert after == before
    assert len(before[0]) == 10
    assert len(before[2]) == len(before[3]) == 2


def test_lessons_and_exercises_stand_in_the_same_order(courses: tuple[Course, Course]) -> None:
    before, after = courses
    assert after.lessons == before.lessons
    assert list(after.exercises) == list(before.exercises)


def test_answers_earn_the_same(courses: tuple[Course, Course]) -> None:
    before, after = courses
    assert {name: graded(one) for name, one in after.exercises.items()} == {
        name: graded(one) for name, one in before.exercises.items()
    }


def test_a_scan_proposes_the_same(courses: tuple[Course, Course]) -> None:
    for name, case in courses[0].cases.items():
        assert proposed(courses[1].cases[name]) == proposed(case)
        assert proposed(case)


def test_the_same_articles_are_shown_as_fiction(courses: tuple[Course, Course]) -> None:
    before = fiction(courses[0])
    assert fiction(courses[1]) == before
    assert set(before.values()) == {True, False}


# The printed book


def listed() -> list[tuple[str, list[str]]]:
    """The parts of the book's contents, as `_toc.yml` lists them: the caption, and the pages from the top."""
    given = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    found = [("", [given["root"]])]
    for part in given["parts"]:
        pages = []
        for chapter in part["chapters"]:
            pages.append(chapter["file"])
            for section in chapter.get("sections", ()):
                pages += sorted(
                    p.relative_to(ROOT).with_suffix("").as_posix() for p in ROOT.glob(f"{section['glob']}.md")
                )
        found.append((part["caption"], pages))
    return found


def contents(name: Callable[[str], str]) -> Any:
    """What Sphinx knows of the book's pages; `name` gives what a caption or a page is called."""
    (_, (root,)), *parts = listed()
    found = [addnodes.toctree(caption=name(caption), includefiles=pages) for caption, pages in parts]
    return SimpleNamespace(
        config=SimpleNamespace(root_doc=root),
        get_doctree=lambda _: nodes.Element("", *found),
        toctree_includes={},
        titles={page: nodes.title("", name(page)) for _, pages in listed() for page in pages},
    )


def test_the_same_pages_are_printed_in_the_same_order_whatever_parts_and_pages_are_called() -> None:
    printed = shipped.load_shipped().syllabus.printed
    before, after = ([one.page for one in sheets_of(contents(name), printed)] for name in (str, lambda _: "Teaching"))
    assert after == before
    assert before == [
        "book/index",
        "book/method",
        "book/short-course",
        *sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in (ROOT / "notebooks").glob("*.md")),
        *(f"book/cases/{name}" for name in ("blinken-lavrov", "quernmouth-gate")),
        "book/glossary",
        "book/references",
    ]  # a page that is new in the contents is printed, unless course.yml leaves it out


def test_the_same_answers_stand_last_in_the_printed_book(courses: tuple[Course, Course]) -> None:
    shown = ("form-a", "week-one-news", "where-the-article-ends")  # the first is sealed

    def order(course: Course) -> list[str]:
        told = [one for name in shown for one in answered(name, place_of_exercise(name, 1), course.exercises)]
        return [one.title for one in with_last(told, courses[0].syllabus.kept_apart())]

    assert order(courses[1]) == order(courses[0]) == ["where-the-article-ends", "week-one-news"]


def test_the_answers_for_teachers_keep_their_parts(courses: tuple[Course, Course]) -> None:
    before, after = courses
    assert {name: len(answer_lines(one)) for name, one in after.exercises.items()} == {
        name: len(answer_lines(one)) for name, one in before.exercises.items()
    }


# The built pages


def test_the_printed_book_s_title_is_that_of_the_book_and_of_no_page(tmp_path: Path) -> None:
    pages = {"welcome": "# Here · there\n\n```{toctree}\nlesson\n```\n", "lesson": "# 1 · One · two\n"}
    built, _ = build(tmp_path, pages, builder="singlehtml", html_title="Week 1 · The “sea” & us")
    assert "<title>Week 1 · The “sea” &amp; us</title>" in (built / "index.html").read_text("utf-8")


def test_links_of_scripts_into_the_page_of_results_outlive_its_headings(tmp_path: Path) -> None:
    page = (ROOT / "book" / "results.md").read_text("utf-8")
    pages = {
        "welcome": re.sub(r"\]\([^)]*\)", "](#)", re.sub(r"^## .*$", "## By another name", page, flags=re.MULTILINE))
    }
    built, _ = build(tmp_path, pages)
    ids = set(re.findall(r'\bid="([^"]*)"', (built / "welcome.html").read_text("utf-8")))
    scripts = [path.read_text("utf-8") for path in (Path(counting.__file__).parents[1] / "web").glob("*.mjs")]
    linked = {name for script in scripts for name in re.findall(r'"#([a-z][\w-]*)"', script)}
    assert linked
    assert linked <= ids
