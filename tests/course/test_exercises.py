"""Guards over the course's exercises: fair scores, explanations for every answer, nothing of the key in sight."""

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from statistics import mean
from typing import Any

import pytest
from each import for_each
from made_cases import course, exercise

from samestory.course import load_shipped

NAMES = sorted(course())
HIGHLIGHTS = [name for name in NAMES if exercise(name).card.kind == "highlight"]
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,47}")


def share(name: str, raw: Any) -> float:
    one = exercise(name)
    return one.verdict(raw).points / one.card.points


def of_kind(kind: str) -> list[str]:
    return [name for name in NAMES if exercise(name).card.kind == kind]


# Scores


@for_each(NAMES)
def test_every_sample_scores_within_its_bounds(name):
    samples = exercise(name).samples()
    assert {"key", "nothing"} <= {sample.name for sample in samples}
    for sample in samples:
        # a cent of leeway: points are rounded to two decimals
        assert sample.low - 0.01 <= share(name, sample.raw) <= sample.high + 0.01, sample.name


@for_each(NAMES)
def test_the_key_gets_everything_and_an_empty_answer_nothing(name):
    one = exercise(name)
    assert one.verdict(one.key()["answer"]).points == one.card.points
    for empty in (None, {}, [], "") if one.card.kind != "classify" else (None, {}):
        verdict = one.verdict(empty)
        assert (verdict.points, verdict.state) in [(0, "not attempted"), (0, "unreadable")]


@for_each(HIGHLIGHTS)
def test_marking_everything_earns_next_to_nothing_whatever_the_label_and_however_it_is_cut(name):
    task = exercise(name).task
    size = len(task.shown.passage.words)
    for label in [None, *(label.id for label in task.labels)]:
        for length in (*range(1, 30), 50, 100, size):
            pieces = [(first, min(first + length, size) - 1) for first in range(0, size, length)]
            marks = [{"from": first, "to": last, "label": label} for first, last in pieces]
            assert share(name, {"marks": marks}) <= 0.2, f"pieces of {length} words, {label}"


