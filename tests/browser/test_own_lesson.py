"""A lesson of one's own from a memory stick: a learner opens the file itself and does an exercise of each kind."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from acting import DRAWN, Card
from made_page import faults_of, misfits_of
from playwright.sync_api import Browser, Page, expect

from samestory.case import Case, load_case
from samestory.draft.ready import write_example
from samestory.publish.lesson import assign_lesson, build_lesson

KINDS = {"classify", "highlight", "short", "match", "choose", "matrix", "number", "order", "rewrite"}


@pytest.fixture(scope="module")
def stick(tmp_path_factory) -> Path:
    """A folder with the example as `hive`, its lesson, and the learners' copy."""
    home = tmp_path_factory.mktemp("stick")
    write_example(home / "hive")
    build_lesson(home / "hive", home / "lesson")
    assign_lesson(home / "hive", home / "learners")
    return home


@pytest.fixture(scope="module")
def hive(stick) -> Case:
    return load_case(stick / "hive")


@pytest.fixture
def opened(browser: Browser, stick) -> Iterator[Page]:
    """The lesson, opened from disk; whatever its console says, or whatever else it asks for, is a failure."""
    context = browser.new_context(accept_downloads=True)
    seen: list[str] = []
    context.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
    own = ((stick / "lesson").as_uri(), (stick / "learners").as_uri(), "data:", "blob:")
    context.on("request", lambda asked: None if asked.url.startswith(own) else seen.append(asked.url))
    page = context.new_page()
    page.goto((stick / "lesson" / "lesson.html").as_uri())
    page.wait_for_function(DRAWN)
    yield page
    context.close()
    assert seen == []


def begin(page: Page, answers: dict[str, object]) -> None:
    """Let the page find answers that were begun earlier."""
    kept = {f"samestory:1:{name}": json.dumps({"draft": answer}) for name, answer in answers.items()}
    # In the new page itself, before its script: what a page from disk has just written may come late to the next one.
    page.add_init_script(f"for (const [key, one] of Object.entries({json.dumps(kept)})) localStorage[key] ??= one;")
    page.reload()
    page.wait_for_function(DRAWN)


def test_a_learner_does_an_exercise_of_each_kind_and_saves_the_answers(opened, hive, tmp_path):
    assert {one.card.kind for one in hive.exercises.values()} == KINDS
    answers = {name: one.task.right().to_json() for name, one in hive.exercises.items()}
    begin(opened, answers)
    for name, one in hive.exercises.items():
        card = Card(opened, one)
        card.check.click()
        card.expect_verdict(one.verdict(answers[name]))
    scores = opened.locator("same-story-scores")
    measured = [measure for one in hive.exercises.values() for measure in one.solution().measures]
    for name, shown in (("caught", "Faults caught"), ("trusted", "Sound passages trusted")):
        of = sum(measure.of for measure in measured if measure.name == name)
        expect(scores.get_by_role("row", name=f"{shown} {of} of {of}")).to_be_visible()
    expect(scores.get_by_role("row", name=f"Exercises done {len(answers)} of {len(answers)}")).to_be_visible()
    with opened.expect_download() as download:
        scores.get_by_role("button", name="Save my answers to a file").click()
    download.value.save_as(tmp_path / "answers.json")
    saved = json.loads((tmp_path / "answers.json").read_text("utf-8"))
    assert {name: one["record"]["answer"] for name, one in saved["answers"].items()} == answers


def test_the_page_is_sound_for_a_screen_reader_and_fits_a_phone(opened, node_modules):
    opened.set_viewport_size({"width": 390, "height": 844})
    assert faults_of(opened, node_modules) == []
    assert misfits_of(opened, "/* as it is */", 390) == []


def test_the_learners_copy_records_and_tells_nothing(opened, hive, stick):
    opened.goto((stick / "learners" / "lesson.html").as_uri())
    opened.wait_for_function(DRAWN)
    name = "hive-word"
    begin(opened, {name: {"text": "18,000"}})
    card = opened.get_by_role("article", name=hive.exercises[name].card.title)
    card.get_by_role("button", name="Record my answer").click()
    expect(card.get_by_role("heading", name="Your answer is kept in this browser")).to_be_visible()
    expect(opened.locator("same-story-scores").get_by_role("row", name="Exercises done 1 of 10")).to_be_visible()
    assert "Two digits" not in opened.content()
