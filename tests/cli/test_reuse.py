"""`samestory reuse` says what it found, what it left out, and where the results are."""

import subprocess
import sys
from pathlib import Path

import pytest
from made_archive import rows, write_lines

from samestory.cli import FAULTS, FINE, MISUSED, main


def test_it_says_what_a_person_wants_to_know_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [{**row, "body": row["text"]} for row in rows(20)]
    given[0]["published"] = "soon"
    corpus = write_lines(tmp_path / "a.jsonl", [*given, given[3], "bad"])
    out = tmp_path / "out"
    command = ["reuse", str(corpus), "--out", str(out), "--workers", "1", "--text-field", "body"]
    assert main(command) == FINE
    said = capsys.readouterr().out
    assert "20 articles of 22 rows were compared." in said
    assert "4 pairs share" in said
    assert "1: another article has this id already" in said
    assert "1 have no day that can be read" in said
    assert str(out / "timeline.html") in said
    assert main(command) == FINE
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("wrong", ["--least-words 0", "--most-holders -1", "--workers 0", "--memory 0"])
def test_numbers_below_one_are_refused(wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reuse", str(tmp_path), *wrong.split()]) == MISUSED
    assert "above 0" in capsys.readouterr().err


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reuse", str(tmp_path / "gone")]) == FAULTS
    assert "gone" in capsys.readouterr().err


def test_control_signs_of_a_corpus_do_not_reach_the_terminal(tmp_path: Path, capsys) -> None:
    (tmp_path / "corpus").mkdir()
    write_lines(tmp_path / "corpus" / "a.jsonl", [*rows(4), {"\x1b[2J": 1}])
    (tmp_path / "corpus" / "b.\x1b[2J").write_text("")
    assert main(["reuse", str(tmp_path / "corpus"), "--out", str(tmp_path / "out"), "--workers", "1"]) == FINE
    assert "\x1b" not in capsys.readouterr().out


def test_without_duckdb_it_says_what_to_install(tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "a.jsonl", rows(3))
    code = "import sys; sys.modules['duckdb'] = None; from samestory.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "reuse", str(corpus), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == FAULTS
    assert not (tmp_path / "out").exists()
    assert done.stderr.strip() == "This needs DuckDB: pip install 'samestory[archive]'"
