"""Events to which two articles give different days: readable cases, the five articles, and what holds of any text."""

from datetime import date

import pytest
from growing import assert_in_step
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.comparison.day.conflict import dates
from samestory.course import load_shipped

SAID = ["The ferry sank off Nordo on Sunday.", "Off Nordo the ferry sank on Monday night.", "Lind said so on Tuesday."]
SAID += [
    "The vote is planned for Thursday.",
    "Lind put the vote off on 22 February 2022.",
    "Lind sold the ferry today.",
]
SAID += ["Lind moved the vote to two days before the flood on 24 February 2022.", "Monday", "\n", "\0", "🚢"]
articles = st.lists(st.sampled_from(SAID), max_size=6).map(" ".join)
published = st.one_of(st.none(), st.dates())


@pytest.mark.parametrize("case", read_cases("event_days.yml"), ids=lambda case: f"{case['a']} | {case['b']}"[:90])
def test_the_conflicting_days_of_the_case_are_found(case):
    found = dates([case["a"], case["b"]], [case.get("a_said"), case.get("b_said")])
    assert [f"{one.a_day.text} | {one.b_day.text}" for one in found] == case["conflicts"]
    assert all(one.certainty == case.get("certainty", one.certainty) for one in found)


@given(articles, articles, published, published)
def test_spans_and_days_lie_in_their_article_and_the_days_differ(a, b, a_said, b_said):
    for one in dates([a, b], [a_said, b_said]):
        for text, span, day in ((a, one.a_span, one.a_day), (b, one.b_span, one.b_day)):
            assert text[day.start : day.end] == day.text
            assert span[0] <= day.start < day.end <= span[1] <= len(text)
        assert one.a_day.text != one.b_day.text or one.a_day.date != one.b_day.date
        assert 0 < one.likeness <= 1
        assert one.reason.endswith(".")


@given(articles, articles, published, published)
def test_the_order_of_the_articles_changes_nothing(a, b, a_said, b_said):
    forth = {(one.a_day, one.b_day, one.certainty) for one in dates([a, b], [a_said, b_said])}
    assert forth == {(one.b_day, one.a_day, one.certainty) for one in dates([b, a], [b_said, a_said])}


@given(articles, published)
def test_an_article_never_conflicts_with_itself(text, said):
    assert dates([text], [said]) == ()


def test_days_of_publication_may_be_left_out_or_given_for_some():
    texts = ["The ferry sank off Nordo on Sunday.", "The ferry sank off Nordo on Monday.", "Nothing happened."]
    assert len(dates(texts)) == len(dates(texts, [date(2022, 2, 22)])) == 1


def test_the_five_articles_conflict_over_the_speech_and_over_the_day_of_the_meeting_and_over_nothing_else():
    five = list(load_shipped().cases["blinken-lavrov"].articles.values())
    found = dates([one.text for one in five], [date.fromisoformat(one.date) if one.date else None for one in five])
    told = {(five[one.a].id, one.a_day.text, five[one.b].id, one.b_day.text) for one in found}
    assert told == {
        ("al-jazeera", "Monday", "responsible-statecraft", "Sunday"),
        ("powerhouse-news", "Monday", "responsible-statecraft", "Sunday"),
        ("al-jazeera", "Thursday", "visegrad24", "two days before"),
        ("powerhouse-news", "Thursday", "visegrad24", "two days before"),
    }


def test_each_step_to_the_two_days_of_the_meeting_is_shown():
    texts = [
        "Blinken has cancelled a meeting with Lavrov that was planned for Thursday.",
        "Blinken then canceled a meeting with Lavrov that was scheduled for just two days before it eventually invaded "
        "Moscow on February 24, 2022.",
    ]
    (found,) = dates(texts, [date(2022, 2, 23), None])
    assert found.a_day.steps == ("Thursday, said on Wed 23 Feb 2022 -> Thu 24 Feb 2022",)
    assert found.b_day.steps == ("two days before, counted from Thu 24 Feb 2022 -> Tue 22 Feb 2022",)
    assert "“Thursday” (2022-02-24)" in found.reason


HOSTILE = {
    "one long list": lambda size: ["Monday " * (size // 14), "Tuesday " * (size // 14)],
    "one sentence over and over": lambda size: ["The ferry sank on Monday. " * (size // 52)] * 2,
    "many articles": lambda size: [
        f"The ferry {n} sank off Nordo on {d}." for n in range(size // 80) for d in ("Monday", "Sunday")
    ],
    "identical articles": lambda size: ["The ferry sank off Nordo on Monday night."] * (size // 41),
    "a day at the end": lambda size: ["ferry " * (size // 12) + "Monday"] * 2,
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_texts_take_twice_the_time(made):
    assert_in_step(dates, made)


@pytest.mark.slow
@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_long_and_many_texts_are_compared(made):
    dates(made(600_000))