@for_each(HIGHLIGHTS)
def test_marking_half_of_the_words_by_chance_earns_little(name):
    task = exercise(name).task
    size = len(task.shown.passage.words)
    label = task.labels[0].id if task.labels else None
    shares = []
    for length in range(2, 30):
        for start in (0, length // 2, length):
            pieces = [(first, min(first + length, size) - 1) for first in range(start, size, 2 * length)]
            shares.append(share(name, {"marks": [{"from": a, "to": b, "label": label} for a, b in pieces]}))
    assert mean(shares) <= 0.25


@for_each(HIGHLIGHTS)
def test_marking_every_other_word_earns_next_to_nothing(name):
    task = exercise(name).task
    size = len(task.shown.passage.words)
    label = task.labels[0].id if task.labels else None
    for step in (2, 3, 4, 6):
        for start in range(step):
            marks = [{"from": at, "to": at, "label": label} for at in range(start, size, step)]
            assert share(name, {"marks": marks}) <= 0.2, f"every {step}th word from {start}"


@for_each(HIGHLIGHTS)
def test_marking_what_is_sound_earns_nothing(name):
    controls = exercise(name).task.controls
    assert share(name, {"marks": [{"from": one.words[0], "to": one.words[1]} for one in controls]}) == 0


@for_each(HIGHLIGHTS)
def test_the_key_shifted_by_a_word_or_two_keeps_most_of_its_points(name):
    task = exercise(name).task
    size = len(task.shown.passage.words)
    shares = []
    for by in (-2, -1, 1, 2):
        moved = [(max(0, m.first + by), min(size - 1, m.last + by), m.label) for m in task.right().marks]
        marks = [{"from": first, "to": last, "label": label} for first, last, label in moved if first <= last]
        shares.append(share(name, {"marks": marks}))
    assert mean(shares) >= 0.8, shares


@for_each(HIGHLIGHTS)
def test_one_control_marked_costs_half_of_what_one_fault_earns(name):
    one = exercise(name)
    key = one.key()["answer"]["marks"]
    for control in one.task.controls:
        doubted = {"marks": [*key, {"from": control.words[0], "to": control.words[1], "label": None}]}
        assert one.verdict(doubted).points == pytest.approx(
            one.card.points * (1 - 0.5 / len(one.task.faults)), abs=0.011
        )


@for_each(of_kind("choose"))
def test_choosing_every_option_of_many_earns_nothing(name):
    one = exercise(name)
    if one.task.many:
        chosen = [option.id for option in one.task.options]
        for confidence in (None, "open", "likely", "proved"):
            assert share(name, {"chosen": chosen, "confidence": confidence}) <= 0.2


@for_each(of_kind("classify"))
def test_putting_every_item_into_one_group_earns_three_quarters_at_most(name):
    task = exercise(name).task
    for group in task.groups:
        assert share(name, {item.id: group.id for item in task.items}) <= 0.75


# Explanations


@for_each(NAMES)
def test_every_exercise_asks_a_question_and_has_hints_and_a_solution(name):
    card = exercise(name).card
    assert card.title.endswith("?")
    assert card.prompt
    assert 2 <= len(card.hints) <= 4 or (card.once and not card.hints)
    assert all(len(hint) > 10 for hint in card.hints)
    assert len(set(card.hints)) == len(card.hints)
    assert len(card.solution) > 10


def said_of(name: str) -> Iterator[tuple[str, str]]:
    """Everything that an exercise may say to an answer, with what it is said about."""
    task = exercise(name).task
    if getattr(task, "confidence", None):
        yield from task.confidence.said.items()
    for group in (
        "options",
        "items",
        "others",
        "faults",
        "controls",
        "neutral",
        "keep",
        "avoid",
        "distort",
        "calls",
        "ranges",
        "swaps",
    ):
        for one in getattr(task, group, ()):
            if getattr(one, "said", ""):
                yield one.id if hasattr(one, "id") else group, one.said
            if isinstance(getattr(one, "wrong", None), Mapping):
                yield from ((f"{one.id} as {other}", text) for other, text in one.wrong.items())
    for slot in task.scheme.slots if hasattr(task, "scheme") else ():
        for reply in slot.replies:
            text = " ".join(filter(None, (reply.first, "" if reply.bare else slot.said)))
            if text:
                yield f"{slot.id}: {reply.to}", text


# a brief has no key, and what is said about its parts stands in the kind
@for_each([name for name in NAMES if exercise(name).card.kind != "brief"])
def test_every_answer_that_can_be_foreseen_has_a_sentence_of_its_own(name):
    said = list(said_of(name))
    assert len(said) >= 2
    for what, text in said:
        assert len(text.split()) >= 4, f"{what}: {text}"
        assert text.rstrip("”)’")[-1] in ".?!", f"{what}: {text}"


@for_each(of_kind("short"))
def test_a_short_answer_has_near_misses_that_are_told_apart(name):
    task = exercise(name).task
    assert len(task.near) >= 2
    for one, other in itertools.combinations(task.near, 2):
        assert not set(one.to) & set(other.to)


@for_each([name for name in NAMES if exercise(name).card.kind not in ("code", "brief")])
def test_a_full_verdict_points_at_evidence(name):
    assert any(part.evidence for part in exercise(name).solution().parts)


@for_each(HIGHLIGHTS)
def test_findings_and_controls_in_a_passage_share_no_words(name):
    task = exercise(name).task
    spans = sorted(one.words for one in (*task.faults, *task.controls, *task.neutral))
    assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))
    for fault in task.faults:
        assert fault.reach[0] <= fault.words[0] <= fault.core[0] <= fault.core[1] <= fault.words[1] <= fault.reach[1]


def test_the_long_article_has_its_controls():
    task = exercise("odd-phrases").task
    assert len(task.controls) >= 6
    assert len(task.faults) >= 10
    assert task.shown.passage.start == 0


