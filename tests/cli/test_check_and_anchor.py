"""`samestory check` and `samestory anchor`: what they print, and what their exit codes say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from made_cases import FERRY, Copy, ferry

from samestory.cli import FAULTS, FINE, MISUSED, main

POST = "findings/harbour-post.yml"


@pytest.fixture
def copy(tmp_path) -> Copy:
    return Copy(FERRY, tmp_path)


def samestory(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """The command as a shell runs it."""
    command = [sys.executable, "-m", "samestory.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def test_without_a_case_every_case_that_ships_is_checked(capsys):
    assert main(["check"]) == FINE == 0
    printed = capsys.readouterr().out
    assert re.search(r"blinken-lavrov: sound\. 5 articles, \d+ entries of the record, \d+ findings", printed)


def test_a_sound_case_is_counted(copy, capsys):
    assert main(["check", str(copy.folder)]) == FINE
    count = len(ferry().exercises)
    # What is advised stands below, for it is no fault.
    assert capsys.readouterr().out.startswith(
        f"{copy.folder}: sound. 2 articles, 2 entries of the record, 4 findings, 3 controls, {count} exercises.\n"
    )


def test_every_fault_is_printed_with_where_it_is_and_what_to_do(copy, capsys):
    copy.replace(POST, "label: name", "label: names")
    copy.replace("record.yml", "date: 1901-05-01", "date: 1901-02-29")
    assert main(["check", str(copy.folder)]) == FAULTS == 1
    printed = capsys.readouterr().out
    assert printed.startswith(f"{copy.folder}/{POST}:{copy.line(POST, 'label: names')} [findings[2].label]\n")
    assert '    found     "names"\n    expected  one of artifact, altered-quotation' in printed
    assert f"{copy.folder}/record.yml:{copy.line('record.yml', '1901-02-29')} [statements[1].date]\n" in printed
    assert printed.endswith("\n2 faults.\n")


def test_one_fault_is_one_fault(copy, capsys):
    copy.replace(POST, "label: name", "label: names")
    assert main(["check", str(copy.folder)]) == FAULTS
    assert capsys.readouterr().out.endswith("\n1 fault.\n")


def test_of_several_cases_each_is_checked_though_one_is_broken(tmp_path, capsys):
    broken, sound = Copy(FERRY, tmp_path / "a"), Copy(FERRY, tmp_path / "b")
    broken.replace(POST, "label: name", "label: names")
    assert main(["check", str(broken.folder), str(sound.folder)]) == FAULTS
    printed = capsys.readouterr().out
    assert f"{sound.folder}: sound." in printed
    assert "1 fault." in printed


@pytest.mark.parametrize("command", ["check", "anchor"])
@pytest.mark.parametrize("name", ["nowhere", "empty", "file.yml", "\x00", "x" * 300])
def test_a_folder_without_a_case_is_a_wrong_use(command, name, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.yml").write_text("schema: 1\n")
    assert main([command, str(tmp_path / name)]) == MISUSED == 2
    said = capsys.readouterr()
    assert "holds no case.yml: name the folder of a case." in said.err
    assert said.out == ""


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["check", "--no-such-option"]])
def test_a_wrong_use_of_the_command_line_says_how_it_goes(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == MISUSED
    assert "usage: samestory" in capsys.readouterr().err


def test_every_command_stands_in_the_help_with_a_line_of_its_own(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == FINE
    printed = capsys.readouterr().out
    for name in ("anchor", "check", "grade", "serve", "start", "sync"):
        assert re.search(rf"^    {name} +\w", printed, re.MULTILINE)


def test_the_exit_code_reaches_the_shell(copy):
    assert samestory("check", str(copy.folder)).returncode == FINE
    copy.replace(POST, "label: name", "label: names")
    done = samestory("check", str(copy.folder))
    assert (done.returncode, done.stderr) == (FAULTS, "")
    assert samestory("check", "nowhere").returncode == MISUSED


def test_a_case_is_checked_from_inside_its_folder(copy):
    assert samestory("check", ".", cwd=copy.folder).returncode == FINE


def test_a_terminal_that_can_not_show_a_character_is_no_reason_to_stop(copy):
    copy.replace(POST, "quote: We’ll be back", "quote: We’ll be 🚢")
    done = samestory("check", str(copy.folder), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (FAULTS, "")
    assert "We?ll be ?" in done.stdout


def test_output_that_nobody_reads_any_more_ends_quietly(copy):
    command = f"{sys.executable} -m samestory.cli check {copy.folder} | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


# anchor


def test_anchor_writes_the_places_and_says_how_many(copy, capsys):
    kept = copy.text(POST)
    copy.write(POST, "".join(line for line in kept.splitlines(keepends=True) if not line.startswith("    at: [")))
    assert main(["anchor", str(copy.folder)]) == FINE
    assert capsys.readouterr().out == f"{copy.folder}: 7 places written, 0 quotations not found.\n"
    assert copy.text(POST) == kept
    assert main(["anchor", str(copy.folder)]) == FINE
    assert capsys.readouterr().out == f"{copy.folder}: 0 places written, 0 quotations not found.\n"


def test_anchor_names_what_it_can_not_place(copy, capsys):
    copy.replace(POST, "quote: We’ll be back", "quote: We'll be back")
    assert main(["anchor", str(copy.folder)]) == FAULTS
    printed = capsys.readouterr().out
    assert f"{copy.folder}/{POST}:{copy.line(POST, 'id: be-back') + 1} [controls[2].quote]" in printed
    assert "the article prints “We’ll be back”" in printed
    assert "1 quotations not found" in printed


def test_anchoring_what_ships_changes_nothing(tmp_path, capsys):
    from made_cases import SHIPPED

    copy = Copy(SHIPPED, tmp_path)
    assert main(["anchor", str(copy.folder)]) == FINE
    assert "0 places written, 0 quotations not found." in capsys.readouterr().out
    for path in sorted(SHIPPED.rglob("*.*")):
        if path.is_file():
            assert (copy.folder / path.relative_to(SHIPPED)).read_bytes() == path.read_bytes()


def test_what_is_anchored_after_an_edit_of_the_article_still_does_not_load(copy, capsys):
    article = Path(copy.folder / "articles/harbour-post.txt")
    article.write_text("Now " + article.read_text("utf-8"), "utf-8")
    assert main(["anchor", str(copy.folder)]) == FINE
    assert main(["check", str(copy.folder)]) == FAULTS
    assert "restore the article as it was published" in capsys.readouterr().out
