"""Two forms word by word: what changed in a quotation, what stayed in prose that was told anew."""

from hypothesis import given
from hypothesis import strategies as st

from samestory.widget.reader.words import changed_words, kept_words

TEXTS = st.lists(st.sampled_from(["the", "pier", "is", "not", "safe", "12", "[...]", "“Lind”", "😀", ",", "..."])).map(
    " ".join
)


def test_changed_words_stand_against_what_took_their_place():
    found = changed_words("it does not make sense to go", "it does not make logical sense to proceed")
    changes = [(piece.a, piece.b) for piece in found.pieces if piece.kind]
    assert changes == [("", "logical"), ("go", "proceed")]
    assert [piece.substantive for piece in found.pieces if piece.kind] == [True, True]


def test_a_change_of_spelling_is_not_substantive():
    (change,) = [piece for piece in changed_words("the cancelled talks", "the canceled talks").pieces if piece.kind]
    assert (change.a, change.b, change.substantive) == ("cancelled", "canceled", False)


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_first_form_whole(a: str, b: str):
    assert "".join(piece.a for piece in changed_words(a, b).pieces) == a


@given(TEXTS, TEXTS)
def test_spans_cut_words_of_both_forms(a: str, b: str):
    for found in (changed_words(a, b), kept_words(a, b)):
        for text, spans in ((a, found.in_a), (b, found.in_b)):
            assert all(text[start:end].strip() for start, end in spans)


def test_a_form_too_long_to_compare_shows_what_it_keeps():
    one, other = ("pier " * 2000, "boat " * 2000 + "pier")
    assert changed_words(one, other).shows == "kept"


def test_kept_words_are_those_of_weight_wherever_they_stand():
    one, other = "The storm tore the pier away", "Away went the piers in the storms"
    found = kept_words(one, other)
    assert [one[start:end] for start, end in found.in_a] == ["storm", "pier", "away"]
    assert [other[start:end] for start, end in found.in_b] == ["Away", "piers", "storms"]
