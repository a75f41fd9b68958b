"""OrderTask: what an order is worth, what is said of each item, and where the learner starts."""

from itertools import permutations
from statistics import mean
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_cases import FERRY, Copy, exercise
from small_course import NoSources

from samestory.exercise import SpecError
from samestory.exercise.kinds.order import OrderTask
from samestory.exercise.parts.sequence import FAR, longest, start_order, tau

FILE = "exercises/order.yml"


def built(count: int, tied: tuple[int, ...] = (), name: str = "x") -> OrderTask:
    """A task of so many items; those numbered in `tied` share their place with the one before."""
    items = [{"id": f"{chr(122 - n)}", "text": f"Item {n}", "tied": n in tied, "say": "So."} for n in range(count)]
    return OrderTask.build({"id": name, "items": items}, NoSources())  # type: ignore[arg-type]


def share(task: OrderTask, order: Any) -> float:
    answer = task.parse(list(order))
    return task.grade(answer, 1000).points / 1000


tasks = st.builds(
    lambda count, tied, name: built(count, tuple(tied - {0}) if len(tied - {0}) < count - 1 else (), name),
    st.integers(3, 9),
    st.sets(st.integers(1, 8), max_size=4),
    st.text(max_size=9),
).filter(lambda task: len({item.rank for item in task.items}) > 1)


@settings(max_examples=150)
@given(tasks)
def test_the_start_order_is_never_right_and_neither_it_nor_its_reverse_pays(task):
    assert sorted(task.start) == sorted(item.id for item in task.items)
    assert share(task, task.start) == 0
    assert share(task, task.start[::-1]) <= FAR + 0.001


@settings(max_examples=150)
@given(tasks, st.randoms(use_true_random=False))
def test_moving_the_items_that_stand_wrong_and_no_others_sets_all_right(task, dice):
    order = list(task.start)
    dice.shuffle(order)
    verdict = task.grade(task.parse(order), 1)
    right = [part.id for part in verdict.parts if part.outcome == "right"]
    ranks = {item.id: item.rank for item in task.items}
    kept = [ranks[name] for name in order if name in right]
    assert kept == sorted(kept)
    assert (verdict.points == 1) == (len(right) == len(order))


@settings(max_examples=100)
@given(tasks)
def test_every_sample_gets_what_it_must(task):
    for sample in task.samples():
        answer = task.parse(sample.raw)
        got = 0.0 if answer.empty else task.grade(answer, 100).points / 100
        assert sample.low - 0.01 <= got <= sample.high + 0.01, sample.name


def test_any_order_of_tied_items_is_right():
    task = built(4, tied=(2,))
    first, one, other, last = (item.id for item in task.items)
    assert share(task, [first, one, other, last]) == share(task, [first, other, one, last]) == 1
    assert share(task, [one, first, other, last]) == pytest.approx(1 - 2 / 5)


@pytest.mark.parametrize(("count", "most"), [(3, 0.28), (4, 0.21), (5, 0.17), (6, 0.15), (7, 0.14)])
def test_a_random_order_earns_little_on_average_and_the_less_the_more_items_there_are(count, most):
    task = built(count)
    ranks = {item.id: item.rank for item in task.items}
    assert mean(max(0.0, tau(ranks, order)) for order in permutations(ranks)) <= most


def test_the_start_order_is_the_same_wherever_it_is_made_and_differs_between_exercises():
    ranks = {name: at for at, name in enumerate("qwertyui")}
    assert start_order("ferry", ranks) == start_order("ferry", dict(reversed(ranks.items())))
    assert len({start_order(f"ferry-{n}", ranks) for n in range(20)}) > 15


def test_an_order_of_twenty_items_is_graded_at_once():
    task = built(20)
    assert share(task, [item.id for item in task.items]) == 1
    assert len(longest({item.id: item.rank for item in task.items}, task.start)) < 20


def test_all_items_tied_or_ids_that_tell_the_order_are_refused():
    with pytest.raises(SpecError, match="every order is right"):
        built(3, tied=(1, 2))
    items = [{"id": f"item-{n}", "text": "A", "say": "So."} for n in range(3)]
    with pytest.raises(SpecError, match="the ids give the order away"):
        OrderTask.build({"id": "x", "items": items}, NoSources())


UNBUILDABLE = [
    ("{first: stop, then: told,", "{first: stop, then: tell,", "names the item 'tell', which is not there"),
    ("{first: stop, then: told,", "{first: told, then: stop,", "'told' before 'stop' is no mistake"),
    ("{first: stop, then: told,", "{first: told, then: radio,", "'told' before 'radio' is no mistake"),
]


@pytest.mark.parametrize(("old", "new", "found"), UNBUILDABLE)
def test_a_foreseen_mistake_must_be_one(old, new, found, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, old, new)
    problem = copy.problem()
    assert (problem.file, problem.line, problem.field) == (FILE, copy.line(FILE, new), "exercises[0].wrong[0]")
    assert found in problem.found


def test_what_is_shown_tells_nothing_of_the_order():
    one = exercise("ferry-order")
    assert [item["id"] for item in one.view()["items"]] == list(one.task.start)
    assert "rank" not in str(one.view())
    assert set(one.view()["items"][0]) == {"id", "text", "source"}


def test_an_answer_is_told_in_words_with_its_places():
    task = exercise("ferry-quotes-order").task
    told = task.told(task.right())
    assert told[0] == ("The motor has a disease of the heart", "place 1", True)