def test_the_prompt_of_the_long_article_counts_right():
    task = exercise("odd-phrases").task
    prompt = " ".join(exercise("odd-phrases").card.prompt)
    assert f"{len(task.faults)} places" in prompt
    assert f"{len(task.controls)} sound" in prompt


def test_what_a_verdict_waits_for_is_an_exercise_of_the_course():
    for name in NAMES:
        for other in exercise(name).card.until:
            assert other in NAMES, f"{name} waits for {other}"


# The key stays out of sight


def secrets(name: str) -> Iterator[tuple[str, str]]:
    """Texts of the key that no learner may see before answering."""
    one = exercise(name)
    yield "the solution", one.card.solution
    yield from said_of(name)
    yield from ((fault.id, fault.said) for fault in getattr(one.task, "faults", ()))
    findings = {key: found for case in load_shipped().cases.values() for key, found in case.findings.items()}
    for fault in getattr(one.task, "faults", ()):
        better = findings[fault.id].should_be or ""
        if len(better.split()) > 2:  # a word or two may well stand elsewhere in the passage
            yield f"what {fault.id} should be", better
    for one_of in (*getattr(one.task, "faults", ()), *getattr(one.task, "controls", ())):
        yield f"the id of {one_of.id}", f'"{one_of.id}"'


@for_each(NAMES)
def test_a_view_holds_nothing_of_the_key(name):
    one = exercise(name)
    view = one.view()
    # what stands above the task, the passage and the hints are meant to be read
    seen = json.dumps({key: value for key, value in view.items() if key not in ("show", "hints")}, ensure_ascii=False)
    for what, text in secrets(name):
        assert text not in seen, what
    fields = set(re.findall(r'"([a-z_]+)":', json.dumps(view)))
    if one.card.kind == "brief":
        fields.remove("evidence")  # how many quotations are asked for
    assert not fields & {
        "answer", "solution", "said", "say", "right", "credit", "accept", "near", "otherwise", "group", "also", "wrong",
        "core", "reach", "controls", "should_be", "why", "sound", "certainty", "expect", "evidence", "neutral",
        "slots", "replies", "headline",
    }  # fmt: skip
    if one.card.kind == "classify":
        assert [set(item) for item in view["items"]] == [{"id", "text", "source"}] * len(view["items"])
        assert [set(group) for group in view["groups"]] == [{"id", "text"}] * len(view["groups"])
    if one.card.kind == "choose":
        assert [set(option) for option in view["options"]] == [{"id", "text"}] * len(view["options"])


@for_each(of_kind("short"))
def test_the_words_asked_for_do_not_stand_in_the_task_itself(name):
    one = exercise(name)
    asked = " ".join([one.card.title, *one.card.prompt, one.view()["placeholder"]]).lower()
    assert not any(form.lower() in asked for form in one.task.accept)


# The lesson as a whole


def test_ids_are_slugs_and_never_change_places():
    assert all(SLUG.fullmatch(name) for name in NAMES)
    for name in NAMES:
        one = exercise(name)
        assert one.card.id == name
        for part in one.solution().parts:
            assert re.fullmatch(r"[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)?", part.id)  # a cell is claim/article


def test_lesson_7_has_thirteen_exercises_of_six_kinds_within_45_minutes():
    lesson = load_shipped().lesson("07-odd-phrases")
    assert len(lesson) == 13
    assert len({one.card.kind for one in lesson}) == 6
    assert sum(one.card.minutes for one in lesson) <= 45


# Published ids are for ever: a learner's notebook holds them. Add new ones; never take one away.
PUBLISHED = {
    "review-credit-line", "review-shared-words", "review-thursday", "luhansk-name", "odd-or-sound", "geneva-paragraph",
    "who-must-be-convinced", "odd-phrases", "does-it-matter", "two-causes", "exit-ticket",
}  # fmt: skip


def test_no_published_id_has_gone():
    assert set(NAMES) >= PUBLISHED


def test_every_practice_exercise_ships_its_key_and_none_is_assigned():
    assert {exercise(name).card.mode for name in NAMES} == {"practice"}
