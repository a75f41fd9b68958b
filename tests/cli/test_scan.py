"""`samestory scan`: a readable report, JSON, and clear words when the case is not there."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samestory.cli import FAULTS, FINE, MISUSED, main
from samestory.cli.authoring.scan import _printable

NORDO = Path(__file__).parents[1] / "cases" / "nordo-ferry"


def test_the_five_articles_are_scanned_if_no_case_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan"]) == FINE
    printed = capsys.readouterr().out
    assert "Event 1 (2022-02-22 to 2022-02-23): Al Jazeera English, Powerhouse News" in printed
    assert "[A] artifact" in printed
    assert "a person decides" in " ".join(printed.split())
    assert max(map(len, printed.splitlines())) <= 160


def test_each_scan_in_the_readme_has_a_case_to_read() -> None:
    lines = (Path(__file__).parents[2] / "README.md").read_text("utf-8").splitlines()
    asked = [line.partition("#")[0].split()[2:] for line in lines if line.startswith("samestory scan")]
    assert [] in asked
    for folder in (words[0] for words in asked if words):
        assert (Path(__file__).parents[2] / folder / "case.yml").is_file(), folder


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


def test_no_result_is_written_into_the_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = shutil.copytree(NORDO, tmp_path / NORDO.name)
    before = (case / "case.yml").read_bytes()
    assert main(["scan", str(case), "--json", str(case / "case.yml")]) == FAULTS
    assert "Name a file elsewhere" in capsys.readouterr().err
    assert (case / "case.yml").read_bytes() == before


def test_the_result_is_written_though_nobody_reads_the_report_to_its_end(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "samestory.cli", "scan", str(NORDO), "--json", str(tmp_path / "found.json")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert b"Traceback" not in said
    assert json.loads((tmp_path / "found.json").read_text("utf-8"))["schema"] == 1


def test_a_narrow_terminal_gets_narrow_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert main(["scan", str(NORDO)]) == FINE
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 50


def test_an_article_can_not_steer_the_terminal() -> None:
    assert _printable("a\x1b[31mb\u202ec\x00 é 漢") == "a[31mbc é 漢"


def test_the_report_says_what_silence_means(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(NORDO)]) == FINE
    assert "is not thereby right" in " ".join(capsys.readouterr().out.split())
