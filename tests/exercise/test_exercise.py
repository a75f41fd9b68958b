"""What every exercise has, whatever its kind: view, key, fingerprint, samples, solution; and the tables behind it."""

import dataclasses
import json
from pathlib import Path

import pytest
from each import for_each
from made_cases import course, exercise, ferry

from samestory.exercise import LABELS, Evidence, Measure, Part, Verdict, all_kinds, kind, kinds
from samestory.exercise.verdict import OUTCOME_WORDS, part_heading, rounded, total

EVERY = sorted({**course(), **ferry().exercises})


@for_each(EVERY)
def test_view_and_key_are_plain_json_with_what_every_exercise_has(name):
    one = exercise(name)
    view, key = json.loads(json.dumps(one.view())), json.loads(json.dumps(one.key()))
    assert view == one.view()
    assert (view["schema"], view["id"], view["points"]) == (1, name, one.card.points)
    assert view["spec"] == one.fingerprint()
    assert {"answer", "solution"} <= set(key)


@for_each(EVERY)
def test_the_answer_in_the_key_gets_full_points(name):
    one = exercise(name)
    verdict = one.verdict(one.key()["answer"])
    assert (verdict.state, verdict.points) == ("graded", one.card.points)
    assert verdict == one.solution()


@for_each(EVERY)
def test_the_passage_in_a_view_numbers_its_words_without_gaps(name):
    passage = exercise(name).view().get("passage")
    if passage is None:
        return
    number = 0
    for paragraph in passage["paragraphs"]:
        assert paragraph["kind"] in ("p", "h")
        assert paragraph["first"] == number
        number += len(paragraph["texts"]) // 2
    assert all(first < number for first in passage["sentences"])


def test_headings_of_an_article_are_headings_in_the_passage():
    kinds = [paragraph["kind"] for paragraph in exercise("ferry-marks").view()["passage"]["paragraphs"]]
    assert kinds == ["h", "p", "p", "p"]


def test_what_stands_above_a_task_is_shown_with_its_source():
    (shown,) = exercise("ferry-why").view()["show"]
    assert shown["quote"] == "The motor has a disease of the heart"
    assert shown["source"] == "Harbour Post, 7 March 2023"
    assert (shown["article"], shown["ours"]) == ("harbour-post", False)


def test_a_fingerprint_is_twelve_hex_digits_and_different_for_every_exercise():
    prints = [exercise(name).fingerprint() for name in EVERY]
    assert all(len(one) == 12 and int(one, 16) >= 0 for one in prints)
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another?"}, {"prompt": ("Other words.",)}, {"hints": ("One.", "Two.")}, {"points": 7.0},
        {"minutes": 9}, {"solution": "Another."}, {"mode": "assigned"}, {"lesson": "02-other"}, {"show": ()},
        {"extra": True}, {"until": ("another",)},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_a_fingerprint_stays_where_an_answer_keeps_its_meaning(change):
    one = exercise("ferry-why")
    assert dataclasses.replace(one, card=dataclasses.replace(one.card, **change)).fingerprint() == one.fingerprint()


def test_a_fingerprint_changes_with_what_an_answer_points_at():
    one, other = exercise("ferry-why"), exercise("ferry-causes")
    assert dataclasses.replace(one, task=other.task).fingerprint() != one.fingerprint()


def test_kinds_are_found_by_being_in_the_folder():
    shapes = Path(kinds.__file__).parent.glob("*.json")
    assert list(all_kinds()) == sorted(path.stem for path in shapes)
    assert len(all_kinds()) > 10


def test_two_kinds_of_one_name_are_refused():
    with pytest.raises(ValueError, match="'short'"):
        kind(type("Second", (), {"name": "short"}))
    assert all_kinds()["short"].__name__ == "Short"


def test_labels_differ_in_letter_and_line_so_that_colour_is_never_alone():
    assert list(LABELS) == [label.id for label in LABELS.values()]
    assert len({label.letter for label in LABELS.values()}) == len(LABELS) == 10
    assert len({label.line for label in LABELS.values()}) == len(LABELS)
    assert all(label.means for label in LABELS.values())


@pytest.mark.parametrize(
    ("points", "shown"),
    [(0, 0), (1 / 3, 0.33), (2 / 3, 0.67), (0.125, 0.13), (0.375, 0.38), (1.005, 1.0), (2.675, 2.68), (-0.5, -0.5)],
)
def test_points_are_rounded_to_two_decimals_halves_up(points, shown):
    assert rounded(points) == shown


def test_numbers_are_added_from_left_to_right_as_javascript_does():
    assert total([0.1] * 10) == 0.9999999999999999
    assert total([]) == 0


def test_every_outcome_has_words_for_its_heading():
    assert part_heading("stray", "") == "Neither fault nor control"
    assert part_heading("caught", "“x”") == "Caught: “x”"
    assert len(set(OUTCOME_WORDS.values())) == len(OUTCOME_WORDS)


def test_a_verdict_turns_into_plain_json():
    part = Part("a", "caught", "Caught: “x”", "Said.", 1.0, 1.0, (1, 2), "proved", (Evidence("q", "s", None),))
    plain = Verdict("graded", 1.0, 2, "One.", (Measure("caught", 1, 2),), (part,)).to_json()
    assert json.loads(json.dumps(plain)) == plain
    assert list(plain) == ["state", "points", "of", "headline", "measures", "parts"]
    assert plain["measures"] == [{"name": "caught", "count": 1, "of": 2}]
    assert plain["parts"][0]["words"] == [1, 2]
    assert plain["parts"][0]["evidence"][0]["quote"] == "q"


def test_a_verdict_without_its_key_keeps_the_counts_and_no_explanation():
    verdict = exercise("ferry-marks").solution()
    bare = verdict.without_key()
    assert (bare.points, bare.measures, bare.headline) == (verdict.points, verdict.measures, verdict.headline)
    assert bare.parts == ()


def test_what_is_left_empty_is_counted_where_an_exercise_has_items():
    sort = exercise("ferry-sort")
    assert sort.card.kind == "classify"
    whole = sort.task.right().to_json()
    first = next(iter(whole["placed"]))
    assert sort.left(whole) == 0
    assert sort.left({"placed": {**whole["placed"], first: None}}) == 1
    assert sort.left(None) == sort.left("?") == len(whole["placed"])


def test_where_there_are_no_items_an_answer_is_complete_or_not_there():
    why = exercise("ferry-why")
    assert (why.left(why.task.right().to_json()), why.left(None), why.left("?")) == (0, 1, 1)
