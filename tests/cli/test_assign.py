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


@pytest.fixture
def both(keys, tmp_path):
    """What `assign` and `grade` are called with, and the code that each refuses keys with."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ana.ipynb").write_text("{}", encoding="utf-8")
    out = tmp_path / "out"
    return {
        "assign": (1, ["assign", str(keys), "--out", str(out)]),
        "grade": (2, ["grade", str(tmp_path / "in"), "--keys", str(keys), "--out", str(out)]),
    }


@pytest.mark.parametrize("command", ["assign", "grade"])
@pytest.mark.parametrize("name", ["other.yml", "mine.yaml", "Other.YAML", "OTHER.YML"])
def test_two_files_with_one_id_are_refused_and_both_named(keys, both, tmp_path, capsys, command, name):
    other = EXERCISES.replace("lesson: my-own-lesson", "lesson: another").replace("[Geneva]", "[Bern]")
    (keys / name).write_text(other, encoding="utf-8")
    code, words = both[command]
    assert main(words) == code
    said = capsys.readouterr().err
    assert str(keys / "mine.yml") in said
    assert str(keys / name) in said
    assert "'where-they-met'" in said
    assert "another id" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["assign", "grade"])
def test_an_id_of_the_course_is_refused(keys, both, tmp_path, capsys, command):
    (keys / "mine.yml").write_text(EXERCISES.replace("where-they-met", "luhansk-name"), encoding="utf-8")
    code, words = both[command]
    assert main(words) == code
    said = capsys.readouterr().err
    assert str(keys / "mine.yml") in said
    assert "'luhansk-name', and so has the course, in lesson 07-odd-phrases: choose another id" in said
    assert not (tmp_path / "out").exists()


def test_two_exercises_with_one_id_in_one_file_are_refused(keys, both, capsys):
    twice = EXERCISES + EXERCISES[EXERCISES.index("  - id:") :]
    (keys / "mine.yml").write_text(twice, encoding="utf-8")
    code, words = both["assign"]
    assert main(words) == code
    assert "a second 'where-they-met'" in capsys.readouterr().err


def test_every_id_that_is_taken_is_said_at_once(keys, both, capsys):
    for name in ("b.yml", "c.yml"):
        (keys / name).write_text(EXERCISES, encoding="utf-8")
    assert main(both["assign"][1]) == 1
    assert capsys.readouterr().err.count("and so has") == 2
