"""Words and sentences: readable cases in tests/cases, and what holds of every text."""

import itertools

import pytest
from growing import assert_in_step
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.course import load_shipped
from samestory.text import fold, passage, sentences, words

# Texts that look like articles: words, marks, spaces and line breaks of all kinds, and a few hard characters.
PIECES = ["the", "U.S.", "Feb.", "24", "150,000", "won’t", "J.", "“", "”", "'", ".", "!", "?", "…", ",", "—", "-", "$"]
PIECES += [" ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "\u00a0", "\u2009", "\u2028", "\x85", "\x1c", "\u00ad"]
PIECES += ["🚢", "👩‍👩‍👧", "e\u0301", "\u0301", "ß", "İ", "ﬁ", "Я", "日本", "٣", "\u200b", "\ufeff", "_", "%"]
articles = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = st.one_of(articles, st.text(max_size=60))


@pytest.mark.parametrize("case", read_cases("words.yml"), ids=lambda case: case["text"][:30] or "nothing")
def test_a_text_is_cut_into_the_words_of_the_case(case):
    assert [word.text for word in words(case["text"])] == [word for word in case["words"].split("|") if word]


@pytest.mark.parametrize("case", read_cases("sentences.yml"), ids=lambda case: case["text"][:30] or "nothing")
def test_a_text_is_cut_into_the_sentences_of_the_case(case):
    assert [sentence.text for sentence in sentences(case["text"])] == case["sentences"]


@given(texts)
def test_offsets_of_words_cut_what_they_claim_and_do_not_overlap(text):
    found = words(text)
    assert [text[word.start : word.end] for word in found] == [word.text for word in found]
    assert all(word.text and not any(c.isspace() for c in word.text) for word in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(texts)
def test_every_letter_and_digit_belongs_to_a_word(text):
    inside = {at for word in words(text) for at in range(word.start, word.end)}
    assert [character for at, character in enumerate(text) if character.isalnum() and at not in inside] == []


@given(texts)
def test_offsets_of_sentences_cut_what_they_claim_and_leave_only_space_between(text):
    at = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert "\n" not in sentence.text
        assert "\r" not in sentence.text
        assert text[at : sentence.start].strip() == ""
        at = sentence.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("People's", "PEOPLE’S"),
        ('"quoted"', "“quoted”"),
        ("de-escalating", "de‐escalating"),
        ("diplomacy", "diplo\u00admacy"),
        ("café", "cafe\u0301"),
        ("first", "ﬁrst"),
    ],
)
def test_spellings_that_a_reader_takes_for_one_fold_to_the_same(typed, printed):
    assert fold(typed) == fold(printed)


def test_words_that_differ_stay_different_when_folded():
    assert fold("Sergey") != fold("Sergei")
    assert fold("canceled") != fold("cancelled")


def test_every_article_that_ships_is_cut_into_words_sentences_and_lines_without_loss():
    for article in (one for case in load_shipped().cases.values() for one in case.articles.values()):
        cut = passage(article.text)
        lines = ["".join(paragraph.texts) for paragraph in cut.paragraphs]
        assert lines == [line for line in article.text.split("\n") if line.strip()]
        assert "".join("".join(sentence.text.split()) for sentence in sentences(article.text)) == "".join(
            article.text.split()
        )


def test_stops_and_spaces_without_end_are_read_in_one_walk():
    for sign in (".", " ", "\n"):
        assert sentences(sign * 200_000 + "a")[-1].text.endswith("a")
        assert_in_step(sentences, lambda size, sign=sign: sign * size + "a")
