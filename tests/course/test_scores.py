"""Guards over the two scores of the course: they count faults and sound passages alone, and no blind strategy passes.

A blind strategy knows nothing of the texts. Its two shares, of the faults that it takes for faults and of the sound
passages that it leaves alone, add up to 1 at most, as a coin's do; d' is 0 or below.
"""

import random
from collections.abc import Iterator
from math import sqrt
from statistics import mean
from typing import Any

import pytest
from made_cases import course, exercise

from samestory.exercise import Exercise, Verdict
from samestory.exercise.labels import FAULT_LABELS, LABELS

SCORES = {"caught", "noticed", "trusted"}
SCORED = sorted(name for name, one in course().items() if SCORES & {m.name for m in one.solution().measures})
NO_FAULTS = {"wire-copy", "shared-quotation", "furniture", "framing"}
RUNS = 400
# The standard error of a mean of 400 answers on one fault and one sound passage is 0.035.
BY_LUCK = 0.12
# Strategies that treat items differently are draws: on few items they may be lucky, twice the standard error at most.
BY_PLACE = ("sentence", "taking turns")


def counts(verdict: Verdict) -> dict[str, tuple[int, int]]:
    return {one.name: (one.count, one.of) for one in verdict.measures}


def shares(verdict: Verdict) -> tuple[float, float]:
    """Of the faults the share that was taken for faults, of whatever kind; of the sound passages the share trusted."""
    found = counts(verdict)
    caught, faults = found.get("caught", (0, 0))
    trusted, sound = found.get("trusted", (0, 0))
    noticed = found.get("noticed", (0, 0))[0]
    return (caught + noticed) / faults if faults else 0.0, trusted / sound if sound else 0.0


def groups(one: Exercise) -> list[str]:
    return [group.id for group in one.task.groups]


def in_groups(one: Exercise) -> Iterator[tuple[str, Any]]:
    """Answers that sort without reading."""
    longest = max(one.task.groups, key=lambda group: len(group.text)).id
    named = {f"all in {name}": name for name in groups(one)}
    named |= {"first option": groups(one)[0], "longest option": longest, "last option": groups(one)[-1]}
    for name, group in named.items():
        yield name, {"placed": {item.id: group for item in one.task.items}}
    yield "nothing", {"placed": {}}
    yield (
        "taking turns",
        {"placed": {item.id: groups(one)[at % len(groups(one))] for at, item in enumerate(one.task.items)}},
    )


def in_marks(one: Exercise) -> Iterator[tuple[str, Any]]:
    """Answers that mark without reading."""
    size = len(one.task.shown.passage.words)
    starts = [*one.task.shown.passage.sentence_starts, size]
    sentences = list(zip(starts, (end - 1 for end in starts[1:]), strict=False))
    longest = max(sentences, key=lambda span: span[1] - span[0])
    for label in [None, *(label.id for label in one.task.labels)]:
        for name, spans in {
            "everything": [(0, size - 1)],
            "every word": [(n, n) for n in range(size)],
            "every sentence": sentences,
            "first sentence": sentences[:1],
            "longest sentence": [longest],
            "nothing": [],
        }.items():
            yield (
                f"{name}, {label}",
                {"marks": [{"from": first, "to": last, "label": label} for first, last in spans]},
            )


def by_chance(one: Exercise, dice: random.Random) -> Any:
    """One answer of somebody who closes the eyes."""
    if one.card.kind == "classify":
        return {"placed": {item.id: dice.choice(groups(one)) for item in one.task.items}}
    size = len(one.task.shown.passage.words)
    firsts = dice.sample(range(size - 4), min(len(one.task.faults), size - 4))
    return {"marks": [{"from": first, "to": first + dice.randint(0, 4), "label": None} for first in firsts]}


@pytest.mark.parametrize("name", SCORED)
def test_what_is_scored_is_declared_a_fault_or_sound(name):
    one = exercise(name)
    measured = counts(one.solution())
    assert set(measured) == {"caught", "trusted"}
    if one.card.kind == "highlight":
        faults = [fault for fault in one.task.faults if fault.label in FAULT_LABELS]
        assert measured == {"caught": (len(faults),) * 2, "trusted": (len(one.task.controls),) * 2}
    else:
        declared = {group.id: (group.fault, group.sound) for group in one.task.groups}
        sorts = [{declared[group] for group in item.accepted} for item in one.task.items]
        fault, sound = sorts.count({(True, False)}), sorts.count({(False, True)})
        assert measured == {"caught": (fault, fault), "trusted": (sound, sound)}


