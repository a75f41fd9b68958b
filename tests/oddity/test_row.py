"""Words in a row: sentences cut into the parts of words, whole texts into words, each worked out once a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.oddity.row import are_quoted, sentence_rows, text_row
from samestory.text import Document

PIECES = [
    "no-fly",
    "U.S.",
    "anti-U.S.",
    "’s",
    "“",
    "”",
    " ",
    "\n",
    "1,800",
    "é",
    "e\u0301",
    "🚢",
    "İ",
    "_",
    "$a.b.",
    "\0",
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A no-fly zone.", ["A", "no", "fly", "zone"]),
        ("anti-U.S. talks", ["anti", "U.S.", "talks"]),
        ("Nordo’s 1,800 _words_ at 5%", ["Nordo’s", "1", "800", "words", "at", "5"]),
        ("", []),
    ],
)
def test_a_sentence_is_cut_into_the_parts_of_its_words(text, words):
    assert [word.text for row in sentence_rows(Document(text)) for word in row.words] == words


def test_quoted_words_and_breaks_are_told():
    document = Document("He said “no”, twice.")
    row = text_row(document)
    assert [row.breaks(at) for at in range(len(row.words))] == [True, False, False, True]
    assert are_quoted(document) == (False, False, True, False)
    assert row.in_one_breath(0, 3)
    assert not row.in_one_breath(0, 4)
    assert not row.in_one_breath(3, 5)


def test_a_document_is_cut_once():
    document = Document("One. Two.")
    assert sentence_rows(document) is sentence_rows(document)


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.text(max_size=40)))
def test_words_and_gaps_make_the_text_again(text):
    document = Document(text)
    for row in (text_row(document), *sentence_rows(document)):
        words = [*(word.text for word in row.words), ""]
        assert "".join(gap + word for gap, word in zip(row.gaps, words, strict=True)) == text[row.start : row.end]
        assert list(row.each(frozenset(row.lows[:1]))) == [at for at, low in enumerate(row.lows) if low == row.lows[0]]
