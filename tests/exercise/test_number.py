"""Number: what can be read, what is asked about, and where a tolerance ends; alike in Python and in JavaScript."""

import json
import random
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_cases import FERRY, Copy, exercise
from small_course import NoSources

from samestory.exercise import Malformed
from samestory.exercise.kinds.number import Number, plainly
from samestory.exercise.parts.numeral import LONGEST_NUMERAL, Numeral, read_number

FILE = "exercises/number.yml"
NAMES = ("ferry-screws", "ferry-share", "ferry-level", "ferry-plain-number")
RUN = Path(__file__).parents[1] / "grading" / "run.mjs"

READ = [
    ("40", 40, "40"), ("0", 0, "0"), ("007", 7, "7"), (".5", 0.5, "0.5"), ("1.50", 1.5, "1.50"), ("40.", 40, "40"),
    ("1,234", 1234, "1,234"), ("1 234", 1234, "1,234"), ("1\u00a0234 567.8", 1234567.8, "1,234,567.8"),
    ("1’234'567", 1234567, "1,234,567"), ("1234567", 1234567, "1,234,567"), ("  + 40  ", 40, "40"),
    ("−40", -40, "−40"), ("-40", -40, "−40"), ("–40", -40, "−40"), ("- 0.0", 0, "0.0"), ("-0", 0, "0"),
    ("40 %", 40, "40"), ("40%", 40, "40"), ("40 percent", 40, "40"), ("40 PER  CENT.", 40, "40"), ("% 40", 40, "40"),
]  # fmt: skip
ASKED = [
    ("1,5", "Is 1,5 meant as 1.5?"), ("0,123", "Is 0,123 meant as 0.123?"), ("1234,5", "Is 1234,5 meant as 1234.5?"),
    ("1.234.567", "more than one way"), ("1,23,456", "more than one way"), ("1,234 567", "more than one way"),
    ("1.5,5", "more than one way"), ("38 39", "more than one way"), ("1,234,5", "more than one way"),
    ("1e3", "one number"), ("1E-3", "one number"), ("2×10³", "one number"), ("1/2", "one number"),
    ("40-50", "one number"), ("40 or 50", "one number"), ("0x28", "one number"), ("20+20", "one number"),
    ("forty", "in the digits 0 to 9"), ("½", "in the digits 0 to 9"), ("NaN", "in the digits 0 to 9"),
    ("Infinity", "in the digits 0 to 9"), ("-inf", "in the digits 0 to 9"), ("٤٠", "in the digits 0 to 9"),
    ("４０", "in the digits 0 to 9"), ("--40", "in the digits 0 to 9"), ("-", "in the digits 0 to 9"),
    ("40 words", "only its unit can stand: %"), ("about 40", "in the digits"), ("40\x00", "only its unit"),
    ("1_000", "one number"), ("40 🚢", "only its unit"), ("4" * 61, "too long"), ("x" * 100_000, "too long"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "shown"), READ)
def test_a_number_is_read(text, value, shown):
    assert read_number(text, ["%", "percent", "per cent"]) == Numeral(value, shown)


@pytest.mark.parametrize(("text", "question"), ASKED)
def test_what_is_no_number_or_more_than_one_is_asked_about(text, question):
    read = read_number(text, ["%", "percent", "per cent"])
    assert not isinstance(read, Numeral)
    assert question in read.question


def test_without_a_unit_asked_for_none_is_read():
    assert "without a unit" in read_number("40 %").question
    assert read_number("40") == Numeral(40, "40")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_what_is_shown_is_read_as_the_same_value(value):
    read = read_number(plainly(value))
    assert isinstance(read, Numeral)
    assert read.value == float(value)
    assert read_number(read.shown) == read


