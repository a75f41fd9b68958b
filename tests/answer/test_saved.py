"""The file that *My results* saves is read like a notebook, whatever happened to it on the way."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_notebooks import answered, notebook, record

from samestory.answer import Reading, read_answers
from samestory.answer.saved import read_saved


def entry(name: str, answer: Any = None, **more: Any) -> dict[str, Any]:
    return {"record": {**record(name, answer), "spec": None}, "checked": True, "scored": {"points": 9}, **more}


def saved(*names: str, **more: Any) -> bytes:
    file = {"format": "same-story-answers", "schema": 1, "saved": "2026-11-30T07:14:55.859Z", "draw": None}
    return json.dumps({**file, "answers": {name: entry(name) for name in names}, **more}, indent=1).encode()


def said(reading: Reading) -> str:
    return " ".join(note.text for note in reading.notes)


def names(reading: Reading) -> list[str]:
    return [one.record.exercise for one in reading.found]


def test_every_answer_that_was_checked_is_read():
    reading = read_answers(saved("greeting", "reason"))
    assert (names(reading), reading.problem, reading.notes) == (["greeting", "reason"], "", ())
    assert {one.origin for one in reading.found} == {"saved"}
    assert reading.found[0].record.answer == {"text": "hello"}
    assert (reading.found[0].record.spec, reading.found[0].record.when) == ("", "2026-11-21T12:00:00Z")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_an_editor_may_have_saved_it_anew(encoding):
    text = json.dumps({"answers": {"greeting": entry("greeting")}, "schema": 1, "format": "same-story-answers"})
    assert names(read_answers(text.encode(encoding))) == ["greeting"]


def test_what_was_only_begun_is_named_and_not_counted():
    reading = read_answers(saved(answers={"greeting": entry("greeting"), "reason": {"draft": {"chosen": ["a"]}}}))
    assert names(reading) == ["greeting"]
    assert said(reading) == "Begun on the page and never checked, so not counted: reason."
    reading = read_answers(saved(answers={"reason": {"draft": {"chosen": ["a"]}}}))
    assert (reading.found, reading.named, reading.problem) == ((), ("reason",), "")


def test_a_file_without_answers_is_no_damaged_one():
    reading = read_answers(saved())
    assert (reading.found, reading.problem) == ((), "")


@pytest.mark.parametrize(
    "wrong", [7, None, [], {}, {"record": 7}, {"record": {}}, entry("reason"), {"record": {"exercise": "greeting"}}]
)
def test_an_entry_that_is_none_is_left_out_and_named(wrong):
    reading = read_answers(saved(answers={"greeting": wrong, "sorting": entry("sorting")}))
    assert names(reading) == ["sorting"]
    assert "An answer to “greeting” in the saved file can’t be read" in said(reading)
    assert all(note.look for note in reading.notes)
    assert "no answer in it can be read" in read_answers(saved(answers={"greeting": wrong})).problem


@pytest.mark.parametrize("wrong", [7, None, [], "x"])
def test_a_file_without_a_list_of_answers_says_so(wrong):
    assert "holds no list of answers" in read_answers(saved(answers=wrong)).problem


def test_a_newer_edition_is_read_as_far_as_it_is_known():
    reading = read_answers(saved("greeting", schema=2))
    assert names(reading) == ["greeting"]
    assert "newer edition" in said(reading)


def test_a_file_that_breaks_off_gives_what_it_holds():
    whole = saved("greeting", "reason", "sorting")
    reading = read_answers(whole[: whole.index(b'"sorting"') + 40])
    assert names(reading) == ["greeting", "reason"]
    assert "damaged or cut short" in said(reading)
    assert reading.notes[0].look
    short = read_answers(whole[:120])
    assert (short.found, short.saved) == ((), True)
    assert "cut short before its first answer" in short.problem


def test_what_stands_behind_its_end_is_said():
    reading = read_answers(saved("greeting") + b"more")
    assert names(reading) == ["greeting"]
    assert "behind its end" in said(reading)


def test_a_record_inside_an_answer_is_no_record():
    reading = read_answers(saved(answers={"greeting": entry("greeting", {"record": record("reason", 1)})}))
    assert names(reading) == ["greeting"]


def test_a_hostile_file_ends_soon():
    nested = b'{"format": "same-story-answers", "answers": {' + b'"record": {"a": ' * 300_000
    assert "cut short" in read_answers(nested).problem
    huge = saved(answers={"greeting": entry("greeting", {"text": "x" * 200_000}), "reason": entry("reason")})
    assert names(read_answers(huge)) == ["reason"]
    assert "larger than 6 MB" in read_answers(saved() + b" " * 7 * 2**20).problem
    many = saved(answers={str(at): 0 for at in range(11_000)} | {"greeting": entry("greeting")})
    assert len(read_answers(many).notes) == 21


def test_a_notebook_that_speaks_of_the_format_is_a_notebook():
    book = notebook([*answered(record()), *answered(record("reason", '"same-story-answers"'))])
    assert [one.origin for one in read_answers(book).found] == ["output", "output"]
    named = json.loads(notebook(answered(record())))
    named["metadata"]["format"] = "same-story-answers"
    assert names(read_answers(json.dumps(named).encode())) == ["greeting"]
    assert "JSON of another sort" in read_answers(b'{"a": "same-story-answers"}').problem


@given(st.integers(0, 700), st.integers(0, 700), st.binary(max_size=8))
def test_a_file_with_a_part_of_it_overwritten(start: int, end: int, junk: bytes) -> None:
    whole = saved("greeting", "reason")
    reading = read_answers(whole[:start] + junk + whole[end:])
    for text in (reading.problem, *(note.text for note in reading.notes)):
        text.encode()
    for one in reading.found:
        json.dumps(one.record.to_json(), allow_nan=False, ensure_ascii=False).encode()


def test_bytes_of_another_sort_are_left_to_others():
    assert read_saved(b"") is None
    assert read_saved(notebook(answered(record()))) is None
