"""What is remembered of files that were checked: the same content counts as sound, any other is checked anew."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from made_cases import FERRY, Copy

from samestory.case import load_case, sheets, soundness


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty memory of its own."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    soundness._known.cache_clear()
    yield tmp_path / "cache" / "sound-files.txt"
    soundness._known.cache_clear()


def test_a_case_that_was_sound_is_not_checked_again(memory, monkeypatch):
    assert len(load_case(FERRY).exercises) > 5
    kept = memory.read_text("ascii")
    soundness._known.cache_clear()
    monkeypatch.setattr(sheets, "_shape_problems", lambda *_: pytest.fail("it was checked again"))
    assert len(load_case(FERRY).exercises) > 5
    assert memory.read_text("ascii") == kept


def test_one_changed_letter_is_checked_and_a_fault_is_told_each_time(memory, tmp_path):
    load_case(FERRY)
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "schema: 1", "schema: 2")
    first, again = copy.problems(), copy.problems()
    assert [problem.field for problem in first] == ["schema"]
    assert first == again


def test_what_one_schema_accepts_is_not_known_to_another(memory):
    soundness.note_sound(b"schema: 1", "case")
    assert soundness.is_known_sound(b"schema: 1", "case")
    assert not soundness.is_known_sound(b"schema: 1", "record")
    assert not soundness.is_known_sound(b"schema: 1 ", "case")


def test_a_memory_that_is_spoiled_or_cannot_be_written_costs_only_time(memory):
    memory.parent.mkdir()
    memory.write_bytes(b"\xff\xfe no list\n")
    assert len(load_case(FERRY).exercises) > 5
    soundness._known.cache_clear()
    memory.unlink()
    memory.mkdir()
    assert len(load_case(FERRY).exercises) > 5


def test_a_list_that_grew_too_long_is_begun_anew(memory):
    memory.parent.mkdir()
    memory.write_text("0\n" * (soundness.KEPT + 1), "ascii")
    soundness.note_sound(b"x", "case")
    assert memory.read_text("ascii").count("\n") == 1


DEEP = {
    "brackets": '"[" * {0}', "braces": '"{{a: " * {0}', "dashes": '"- " * {0}',
    "lines": '"\\n".join(" " * n + "a:" for n in range(min({0}, 3000)))',
}  # fmt: skip


@pytest.mark.parametrize("depth", [599, 5_000, 300_000])
@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_no_nesting_is_deep_enough_to_end_the_process(text, depth):
    """The C parser has no limit of its own, and it recurses; a small stack is what some threads have."""
    code = (
        "import threading; from samestory.case.lines import _parsed, _UnfitError\n"
        "def read():\n    try: _parsed(TEXT)\n    except _UnfitError: pass\n    print('read')\n"
        "threading.stack_size(512 * 1024); one = threading.Thread(target=read); one.start(); one.join()"
    ).replace("TEXT", text.format(depth))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "read\n"), done.stderr[-300:]
