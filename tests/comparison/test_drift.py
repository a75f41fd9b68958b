"""One quotation in two forms: readable cases in tests/cases/drift.yml, and what holds of any two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.comparison import TooLongError, drift

WORDS = [
    "we",
    "will",
    "won't",
    "not",
    "go",
    "harbour",
    "harbor",
    "5",
    "five",
    "Lind",
    "[the",
    "pier]",
    "…",
    "...",
    "U.S.",
]
WORDS += ["long-term", "’tis", "“", ",", "\u00a0", "\n", "\0", "🚢", "[T]he", "İ", "ﬁ", "e\u0301"]
quotes = st.one_of(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.text(max_size=60))


@pytest.mark.parametrize("case", read_cases("drift.yml"), ids=lambda case: f"{case['a']} | {case['b']}"[:70])
def test_the_drift_of_the_case_is_found(case):
    found = drift(case["a"], case["b"])
    assert (found.kind, found.substantive) == (case["kind"], case["substantive"])
    assert case.get("least", 0) <= found.fidelity <= case.get("most", 1)
    if "changed" in case:
        assert [f"{' '.join(one.a)} -> {' '.join(one.b)}" for one in found.changes] == case["changed"]


@given(quotes, quotes)
def test_the_drift_from_b_to_a_mirrors_that_from_a_to_b(a, b):
    assert drift(b, a) == drift(a, b).mirrored


@given(quotes, quotes)
def test_spans_of_changes_lie_in_their_text_and_hold_no_changed_word_less(a, b):
    found = drift(a, b)
    assert 0 <= found.fidelity <= 1
    for change in found.changes:
        assert change.a or change.b
        for side, (start, end), text in ((change.a, change.a_span, a), (change.b, change.b_span, b)):
            assert 0 <= start <= end <= len(text)
            assert bool(side) == (end > start)


@given(quotes)
def test_a_quotation_is_the_same_as_itself(a):
    found = drift(a, a)
    assert (found.kind, found.changes, found.fidelity) == ("same", (), 1.0)


def test_a_change_span_cuts_the_changed_words():
    a, b = "We will not go to Oslo today.", "We will go to Bergen today."
    assert [(a[slice(*one.a_span)], b[slice(*one.b_span)]) for one in drift(a, b).changes] == [
        ("not", ""),
        ("Oslo", "Bergen"),
    ]


def test_a_whole_book_in_quotation_marks_is_refused_with_a_reason():
    with pytest.raises(TooLongError, match="a mark is missing"):
        drift("word " * 30_000, "a short one")
