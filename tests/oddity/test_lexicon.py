"""The lexicon of fixed terms, and who decides that an odd phrase is sure."""

import pytest

from samestory.oddity.finding import certainty
from samestory.oddity.lexicon import base, bases_of, lexicon


@pytest.mark.parametrize("phrase", ["chief minister", "no-fly zone", "foreign ministers"])
def test_fixed_terms_and_what_is_right_beside_them_are_known(phrase):
    assert lexicon().is_fixed(bases_of(phrase))


def test_what_is_no_term_is_not_fixed():
    assert not lexicon().is_fixed(bases_of("alien clergyman"))


@pytest.mark.parametrize(
    ("word", "form"), [("Crises", "crise"), ("gas", "gas"), ("press", "press"), ("PEOPLE’S", "people")]
)
def test_a_word_is_kept_in_one_form(word, form):
    assert base(word) == form


def test_rules_of_ours_are_one_witness_and_a_second_text_the_other():
    assert certainty(["rule"]) == certainty(["rule", "rule"]) == certainty(["same sentence"]) == "possible"
    assert certainty(["same sentence", "rule"]) == certainty(["printed twice"]) == "sure"
    assert certainty([]) == "possible"
