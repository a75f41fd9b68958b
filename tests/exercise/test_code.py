"""The kind `code`: values written down, what cannot be built, what runs and what never does."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_cases import course, exercise, ferry
from made_notebooks import answered, notebook, record

import samestory
from samestory.exercise.code.error import explained
from samestory.exercise.code.run import Printed, run_quietly
from samestory.exercise.code.value import LONGEST, RefusedValueError, same, tokens, written
from samestory.teach.grade import grade_student
from samestory.teach.handin.archive import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.feedback import page

FILE = "exercises/code.yml"
PACKAGE = Path(samestory.__file__).parent
ALL = [one for one in [*ferry().exercises.values(), *course().values()] if one.card.kind == "code"]


def run(name: str, source: str) -> list[dict[str, str]]:
    results: list[dict[str, str]] = []
    run_quietly(exercise(name).view(), source, results.append)
    return results


# Values

circle: list = []
circle.append(circle)
deep: list = []
for _ in range(5000):
    deep = [deep]


class Liar(int):
    def __eq__(self, other: object) -> bool:
        raise AssertionError("nobody asks")

    __hash__ = int.__hash__


hashables = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda inner: st.tuples(inner, inner),
    max_leaves=4,
)
values = st.recursive(
    st.one_of(hashables, st.sets(hashables, max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(hashables, inner, max_size=3)),
    max_leaves=8,
)


@given(values)
def test_what_is_written_down_reads_back_as_the_same_value_of_the_same_types(value):
    text = written(value)
    read = eval(text, {"__builtins__": {"set": set}, "nan": float("nan"), "inf": float("inf")})
    assert repr(read) == repr(value) or written(read) == text
    assert tokens(text)


@given(values, values)
def test_values_have_one_text_exactly_if_they_are_equal_and_of_one_type(one, other):
    assert (written(one) == written(other)) == (repr(one) == repr(other) or sorted_repr(one) == sorted_repr(other))


def sorted_repr(value: object) -> str:
    """The value with the entries of sets and dicts in one order, as this test works it out."""
    if isinstance(value, dict):
        return f"dict {sorted((sorted_repr(key), sorted_repr(one)) for key, one in value.items())}"
    if isinstance(value, set):
        return f"set {sorted(map(sorted_repr, value))}"
    if isinstance(value, (list, tuple)):
        return f"{type(value).__name__} {[sorted_repr(one) for one in value]}"
    return repr(value)


def test_the_order_of_dicts_and_sets_does_not_count():
    assert written({"b": {3, 1}, "a": 2}) == written({"a": 2, "b": {1, 3}}) == '{"a": 2, "b": {1, 3}}'
    assert written({10, 9.5, 2, "x", None}) == '{2, 9.5, 10, "x", None}'
    assert written({10: 0, 9: 0}) == "{9: 0, 10: 0}"


REFUSED = [
    (circle, "one that holds itself"),
    (deep, "nested more than 8 deep"),
    ("x" * 10**7, "a text of 10000000 characters"),
    ([0] * 10**6, "1000000 values at once"),
    (["x" * 1000, "y" * 1000], "more than 1500 characters"),
    (10**10000, "more digits than can be kept"),
    ("\ud83d", "half a character"),
    (object(), "of the type 'object'"),
    (Liar(3), "of the type 'Liar'"),
    ({Liar(3)}, "of the type 'Liar'"),
    (1j, "of the type 'complex'"),
    (b"x", "of the type 'bytes'"),
    ((one for one in "ab"), "put list(...) around it"),
    (range(3), "put list(...) around it"),
    (len, "add (...) to call it"),
    (..., "holds the place of your own expression"),
]


@pytest.mark.parametrize(("value", "why"), REFUSED, ids=[why for _, why in REFUSED])
def test_a_value_that_cannot_be_kept_is_refused_with_what_to_do(value, why):
    with pytest.raises(RefusedValueError) as refused:
        written(value)
    assert why in str(refused.value)
    assert len(str(refused.value)) < 300


HOSTILE = [
    "[" * 10**6, '"' * 10**6, '"\\' * 10**5, "9" * 10**6, "-" * 10**5,
    "(" * 50 + ")" * 50, "[1)", "]", "1 2\n", "\x00", "0x10", "",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_a_text_that_is_no_value_has_no_tokens(text):
    assert tokens(text) is None


def test_the_longest_values_make_an_answer_that_is_kept():
    one = exercise("ferry-share-of-delays")
    worst = written("\U0010ffff" * (LONGEST - 2))
    answer = one.parse({"source": "\U0010ffff" * 3000, "results": [{"value": worst}] * 4})
    assert len(json.dumps(answer.to_json(), ensure_ascii=False).encode()) * 2 < 80 * 1024
    assert 8 * len(worst.encode()) + 3000 * 4 + 1000 < 64 * 1024


@pytest.mark.parametrize(
    ("one", "other", "tolerance", "equal"),
    [
        ("2", "2.0", 0, True),
        ("0.1", "0.2", 0.05, False),
        ("[1, 2.04]", "[1, 2]", 0.05, True),
        ("9007199254740993", "9007199254740992", 0, False),
        ("nan", "nan", 0, True),
        ("inf", "-inf", 10, False),
        ("True", "1", 1, False),
        ('"2"', "2", 1, False),
        ("[1, 2]", "[1, 2, 3]", 5, False),
    ],
)
def test_values_are_equal_by_content_and_type_and_numbers_within_a_tolerance(one, other, tolerance, equal):
    assert same(tokens(one) or [], tokens(other) or [], tolerance) is equal


# Running


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.card.id)
def test_the_model_of_every_exercise_gives_the_right_values_and_its_starter_does_not(one):
    for source, full in ((one.task.model, True), (one.task.starter, False)):
        results = run(one.card.id, source)
        verdict = one.verdict({"source": source, "results": results})
        assert (verdict.points == one.card.points) == full, results


ERRORS = [
    ("def count_words(text)\n    return 1", "Line 1: Python can't read this line", "SyntaxError"),
    ("def count_words(text):\nreturn 1", "Line 2: the indentation", "IndentationError"),
    ("\n\ndef count_words(text):\n    return wrods(text)", "Line 4: Python does not know this name", "'wrods'"),
    ("def count_words(text):\n    return [1][5]", "Line 2: a list or a text is shorter", "IndexError"),
    ("def count_words():\n    return 1", "A value is of a type that does not fit", "takes 0 positional arguments"),
    ("def count_words(text):\n    return text + 1", "Line 2: a value is of a type", "TypeError"),
    ("import numpys", "Line 1: there is no module of that name", "ModuleNotFoundError"),
    ("def count_words(text):\n    return count_words(text)", "Line 2: the function calls itself", "RecursionError"),
    ("def count_words(text):\n    exit()", "Line 2: the code ended itself", "SystemExit"),
    ("def words(text):\n    return 1", "Define a function with this name: def count_words(text):", ""),
    ("def count_words(text):\n    return ...", "holds the place", ""),
    ("class Odd(Exception):\n    def __str__(self): return 1/0\nraise Odd()", "Line 3: the code stopped", "Odd"),
]


@pytest.mark.parametrize(("source", "said", "own"), ERRORS, ids=[said for _, said, _ in ERRORS])
def test_an_error_is_a_sentence_with_its_line(source, said, own):
    for result in run("ferry-count", source):
        assert said in result["error"]
        assert own in result["error"]
        assert len(result["error"]) <= 400


@pytest.mark.parametrize("source", ["return 1", "def f(): pass", " \n", "return(limit)"])
def test_who_writes_a_statement_for_an_expression_is_told_so(source):
    assert "one expression that uses delays, limit" in run("ferry-share-of-delays", source)[0]["error"]


def test_each_call_gets_inputs_of_its_own():
    source = "def quoted(speakers, without):\n    speakers.append('x')\n    return len(speakers)"
    assert [one["value"] for one in run("ferry-pairs", source)] == ["4", "1", "3", "3"]


def test_what_is_printed_is_shown_as_far_as_it_fits():
    shown = run_quietly(exercise("ferry-count").view(), "print('a')\ncount_words = len", lambda result: None)
    assert shown == "a\n"
    printed = Printed()
    for _ in range(100):
        printed.write("x" * 1000)
    assert len(printed.text) == 2000


def test_an_error_that_names_a_thing_too_long_is_cut():
    assert len(explained(KeyError("k" * 10**6), "")) <= 400


def test_a_source_text_is_read_and_never_run(tmp_path):
    trap = tmp_path / "sprung"
    source = f"open({str(trap)!r}, 'w')\ndef count_words(text): return 5"
    verdict = exercise("ferry-count").verdict({"source": source, "results": [{"value": "5"}] * 3})
    assert verdict.state == "graded"
    assert not trap.exists()


RUNS = {"eval", "exec", "compile", "__import__", "literal_eval"}


def test_nothing_that_grades_can_run_code():
    """No module that reads or grades answers imports the one that runs them, or has a way to run text."""
    code = "import sys, samestory.teach.grade, samestory.exercise as e; e.all_kinds(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "samestory.exercise.kinds.code" in done.stdout.split()
    assert "samestory.exercise.code.run" not in done.stdout.split()
    for file in (PACKAGE / "exercise" / "kinds" / "code.py", PACKAGE / "exercise" / "returned_value.py"):
        called = [node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
        assert not {getattr(each, "id", getattr(each, "attr", "")) for each in called} & RUNS - {"compile"}


# Views


def test_the_view_holds_the_inputs_and_nothing_of_the_values():
    view = exercise("ferry-share-of-delays").view()
    assert view["calls"][1] == {
        "call": "delays = [5, 6, 7], limit = 5",
        "short": "delays = [5, 6, 7], limit = 5",
        "args": "[[5, 6, 7], 5]",
    }
    assert "0.666" not in json.dumps(view)
    assert "sum(" not in json.dumps({**view, "hints": []})


def test_a_passage_is_an_input_as_the_article_prints_it():
    (first, _) = exercise("ferry-passage").view()["calls"]
    (text,) = json.loads(first["args"])
    assert text.startswith("Ferry Takes a Pause")
    assert "1,500\u00a0screws" in text
    assert len(first["short"]) <= 96


def test_a_teacher_reads_the_code_and_what_each_call_gave():
    task = exercise("ferry-count").task
    results = [{"value": "5"}, {"error": "Line 2: oh."}, {"value": "0"}]
    assert task.told(task.parse({"source": "def count_words(text): ...", "results": results})) == [
        ("def count_words(text): ...", "", False),
        ('count_words("The ferry stays in port.")', "returned 5", False),
        ('count_words("It sails - if at all - on Monday.")', "stopped: Line 2: oh.", False),
        ('count_words("")', "returned 0", False),
    ]


def test_a_table_of_right_values_counts_as_data_and_the_code_is_there_to_be_read():
    one = exercise("ferry-count")
    right = one.task.right().to_json()
    assert one.verdict({**right, "source": "return {...}[text]"}).points == one.card.points


def test_a_handed_in_answer_is_graded_from_its_values_and_shown_harmlessly(tmp_path):
    trap = tmp_path / "sprung"
    source = f"open({str(trap)!r}, 'w')\ndef count_words(text):\n    return '<script>'"
    results = [{"value": '"<script>"'}, {"value": "7"}, {"error": "<img src=x>"}]
    data = notebook(answered(record("ferry-count", {"source": source, "results": results})))
    keys = Keys([Keyed(exercise("ferry-count"), False)])
    rows = grade_student([Submission("anna", "", "a.ipynb", lambda _: Content(data))], keys, 2e9)
    (graded,) = (one for row in rows for one in row.graded if one.chosen)
    assert graded.verdict.points == 1
    text = page(rows)
    assert "<script" not in text
    assert "<img" not in text
    assert "def count_words(text):\n    return &#39;&lt;script&gt;&#39;" in text
    assert not trap.exists()


@pytest.mark.parametrize("size", [4000, 4_000_000])
def test_a_handed_in_answer_that_is_too_large_earns_nothing(size):
    given = {"source": "x" * size, "results": [{"value": "5"}, {"value": "7"}, {"value": "0"}]}
    data = notebook(answered(record("ferry-count", given)))
    keys = Keys([Keyed(exercise("ferry-count"), False)])
    rows = grade_student([Submission("anna", "", "a.ipynb", lambda _: Content(data))], keys, 2e9)
    assert sum(one.verdict.points for row in rows for one in row.graded if one.verdict) == 0
