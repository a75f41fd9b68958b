"""The lexicon of fixed terms: it holds together, and it catches pairings that nobody wrote down."""

from itertools import product

import pytest

from samestory.oddity import odd_phrases
from samestory.oddity.finding import certainty
from samestory.oddity.lexicon import base, bases_of, lexicon


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


def test_the_lexicon_alone_never_makes_sure_even_where_the_usual_term_stands_in_both_texts():
    known = lexicon()
    proposed = 0
    for term, usual in known.terms.items():
        options = [
            [word, *sorted(one for one, heads in known.stands_for.items() if word in heads)[:2]] for word in term
        ]
        made = [" ".join(words) for words in product(*options) if words != term]
        text = f"The {usual} is one thing. " + " ".join(f"She spoke of the {phrase}." for phrase in made)
        found = [one for one in odd_phrases(text, [f"Here, too, is the {usual}."]) if one.kind == "lexicon"]
        proposed += len(found)
        assert {one.certainty for one in found} <= {"possible"}, usual
    assert proposed > len(known.terms)


def test_rules_of_ours_are_one_witness_and_a_second_text_the_other():
    assert certainty(["rule"]) == certainty(["rule", "rule"]) == certainty(["same sentence"]) == "possible"
    assert certainty(["same sentence", "rule"]) == certainty(["printed twice"]) == "sure"
    assert certainty([]) == "possible"
