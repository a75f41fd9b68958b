"""An answer whose output is gone is read from the plain call in its cell, if it is a literal. Nothing is run."""

from typing import Any

import pytest
from made_notebooks import answered, code, notebook, prose, record, version_3

from samestory.answer import read_answers


def called(*sources: str, others: list[dict[str, Any]] = []) -> dict[str, object]:  # noqa: B006
    reading = read_answers(notebook([code(source) for source in sources] + others))
    return {one.record.exercise: one.record.answer for one in reading.found if one.origin == "call"}


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ('check("greeting", "hello")', "hello"),
        ("check('greeting', 'hello')", "hello"),
        ('check("greeting", answer="hello")', "hello"),
        ('lesson.check("greeting", "hello")', "hello"),
        ('report = check("greeting", "hello")\nreport', "hello"),
        ('%matplotlib inline\n!pip list\ncheck("greeting", "hello")', "hello"),
        ('check(\n    "greeting",\n    "hello",\n)', "hello"),
        ('check("greeting", ["a", "b"])', ["a", "b"]),
        ('check("greeting", ("a", "b"))', ["a", "b"]),
        ('check("greeting", {"b", "a"})', ["a", "b"]),
        ('check("greeting", {"i1": "odd", 2: None})', {"i1": "odd", "2": None}),
        ('check("greeting", -3)', -3),
        ('check("greeting", "h" "ello")', "hello"),
        ('mine = "hello"\ncheck("greeting", mine)', "hello"),
        ('check("greeting", "\\d")', "\\d"),
        ('check("greeting", "hello")\ndef broken(:', "hello"),
    ],
)
def test_a_literal_is_read_from_the_call(source: str, answer: object) -> None:
    assert called(source) == {"greeting": answer}


@pytest.mark.parametrize(
    "source",
    [
        'check("greeting")',
        'check("greeting", ...)',
        'check("greeting", "")',
        'check("greeting", None)',
        '# check("greeting", "hello")',
        "print(\"check('greeting', 1)\")",
        'recheck("greeting", "hello")',
        'check(name, "hello")',
    ],
)
def test_what_gives_no_answer_gives_none(source: str) -> None:
    assert called(source) == {}


@pytest.mark.parametrize(
    "answer",
    ["answer", "answer)\nanswer = (x", "'unfinished", "open('x').read()", "1 + 1 + x", "f'{x}'", "[].append(1)"],
)
def test_code_is_never_run_and_said_to_be_unread(answer: str) -> None:
    reading = read_answers(notebook([code(f'check("greeting", {answer})')]))
    assert not reading.found
    assert "not run" in reading.notes[0].text


@pytest.mark.parametrize(
    "answer",
    [
        "9" * 5000,
        "1e999",
        "'" + "x" * 70_000 + "'",
        "[" * 150 + "]" * 150,
        "-" * 5000 + "1",
        "1" + "+1" * 5000,
        "{[]: 1}",
        "b'bytes'",
        "2j",
        "'\\ud800'",
        "'\\x00'",
    ],
)
def test_hostile_literals_do_no_harm(answer: str) -> None:
    read_answers(notebook([code(f'check("greeting", {answer})')]))


def test_a_record_in_an_output_outranks_the_call() -> None:
    reading = read_answers(notebook([*answered(record()), code('check("greeting", "other")')]))
    assert [one.record.answer for one in reading.found] == [{"text": "hello"}]


def test_only_the_exercises_without_a_record_are_read_from_calls() -> None:
    assert called('check("reason", "a")\ncheck("greeting", "x")', others=answered(record())) == {"reason": "a"}


def test_the_last_call_of_several_stands_last() -> None:
    reading = read_answers(notebook([code('check("greeting", "one")\ncheck("greeting", "two")')]))
    assert [one.record.answer for one in reading.found] == ["one", "two"]


def test_a_call_in_prose_or_in_an_error_message_is_no_answer() -> None:
    error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": ['---> 1 check("greeting", "hello")']}
    cells = [prose('check("greeting", "hello")'), code("1", error), prose('Try `check("greeting", "hello")`.')]
    assert not read_answers(notebook(cells)).found


def test_a_call_in_an_old_notebook_is_read() -> None:
    data = version_3([record()]).replace(b'"application/vnd.samestory.answer+json"', b'"text/html"')
    data = data.replace(b'exercise(\\"greeting\\")', b'check(\\"greeting\\", \\"hello\\")')
    assert [one.record.answer for one in read_answers(data).found] == ["hello"]


def test_a_truncated_notebook_still_gives_its_calls() -> None:
    data = notebook([code('check("greeting", "hello")'), prose("more")])
    assert [one.record.answer for one in read_answers(data[:-120]).found] == ["hello"]
