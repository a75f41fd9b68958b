"""Whatever a case's files hold, loading it gives a case or a CaseError, and `anchor` raises nothing."""

import random
import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_cases import FERRY, Copy

from samestory.case.anchor import anchor

FILES = ["case.yml", "record.yml", "findings/harbour-post.yml", "exercises/01-ferry.yml"]
VALUES = [
    "null", "[]", "{}", "7", "-1", "1.5", "true", ".nan", "-.inf", "''", '" "', "~", "x", "[x]", "{x: 1}", "[[[]]]",
    "2022-13-45", "!!binary aGVsbG8=", "!!set {a, b}", "!!timestamp 2022-02-22", "!!int x", "!custom x", "&a x", "*a",
    "<<", "'", '"', "|", ">-", "@", "`", "%", "- -", "? x", ": ", "# x", '"\\ud800"', '"\\0"', "x" * 20_000, "９",
    "999999999999999999999", "0x" + "f" * 5000, "1:30", "no", "../../x", "/etc/passwd", "harbour-post", "all",
]  # fmt: skip


def value_replaced(line: str, value: str) -> str:
    """The line with another value after its colon, or as a whole if it has none."""
    return re.sub(r":( .*)?$", lambda _: f": {value}", line, count=1) if ":" in line else value


def mutated(text: str, dice: random.Random) -> str:
    """The text with one to three small changes, such as an author's slips or a bad merge make."""
    lines = text.split("\n")
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        at = dice.randrange(len(lines))
        match dice.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2 | 3:
                lines[at] = value_replaced(lines[at], dice.choice(VALUES))
            case 4:
                lines[at] = dice.choice(["  ", " ", "\t", "- "]) + lines[at]
            case 5:
                lines[at] = lines[at].strip()
            case 6:
                cut = dice.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + dice.choice(VALUES[:40]) + lines[at][cut:]
            case 7:
                other = dice.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
        lines = lines or [""]
    return "\n".join(lines)


def outcome(copy: Copy) -> str:
    """What loading says; an exception that is no CaseError goes up to the test."""
    problems = copy.problems()
    for problem in problems:
        assert all((problem.file, problem.line >= 0, problem.found, problem.expected, problem.do))
        str(problem).encode("utf-8")
    return "faults" if problems else "sound"


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Copy:
    return Copy(FERRY, tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize(("file", "without"), [*((file, ("exercises/*",)) for file in FILES[:3]), (FILES[3], ())])
def test_small_changes_to_a_file_make_faults_and_no_crash(file, without, tmp_path):
    copy = Copy(FERRY, tmp_path, without)
    dice = random.Random(f"changes to {file}")
    before = copy.text(file)
    seen = set()
    for _ in range(100):
        copy.write(file, mutated(before, dice))
        seen.add(outcome(copy))
    assert seen == {"faults", "sound"}


@pytest.mark.parametrize("file", FILES[:3])
def test_anchoring_a_changed_case_raises_nothing_and_a_second_run_changes_nothing(file, copy):
    dice = random.Random(f"anchoring {file}")
    kept = {name: copy.text(name) for name in FILES}
    for _ in range(25):
        copy.write(file, mutated(kept[file], dice))
        anchor(copy.folder)
        again = {name: copy.text(name) for name in FILES}
        assert anchor(copy.folder)[0] == 0
        assert {name: copy.text(name) for name in FILES} == again
        for name in FILES:
            copy.write(name, kept[name])


@pytest.mark.parametrize(
    "line", ["  - id: sea-mail", "    quote: sent 1,500 screws by sea mail on Feb. 24", "controls:"]
)
def test_every_value_in_the_place_of_a_field_makes_faults_and_no_crash(line, tmp_path):
    copy = Copy(FERRY, tmp_path, ("exercises/*",))
    before = copy.text(FILES[2])
    assert before.count(line) == 1
    for value in VALUES:
        copy.write(FILES[2], before.replace(line, value_replaced(line, value)))
        outcome(copy)


@settings(max_examples=15)
@given(content=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_for_a_file_make_faults_and_no_crash(content, copy):
    for file in FILES:
        path = copy.folder / file
        before = path.read_bytes()
        path.write_bytes(content)
        outcome(copy)
        anchor(copy.folder)
        path.write_bytes(before)


def test_a_truncated_file_makes_faults_and_no_crash(copy):
    for file in FILES:
        before = copy.text(file)
        for end in range(0, len(before), max(1, len(before) // 8)):
            copy.write(file, before[:end])
            outcome(copy)
        copy.write(file, before)


def test_a_case_without_any_of_its_folders_is_a_fault_or_sound(tmp_path):
    for gone, expected in [("articles", "faults"), ("findings", "faults"), ("exercises", "sound")]:
        copy = Copy(FERRY, tmp_path / gone)
        shutil.rmtree(copy.folder / gone)
        assert outcome(copy) == expected
