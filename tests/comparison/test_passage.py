"""Shared passages: readable cases in tests/cases/passages.yml, and what holds of any two texts."""

import contextlib

import pytest
from growing import assert_in_step, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.comparison import passages
from samestory.course import load_shipped
from samestory.errors import SameStoryError

SENTENCES = [
    "The ferry to Nordo stopped on Monday after a storm tore its landing stage away.",
    "The ferry to Nordo stopped on Monday after a storm.",
    "A storm tore the landing stage of the Nordo ferry away on Monday.",
    "“We will not sail until the stage is safe,” Berg said.",
    "“We will not,” said Berg, “sail until it is safe.”",
    "“We will not sail until the stage is safe,” Berg said.",
    "Divers searched the harbour for the lost anchor until the evening.",
    "no stop",
    "\0",
    "🚢",
    "U.S.",
]
made = st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\r\n\r\n"])), max_size=8)
articles = st.one_of(made.map(lambda parts: "".join(one + gap for one, gap in parts)), st.text(max_size=80))


def shipped(name: str) -> str:
    return next(case for case in load_shipped().cases.values() if name in case.articles).articles[name].text


@pytest.mark.parametrize("case", read_cases("passages.yml"), ids=lambda case: f"{case['a'][:35]} | {case['b'][:35]}")
def test_the_passages_of_the_case_are_found_and_no_other(case):
    found = passages(case["a"], case["b"])
    assert len(found) == len(case["passages"]), found
    for one, wanted in zip(found, case["passages"], strict=True):
        assert case["a"][one.a_start : one.a_end].startswith(wanted["a"])
        assert case["b"][one.b_start : one.b_end].startswith(wanted["b"])
        judged = {name: getattr(one, name) for name in ("level", "kind", "certainty") if name in wanted}
        assert judged == {name: wanted[name] for name in judged}


@settings(deadline=None)
@given(articles, articles)
def test_the_passages_of_b_and_a_mirror_those_of_a_and_b(a, b):
    assert set(passages(b, a)) == {one.mirrored for one in passages(a, b)}


@settings(deadline=None)
@given(articles, articles)
def test_offsets_cut_a_stretch_of_each_text_that_begins_and_ends_without_space(a, b):
    for one in passages(a, b):
        for text, start, end in ((a, one.a_start, one.a_end), (b, one.b_start, one.b_end)):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        assert 0 <= one.likeness <= 1
        assert one.certainty == "possible" or one.level != "reworded"


@settings(deadline=None)
@given(articles)
def test_a_text_shares_all_its_long_sentences_with_itself(text):
    whole = passages(text, text)
    covered = {at for one in whole for at in range(one.a_start, one.a_end)}
    at = text.find(SENTENCES[6])
    assert at < 0 or set(range(at, at + len(SENTENCES[6]))) <= covered


def test_al_jazeera_and_responsible_statecraft_share_only_a_quotation_for_sure():
    found = [
        one for one in passages(shipped("al-jazeera"), shipped("responsible-statecraft")) if one.certainty == "sure"
    ]
    assert [(one.kind, one.level) for one in found] == [("quotation", "verbatim")]


def test_al_jazeera_and_powerhouse_news_share_no_sentence_for_sure():
    a, b = shipped("al-jazeera"), shipped("powerhouse-news")
    assert [one for one in passages(a, b) if one.certainty == "sure" and one.kind == "prose"] == []
    assert len([one for one in passages(a, b) if one.kind == "quotation"]) >= 3


HOSTILE = {
    "one word": repeated("word "),
    "no spaces": repeated("a"),
    "quotation marks": repeated('"'),
    "nul": lambda size: "\0" * size + "“a\0b”" * (size // 200),
    "every plane": lambda size: "".join(
        chr(plane * 0x10000 + 0x4E00 + n) for plane in range(17) for n in range(size // 17)
    ),
    "mixed line ends": repeated("“One thing,” he said.\r\n\r“Two\n"),
    "one sentence again and again": repeated("The cat sat on the mat. "),
}


def pass_or_refuse(text):
    with contextlib.suppress(SameStoryError):
        assert all(one.a_end <= len(text) for one in passages(text, "Another word. " + text[:-7]))


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_a_hostile_text_takes_twice_the_time_or_gets_a_clear_error(made):
    assert_in_step(pass_or_refuse, made)


@pytest.mark.slow
@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_of_300_kb_ends_with_passages_or_a_clear_error(made):
    pass_or_refuse(made(300_000))
