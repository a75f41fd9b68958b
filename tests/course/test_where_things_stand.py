"""What lessons say of where things stand is true on a page that shows one station at a time, and in a notebook."""

import re
from pathlib import Path

from samestory.course import load_shipped

ROOT = Path(__file__).parents[2]
FURTHER_UP = re.compile(r"\bfurther up\b|\bexercises? (?:above|below)\b|\b(?:texts|accounts) (?:above|below)\b")
WITH_CODE = re.compile(r"```\{code-cell\}[^\n]*\n(?!:tags: \[[^\]]*(?:remove-input|remove-cell))")


def test_no_exercise_sends_a_learner_up_a_page_that_may_be_cut_there() -> None:
    course = load_shipped()
    said = {
        one.card.id: " ".join([*one.card.prompt, *one.card.hints, one.card.title])
        for lesson in course.lessons
        for one in course.lesson(lesson)
    }
    assert {name: found[0] for name, text in said.items() if (found := FURTHER_UP.search(text))} == {}


def test_a_lesson_speaks_of_code_only_where_a_page_shows_some() -> None:
    promised = [
        page.stem
        for page in sorted((ROOT / "notebooks").glob("*.md"))
        if "cell has some" in page.read_text("utf-8") and not WITH_CODE.search(page.read_text("utf-8"))
    ]
    assert promised == []
