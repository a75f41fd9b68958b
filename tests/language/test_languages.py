"""What the packs find in two accounts of one event: events that the rules were made with, and events that they weren't.

A text says itself which language it is in, so that these tests try the guess as well.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.scanning import Scan, scan
from samestory.scanning.bare import bare_case
from samestory.text import Document
from samestory.text.source.wire import wire_sign

CASES = Path(__file__).parents[1] / "cases" / "languages"
EVENTS = [
    pytest.param(event, id=f"{file}-{event['lang']}")
    for file in ("seen", "unseen")
    for event in yaml.safe_load((CASES / f"{file}.yml").read_text("utf-8"))
]


def read(event: dict[str, Any], which: str) -> Document:
    return Document(event[which], which, event["written"])


@pytest.fixture(scope="module")
def scans() -> dict[str, Scan]:
    return {}


def scanned(event: dict[str, Any], scans: dict[str, Scan]) -> Scan:
    if event["a"] not in scans:
        scans[event["a"]] = scan(bare_case([read(event, which) for which in "ab"]))
    return scans[event["a"]]


def spans(found: Scan, rule: str) -> set[tuple[str, str]]:
    """What a rule proposes, with its account."""
    return {(one.article, one.text) for one in found.candidates if one.rule.startswith(rule)}


@pytest.mark.parametrize("event", EVENTS)
def test_a_text_is_cut_and_read_in_its_own_language(event: dict[str, Any]) -> None:
    a, b = read(event, "a"), read(event, "b")
    assert (a.language, b.language) == (event["lang"], event["lang"])
    assert [len(a.sentences), len(b.sentences)] == event["sentences"]
    assert [wire_sign(one) is not None for one in (a, b)] == [True, False]


@pytest.mark.parametrize("event", EVENTS)
def test_quotations_have_their_verb_and_days_their_date(event: dict[str, Any]) -> None:
    a = read(event, "a")
    said = {(one.text, one.verb) for one in a.quotations}
    assert {tuple(one) for one in event["quoted"]} <= said
    days = {(one.text, one.date) for one in a.days}
    assert {tuple(one) for one in event["days"]} <= days


@pytest.mark.parametrize("event", EVENTS)
def test_the_pages_own_lines_are_found_and_no_others(event: dict[str, Any]) -> None:
    assert [one.text for one in read(event, "a").furniture] == event["furniture"]
    assert read(event, "b").furniture == ()


@pytest.mark.parametrize("event", EVENTS)
def test_numbers_days_and_names_that_differ_are_told_on_both_accounts(
    event: dict[str, Any], scans: dict[str, Scan]
) -> None:
    found = scanned(event, scans)
    assert {("a", event["day"][0]), ("b", event["day"][1])} == spans(found, "day")
    assert {("a", str(event["numbers"][0][0])), ("b", str(event["numbers"][0][1]))} <= spans(found, "number")
    named = {side for pair in event["names"] for side in zip("ab", pair, strict=True)}
    assert named == spans(found, "name")


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_the_same_in_both_is_no_conflict(event: dict[str, Any], scans: dict[str, Scan]) -> None:
    told = [one for one in scanned(event, scans).candidates if one.rule.split()[0] in ("number", "day", "name")]
    assert [one.text for one in told if any(quiet in one.text for quiet in event["quiet"])] == []
    assert {one.certainty for one in told} == {"possible"}
