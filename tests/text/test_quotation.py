"""Quotations: readable cases in tests/cases/quotations.yml, and what holds of every text."""

import pytest
from growing import assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.text import quotations

PIECES = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "``",
    "''",
    "„",
    "«",
    "»",
    " ",
    " ",
    "\n",
    "\r\n",
    "\r",
    ",",
    ".",
    "?",
    "—",
    "…",
    "(",
    "\0",
]
PIECES += [
    "he said",
    "Lind told reporters",
    "said he told her",
    "no",
    "The pier",
    "boss",
    "’s",
    "won't",
    "5'10",
    "U.S.",
    "🚢",
    "Я",
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))


@pytest.mark.parametrize("case", read_cases("quotations.yml"), ids=lambda case: case["text"][:50] or "nothing")
def test_the_quotations_of_the_case_are_found(case):
    found = quotations(case["text"])
    assert [one.text for one in found] == [wanted["said"] for wanted in case["quotations"]]
    for one, wanted in zip(found, case["quotations"], strict=True):
        given_values = {name: getattr(one, name) for name in wanted if name != "said"}
        assert given_values == {name: value for name, value in wanted.items() if name != "said"}


@given(texts)
def test_parts_cut_what_the_quotation_says_in_order_and_within_its_span(text):
    for one in quotations(text):
        assert one.text == " ".join(text[start:end].strip() for start, end in one.parts)
        assert (one.start, one.end) == (one.parts[0][0], one.parts[-1][1])
        edges = [edge for part in one.parts for edge in part]
        assert edges == sorted(edges)
        assert 0 <= one.start < one.end <= len(text)


@given(texts)
def test_quotations_come_in_order_and_say_what_is_missing(text):
    found = quotations(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.missing in ("", "opening", "closing", "both") for one in found)


@given(texts)
def test_a_speaker_is_named_only_with_a_verb_and_stands_in_the_text(text):
    joined = " ".join(text.split())
    for one in quotations(text):
        assert one.verb or not (one.speaker or one.addressee)
        assert " ".join(one.speaker.split()) in joined
        assert one.verb in joined or one.verb == "according to"


@pytest.mark.parametrize(
    "made", [*map(repeated, ('"', "“", '" a ', "“yes” ")), lambda size: "“‘" * (size // 4) + "’”" * (size // 4)]
)
def test_twice_as_many_marks_take_twice_the_time(made):
    assert_in_step(quotations, made)


def test_a_line_of_nothing_but_marks_is_nobodys_prose_and_the_next_one_is_read():
    assert [one.text for one in quotations('"a"' * 20_000 + "\n“We go,” Lind said.")] == ["We go,"]
    assert len(quotations('He said "no" and then "yes" to all of it. ' * 9_000)) == 18_000
