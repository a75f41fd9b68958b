"""Words of one family share a stem; words that only look alike do not."""

from pathlib import Path

import pytest
import yaml
from snowballstemmer.english_stemmer import EnglishStemmer

from samestory.words.common_word import common_words
from samestory.words.key import LONGEST_STEMMED, key, root

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "families.yml").read_text("utf-8"))
ODD = ["", "'", "’s", "12", "1,000", "naïve", "😀", "ß", "İ", "\u0301", "a" * LONGEST_STEMMED, "y" * 10_000, "'s" * 9]


@pytest.mark.parametrize("pair", CASES["together"])
def test_words_of_one_family_share_a_stem(pair: str) -> None:
    one, other = pair.split()
    assert root(key(one)) == root(key(other))


@pytest.mark.parametrize("pair", CASES["apart"])
def test_words_that_only_look_alike_do_not(pair: str) -> None:
    one, other = pair.split()
    assert root(key(one)) != root(key(other))


@pytest.mark.parametrize("word", ODD)
def test_a_stem_is_no_longer_than_its_word(word: str) -> None:
    assert len(root(key(word))) <= max(len(key(word)), 1)


def test_a_number_is_its_own_stem() -> None:
    assert [root(one) for one in ("2022", "3rd", "twelve", "million")] == ["2022", "3rd", "twelve", "million"]


def test_the_stemmer_in_c_and_the_one_in_python_give_the_same_stems() -> None:
    stemmer = pytest.importorskip("Stemmer").Stemmer("english")
    endings = ("", "s", "ed", "ing", "er", "ly", "ness", "ment", "ation", "ational", "'s", "é")
    in_python = EnglishStemmer()
    words = [word + ending for word in (*common_words(), *ODD) for ending in endings]
    assert [one for one in words if stemmer.stemWord(one) != in_python.stemWord(one)] == []
