"""One rule for small words: where nothing else differs from what was said, “as said” and “altered” are both right."""

import difflib
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from samestory.case import Case
from samestory.course import case_folders, folder, load_shipped
from samestory.text import fold, words

SMALL = {"that", "and", "go", "out"}  # as lesson 5 names them
LESSON = folder("notebooks") / "05-exact-words.md"
ITEMS = [
    pytest.param(path.parents[1].name, spec, item, id=f"{spec['id']}-{item['id']}")
    for case in case_folders()
    for path in sorted((case / "exercises").glob("*.yml"))
    for spec in yaml.safe_load(path.read_text("utf-8"))["exercises"]
    if spec["kind"] == "classify"
    for item in spec["items"]
]


def row(text: str) -> list[str]:
    """The words as they are spoken: no marks, no hyphens, one spelling."""
    spoken = (re.sub(r"[-.']", "", fold(word.text)) for word in words(text))
    return [re.sub(r"(?<=.)our\b", "or", word) for word in spoken]


def differing(printed: str, said: str) -> set[str] | None:
    """The words that differ from the nearest stretch of what was said; None if there is no such stretch."""
    one, other = row(printed), row(said)
    blocks = [b for b in difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if b.size]
    if sum(block.size for block in blocks) < 0.7 * len(one):
        return None
    stretch = other[blocks[0].b : blocks[-1].b + blocks[-1].size]
    steps = difflib.SequenceMatcher(None, one, stretch, autojunk=False).get_opcodes()
    return {word for kind, a, b, c, d in steps if kind != "equal" for word in (*one[a:b], *stretch[c:d])}


def pairs(case: Case, item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an item quotes of a page, beside each entry of the record that is its evidence."""
    named = [item["quote"]] if "quote" in item else []
    evidence = item.get("evidence", [])
    printed = [one["quote"] for one in (*named, *evidence) if "article" in one][:1]
    for one in evidence:
        entry = case.record.get(one.get("record", ""))
        if entry and entry.words and printed:
            yield printed[0], entry.words


def is_small(case: str, item: dict[str, Any]) -> bool:
    """Whether small words are all that differs between what an item quotes and what was said."""
    found = [apart for pair in pairs(load_shipped().cases[case], item) if (apart := differing(*pair))]
    return bool(found) and all(apart <= SMALL for apart in found)


@pytest.mark.parametrize(("case", "spec", "item"), ITEMS)
def test_where_a_small_word_is_all_that_differs_both_answers_are_right(case, spec, item):
    sound = {group["id"] for group in spec["groups"] if group.get("sound")}
    right = {item["group"], *item.get("also", ())}
    if sound and is_small(case, item):
        assert right & sound
        assert right - sound


def test_the_rule_is_applied_where_a_small_word_differs_and_nowhere_else():
    found = {(one.values[1]["id"], one.values[2]["id"]) for one in ITEMS if is_small(one.values[0], one.values[2])}
    assert {("same-as-said", "steps"), ("same-as-said", "go-do"), ("keep-or-drop", "caught-out")} <= found
    assert ("same-as-said", "severe") not in found


@pytest.mark.parametrize("answer", ["said", "altered"])
def test_what_may_be_called_either_is_in_neither_score(answer):
    task = load_shipped().exercise("same-as-said").task
    placed = {**dict(task.right().placed.pairs), "steps": answer, "go-do": answer}
    verdict = load_shipped().exercise("same-as-said").verdict({"placed": placed})
    assert {one.name: (one.count, one.of) for one in verdict.measures} == {"caught": (2, 2), "trusted": (4, 4)}
    assert verdict.points == verdict.of


def test_no_mark_is_asked_for_where_a_small_word_is_all_that_differs():
    asked = []
    for case in load_shipped().cases.values():
        for exercise in case.exercises.values():
            faults = [case.findings[fault.id] for fault in getattr(exercise.task, "faults", ())]
            for one in faults:
                core = case.articles[one.article].text[slice(*one.core)]
                apart = differing(core, one.should_be or "") if one.label == "altered-quotation" else None
                asked += [(exercise.card.id, one.id)] if apart and apart <= SMALL else []
    assert asked == []


def test_the_rule_is_written_once_and_names_its_words():
    rule = [line for line in LESSON.read_text("utf-8").splitlines() if line.startswith("**One rule for small words.**")]
    assert len(rule) == 1
    assert all(f"“{word}”" in rule[0] for word in SMALL)
