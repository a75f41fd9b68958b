"""A teacher's own exercise travels: keys to a handout, an answer in a notebook, and back to points without the key."""

import csv
import json

import pytest

from samestory.answer import MIME
from samestory.cli import main
from samestory.lesson import check, solution

SECRET = "Because the ministers had agreed on Geneva."
EXERCISES = f"""
schema: 1
lesson: my-own-lesson
exercises:
  - id: where-they-met
    kind: short
    title: Where did they meet?
    prompt: In which city did the two ministers meet in January 2022?
    minutes: 1
    mode: assigned
    accept: [Geneva]
    say: "{SECRET}"
    otherwise: Look at the last paragraph but one.
    hints: [It is in Switzerland., It lies on a lake.]
    solution: "{SECRET}"
"""


@pytest.fixture
def keys(tmp_path):
    """A teacher's folder with one exercise and its key."""
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / "mine.yml").write_text(EXERCISES, encoding="utf-8")
    return folder


def test_the_handout_holds_nothing_of_the_key(keys, tmp_path):
    assert main(["assign", str(keys), "--out", str(tmp_path / "handout")]) == 0
    (copy,) = (tmp_path / "handout" / "assigned").iterdir()
    text = copy.read_text(encoding="utf-8")
    assert "Where did they meet?" in text
    assert "Geneva" not in text
    assert SECRET not in text


def test_an_answer_to_a_handout_is_kept_then_graded_without_showing_the_key(keys, tmp_path, monkeypatch, capsys):
    main(["assign", str(keys), "--out", str(tmp_path / "handout")])
    monkeypatch.chdir(tmp_path / "handout")
    report = check("where-they-met", "geneva")
    assert report.verdict.state == "recorded"
    assert "Geneva" not in repr(solution("where-they-met"))

    output = {"output_type": "execute_result", "data": report._repr_mimebundle_(), "metadata": {}, "execution_count": 1}
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [output], "execution_count": 1}
    book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    assert MIME in json.dumps(book)
    handed_in = tmp_path / "in"
    handed_in.mkdir()
    (handed_in / "ana.ipynb").write_text(json.dumps(book), encoding="utf-8")
    out = tmp_path / "out"
    assert main(["grade", str(handed_in), "--out", str(out), "--keys", str(keys)]) == 0
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["student"], row["points"], row["of"]) == ("ana", "1", "1")
    page = (out / "feedback" / "ana.html").read_text(encoding="utf-8")
    assert SECRET not in page


def test_a_damaged_handout_says_whom_to_ask(tmp_path, monkeypatch):
    (tmp_path / "assigned").mkdir()
    (tmp_path / "assigned" / "where-they-met.json").write_text("{", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Exception, match="ask your teacher"):
        check("where-they-met", "Geneva")


@pytest.mark.parametrize(("name", "code"), [("missing", 2), ("empty", 1)])
def test_a_folder_without_exercises_is_said(tmp_path, name, code):
    (tmp_path / "empty").mkdir()
    assert main(["assign", str(tmp_path / name), "--out", str(tmp_path / "out")]) == code


@pytest.mark.parametrize("out", ["keys", "."])
def test_nothing_is_written_into_a_folder_that_holds_the_keys(keys, tmp_path, out, capsys):
    assert main(["assign", str(keys), "--out", str(tmp_path / out)]) == 2
    assert "holds your keys" in capsys.readouterr().err
    assert not list(tmp_path.rglob("assigned"))
