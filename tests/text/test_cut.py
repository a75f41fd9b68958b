"""One reading of a text: every reader takes a string or a document, and a document is read once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.comparison import dates as day_conflicts
from samestory.comparison import names
from samestory.text import (
    Document,
    dates,
    furniture,
    name_words,
    passage,
    quotations,
    sentences,
    sources,
    words,
)
from samestory.text.cut import CutText

READERS = {
    "sentences": sentences,
    "quotations": quotations,
    "furniture": furniture,
    "name_words": name_words,
    "sources": sources,
}
ARTICLE = (
    "Menu\n\nFerry stops after storm\n\nBy Ida Moe\n\n“We wait,” Mayor Anna Lind said on Tuesday, “for a new pier.”\n"
    "She told Reuters that the pier would open on Friday. According to the Nordo Post, nobody was hurt.\n\nShare"
)
TEXTS = st.text(alphabet=st.sampled_from("aB .,“”'’\n\r\u2028\x85-–1U.S é\u0301\u00ad😀\0"), max_size=80)


@pytest.mark.parametrize("reader", READERS)
def test_a_string_and_its_document_say_the_same(reader: str) -> None:
    assert READERS[reader](ARTICLE) == READERS[reader](Document(ARTICLE))


@pytest.mark.parametrize("reader", READERS)
def test_a_document_is_read_once(reader: str) -> None:
    read = Document(ARTICLE)
    assert READERS[reader](read) is READERS[reader](read)


def test_days_names_and_conflicts_take_documents() -> None:
    day = date(2022, 2, 24)
    one, other = "The ferry sank off Nordo on Sunday.", "Off Nordo, the ferry sank on Monday."
    assert dates(Document(one), day) == dates(one, day)
    assert day_conflicts([Document(one), Document(other)]) == day_conflicts([one, other]) != ()
    assert names([Document("Blinkin left.")], [Document("Blinken")]) == names(["Blinkin left."], ["Blinken"]) != ()
    with pytest.raises(TypeError, match="lists of texts"):
        names(Document(one))  # type: ignore[arg-type]


def test_the_words_of_a_document_are_its_own_for_every_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    monkeypatch.setattr("samestory.text.cut.words", lambda text: cut.append(text) or words(text))
    read = Document(ARTICLE)
    assert read.quotations
    assert read.furniture
    assert read.names
    assert read.headline
    assert cut == [ARTICLE]
    assert read.sources.citations
    # What stands outside the quotations is a text of its own, with the same places.
    assert [len(text) for text in cut] == [len(ARTICLE), len(ARTICLE)]


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_a_passage_of_a_document_has_the_words_that_stand_in_it(text: str, start: int, end: int) -> None:
    inside = passage(CutText(text), start, min(end, len(text)))
    assert all(word.text and text[word.start : word.end] == word.text for word in inside.words)
    assert all(start <= word.start < word.end <= end for word in inside.words)
    assert len(inside.gaps) == len(inside.folded) == len(inside.words)


@given(TEXTS)
def test_gaps_and_words_make_up_the_passage(text: str) -> None:
    whole = passage(Document(text))
    shown = "".join(gap + word.text for gap, word in zip(whole.gaps, whole.words, strict=True))
    assert text.startswith(shown)
    assert whole.words == passage(text).words


@given(TEXTS)
def test_lines_leave_out_nothing_but_space_and_line_ends(text: str) -> None:
    read = CutText(text)
    kept = "".join(text[start:end] for start, end in read.lines)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # What the sentence before tells is no sign of when this day is.
        ("Star Brandy and her husband have split up. By Wednesday, the planet will come near to Earth.", "2022-03-02"),
        ("Costa will play Ferrero in a rematch. In May, Alkebulan and Small filed a lawsuit.", "2021-05-01"),
    ],
)
def test_a_day_is_told_by_its_own_sentence(text: str, day: str) -> None:
    assert [str(one.date) for one in dates(text, date(2022, 2, 24))] == [day]


def test_two_verbs_of_one_name_come_in_their_order() -> None:
    found = sources("She said and told us it was late.").citations
    assert [(one.name, one.verb) for one in found] == [("She", "said"), ("She", "told")]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", "”", "'", "\0", "\ud800", "said", "said said", "and said", "“”“", "By ", "\u2028"]
)
def test_next_to_nothing_is_read_without_an_error(reader: str, text: str) -> None:
    READERS[reader](Document(text))
