"""`make tune`: what it measures can be measured again, and it changes a figure only for more than chance."""

import json
import random
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks" / "engine"))

import measures  # noqa: E402
import tune  # noqa: E402
from tune_choice import Choice, Item, choose, folds, scored  # noqa: E402
from tune_set import Pair, planted, stock_of  # noqa: E402
from tune_tasks import TASKS, f1, found_well, set_to  # noqa: E402

from samestory.thresholds import given  # noqa: E402

MEASURES = json.loads((ROOT / "book" / "measures.json").read_text("utf-8"))


def items(right: dict[float, list[int]]) -> list[Item]:
    """Things of which some are told rightly at each value."""
    count = len(next(iter(right.values())))
    return [Item("one", {value: (row[n], 1 - row[n], 0) for value, row in right.items()}) for n in range(count)]


def test_what_the_page_says_of_the_courses_own_articles_is_so() -> None:
    assert measures.by_level(measures.own_pairs()) == MEASURES["planted"]["own"]


def test_the_page_draws_the_bar_at_which_the_engine_stands() -> None:
    assert given()["comparison.passage.pairs.LEAST_SCORE"]["value"] == MEASURES["planted"]["bar"]


def test_what_is_planted_stands_where_the_labels_say() -> None:
    for pair in measures.own_pairs():
        for a, b, level in pair.shared:
            left, right = pair.a[slice(*a)], pair.b[slice(*b)]
            assert left == right or level in ("light", "paraphrase")
            assert right.strip() == right != ""


def test_the_same_seed_plants_the_same() -> None:
    texts = [f"In town {n} the old bridge over the river was closed on Monday by the mayor. " * 2 for n in "abcd"]
    one, two = (planted(texts, random.Random(4), stock_of(texts)) for _ in range(2))
    assert one == two


def test_a_clearly_better_value_is_taken() -> None:
    found = choose(items({0.5: [1, 0] * 60, 0.6: [1, 1] * 60, 0.7: [0, 1] * 60}), f1, 0.5)
    assert found.value == found.best == 0.6
    assert found.gain[0] > 0


def test_a_value_that_may_be_better_by_chance_is_left() -> None:
    one = [1, 1, 0, 1] * 10
    found = choose(items({0.5: one, 0.6: [*one[:-3], 1, 1, 1]}), f1, 0.5)
    assert found.value == 0.5
    assert found.decided.startswith("kept")


def test_on_a_plateau_the_nearest_value_is_the_best() -> None:
    row = [1, 1, 1, 0] * 10
    found = choose(items({0.4: [0] * 40, 0.5: row, 0.6: row, 0.7: row}), f1, 0.6)
    assert found.value == found.best == 0.6


def test_each_fold_is_held_out_once_and_learns_from_the_rest() -> None:
    some = items({0.5: [1] * 23})
    first = folds(some, 1)[:5]
    assert sum(len(test) for _, test in first) == 23
    assert all(not set(map(id, train)) & set(map(id, test)) for train, test in first)


def test_a_large_set_does_not_drown_a_small_one() -> None:
    large, small = [Item("large", {1: (1, 0, 0)})] * 98, [Item("small", {1: (0, 1, 0)})] * 2
    assert scored([*large, *small], f1, 1) == 0.5


def test_a_false_alarm_costs_as_much_as_what_it_is_counted_against() -> None:
    clean, alarmed = (10, 10, 10, 10, 10, 10, 4, 0), (10, 10, 10, 10, 10, 10, 4, 4)
    assert (found_well(clean), found_well(alarmed)) == (1, 0.5)


def test_another_value_is_used_only_for_a_while() -> None:
    from samestory.comparison import passages

    one = "A storm tore away the landing stage at Nordo on Monday, and the ferry could not dock."
    other = "The Nordo ferry was unable to dock on Monday, its landing stage torn away by the storm."
    with set_to("comparison.passage.pairs.LEAST_SCORE", 0.95):
        assert not passages(one, other)
    assert passages(one, other)


@pytest.mark.parametrize("name", TASKS)
def test_a_choice_is_written_below_its_figure_and_nothing_else_changes(name: str) -> None:
    task, before = TASKS[name], tune.FILE.read_text("utf-8")
    found = Choice(task.values[0], task.values[0], ((task.values[0], 0.5, 0.1),), (0.1, 0.2), 0.6, 0.4, (0.0, 0.0))
    after = tune.written(before, task, found, 7)
    old, new = tomllib.loads(before), tomllib.loads(after)
    *path, constant = task.name.split(".")
    for part in path:
        old, new = old[part], new[part]
    assert new[constant]["value"] == task.values[0]
    assert new[constant]["curve"] == [[task.values[0], 0.5, 0.1]]
    assert {one: held for one, held in old.items() if one != constant} == {
        one: held for one, held in new.items() if one != constant
    }
    assert tune.written(after, task, found, 7) == after


def test_a_further_set_is_read_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "reuse_docs.jsonl").write_text('{"id": "x", "text": "One."}\n{"id": "y", "text": "Two."}\n')
    (tmp_path / "reuse_pairs.jsonl").write_text('{"pair_id": "p", "a": "x", "b": "y", "doc_level": "none"}\n')
    found = tune.extra(tmp_path)
    assert found.pairs == (Pair("p", "One.", "Two.", (), True),)
    assert found.quoted == found.named == ()
