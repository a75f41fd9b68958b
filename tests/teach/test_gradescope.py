"""Gradescope takes our results as its documentation has them, and its zip installs and grades one submission."""

import io
import json
import stat
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import answered, notebook, record

from samestory.cli import FINE, MISUSED, main
from samestory.course import load_shipped
from samestory.teach.graders.gradescope import autograder

LESSON = "07-odd-phrases"
# From the documentation: what a result and a test in it may hold, and the words that some of it is limited to.
TOP = {"score", "execution_time", "output", "output_format", "test_output_format", "test_name_format", "visibility"}
TOP |= {"stdout_visibility", "extra_data", "tests", "leaderboard"}
TEST = {"score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags"}
TEST |= {"visibility", "extra_data"}
VISIBILITY = {"hidden", "after_due_date", "after_published", "visible"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}


def graded(place: Path, *more: str) -> dict[str, Any]:
    results = place.parent / "results.json"
    assert main(["grade", str(place), "--gradescope", str(results), "--lesson", LESSON, *more]) == FINE
    found: dict[str, Any] = json.loads(results.read_text("utf-8"))
    assert set(found) <= TOP
    assert found["visibility"] in VISIBILITY
    assert found["stdout_visibility"] in VISIBILITY
    for one in found["tests"]:
        assert set(one) <= TEST
        assert one["visibility"] in VISIBILITY
        assert one["output_format"] in FORMATS
        assert one["status"] in {"passed", "failed"}
        assert 0 <= one["score"] <= one["max_score"]
    assert found["score"] == pytest.approx(sum(one["score"] for one in found["tests"]))
    return found


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    place = tmp_path / "submission"
    place.mkdir()
    return place


def test_a_perfect_notebook_has_all_points(submission: Path) -> None:
    counted = [one for one in load_shipped().lesson(LESSON) if one.counts]
    records = [record(one.card.id, one.task.right().to_json()) for one in counted]
    (submission / "whatever name.ipynb").write_bytes(notebook(answered(*records)))
    found = graded(submission)
    assert [one["name"] for one in found["tests"]] == [one.card.title for one in counted]
    assert found["score"] == sum(one.card.points for one in counted)
    assert {one["status"] for one in found["tests"]} == {"passed"}


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"{}", b"PK\x03\x04"])
def test_whatever_is_handed_in_there_is_a_result(data: bytes, submission: Path) -> None:
    (submission / "x.ipynb").write_bytes(data)
    found = graded(submission)
    assert found["score"] == 0
    assert "No answer to an exercise of this lesson was found" in found["output"]


def test_two_files_are_one_student_s(submission: Path) -> None:
    (submission / "a.ipynb").write_bytes(notebook(answered(record("luhansk-name", {"text": "nowhere"}))))
    right = load_shipped().exercise("exit-ticket").task.right().to_json()
    (submission / "b.ipynb").write_bytes(notebook(answered(record("exit-ticket", right))))
    states = {one["extra_data"]["exercise"]: one["extra_data"]["state"] for one in graded(submission)["tests"]}
    assert states["luhansk-name"] == states["exit-ticket"] == "graded"


def test_a_lesson_must_be_named(submission: Path, tmp_path: Path) -> None:
    assert main(["grade", str(submission), "--gradescope", str(tmp_path / "r.json")]) == MISUSED
    assert main(["grade", str(submission)]) == MISUSED  # nor are there results without a place


def test_the_zip_has_both_scripts_at_its_root_and_they_are_sound(tmp_path: Path) -> None:
    keys = tmp_path / "mine.yml"
    keys.write_text("schema: 1\n")
    with zipfile.ZipFile(io.BytesIO(autograder(LESSON, [keys]))) as archive:
        assert set(archive.namelist()) == {"setup.sh", "run_autograder", "keys/mine.yml"}
        for name in ("setup.sh", "run_autograder"):
            assert stat.S_IMODE(archive.getinfo(name).external_attr >> 16) == 0o755
            text = archive.read(name)
            assert text.startswith(b"#!/usr/bin/env bash\n")
            subprocess.run(["bash", "-n"], input=text, check=True)
        assert b"--lesson 07-odd-phrases --keys /autograder/source/keys" in archive.read("run_autograder")
    assert autograder(LESSON, [keys]) == autograder(LESSON, [keys])