def test_scores_come_from_marking_and_sorting_alone_and_some_of_each():
    kinds = [exercise(name).card.kind for name in SCORED]
    assert set(kinds) == {"highlight", "classify"}
    assert min(kinds.count("highlight"), kinds.count("classify")) >= 5


def test_where_words_come_from_and_what_belongs_to_the_page_is_no_fault():
    assert frozenset(LABELS) - FAULT_LABELS == NO_FAULTS
    for name, one in course().items():
        if one.card.kind == "highlight" and not {fault.label for fault in one.task.faults} & FAULT_LABELS:
            assert name not in SCORED
            assert one.solution().headline.startswith("Found ")
    for name in ("what-is-this-line", "whose-paragraph", "heads-and-feet", "modi-and-jaishankar", "reuters-or-desk"):
        assert name not in SCORED


@pytest.mark.parametrize("name", SCORED)
def test_one_label_for_everything_catches_no_more_than_has_that_label(name):
    one = exercise(name)
    if one.card.kind == "classify":
        for group in groups(one):
            verdict = one.verdict({"placed": {item.id: group for item in one.task.items}})
            right = {part.id for part in verdict.parts if part.outcome == "right"}
            assert counts(verdict).get("caught", (0, 0))[0] <= len(right)
        return
    for label in one.task.labels:
        marks = [{"from": mark.first, "to": mark.last, "label": label.id} for mark in one.task.right().marks]
        fitting = sum(
            label.id in (fault.label, *fault.also) for fault in one.task.faults if fault.label in FAULT_LABELS
        )
        assert counts(one.verdict({"marks": marks}))["caught"][0] == fitting


def blind(one: Exercise) -> Iterator[tuple[str, Any]]:
    return in_groups(one) if one.card.kind == "classify" else in_marks(one)


def luck_of(faults: int, sound: int) -> float:
    """Twice the standard error of the two shares' sum, where each item is the toss of a coin."""
    return 2 * sqrt(sum(0.25 / of for of in (faults, sound) if of))


@pytest.mark.parametrize("name", SCORED)
def test_no_blind_strategy_passes_chance(name):
    one = exercise(name)
    for strategy, raw in blind(one):
        found = counts(one.verdict(raw))
        by_place = any(word in strategy for word in BY_PLACE)
        leeway = luck_of(*(found.get(name, (0, 0))[1] for name in ("caught", "trusted"))) if by_place else 0.0
        assert sum(shares(one.verdict(raw))) <= 1 + leeway + 1e-9, (strategy, found)


def test_over_the_whole_course_no_blind_strategy_tells_faults_from_sound_passages():
    sums: dict[str, list[int]] = {}
    for name in SCORED:
        one = exercise(name)
        for strategy, raw in blind(one):
            found = counts(one.verdict(raw))
            (caught, faults), (trusted, sound) = found.get("caught", (0, 0)), found.get("trusted", (0, 0))
            given = (caught + found.get("noticed", (0, 0))[0], faults, trusted, sound)
            sums[strategy] = [a + b for a, b in zip(sums.get(strategy, [0] * 4), given, strict=True)]
    pooled = {
        strategy: hits / faults + trusted / sound - luck_of(faults, sound)
        for strategy, (hits, faults, trusted, sound) in sums.items()
        if faults and sound
    }
    assert len(pooled) > 20
    assert {strategy: one for strategy, one in pooled.items() if one > 1} == {}


@pytest.mark.parametrize("name", SCORED)
def test_closed_eyes_score_as_a_coin_does(name):
    one, dice = exercise(name), random.Random(f"closed eyes before {name}")
    looked = [one.verdict(by_chance(one, dice)) for _ in range(RUNS)]
    both = [shares(verdict) for verdict in looked if verdict.state == "graded"]
    assert mean(caught + trusted for caught, trusted in both) <= 1 + BY_LUCK
