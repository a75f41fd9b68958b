"""The lexicon of fixed terms: it holds together, and it catches pairings that nobody wrote down."""

import pytest

from samestory.text.odd_lexicon import base, bases_of, lexicon


def test_no_sound_combination_is_a_term_and_every_word_replaced_stands_in_one():
    known = lexicon()
    assert not known.sound & known.terms.keys()
    replaceable = {word for heads in known.stands_for.values() for word in heads}
    assert replaceable <= {word for term in known.terms for word in term}


def test_a_term_is_never_taken_for_another_one():
    known = lexicon()
    for term in known.terms:
        found = known.replaced(term)
        assert found is None or found[0] < len(term), term


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("alien clergyman", "foreign minister"),
        ("worldwide heating", "global warming"),
        ("demise punishment", "death penalty"),
        ("inky hole", "black hole"),
    ],
)
def test_pairings_that_stand_nowhere_in_the_file_are_caught(phrase, term):
    assert lexicon().replaced(bases_of(phrase)) == (2, bases_of(term))


@pytest.mark.parametrize("phrase", ["home secretary", "chief minister", "overseas aid", "free talk", "due course"])
def test_right_combinations_stay(phrase):
    assert lexicon().replaced(bases_of(phrase)) is None


@pytest.mark.parametrize(
    ("word", "form"), [("Crises", "crise"), ("gas", "gas"), ("press", "press"), ("PEOPLE’S", "people")]
)
def test_a_word_is_kept_in_one_form(word, form):
    assert base(word) == form
