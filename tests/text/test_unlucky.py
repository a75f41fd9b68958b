"""Plain texts that were once misread: articles, days, marks and sentences as an unlucky reader meets them."""

from datetime import date

import pytest

from samestory.oddity import odd_phrases
from samestory.text import dates, quotations, sentences

TUESDAY = date(2022, 2, 22)


@pytest.mark.parametrize(
    "phrase", ["an 1,800-mile road", "a 1,800-mile road", "an 1,100-mile road", "a 1,", "a NATO ally"]
)
def test_a_right_article_is_left_alone(phrase: str) -> None:
    assert odd_phrases(f"It was {phrase}") == ()


@pytest.mark.parametrize(
    "phrase", ["a American firm", "an U.S. envoy", "an NATO ally", "a EU rule", "an 1,200-mile road"]
)
def test_a_wrong_article_is_possible_and_never_sure(phrase: str) -> None:
    assert [one.certainty for one in odd_phrases(f"It was {phrase}.")] == ["possible"]


@pytest.mark.parametrize("text", ["My my, what a day.", "The people he came with with no bags left."])
def test_a_doubled_word_that_may_be_right_is_not_sure(text: str) -> None:
    assert "sure" not in {one.certainty for one in odd_phrases(text)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two weeks from Friday they meet.", "2022-03-11"),
        ("A week from today they meet.", "2022-03-01"),
        ("They meet tomorrow week.", "2022-03-02"),
        ("They met a week ago Friday.", "2022-02-11"),
        ("They met two weeks ago yesterday.", "2022-02-07"),
        ("It was the Fourth of July, 2020.", "2020-07-04"),
    ],
)
def test_weeks_are_counted_from_the_day_that_is_named(text: str, day: str) -> None:
    assert [str(one.date) for one in dates(text, TUESDAY)] == [day]


@pytest.mark.parametrize("text", ["He spoke of the Sept. 11 attacks.", "It was the Jan. 6 riot."])
def test_the_name_of_an_event_is_no_day_of_this_year(text: str) -> None:
    assert dates(text, TUESDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "&bdquo;We go&ldquo;, he said.",
        "&#147;We go&#148;, he said.",
        "\x93We go\x94, he said.",
        "❝We go❞, he said.",
        "He left â€” and came â€“ again. â€œWe goâ€\x9d, he said.",
        'He had a 40" TV. "We go", he said.',
    ],
)
def test_marks_in_other_guises_are_read_and_dashes_are_none(text: str) -> None:
    assert [one.text for one in quotations(text)] == ["We go"]


def test_a_time_in_capitals_ends_no_sentence() -> None:
    assert len(sentences("At 5 P.M. Mr. Lind spoke.")) == 1
