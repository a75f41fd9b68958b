"""Drafts are exercises that a teacher could hand out after one reading: sound, fair, readable, and marked as drafts."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml
from each import for_each
from reading_level import grade

from samestory.case import Case, load_case
from samestory.case.desk import Desk
from samestory.course import case_folders
from samestory.draft import DRAFTERS, MOST_COUNTED, Drafts, drafts
from samestory.draft.written import in_yaml, write_drafts
from samestory.exercise import Card, Exercise, all_kinds

EXAMPLE = Path(drafts.__code__.co_filename).parent / "example"
FERRY = Path(__file__).parents[1] / "cases" / "nordo-ferry"
# The templates were written with the first two in view; the others were not looked at before they were done.
FOLDERS = {path.name: path for path in (EXAMPLE, *case_folders(), FERRY)}
KINDS = {"highlight", "classify", "match", "short", "order", "number", "choose", "matrix", "rewrite"}
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
MILL = """Bridge to close for two months

The Mill Bridge will be closed for two months, the council said on Sunday. About 400 cars cross the bridge each day.

A free bus will run every 20 minutes from the market square, said mayor Anna Holmborg.
"""
POST = """Council closes bridge

The council said on Monday that the Mill Bridge will be closed for three weeks.
About 4,000 cars cross the bridge each day.

