"""Words of a text that may be names."""

from hypothesis import given
from hypothesis import strategies as st

from samestory.text.name import name_words


def found(text):
    return [word.text for word in name_words(text)]


def test_words_with_a_capital_are_found_without_their_genitive():
    assert found("the mayor, Ida Lind, saw Nordo’s ferry and Lars' boat") == ["Ida", "Lind", "Nordo", "Lars"]


def test_the_parts_of_a_compound_stand_by_themselves():
    assert found("the Blinken-Lavrov talks with al-Assad") == ["Blinken", "Lavrov", "Assad"]


def test_numbers_and_single_letters_are_no_names():
    assert found("in 2022 the G20 and A J met") == []


def test_a_capital_that_opens_a_sentence_or_a_quotation_says_nothing():
    assert [(word.text, word.opens) for word in name_words("Yesterday Lind left. “Never,” Lind said.")] == [
        ("Yesterday", True),
        ("Lind", False),
        ("Never", True),
        ("Lind", False),
    ]


def test_a_short_form_opens_no_sentence():
    assert [word.opens for word in name_words("they met Mr. Lind and Antony J. Blinken")][1:] == [False, False, False]


def test_every_capital_of_a_headline_says_nothing():
    assert all(word.opens for word in name_words("Ferry Stopped After Storm Tears Pier Away"))


def test_names_side_by_side_are_joined_and_others_are_not():
    assert [word.joined for word in name_words("and Ida Lind, Nord Stream, Antony J. Blinken")] == [
        False, True, False, True, False, True,
    ]  # fmt: skip


@given(st.text())
def test_offsets_cut_what_they_claim(text):
    for word in name_words(text):
        assert text[word.start : word.end] == word.text
        assert len(word.text) > 1
