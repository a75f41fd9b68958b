"""Passages: numbered words, phrases found in them, spans, sentences and paragraphs."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_cases import ferry

from samestory.text import PhraseError, passage, words

PIECES = ["the", "ferry", "U.S.", "won’t", "24", "“", "”", ".", "!", ",", " ", " ", "\n", "\r\n", "\t", "\u00a0"]
PIECES += ["🚢", "e\u0301", "Я", "\u2028", "\x1c"]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))
TEXT = "“We won’t go,” she said. The U.S. firm left.\n\nThe ferry 🚢 sails; the ferry stops."


def cut(text=TEXT):
    return passage(text)


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("We", (0, 0)),
        ("We won't go", (0, 2)),
        ("WE WON’T GO", (0, 2)),
        ("go she said the u.s. firm", (2, 7)),
        ("U.S.", (6, 6)),
        ("“the ferry — stops!”", (12, 14)),
        ("ferry sails", (10, 11)),
    ],
)
def test_a_phrase_is_found_whatever_its_marks_and_capitals(phrase, place):
    assert cut().find(phrase) == place


@pytest.mark.parametrize("phrase", ["", "…", "we go", "fer", "ferries", "go we", "stops the ferry"])
def test_a_phrase_that_is_not_there_word_for_word_is_an_error_that_quotes_it(phrase):
    with pytest.raises(PhraseError, match=re.escape(f"“{phrase}” does not stand")):
        cut().find(phrase)


def test_of_several_places_the_first_is_taken_unless_one_is_named():
    assert cut().places("the ferry") == [(9, 10), (12, 13)]
    assert cut().find("the ferry") == (9, 10)
    assert cut().find("the ferry", 2) == (12, 13)


def test_a_phrase_that_stands_twice_is_an_error_where_it_has_to_be_the_only_one():
    with pytest.raises(PhraseError, match="2 times"):
        cut().find("the ferry", 0)
    with pytest.raises(PhraseError, match="only 2 times"):
        cut().find("the ferry", 3)
    assert cut().find("ferry stops", 0) == (13, 14)


def test_a_long_phrase_is_shortened_in_the_message():
    with pytest.raises(PhraseError) as error:
        cut().find("word " * 1000)
    assert len(str(error.value)) < 200


def test_a_span_of_the_text_covers_every_word_that_it_touches():
    whole = cut()
    start = TEXT.index("on’t")
    assert whole.span(start, start + 1) == (1, 1)
    assert whole.span(start, TEXT.index("she") + 1) == (1, 3)


def test_a_span_without_a_word_is_an_error():
    with pytest.raises(PhraseError, match="no word"):
        cut().span(TEXT.index("🚢"), TEXT.index("🚢") + 1)
    with pytest.raises(PhraseError, match="no word"):
        cut().span(5, 5)


def test_a_sentence_is_named_by_any_word_in_it():
    whole = cut()
    assert whole.sentence_starts == (0, 5, 9)
    assert [whole.sentence_of(number) for number in (0, 4, 5, 8, 9, 14)] == [
        (0, 4), (0, 4), (5, 8), (5, 8), (9, 14), (9, 14)
    ]  # fmt: skip


def test_a_passage_inside_a_text_numbers_its_own_words_and_keeps_the_offsets_of_the_text():
    start, end = TEXT.index("The U.S."), TEXT.index("🚢")
    part = passage(TEXT, start, end)
    assert [word.text for word in part.words] == ["The", "U.S.", "firm", "left", "The", "ferry"]
    assert part.cut(4, 5) == "The ferry"
    assert TEXT[part.words[1].start : part.words[1].end] == "U.S."
    assert part.span(start, start + 1) == (0, 0)
    assert part.sentence_starts == (0, 4)


def test_a_word_cut_by_the_edge_of_a_passage_counts_with_the_part_inside():
    assert [word.text for word in passage("the ferry", 2, 7).words] == ["e", "fer"]


def test_a_passage_without_words_has_no_sentences_and_finds_nothing():
    empty = passage(" … ")
    assert empty.words == ()
    assert empty.sentence_starts == ()
    assert empty.places("word") == []


def test_paragraphs_are_the_lines_that_hold_something_with_their_words_numbered_on():
    whole = passage("Head\r\n\r\n  “One two”  \n…\n three")
    assert [(one.first, one.texts) for one in whole.paragraphs] == [
        (0, ("", "Head", "")),
        (1, ("  “", "One", " ", "two", "”  ")),
        (3, ("…",)),
        (3, (" ", "three", "")),
    ]


@given(texts)
def test_paragraphs_join_back_to_the_text_line_by_line(text):
    whole = passage(text)
    lines = ["".join(paragraph.texts) for paragraph in whole.paragraphs]
    assert lines == [line for line in re.split(r"[\r\n\x85\u2028\u2029]", text) if line.strip()]


@given(texts)
def test_paragraphs_alternate_what_stands_between_and_the_words_in_order(text):
    whole = passage(text)
    number = 0
    for paragraph in whole.paragraphs:
        assert paragraph.first == number
        assert len(paragraph.texts) % 2 == 1
        for word in paragraph.texts[1::2]:
            assert word == whole.words[number].text
            number += 1
    assert number == len(whole.words)


@given(texts, st.data())
def test_what_a_passage_cuts_it_finds_again(text, data):
    whole = passage(text)
    assume(whole.words)
    first = data.draw(st.integers(0, len(whole.words) - 1))
    last = data.draw(st.integers(first, len(whole.words) - 1))
    phrase = whole.cut(first, last)
    assert (first, last) in whole.places(phrase)
    assert whole.span(whole.words[first].start, whole.words[last].end) == (first, last)


@given(texts)
def test_sentences_of_a_passage_hold_every_word_once(text):
    whole = passage(text)
    assume(whole.words)
    assert whole.sentence_starts[0] == 0
    spans = sorted({whole.sentence_of(number) for number in range(len(whole.words))})
    assert [number for first, last in spans for number in range(first, last + 1)] == list(range(len(whole.words)))
    assert tuple(first for first, _ in spans) == whole.sentence_starts


@given(texts, st.data())
def test_any_stretch_of_a_text_makes_a_passage_whose_words_stand_inside(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = passage(text, start, end)
    assert all(start <= word.start < word.end <= end for word in part.words)
    assert [word.text for word in part.words] == [word.text for word in words(text[start:end])]
    assert [part.number_at(word.start) for word in part.words] == list(range(len(part.words)))


def test_words_keep_their_form_in_the_made_up_article():
    post = ferry().articles["harbour-post"].passage
    assert [post.words[number].text for number in (44, 49, 77, 88)] == ["U.S.", "1,500", "We’ll", "cafe\u0301"]


def test_a_line_of_nothing_but_spaces_is_no_paragraph_and_takes_no_time():
    long = passage("One\n" + " \u00a0" * 200_000 + "\nTwo")
    assert [paragraph.texts for paragraph in long.paragraphs] == [("", "One", ""), ("", "Two", "")]
