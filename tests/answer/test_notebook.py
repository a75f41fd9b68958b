"""Answers are read out of any notebook, whatever happened to it on the way."""

import json
from collections.abc import Callable

import pytest
from made_notebooks import MIME, answered, code, colab, notebook, output, prose, record, version_3, vs_code

from samestory.answer import read_answers

TWO = [record("greeting"), record("reason", {"chosen": ["a"], "confidence": None})]
ASKED = 'exercise("greeting")'


def answers(data: bytes) -> dict[str, object]:
    return {one.record.exercise: one.record.answer for one in read_answers(data).found}


def said(data: bytes) -> str:
    reading = read_answers(data)
    return " ".join([reading.problem, *(note.text for note in reading.notes)])


WHOLE: dict[str, Callable[[], bytes]] = {
    "Jupyter": lambda: notebook(answered(*TWO)),
    "on one line": lambda: notebook(answered(*TWO), indent=None, separators=(",", ":")),
    "every sign escaped": lambda: notebook(answered(*TWO), ensure_ascii=True),
    "slashes escaped": lambda: notebook(answered(*TWO)).replace(MIME.encode(), MIME.replace("/", "\\/").encode()),
    "plus escaped": lambda: notebook(answered(*TWO)).replace(MIME.encode(), MIME.replace("+", "\\u002B").encode()),
    "Colab": lambda: colab(answered(*TWO)),
    "Colab, as text": lambda: colab(answered(*TWO, form="text")),
    "VS Code": lambda: vs_code(answered(*TWO)),
    "VS Code, as lines": lambda: vs_code(answered(*TWO, form="lines")),
    "nbformat 3": lambda: version_3(TWO),
    "a moved cell": lambda: notebook([prose("first"), *reversed(answered(*TWO)), prose("last")]),
    "lost metadata": lambda: b'{"cells": ' + json.dumps(answered(*TWO)).encode() + b"}",
    "Windows line ends": lambda: notebook(answered(*TWO)).replace(b"\n", b"\r\n"),
    "a byte order mark": lambda: b"\xef\xbb\xbf" + notebook(answered(*TWO)),
    "UTF-16": lambda: notebook(answered(*TWO)).decode().encode("utf-16"),
    "UTF-16 without a mark": lambda: notebook(answered(*TWO)).decode().encode("utf-16-be"),
    "UTF-32": lambda: notebook(answered(*TWO)).decode().encode("utf-32"),
    "zeros at its end": lambda: notebook(answered(*TWO)) + b"\0" * 4096,
    "a comma too many": lambda: notebook(answered(*TWO)).replace(b'"nbformat": 4,', b'"nbformat": 4,,'),
    "conflict marks of git": lambda: b"<<<<<<< HEAD\n" + notebook(answered(*TWO)) + b"=======\n",
    "a million blanks before": lambda: b" " * 1_000_000 + notebook(answered(*TWO)),
}


@pytest.mark.parametrize("name", WHOLE)
def test_both_answers_are_read_whatever_wrote_the_file(name: str) -> None:
    assert answers(WHOLE[name]()) == {one["exercise"]: one["answer"] for one in TWO}


def test_a_notebook_that_is_whole_needs_no_remark() -> None:
    for data in (notebook(answered(*TWO)), colab(answered(*TWO)), vs_code(answered(*TWO)), version_3(TWO)):
        assert said(data).strip() == ""


def test_a_hundred_megabytes_of_output_hide_no_answer() -> None:
    picture = {"output_type": "display_data", "data": {"image/png": "iVBOR" * 20_000_000}, "metadata": {}}
    data = notebook([*answered(TWO[0]), code("1", picture), *answered(TWO[1])])
    assert len(data) > 100_000_000
    assert len(answers(data)) == 2


def test_every_prefix_of_a_notebook_gives_the_answers_that_are_whole_in_it() -> None:
    data = notebook(answered(*TWO))
    counts = [len(answers(data[:end])) for end in range(0, len(data), 7)]
    assert counts == sorted(counts)
    assert set(counts) == {0, 1, 2}


def test_a_truncated_notebook_is_graded_as_far_as_it_goes_and_says_so() -> None:
    data = notebook(answered(*TWO))
    cut = data[: data.index(b'"reason"')]
    assert answers(cut) == {"greeting": {"text": "hello"}}
    assert "damaged or cut short" in said(cut)


def test_a_cell_whose_text_mentions_the_mime_type_is_no_record() -> None:
    forged = json.dumps({MIME: record("greeting", {"text": "forged"})})
    sources = [f"x = {forged}", f'"""{forged}', f'"{MIME}": {{', f'"{MIME}']
    stream = {"output_type": "stream", "name": "stdout", "text": [forged, f'"{MIME}": {forged}']}
    cells = [prose(forged), *(code(source) for source in sources), code("print(1)", stream)]
    for data in (notebook(cells), notebook(cells, indent=None), colab(cells)):
        assert not read_answers(data).found
        assert "left out" not in said(data)


def test_an_outputs_own_settings_under_the_same_key_are_no_record() -> None:
    shown = {**output(TWO[0]), "metadata": {MIME: {}}}
    assert len(read_answers(notebook([code(ASKED, shown)])).found) == 1
    assert said(notebook([code(ASKED, shown)])).strip() == ""


