"""Whatever the bytes, reading them raises nothing and gives what can be stored."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from made_notebooks import MIME, NOON, answered, code, notebook, output, record

from samestory.answer import Reading, Record, read_answers

CALM = settings(max_examples=300, derandomize=True, deadline=None)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
KEY = f'"{MIME}":'.encode()
PIECES = st.sampled_from(
    [
        *(KEY, KEY + b" ", b'{"exercise": "a", "answer": ', b'"schema": 1', b'"source": [', b'"cell_type": "code",'),
        *(b'check(\\"a\\", ', b'check("a", 1)"]', b"\\", b'"', b"{", b"}", b"[", b"]", b",", b"\0", b"\xff", b"\xfe"),
        *(b"\\ud800", b"NaN", b"1e9", b"\xef\xbb\xbf", b"\n", b'"when": "2026"', b'{"cells": ['),
    ]
)
WHOLE = notebook([*answered(record()), code('check("reason", "a")')])


def storable(reading: Reading) -> None:
    for one in reading.found:
        json.dumps(one.record.to_json(), allow_nan=False, ensure_ascii=False).encode()
    for text in (reading.problem, *reading.named, *(note.text for note in reading.notes)):
        text.encode()


@CALM
@given(st.binary())
def test_bytes_of_any_sort(data: bytes) -> None:
    storable(read_answers(data))
    storable(read_answers(KEY + data))


@CALM
@given(st.lists(PIECES | st.binary(max_size=3), max_size=40))
def test_pieces_of_notebooks_in_any_order(pieces: list[bytes]) -> None:
    storable(read_answers(b"".join(pieces)))


@CALM
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=8))
def test_a_notebook_with_a_part_of_it_overwritten(start: int, end: int, junk: bytes) -> None:
    storable(read_answers(WHOLE[:start] + junk + WHOLE[end:]))


@CALM
@given(JSON, st.sampled_from(["object", "text", "lines"]))
def test_any_json_where_a_record_should_be(value: object, form: str) -> None:
    storable(read_answers(notebook([code("1", output(value, form))])))


@CALM
@given(JSON)
def test_any_json_where_an_answer_should_be_is_kept_or_named(answer: object) -> None:
    reading = read_answers(notebook(answered(record(answer=answer, when=NOON))))
    storable(reading)
    assert reading.found or reading.notes or answer is None


@CALM
@given(JSON)
def test_any_json_is_a_record_or_none(value: object) -> None:
    found = Record.from_json(value)
    assert found is None or Record.from_json(found.to_json()) == found


@CALM
@given(st.text(max_size=200))
def test_any_text_where_an_answer_should_be_in_a_call(text: str) -> None:
    storable(read_answers(notebook([code(f'check("greeting", {text})')])))