From Tuesday a free bus will run every 20 minutes from the market square. Mayor Anna Holmberg said so.
"""


@cache
def case_named(name: str) -> Case:
    return load_case(FOLDERS[name])


@cache
def drafted(name: str) -> Drafts:
    return drafts(case_named(name))


def built(name: str) -> list[Exercise]:
    case = case_named(name)
    desk = Desk(case.articles, case.record, case.findings, case.controls, held=case.held)
    exercises = []
    for spec in drafted(name).specs:
        said = ((spec["prompt"],), spec["minutes"], 1.0, tuple(spec["hints"]), spec["solution"])
        card = Card(spec["id"], spec["kind"], "lesson", spec["title"], *said)
        exercises.append(Exercise(card, all_kinds()[spec["kind"]].build(spec, desk)))
    return exercises


def test_the_example_gives_a_draft_of_every_kind():
    assert {spec["kind"] for spec in drafted("example").specs} == KINDS


def test_cases_that_no_template_was_made_for_give_a_lesson():
    made = {name: [spec["kind"] for spec in drafted(name).specs] for name in ("blinken-lavrov", "nordo-ferry")}
    assert len(made["blinken-lavrov"]) >= MOST_COUNTED
    assert set(made["nordo-ferry"]) >= {"highlight", "match", "short", "choose"}


@for_each(FOLDERS)
def test_every_sample_of_a_draft_gets_the_score_that_it_must(name):
    for one in built(name):
        for sample in one.samples():
            verdict = one.verdict(sample.raw)
            assert sample.low - 0.011 <= verdict.points / verdict.of <= sample.high + 0.011, (one.card.id, sample.name)


@for_each(FOLDERS)
def test_a_draft_is_marked_and_says_all_that_an_exercise_says(name):
    for spec in drafted(name).specs:
        assert spec["draft"] is True
        assert "?" in spec["prompt"]
        assert len(spec["hints"]) >= 2
        assert spec["solution"]


@for_each(FOLDERS)
def test_every_choice_of_a_draft_has_its_own_answer(name):
    for spec in drafted(name).specs:
        for option in spec.get("options", ()):
            assert option["say"]
        for item in spec.get("items", ()):
            assert item["say"]
            others = {group["id"] for group in spec.get("groups", ())} - {item.get("group")}
            assert set(item.get("wrong", {})) == others or "partner" in item or spec["kind"] in ("match", "order")


@for_each(FOLDERS)
def test_a_third_of_what_is_judged_is_sound(name):
    for spec in drafted(name).specs:
        if spec["kind"] == "highlight":
            assert 2 * len(spec["controls"]) >= len(spec["findings"])
        if spec["kind"] == "classify" and any(group.get("sound") for group in spec["groups"]):
            sound = {group["id"] for group in spec["groups"] if group.get("sound")}
            trusted = sum(item["group"] in sound for item in spec["items"])
            assert 3 * trusted >= len(spec["items"])


@for_each(FOLDERS)
def test_options_of_a_choice_are_of_like_length(name):
    for spec in drafted(name).specs:
        if spec["kind"] == "choose":
            lengths = sorted(len(option["text"]) for option in spec["options"])
            assert lengths[-1] <= 1.8 * lengths[0], [option["text"] for option in spec["options"]]


@for_each(FOLDERS)
def test_what_the_templates_say_can_be_read_at_grade_8(name):
    ours = [text for spec in drafted(name).specs for text in (spec["prompt"], *spec["hints"])]
    # What is quoted or printed is the articles’, and follows a colon or stands in marks.
    plain = [QUOTED.sub("this", re.sub(r"(?m)^This is printed by .*$", "", text)) for text in ours]
    assert not plain or grade("\n".join(plain)) <= 8


@for_each(FOLDERS)
def test_drafts_use_nothing_that_is_kept_for_the_tests(name):
    case = case_named(name)
    kept = {one.id for one in (*case.findings.values(), *case.controls.values()) if case.holds_back(one)}
    used = {found for spec in drafted(name).specs for found in (*spec.get("findings", ()), *spec.get("controls", ()))}
    assert not kept & used


def test_the_same_case_gives_the_same_drafts_each_time():
    assert drafts(case_named("example")) == drafted("example")


def test_no_more_than_a_lesson_counts_and_the_exit_question_always_does():
    counted = [spec for spec in drafted("blinken-lavrov").specs if not spec.get("extra")]
    assert len(counted) == MOST_COUNTED
    assert counted[-1]["id"].endswith("exit")


def test_a_kind_without_what_it_needs_says_what_that_is():
    lacking = " ".join(drafted("three-dossiers").lacking)
    assert "it needs three faults whose right words are known, and a control" in lacking
    assert len(drafted("three-dossiers").lacking) + len(drafted("three-dossiers").specs) >= len(DRAFTERS)


# Written into a case


@pytest.fixture
def own(tmp_path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "example", ignore=shutil.ignore_patterns("exercises"))
    return tmp_path / "example"


def test_written_drafts_make_a_sound_case_and_are_to_do(own):
    from samestory.case.todo import to_do

    done = write_drafts(own)
    assert set(done.exercises) == set(load_case(own).exercises)
    assert sum("is a draft" in one.wanted for one in to_do(own)) >= len(done.exercises) > 8


def test_what_an_author_has_changed_stays(own):
    write_drafts(own)
    path = own / "exercises" / "lesson.yml"
    path.write_text(path.read_text("utf-8").replace("title: Sound, or not?", "title: My own title  # mine"), "utf-8")
    mine = path.read_bytes()
    assert write_drafts(own).exercises == ()
    assert path.read_bytes() == mine


def test_a_draft_that_was_taken_away_is_drafted_again_behind_the_others(own):
    write_drafts(own)
    path = own / "exercises" / "lesson.yml"
    sheet = yaml.safe_load(path.read_text("utf-8"))
    gone = sheet["exercises"].pop(0)
    path.write_text("schema: 1\nlesson: lesson\nexercises:\n" + in_yaml(sheet["exercises"]), "utf-8")
    assert write_drafts(own).exercises == (gone["id"],)
    assert list(load_case(own).exercises)[-1] == gone["id"]


def test_where_nobody_has_decided_the_tools_proposals_are_taken_as_drafts(tmp_path):
    from samestory.inbox import FileFound, Taken
    from samestory.inbox.made import make_case

    texts = [Taken(FileFound(f"{name}.txt", text.encode()), text) for name, text in (("mill", MILL), ("post", POST))]
    make_case(tmp_path / "bridge", "The bridge", texts)
    done = write_drafts(tmp_path / "bridge")
    assert done.proposals
    assert all(one.certainty != "proved" for one in done.case.findings.values())
    assert {"Can both be right?", "What does the other one say?", "Before you go: how sure is that?"} <= {
        one.card.title for one in done.case.exercises.values()
    }
    quotes = {one.quote for one in done.case.findings.values()}
    assert {"400", "4,000"} <= quotes
