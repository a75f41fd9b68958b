"""Drafts on seventeen events that no template was made for, from what a person had labelled in them before."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from each import for_each
from reading_level import grade

from samestory.case import Case
from samestory.case.desk import Desk
from samestory.case.model import Event, Finding, Reference, SoundPassage
from samestory.draft import Drafts, drafts
from samestory.exercise import Card, Exercise, all_kinds

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "engine"))
from fresh_events import Event as FreshEvent
from fresh_events import Label, Place, fresh

pytestmark = pytest.mark.slow
LABELS = {
    "number": "slip",
    "day": "slip",
    "name": "name",
    "altered-quotation": "altered-quotation",
    "cut-quotation": "altered-quotation",
    "lost-credit": "attribution",
    "turned": "slip",
    "lost-hedge": "attribution",
    "doubled": "artifact",
    "odd-phrase": "artifact",
}
EXACT = ("number", "day", "name")  # of these the words beside are what should stand there


def labelled(event: FreshEvent) -> Case:
    """The event as a case whose findings and controls are the labels of a person."""
    case = event.recorded()
    days = {one.id: one.published.isoformat() for one in event.accounts}
    first = min(days.values())
    outlets = {one.id: one.outlet for one in event.accounts}
    articles = {
        name: replace(one, date=days[name], dated=days[name], event="e", outlet=outlets[name])
        for name, one in case.articles.items()
    }
    found: dict[str, Finding] = {}
    sound: dict[str, SoundPassage] = {}
    taken: list[Place] = []
    for number, label in enumerate(event.labels, 1):
        here = label.place
        if here.account not in articles or any(here.overlaps(one) for one in taken):
            continue
        taken.append(here)
        evidence = (evidence_of(case, event, label),)
        if label.is_fault:
            core = (here.start, here.end)
            right = evidence[0].quote if label.kind in EXACT and label.beside else None
            said = (label.says, *core, core, right, "proved", f"{label.why}.", evidence, "none", "None.")
            found[f"f{number}"] = Finding(f"f{number}", here.account, LABELS[label.kind], (), *said)
        else:
            about = (label.says, here.start, here.end, "It differs.", f"{label.why}.", evidence)
            sound[f"k{number}"] = SoundPassage(f"k{number}", here.account, *about)
    happened = {"e": Event("e", first, event.name, event.name)}
    return replace(case, id=event.name, events=happened, articles=articles, findings=found, controls=sound)


def evidence_of(case: Case, event: FreshEvent, label: Label) -> Reference:
    if label.beside is None:
        return Reference(says=label.why)
    there = label.beside
    quote = event.account(there.account).text[there.start : there.end]
    if there.account in case.record:
        # The record holds the body, so words of a headline are told instead.
        return (
            Reference(record=there.account, quote=quote)
            if quote in (case.record[there.account].words or "")
            else Reference(says=quote)
        )
    return Reference(article=there.account, quote=quote)


CASES = [labelled(one) for one in fresh("fresh")]
MADE: dict[str, Drafts] = {}


def made(case: Case) -> Drafts:
    if case.id not in MADE:
        MADE[case.id] = drafts(case)
    return MADE[case.id]


def test_most_events_give_a_lesson_of_five_exercises_or_more():
    counts = sorted(len(made(case).specs) for case in CASES)
    assert len(counts) == 17
    assert sum(count >= 5 for count in counts) >= 12, counts
    assert {spec["kind"] for case in CASES for spec in made(case).specs} >= {
        "highlight", "classify", "match", "short", "order", "number", "choose", "matrix", "rewrite",
    }  # fmt: skip


@for_each(CASES, name=lambda case: case.id)
def test_every_draft_scores_its_samples_as_it_must(case):
    desk = Desk(case.articles, case.record, case.findings, case.controls)
    for spec in made(case).specs:
        card = Card(spec["id"], spec["kind"], "x", spec["title"], (spec["prompt"],), 1, 1.0, (), spec["solution"])
        one = Exercise(card, all_kinds()[spec["kind"]].build(spec, desk))
        for sample in one.samples():
            assert sample.low - 0.011 <= one.verdict(sample.raw).points <= sample.high + 0.011, (
                spec["id"],
                sample.name,
            )


@for_each(CASES, name=lambda case: case.id)
def test_what_the_templates_say_stays_readable(case):
    ours = [text for spec in made(case).specs for text in spec["hints"]]
    assert not ours or grade("\n".join(ours)) <= 9
