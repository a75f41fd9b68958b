"""A text is cut where marks begin and end, so that the front end never counts a character."""

from hypothesis import given
from hypothesis import strategies as st

from samestory.widget.reader.text import Marked, ReaderText

TEXT = "Ferry stops\n\nA storm 😀 came.\r\nLind said “No”."


def sheet(text: str = TEXT, start: int = 0, end: int | None = None, headings: tuple[str, ...] = ()) -> Marked:
    return Marked(ReaderText("one", "One", "1 May 2031", text, headings, start, len(text) if end is None else end))


def test_a_mark_is_whole_segments():
    marked = sheet()
    (number,) = marked.add("speech", [(TEXT.index("storm"), TEXT.index("came"))])
    segments = [one for paragraph in marked.view()["paragraphs"] for one in paragraph["segments"]]
    assert [one[1] for one in segments if number in (one[2:] or [[]])[0]] == ["storm 😀 "]


def test_marks_that_overlap_share_the_segments_where_they_do():
    marked = sheet("abcdef")
    marked.add("one", [(0, 4)])
    marked.add("two", [(2, 6)])
    assert marked.view()["paragraphs"][0]["segments"] == [[0, "ab", [0]], [2, "cd", [0, 1]], [4, "ef", [1]]]


def test_a_mark_may_run_over_paragraphs():
    marked = sheet("ab\n\ncd")
    marked.add("one", [(1, 5)])
    segments = [paragraph["segments"] for paragraph in marked.view()["paragraphs"]]
    assert segments == [[[0, "a"], [1, "b", [0]]], [[4, "c", [0]], [5, "d"]]]


def test_the_first_heading_is_the_title():
    marked = sheet("One\n\nText\n\nTwo", headings=("One", "Two"))
    assert [paragraph["kind"] for paragraph in marked.view()["paragraphs"]] == ["title", "text", "heading"]


def test_an_excerpt_says_so_and_leaves_out_marks_outside_it():
    marked = sheet("one two three", 4, 7)
    assert marked.add("x", [(0, 3), (5, 9)]) == [0]
    view = marked.view()
    assert view["excerpt"]
    assert view["words"] == 1
    assert view["paragraphs"] == [{"kind": "text", "segments": [[4, "t"], [5, "wo", [0]]]}]
    assert not sheet().text.is_excerpt


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8))
def test_segments_are_the_text_in_order_whatever_is_marked(spans: list[tuple[int, int]]):
    marked = sheet()
    marked.add("x", spans)
    segments = [one for paragraph in marked.view()["paragraphs"] for one in paragraph["segments"]]
    assert all(TEXT[at : at + len(words)] == words for at, words, *_ in segments)
    assert "".join(one[1] for one in segments) == TEXT.replace("\n", "").replace("\r", "")


def test_a_line_of_nothing_but_spaces_is_no_paragraph_and_takes_no_time():
    marked = sheet("One\n" + " \u00a0" * 200_000 + "\nTwo")
    assert [paragraph["segments"] for paragraph in marked.view()["paragraphs"]] == [[[0, "One"]], [[400_005, "Two"]]]


def kept(*spans: tuple[int, int], text: str = TEXT) -> Marked:
    return Marked(ReaderText("one", "One", "1 May 2031", text, (), 0, len(text), None, spans))


def segments(marked: Marked) -> list[list[object]]:
    return [one for paragraph in marked.view()["paragraphs"] for one in paragraph["segments"]]


def test_kept_words_are_counted_where_they_stood_and_marks_end_before_them():
    marked = kept((2, 7), text="a bb cc d")
    assert marked.add("x", [(0, 9)]) == [0, 1]
    assert segments(marked) == [[0, "a ", [0]], [2, "[2 words kept for a test]"], [7, " d", [1]]]
    assert marked.add("x", [(3, 4)]) == []
    assert marked.view()["words"] == 2
    assert marked.text.is_excerpt
    assert not marked.text.holds([(0, 4)])
    assert marked.text.holds([(0, 1), (7, 9)])


def test_a_kept_passage_over_paragraphs_leaves_its_bracket_in_each():
    assert segments(kept((1, 5), text="ab\n\ncd"))[1::2] == [[1, "[1 word kept for a test]"], [5, "d"]]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=4))
def test_no_kept_letter_is_shown_whatever_is_kept(spans: list[tuple[int, int]]):
    marked = kept(*spans)
    marked.add("x", [(0, len(TEXT)), (4, 9)])
    shown = {at + number for at, words, *_ in segments(marked) for number in range(len(words)) if words[:1] != "["}
    letters = {at for low, high in spans for at in range(low, high) if TEXT[at].isalnum()}
    assert not letters & shown
