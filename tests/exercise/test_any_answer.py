"""Whatever is given for an answer, nothing is raised: it is read or refused, and its points stay within bounds."""

import json
import math
from collections import UserDict, defaultdict
from datetime import date
from types import MappingProxyType

import pytest
from each import for_each
from hypothesis import given, settings
from hypothesis import strategies as st
from made_cases import course, exercise, ferry

from samestory.exercise import Exercise, Malformed

EXERCISES = sorted({**course(), **ferry().exercises})

deep: list = []
for _ in range(5000):
    deep = [deep]
circle: list = []
circle.append(circle)

# Values that can't even be printed: too deep, circular, more digits than Python writes out.
UNPRINTABLE = [deep, circle, {"marks": circle}, {"placed": circle}, {"chosen": circle}, {"text": deep}]
UNPRINTABLE += [10**5000, -(10**5000), {10**5000: "x"}, {"text": 10**5000}, {"placed": {10**5000: "x"}}]
UNPRINTABLE += [{"marks": [{"from": 10**5000, "to": 1}]}, {"marks": [["the", 10**5000]]}, {"chosen": [10**5000]}]

ODD = [object(), object, len, lambda: 0, ..., NotImplemented, b"bytes", bytearray(b"x"), 1j, range(3), iter("ab")]
ODD += [{1, 2}, frozenset("ab"), 1e308, math.inf, -math.inf, math.nan, True, False, date(2022, 2, 22), UserDict(a=1)]
ODD += ["\ud83d", "\udea2\ud83d", "\x00", "x" * 100_000, MappingProxyType({"text": "x"}), defaultdict(list)]
ODD += [{b"marks": []}, {None: None}, {("a", "b"): 1}, {"marks": {1, 2}}]

scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.sampled_from(ODD))
keys = st.one_of(st.text(max_size=8), st.integers(), st.none(), st.binary(max_size=3))
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


def answers_to(one: Exercise) -> st.SearchStrategy:
    """Values that are nearly an answer to this exercise."""
    view = one.view()
    ids = [option["id"] for option in view.get("options", [])]
    items = [item["id"] for item in view.get("items", [])]
    groups = [group["id"] for group in view.get("groups", [])]
    labels = [label["id"] for label in view.get("labels", [])]
    words = [text for each in view.get("passage", {"paragraphs": []})["paragraphs"] for text in each["texts"][1::2]]
    last = max(len(words) - 1, 0)
    number = st.one_of(st.integers(0, last), scalars)
    label = st.one_of(st.sampled_from([*labels, None]), scalars)
    mark = st.fixed_dictionaries({"from": number, "to": number}, optional={"label": label, "more": scalars})
    phrase = st.one_of(st.sampled_from([*words, "the"]), st.text(max_size=12))
    return st.one_of(
        st.fixed_dictionaries({"marks": st.lists(mark, max_size=6)}),
        st.lists(st.one_of(phrase, st.tuples(phrase, label)), max_size=4),
        st.dictionaries(phrase, label, max_size=4),
        st.fixed_dictionaries({"chosen": st.lists(st.one_of(st.sampled_from([*ids, "x"]), scalars), max_size=6)},
                              optional={"confidence": st.one_of(st.sampled_from(["likely", "open"]), scalars)}),
        st.dictionaries(st.one_of(st.sampled_from([*items, "x"]), keys),
                        st.one_of(st.sampled_from([*groups, "x"]), scalars), max_size=6),
        st.fixed_dictionaries({"text": scalars}),
        scalars,
        anything,
    )  # fmt: skip


def assert_read_or_refused(name, data):
    one = exercise(name)
    raw = data.draw(answers_to(one))
    answer = one.parse(raw)
    verdict = one.verdict(raw)
    assert 0 <= verdict.points <= verdict.of == one.card.points
    assert verdict.headline
    json.dumps(verdict.to_json(), ensure_ascii=False, allow_nan=False).encode("utf-8")
    if isinstance(answer, Malformed):
        assert (verdict.state, verdict.points, verdict.headline) == ("unreadable", 0, answer.message)
        return
    assert verdict.state == ("not attempted" if answer.empty else "graded")
    canonical = answer.to_json()
    json.dumps(canonical, ensure_ascii=False, allow_nan=False).encode("utf-8")
    assert one.parse(canonical) == answer
    assert one.parse(json.loads(json.dumps(canonical))) == answer


@for_each(EXERCISES)
@settings(max_examples=10)
@given(data=st.data())
def test_any_value_is_read_or_refused_and_graded_within_bounds(name, data):
    assert_read_or_refused(name, data)


@pytest.mark.slow
@for_each(EXERCISES)
@settings(max_examples=100)
@given(data=st.data())
def test_any_of_more_values_is_read_or_refused_and_graded_within_bounds(name, data):
    assert_read_or_refused(name, data)


@for_each(EXERCISES)
def test_values_of_every_type_get_a_short_printable_headline_and_no_points(name):
    for raw in [*ODD, *UNPRINTABLE]:
        verdict = exercise(name).verdict(raw)
        assert verdict.points == 0
        assert 0 < len(verdict.headline.encode("utf-8")) < 600


@for_each(EXERCISES)
def test_every_sample_reads_back_from_its_canonical_form(name):
    one = exercise(name)
    for sample in one.samples():
        answer = one.parse(sample.raw)
        assert not isinstance(answer, Malformed)
        assert one.parse(answer.to_json()) == answer
        assert one.verdict(answer.to_json()) == one.verdict(sample.raw)
