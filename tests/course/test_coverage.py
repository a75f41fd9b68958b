"""Guards over the course as a whole: every proved finding is used, controls abound, every claim has its source."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from made_cases import course

from samestory.case import Case, Finding, SoundPassage
from samestory.course import case_folders, load_shipped

CASES = load_shipped().cases
NEWS, FICTION = CASES["blinken-lavrov"], CASES["quernmouth-gate"]
LESSONS = [name for name in load_shipped().lessons if name[0].isdigit()]


@cache
def specs(case: str) -> dict[str, dict[str, Any]]:
    """The exercises of a case as their authors wrote them, by id."""
    (folder,) = [path for path in case_folders() if path.name == case]
    sheets = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("exercises/*.yml"))]
    return {one["id"]: one for sheet in sheets for one in sheet["exercises"]}


def quotes_in(value: Any) -> Iterator[tuple[str, str]]:
    """Every phrase of an article that a spec quotes, at whatever depth."""
    if isinstance(value, dict):
        if isinstance(value.get("article"), str) and isinstance(value.get("quote"), str):
            yield value["article"], value["quote"]
        for one in value.values():
            yield from quotes_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from quotes_in(one)


@cache
def used(case_id: str) -> frozenset[str]:
    """The findings and controls that some exercise rests on: named in a passage, or quoted with its core."""
    case = CASES[case_id]
    found: set[str] = set()
    for name, spec in specs(case_id).items():
        task = case.exercises[name].task
        found |= {one.id for group in ("faults", "controls") for one in getattr(task, group, ())}
        for article, quote in quotes_in(spec):
            printed = case.articles[article].passage
            for first, last in printed.places(quote):
                start, end = printed.words[first].start, printed.words[last].end
                found |= {one.id for one in marked(case, article) if meet(one, start, end)}
    return frozenset(found)


def marked(case: Case, article: str) -> list[Finding | SoundPassage]:
    """The findings and the controls of an article."""
    return [one for one in (*case.findings.values(), *case.controls.values()) if one.article == article]


def meet(one: Finding | SoundPassage, start: int, end: int) -> bool:
    """True if a quotation from `start` to `end` and what the finding or control is about are mostly the same words."""
    first, last = one.core if isinstance(one, Finding) else (one.start, one.end)
    return 2 * (min(end, last) - max(start, first)) > min(last - first, end - start)


def test_every_proved_finding_of_the_news_is_used_by_a_lesson_or_a_test():
    proved = {one.id for one in NEWS.findings.values() if one.certainty == "proved"}
    assert sorted(proved - used("blinken-lavrov")) == []


def test_controls_are_used_in_numbers():
    controls = [one for case in CASES.values() for one in case.controls if one in used(case.id)]
    assert len(controls) >= 60


def test_the_course_has_enough_exercises_of_enough_kinds():
    in_lessons = [one for one in course().values() if one.card.lesson in LESSONS]
    assert len(in_lessons) >= 110
    assert sum(one.card.id in FICTION.exercises for one in in_lessons) >= 12
    assert len({one.card.kind for one in in_lessons}) == 11


@pytest.mark.parametrize("lesson", [name for name in LESSONS if name[:2] in {f"{n:02}" for n in range(1, 11)}])
def test_a_lesson_has_its_parts(lesson):
    exercises = load_shipped().lesson(lesson)
    kinds = Counter(one.card.kind for one in exercises)
    assert len(kinds) >= 4
    opening = "guess-" if lesson.startswith("01") else "review-"
    assert [one.card.id.startswith(opening) for one in exercises[:4]] == [True, True, True, False]
    ticket = [one.card.id for one in exercises if not one.card.extra][-1]
    assert ticket.startswith("ticket-") or ticket == "exit-ticket"
    minutes = sum(one.card.minutes for one in exercises if not one.card.extra)
    assert 20 <= minutes <= 55


@pytest.mark.parametrize("case", CASES)
def test_whatever_a_case_claims_has_its_source(case):
    for one in (*CASES[case].findings.values(), *CASES[case].controls.values()):
        assert one.evidence, f"{one.id} names nothing that bears it out"
    for entry in CASES[case].record.values():
        assert entry.source