@settings(max_examples=300)
@given(st.integers(-(10**6), 10**6), st.integers(0, 10**4), st.integers(0, 4))
def test_both_ends_of_a_tolerance_are_right_and_a_hair_beyond_is_not(value, off, places):
    scale = Decimal(10) ** -places
    middle, off_by = value * scale, off * scale
    spec = {"value": float(middle), "tolerance": float(off_by), "say": "So.", "otherwise": "No."}
    task = Number.build(spec, NoSources())  # type: ignore[arg-type]
    hair = Decimal("0.000001")
    for at, points in (
        (middle - off_by, 1), (middle + off_by, 1), (middle - off_by - hair, 0), (middle + off_by + hair, 0),
    ):  # fmt: skip
        assert task.grade(task.parse(plainly(at)), 1).points == points, plainly(at)


@pytest.mark.parametrize(
    "raw", [True, float("nan"), float("inf"), 10**15, -(10**400), 1e300, 1j, b"40", [40], Decimal(4)]
)
def test_a_value_that_is_no_number_here_is_refused(raw):
    for given_as in (raw, {"text": raw}):
        answer = exercise("ferry-share").parse(given_as)
        assert isinstance(answer, Malformed)
        assert answer.message


@pytest.mark.parametrize(("raw", "points"), [(40, 4), (40.5, 4), (0.4, 2), (-40, 0), (1e-7, 0)])
def test_a_python_number_is_read_as_it_is_written(raw, points):
    assert exercise("ferry-share").verdict(raw).points == points


def test_what_is_shown_tells_nothing_of_the_value():
    view = json.dumps(exercise("ferry-screws").view())
    assert "1500" not in view
    assert "1,500" not in view
    assert "tolerance" not in view


UNBUILDABLE = [
    ("- {value: 24, say", "- {value: 1500, say", "exercises[0].near[0]", "1500 lies within the tolerance of 1500"),
    ("- {value: 60, tolerance: 1,", "- {value: 0.402, tolerance: 0,", "exercises[1].near[1]", "tolerance of 0.4"),
    ("value: 2\n", "value: 1.0e-60\n", "exercises[3].value", "no number that could be typed"),
]


@pytest.mark.parametrize(("old", "new", "field", "found"), UNBUILDABLE)
def test_a_spec_with_values_that_nobody_could_give_is_a_problem(old, new, field, found, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, old, new)
    problem = copy.problem()
    assert (problem.file, problem.field) == (FILE, field)
    assert found in problem.found


SCRAPS = [
    *"0123456789" * 2, *"..,,  ''’-−+%eE/", "%", "percent", "per  cent", " screws", "m", "1,234", "1.5", "NaN", "0x",
    "\u00a0", "\u202f", "\u200b", "\ufeff", "\x00", "\t", "٣", "３", "K", "İ", "🚢", "½", "²",
]  # fmt: skip


@pytest.mark.browser
def test_javascript_reads_and_asks_to_the_last_character_as_python_does():
    dice = random.Random("numbers in two languages")
    texts = [text for text, *_ in [*READ, *ASKED] if len(text) < 1000]
    texts += ["".join(dice.choices(SCRAPS, k=dice.randint(0, 9))) for _ in range(4000)]
    texts += [
        "".join(chr(dice.choice([dice.randrange(128), dice.randrange(0xD7FF)])) for _ in range(5)) for _ in range(500)
    ]
    texts += ["🚢" * n + "1" for n in (LONGEST_NUMERAL - 2, LONGEST_NUMERAL - 1, LONGEST_NUMERAL)]
    given_to = [(exercise(dice.choice(NAMES)), text) for text in texts]
    asked = [{"view": one.view(), "key": one.key(), "answer": {"text": text}} for one, text in given_to]
    node = shutil.which("node")
    assert node, "this test needs node"
    done = subprocess.run([node, RUN], input=json.dumps(asked), capture_output=True, text=True, check=True)
    for (one, text), verdict in zip(given_to, json.loads(done.stdout), strict=True):
        assert one.verdict(text).to_json() == verdict, repr(text)
