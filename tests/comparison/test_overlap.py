"""All pairs of many articles through one index."""

import random

import pytest
from growing import assert_in_step
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.comparison import TooMuchSharedError, overlap, passages

WIRE = "The ferry to Nordo stopped on Monday after a storm tore its landing stage away."
OTHER = "Divers searched the harbour for the lost anchor until late in the evening."
OWN = ["Farmers complain about wolves.", "A painter shows portraits.", "Bread has become dearer."]
pieces = st.lists(
    st.sampled_from([WIRE, OTHER, *OWN, "“We will not sail until the stage is safe,” he said.", "\0"]), max_size=5
)


def made(number: int, words: int = 500) -> list[str]:
    """Articles of made-up words, one sentence in seven of which stands in others too."""
    source = random.Random(7)
    syllables = ["ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu"]
    names = ["".join(source.choices(syllables, k=source.randint(2, 4))) for _ in range(4000)]
    weights = [1 / (rank + 1) for rank in range(len(names))]

    def sentence() -> str:
        size = source.randint(12, 25)
        return (
            " ".join(
                source.choice(["the", "of", "in"]) if source.random() < 0.4 else source.choices(names, weights)[0]
                for _ in range(size)
            ).capitalize()
            + "."
        )

    pool = [sentence() for _ in range(max(10, number * 4))]
    return [
        " ".join(source.choice(pool) if source.random() < 0.14 else sentence() for _ in range(words // 18))
        for _ in range(number)
    ]


def test_articles_that_share_a_sentence_are_found_and_no_other():
    found = overlap([f"{OWN[0]} {WIRE}", OWN[1], f"{WIRE} {OWN[2]}"])
    assert [(one.a, one.b) for one in found] == [(0, 2)]
    assert found[0].words == 15
    assert found[0].share_b > 0.7


def test_a_shared_quotation_is_told_apart():
    said = "“We will not sail until the landing stage is safe and sound again,” {} said."
    (found,) = overlap([said.format("Berg"), OWN[0] + " " + said.format("Captain Berg")])
    assert [one.kind for one in found.passages] == ["quotation"]


def test_sentences_in_other_words_are_found_unless_only_runs_are_wanted():
    a, b = "Divers found rotten wood beneath the pier.", "Rotten wood was found by divers under the pier."
    assert [one.passages[0].level for one in overlap([a, b])] == ["reworded"]
    assert overlap([a, b], reworded=False) == ()


def test_copies_of_one_article_share_all_of_it():
    found = overlap([WIRE, OTHER, WIRE, WIRE])
    assert [(one.a, one.b) for one in found] == [(0, 2), (0, 3), (2, 3)]
    assert {one.share_a for one in found} == {1.0}
    assert {one.words for one in found} == {15}


@pytest.mark.parametrize("articles", [[], [""], ["", ""], ["\0", "…"], [WIRE]])
def test_nothing_shared_is_no_pair(articles):
    assert overlap(articles) == ()


def test_ten_thousand_copies_are_refused_with_a_reason():
    with pytest.raises(TooMuchSharedError, match="leave out the copies"):
        overlap([WIRE] * 10_000)


@settings(deadline=None)
@given(st.lists(pieces.map(" ".join), max_size=5))
def test_offsets_and_shares_fit_the_articles_and_copied_runs_are_those_of_passages(articles):
    for one in overlap(articles):
        assert one.a < one.b
        assert 0 < one.share_b <= 1
        for found in one.passages:
            assert 0 <= found.a_start < found.a_end <= len(articles[one.a])
            assert 0 <= found.b_start < found.b_end <= len(articles[one.b])
        assert passages(articles[one.a], articles[one.b])


def test_time_grows_with_the_articles_and_not_with_their_square():
    assert_in_step(overlap, made, 40)


def test_a_row_read_from_its_other_article_counts_that_articles_words():
    one = "The ferry to Nordo stopped on Monday after a storm tore its landing stage away from the old pier."
    other = one.replace("Monday after", "Monday, the harbour office said, after")
    [first, _, third] = overlap([one, other, one])
    assert (first.a, first.b, third.a, third.b) == (0, 1, 1, 2)
    assert third.words == round(third.share_b * len(one.split()))
    assert third.words < first.words


def test_a_quotation_that_he_said_parts_is_no_prose():
    said = "“We will not sail again before the landing stage is mended,” {} said, “and not a single day sooner.”"
    [found] = overlap([said.format("Lind"), said.format("Ida Lind")], reworded=False)
    assert {one.kind for one in found.passages} == {"quotation"}
