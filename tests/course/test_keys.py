"""A key asks for nothing that what is shown does not bear out."""

import re
from collections.abc import Iterator

import pytest
from kept_for_tests import RUN, row, runs

from samestory.case import Finding
from samestory.course import load_shipped
from samestory.exercise import Exercise


def exercise(name: str) -> Exercise:
    return load_shipped().exercise(name)


def wire_copy() -> Iterator[tuple[str, Finding]]:
    """Every finding that a highlight asks to mark as an agency's words, with the exercise."""
    for case in load_shipped().cases.values():
        for one in case.exercises.values():
            for fault in getattr(one.task, "faults", ()):
                if fault.label == "wire-copy":
                    yield one.card.id, case.findings[fault.id]


@pytest.mark.parametrize(
    ("name", "finding"), [pytest.param(*one, id="-".join((one[0], one[1].id))) for one in wire_copy()]
)
def test_words_asked_for_as_an_agencys_stand_in_the_copy_that_is_shown(name, finding):
    assert finding.certainty == "proved"
    copy = " ".join(shown.quote for shown in exercise(name).card.show)
    own = row(finding.quote)
    assert set(runs(own, min(RUN, len(own)))) & set(runs(row(copy), min(RUN, len(own))))


def test_two_runs_are_asked_for_and_the_condition_costs_nothing():
    task = exercise("reuters-or-desk").task
    condition = next(one for one in task.neutral if one.id == "aj-wire-condition")
    assert condition.certainty == "likely"
    assert len(task.faults) == 2
    marks = [{"from": one.words[0], "to": one.words[1], "label": "wire-copy"} for one in (*task.faults, condition)]
    verdict = exercise("reuters-or-desk").verdict({"marks": marks})
    assert verdict.points == verdict.of


@pytest.mark.parametrize(
    ("name", "item", "answers"),
    [
        ("credit-lines", "picture", {"credited", "half"}),
        ("whose-judgement", "incident", {"colour", "plain"}),
        ("whose-judgement", "only-commence", {"colour", "plain"}),
    ],
)
def test_where_readers_may_fairly_differ_both_answers_are_right(name, item, answers):
    (one,) = [one for one in exercise(name).task.items if one.id == item]
    assert {one.group, *one.also} == answers


def test_the_ticket_of_lesson_3_shows_what_its_answer_rests_on():
    shown = " ".join(one.quote for one in exercise("ticket-accounts").card.show)
    assert "Canada's prime minister announces" in shown
    assert "the British one names" in shown


def test_a_law_on_monday_conflicts_because_laws_came_later():
    said = [str(exercise(name).key()) for name in ("six-claims", "why-they-differ")]
    assert all("treaties" in one and "on Monday" in one for one in said)
    assert not any("can't have been both" in one for one in said)


def test_an_item_that_is_said_to_go_either_way_counts_either_way() -> None:
    """Where the key itself says that something can't be told, it asks for no one answer."""
    undecided = re.compile(r"(?i)\bcan't tell us\b|\bboth (?:groups |answers )?count\b|\breaders may fairly differ\b")
    found = [
        (one.card.id, item.id)
        for one in load_shipped().exercises.values()
        if one.card.kind == "classify"
        for item in one.task.items
        if undecided.search(item.said) and not item.also
    ]
    assert found == []


def test_which_of_the_two_worst_changes_weighs_more_is_the_readers() -> None:
    one = exercise("least-to-most-harm")
    right = list(one.task.right().to_json()["order"])
    turned = [*right[:-2], right[-1], right[-2]]
    assert one.verdict({"order": turned}).points == one.verdict({"order": right}).points == one.card.points
    assert one.verdict({"order": [right[-1], *right[:-1]]}).points < one.card.points
