"""Words as answers in one's own words are compared, and the forms that are looked for in them."""

import pytest

from samestory.exercise.parts.plain_words import found_at, longest_shared_run, pattern_of, places_of, plain_words
from samestory.exercise.parts.quoted_words import pieces_of, stands_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry’s café, 1,500 screws.", "the ferry cafe 1,500 screws"),
        ("half-hour half‑hour half–hour half—hour", "half hour half hour half hour half hour"),
        ("wait...what…then", "wait what then"),
        ("3.5 % of it's 'own' &c.", "3.5 % of it own c"),
        ("captains' rest; James's", "captains rest james"),
        ("e\u0301 É ﬁn Straße STRASSE", "e e fin straße strasse"),
        ("so\u00adft zero\u200bwidth \u202eturn", "soft zerowidth turn"),
        ("tab\tline\nnul\0space\u00a0thin\u2009", "tab line nul space thin"),
        ("<b>bold</b> a/b a|b [c]", "b bold b a b a b c"),
        ("“…” – ! ' , .", ""),
        ("", ""),
    ],
)
def test_signs_part_words_and_accents_capitals_and_possessives_do_not_count(text, words):
    assert plain_words(text) == words.split()


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("sail*", "nobody sails", True),
        ("sail*", "an assailant", False),
        ("two days", "for two days more", True),
        ("two days", "days two", False),
        ("two .. days", "two long and windy days", True),
        ("two .. days", "two days", True),
        ("two .. days", "two 1 2 3 4 5 6 days", True),
        ("two .. days", "two 1 2 3 4 5 6 7 days", False),
        ("a .. b .. c", "a x b y z c", True),
        ("half-hour", "a half hour", True),
        ("People's Republic", "the people’s republic", True),
    ],
)
def test_a_form_is_found_with_any_ending_where_a_star_stands_and_across_a_gap(form, text, found):
    assert bool(places_of(plain_words(text), pattern_of(form))) is found


def test_a_place_is_the_first_word_and_the_word_after_the_last():
    words = plain_words("no ship sails, and no boat sails")
    assert places_of(words, pattern_of("no .. sail*")) == [(0, 3), (4, 7)]
    assert found_at(words, pattern_of("boat sails"), 5) == 7
    assert found_at(words, pattern_of("boat sails")) == -1


def test_the_longest_shared_run_is_found_wherever_it_stands():
    source = ["one", "two", "three", "four", "five"]
    assert longest_shared_run(["x", "three", "four", "y", "two", "three", "four", "five"], source) == (4, 8)
    assert longest_shared_run([], source) == longest_shared_run(["x", "y"], source) == (0, 0)


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("a pause of two days", True),
        ("“A Pause of two days.”", True),
        ("a pause … days", True),
        ("a pause ... on Friday", True),
        ("on Friday … a pause", False),
        ("pause of two day", False),
        ("ause of two days", False),
        ("a pause of two days on Friday", False),
    ],
)
def test_a_quotation_stands_in_a_text_word_for_word_and_piece_by_piece(quotation, stands):
    assert stands_in(pieces_of(quotation), plain_words("It takes a pause of two days. It sails on Friday.")) is stands


def test_hostile_texts_end():
    for text in ("a" * 10**6, "' " * 10**6, "\0" * 10**6, "a " * 10**5, "-" * 10**6, "'s" * 10**6, "." * 10**6):
        words = plain_words(text)
        stands_in([words[:5]], words)
