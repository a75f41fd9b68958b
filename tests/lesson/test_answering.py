"""The cells of a lesson: an answer is kept where the learner works, and found again from there."""

import json
from pathlib import Path

import pytest

from samestory.answer import MIME, Record, keep, kept
from samestory.lesson import check, hint, solution
from samestory.lesson.restoring import restored

NAME = "luhansk-name"
RIGHT = "Luhansk People's Republic"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the notebook is, and with it the kernel."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return tmp_path


def given(text: str, hour: int) -> Record:
    return Record(NAME, "0123456789ab", {"text": text}, f"2026-11-21T{hour:02}:00:00Z")


def saved(folder: Path, monkeypatch: pytest.MonkeyPatch, *records: Record) -> Path:
    """The notebook that the server says this kernel belongs to, with these records in its outputs."""
    outputs = [{"output_type": "display_data", "metadata": {}, "data": {MIME: one.to_json()}} for one in records]
    cell = {"cell_type": "code", "source": f'exercise("{NAME}")', "metadata": {}, "outputs": outputs}
    file = folder / "lesson.ipynb"
    file.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(file))
    return file


def test_a_plain_check_grades_and_keeps(folder: Path) -> None:
    report = check(NAME, RIGHT)
    assert "Right." in repr(report)
    assert report._repr_mimebundle_()[MIME]["answer"] == {"text": RIGHT}
    record = kept(NAME, folder)
    assert record is not None
    assert record.answer == {"text": RIGHT}


@pytest.mark.parametrize("nothing", [None, "", 3, ["x"]])
def test_what_is_no_answer_is_said_and_not_kept(folder: Path, nothing: object) -> None:
    report = check(NAME, nothing)
    assert report.record is None
    assert MIME not in report._repr_mimebundle_()
    assert not (folder / "answers").exists()


def test_a_folder_that_cannot_be_written_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "answers").write_text("a file stands here")
    assert check(NAME, RIGHT).record is not None
    assert "save the notebook" in capsys.readouterr().out


def test_a_hint_comes_by_number() -> None:
    assert hint(NAME) != hint(NAME, 2)
    assert "hints" in hint(NAME, 99)


def test_the_solution_of_a_practice_exercise_can_be_read() -> None:
    assert "Luhansk" in repr(solution(NAME))


def test_without_any_answer_nothing_is_restored() -> None:
    assert restored(NAME) is None


def test_the_answer_beside_the_notebook_is_restored(folder: Path) -> None:
    keep(given("beside", 9), folder)
    assert restored(NAME) == given("beside", 9)


@pytest.mark.parametrize(("beside", "inside", "newest"), [(9, 8, "beside"), (8, 9, "inside")])
def test_the_newest_of_both_places_is_restored(
    folder: Path, monkeypatch: pytest.MonkeyPatch, beside: int, inside: int, newest: str
) -> None:
    keep(given("beside", beside), folder)
    saved(folder, monkeypatch, given("inside", inside))
    record = restored(NAME)
    assert record is not None
    assert record.answer == {"text": newest}


def test_a_notebook_that_travelled_alone_brings_its_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(folder, monkeypatch, given("old", 8), given("new", 9))
    assert restored(NAME) == given("new", 9)
    assert restored("exit-ticket") is None


def test_a_notebook_that_was_saved_meanwhile_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(folder, monkeypatch, given("old", 8))
    assert restored(NAME) == given("old", 8)
    saved(folder, monkeypatch, given("old", 8), given("a longer answer", 9))
    assert restored(NAME) == given("a longer answer", 9)


@pytest.mark.parametrize("path", ["", "gone.ipynb", "lesson.py", "."])
def test_a_session_without_a_notebook_restores_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (folder / "lesson.py").write_text("print()")
    monkeypatch.setenv("JPY_SESSION_NAME", path)
    assert restored(NAME) is None
