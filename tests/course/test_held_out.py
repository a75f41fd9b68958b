"""What the tests ask about is new to who takes them: no lesson cites, shows or prints what is held out for them."""

import ast
from collections.abc import Container, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jupytext
import yaml
from each import for_each

from samestory.case import Case
from samestory.case.desk import Desk
from samestory.course import case_folders, folder, load_shipped
from samestory.text import fold, words

TESTS = {"forms", "tests", "later-checks"}  # the lessons that held passages are held for
PAGES = {"00-first-test", "11-second-test", "12-later-checks"}
RUN = 7  # words in a row that nobody writes by chance
SHEETS = sorted(path for case in case_folders() for path in (case / "exercises").glob("*.yml"))
SPECS = [
    (path.parents[1].name, spec)
    for path in SHEETS
    for sheet in [yaml.safe_load(path.read_text("utf-8"))]
    if sheet["lesson"] not in TESTS
    for spec in sheet["exercises"]
]
LESSONS = sorted(path for path in folder("notebooks").glob("*.md") if path.stem not in PAGES)


def case_of(name: str) -> Case:
    return load_shipped().cases[name]


@cache
def desk_of(name: str) -> Desk:
    case = case_of(name)
    return Desk(case.articles, case.record, case.findings, case.controls)


def held_in(name: str, where: Mapping[str, Any]) -> list[str]:
    """The held passages that a part of an article touches: from phrase to phrase, or wherever a quotation stands."""
    case = case_of(name)
    if "quote" in where:
        passage = case.articles[where["article"]].passage
        places = passage.places(where["quote"])
        spans = [(passage.words[first].start, passage.words[last].end) for first, last in places]
    else:
        cut = desk_of(name).shown(where).passage
        spans = [(cut.start, cut.end)]
    return [
        case.articles[one.article].text[one.start : one.end][:60]
        for one in case.held
        if one.article == where["article"] and any(start < one.end and one.start < end for start, end in spans)
    ]


def parts_of(value: Any, known: Container[str]) -> Iterator[Mapping[str, Any]]:
    """Everything in a spec that points into an article."""
    if isinstance(value, Mapping):
        if value.get("article") in known:
            yield value
        for inner in value.values():
            yield from parts_of(inner, known)
    elif isinstance(value, list):
        for inner in value:
            yield from parts_of(inner, known)


def folded(text: str) -> list[str]:
    return [fold(word.text) for word in words(text)]


@cache
def runs() -> dict[tuple[str, ...], str]:
    """Every seven words in a row of the held passages, with the article."""
    found = {}
    for case in load_shipped().cases.values():
        for held in case.held:
            here = folded(case.articles[held.article].text[held.start : held.end])
            found.update({tuple(here[at : at + RUN]): held.article for at in range(len(here) - RUN + 1)})
    return found


def printed_in(text: str) -> list[str]:
    """The runs of held words that a text prints."""
    here = folded(text)
    return [" ".join(run) for run in (tuple(here[at : at + RUN]) for at in range(len(here))) if run in runs()]


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from texts_in(inner)


def test_both_cases_hold_passages_that_the_tests_ask_about():
    for case in load_shipped().cases.values():
        assert case.held
        if case.tests_only:
            assert {one.article for one in case.held} == set(case.articles)
            continue
        held = [one for one in (*case.findings.values(), *case.controls.values()) if case.holds_back(one)]
        assert len(held) >= 6
    assert len(runs()) > 200


@for_each(SPECS, lambda given: given[1]["id"])
def test_an_exercise_of_a_lesson_points_at_nothing_that_is_held(case, spec):
    assert {
        part["article"]: found for part in parts_of(spec, case_of(case).articles) if (found := held_in(case, part))
    } == {}
    known = {**case_of(case).findings, **case_of(case).controls}
    named = [name for key in ("findings", "controls") if isinstance(spec.get(key), list) for name in spec[key]]
    assert [name for name in named if case_of(case).holds_back(known[name])] == []


@for_each(SPECS, lambda given: given[1]["id"])
def test_an_exercise_of_a_lesson_prints_nothing_that_is_held(case, spec):
    assert [run for text in texts_in(spec) for run in printed_in(text)] == []


@for_each(LESSONS, lambda path: path.stem)
def test_a_lesson_clips_and_prints_nothing_that_is_held(lesson: Path):
    cells = jupytext.read(lesson, fmt="md:myst").cells
    clipped = [
        [ast.literal_eval(argument) for argument in call.args]
        for cell in cells
        if cell.cell_type == "code"
        for call in ast.walk(ast.parse(cell.source))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "clip"
    ]
    for article, quote in clipped:
        (case,) = (one.id for one in load_shipped().cases.values() if article in one.articles)
        assert held_in(case, {"article": article, "quote": quote}) == [], quote
    assert printed_in(lesson.read_text("utf-8")) == []
