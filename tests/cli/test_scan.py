"""`samestory scan`: a readable report, JSON, and clear words when the case is not there."""

import json
from pathlib import Path

import pytest

from samestory.cli import FAULTS, FINE, MISUSED, main

NORDO = Path(__file__).parents[1] / "cases" / "nordo-ferry"


def test_the_five_articles_are_scanned_if_no_case_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan"]) == FINE
    printed = capsys.readouterr().out
    assert "Event 1 (2022-02-22 to 2022-02-23): Al Jazeera English, Powerhouse News" in printed
    assert "[A] artifact" in printed
    assert "a person decides" in printed
    assert max(map(len, printed.splitlines())) <= 160


def test_json_is_written_where_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(NORDO), "--json", str(tmp_path / "found.json")]) == FINE
    assert json.loads((tmp_path / "found.json").read_text("utf-8"))["schema"] == 1
    assert "found.json" in capsys.readouterr().out


def test_agreement_with_the_findings_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--findings"]) == FINE
    printed = capsys.readouterr().out
    assert "| label | certainty | found | of |" in printed
    assert "Missed:" in printed


def test_a_folder_without_a_case_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(tmp_path)]) == MISUSED
    assert "name the folder of a case" in capsys.readouterr().err


def test_an_unsound_case_is_sent_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.yml").write_text("schema: 1\n", encoding="utf-8")
    assert main(["scan", str(tmp_path)]) == FAULTS
    assert "samestory check" in capsys.readouterr().err


def test_a_file_that_can_not_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(NORDO), "--json", str(tmp_path / "no" / "found.json")]) == FAULTS
    assert "found.json" in capsys.readouterr().err