def test_all_records_of_a_duplicated_cell_are_found_in_order() -> None:
    data = notebook(answered(record(answer={"text": "one"}), record(answer={"text": "two"})))
    assert [one.record.answer["text"] for one in read_answers(data).found] == ["one", "two"]


ODD_RECORDS = {
    "a list": [1, 2],
    "a number": 7,
    "words": "no record",
    "no exercise": {"schema": 1, "answer": {}},
    "an exercise that is no text": {"schema": 1, "exercise": 7, "answer": {}},
    "no answer": {"schema": 1, "exercise": "greeting"},
    "larger than 64 KiB": record(answer={"text": "x" * 70_000}),
    "large in bytes": record(answer={"text": "ж" * 40_000}),
    "too many brackets": record(answer=json.loads("[" * 300 + "]" * 300)),
}


@pytest.mark.parametrize("name", ODD_RECORDS)
def test_what_is_no_record_is_left_out_with_a_note_and_the_others_are_read(name: str) -> None:
    data = notebook([code(ASKED, output(ODD_RECORDS[name])), *answered(TWO[1])])
    assert list(answers(data)) == ["reason"]
    assert "was left out" in said(data)


def test_nesting_without_end_is_refused_and_named() -> None:
    for deep in (b"[" * 200_000, b'{"a":' * 200_000):
        data = notebook(answered(*TWO)).replace(b'"text": "hello"', b'"text": ' + deep)
        assert list(answers(data)) == ["reason"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 40),
        ("true", True),
        ('"\\ud800"', "\ufffd"),
        ('"\\ud83d\\ude00"', "😀"),
        ('"a\tb\nc"', "a\tb\nc"),
    ],
)
def test_odd_values_are_read_as_something_that_can_be_stored(written: str, read: object) -> None:
    data = notebook(answered(*TWO)).replace(b'"text": "hello"', b'"text": ' + written.encode())
    (one, _) = read_answers(data).found
    assert one.record.answer == {"text": read}
    json.dumps(one.record.to_json(), allow_nan=False, ensure_ascii=False).encode()


def test_of_duplicate_keys_the_last_counts() -> None:
    data = notebook(answered(*TWO)).replace(b'"text": "hello"', b'"text": "hello", "text": "bye"')
    assert answers(data)["greeting"] == {"text": "bye"}


def test_a_file_saved_in_the_old_windows_code_page_keeps_its_curly_marks() -> None:
    data = notebook(answered(record(answer={"text": "People’s – café"}))).decode().encode("cp1252")
    assert answers(data) == {"greeting": {"text": "People’s – café"}}


def test_junk_bytes_elsewhere_do_not_change_an_answer() -> None:
    answer = {"text": "Lugánsk’s"}
    cells = [*answered(record(answer=answer)), prose("JUNK")]
    assert answers(notebook(cells).replace(b"JUNK", b"\xff\xfe\x80")) == {"greeting": answer}


def test_records_of_an_older_schema_or_of_none_are_read() -> None:
    old = {"exercise": "greeting", "answer": {"text": "hi"}}
    for one in (old, {**old, "schema": 0}, {**old, "schema": None, "when": 7, "hints": "two", "spec": []}):
        assert answers(notebook(answered(one))) == {"greeting": {"text": "hi"}}
        assert said(notebook(answered(one))).strip() == ""


def test_a_newer_schema_is_read_as_far_as_it_is_known_and_says_so() -> None:
    data = notebook(answered(record(schema=9, mood="good")))
    assert answers(data) == {"greeting": {"text": "hello"}}
    assert "newer version" in said(data)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "The file is empty."),
        (b"\n \0\0", "The file holds nothing but blanks."),
        (b"\0" * 1000, "The file holds nothing but blanks."),
        (b"%PDF-1.7 ...", "This is not a notebook: it looks like a PDF."),
        (b"PK\x03\x04....", "This is not a notebook: it looks like a zip archive or an office document."),
        (b"\x1f\x8b\x08", "This is not a notebook: it looks like an archive that is not read here (ask for a .zip)."),
        (b"<!DOCTYPE html><html>", "This is not a notebook: it looks like a web page."),
        (b"Dear teacher,", "This is not a notebook."),
        (b'{"a": 1}', "This is not a notebook: it looks like JSON of another sort."),
        (b"[1, 2]", "This is not a notebook: it looks like JSON of another sort."),
        (notebook([prose("a")])[:30], "The notebook is damaged or cut short before its first answer."),
    ],
)
def test_what_is_no_notebook_says_what_it_looks_like(data: bytes, problem: str) -> None:
    assert read_answers(data).problem == problem


def test_a_notebook_without_answers_names_the_exercises_that_it_asks_for() -> None:
    reading = read_answers(notebook([code(ASKED), code('check("reason", ...)')]))
    assert (reading.found, reading.problem) == ((), "")
    assert reading.named == ("greeting", "reason")


def test_more_records_than_any_notebook_holds_are_not_all_read() -> None:
    data = notebook([code("1", *[output(record()) for _ in range(10_050)])], indent=None)
    assert len(read_answers(data).found) == 10_000
    assert "left unread" in said(data)


def test_the_small_file_kept_beside_the_notebook_is_read_too() -> None:
    (one,) = read_answers(json.dumps(record()).encode()).found
    assert (one.origin, one.record.answer) == ("kept", {"text": "hello"})
